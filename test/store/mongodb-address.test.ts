/** MONGODB_URI as it should not be: one clear line that names it and holds no credentials. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/store/factory.ts';
import { openStore, StoreError } from '../../subgraphs/kit/store/open.ts';

const ENCODE = 'must be percent-encoded';
const HOSTS = 'it must name hosts';
const MALFORMED: readonly (readonly [uri: string, shown: string, why: string])[] = [
  ['', '***', 'it must begin with mongodb:// or mongodb+srv://'],
  ['127.0.0.1:27017', '***', 'it must begin with mongodb://'],
  ['postgres://root:secret@db', '***@***', 'it must begin with mongodb://'],
  ['mongodb://', 'mongodb://***', HOSTS],
  ['mongodb://root:secret', 'mongodb://***', HOSTS],
  ['mongodb://root:secret@', 'mongodb://***@***', HOSTS],
  ['mongodb://db:70000', 'mongodb://***', HOSTS],
  ['mongodb://db1,,db2', 'mongodb://***', HOSTS],
  ['mongodb://db \n', 'mongodb://***', HOSTS],
  ['mongodb://root:se/cret@db', 'mongodb://***@db', ENCODE],
  ['mongodb://root:12/secret@db', 'mongodb://***@db', ENCODE],
  ['mongodb://root:12?secret@db', 'mongodb://***@db', ENCODE],
  ['mongodb://root:sec@ret@db', 'mongodb://***@db', ENCODE],
  ['mongodb://root:sec:ret@db', 'mongodb://***@db', ENCODE],
  ['mongodb://root:sec%ret@db', 'mongodb://***@db', 'not followed by two hexadecimal digits'],
  ['mongodb://:secret@db', 'mongodb://***@db', 'the user is missing'],
  ['mongodb://root:secret@db/?poolSize=5', 'mongodb://***@db', 'option poolsize is not supported'],
  ['mongodb://root:secret@db/?maxPoolSize=many', 'mongodb://***@db', 'maxPoolSize'],
  ['mongodb://root:secret@db/?authMechanism=NONE', 'mongodb://***@db', 'authMechanism'],
  ['mongodb://root:secret@[::1]:1,db.x-y:2/?directConnection=true', 'mongodb://***@[::1]:1,db.x-y:2', 'one host'],
];

async function refusal(uri: string): Promise<StoreError> {
  const opening = openStore('asean_test', { kind: 'mongodb', uri });
  return opening.then(
    async ({ close }) => close().then(() => Promise.reject(new Error(`${uri} was opened`))),
    (error: unknown) => error as StoreError,
  );
}

test.for(MALFORMED)('%s is malformed', async ([uri, shown, why]) => {
  const error = await refusal(uri);
  expect(error).toBeInstanceOf(StoreError);
  expect(error.code).toBe('STORE_MALFORMED');
  expect(error.message).toContain(`MONGODB_URI ${shown} is malformed: `);
  expect(error.message).toContain(why);
  expect(error.message).not.toMatch(/\n|secret|sec@|ret@|root/);
});

test('a deployment that does not answer is named with the reason, and the process can end', async () => {
  const uri = 'mongodb://root:s%40cret@127.0.0.1:1/?serverSelectionTimeoutMS=200';
  const script = `
    import { openStore } from './subgraphs/kit/store/open.ts';
    await openStore('asean_test', { kind: 'mongodb', uri: ${JSON.stringify(uri)} }).catch(({ name, code, message }) =>
      console.log(JSON.stringify({ name, code, message })));`;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [
    '--input-type=module-typescript',
    '-e',
    script,
  ]);
  expect(JSON.parse(stdout)).toEqual({
    name: 'StoreError',
    code: 'STORE_UNREACHABLE',
    message: 'MONGODB_URI mongodb://***@127.0.0.1:1 cannot be reached: connect ECONNREFUSED 127.0.0.1:1',
  });
  expect(stderr).toBe('');
});

test.for([
  ['embedded', `{ kind: 'embedded', dataDir: process.argv[1] }`],
  ['mongodb', `{ kind: 'mongodb', uri: 'mongodb://' }`],
] as const)('a store that is %s loads nothing of the other', async ([kind, settings]) => {
  const script = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
    const { openStore } = await import('./subgraphs/kit/store/open.ts');
    await openStore('asean_test', ${settings}).then(({ close }) => close(), () => undefined);
    const kinds = loaded.flatMap((url) => /kit\\/store\\/(\\w+)\\//.exec(url)?.[1] ?? (url.includes('mingo') ? 'embedded' : []));
    console.log([...new Set(kinds)].join(' '));`;
  const folder = temporaryFolder();
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, folder.path]);
  folder.remove();
  expect(stdout.trim()).toBe(kind);
});
