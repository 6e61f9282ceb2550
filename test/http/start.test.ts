/** A start that works: it seeds once, says where everything is, answers at once, and stops when told. */

import { execFile } from 'node:child_process';
import { watch } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { start, startRunning, type Running } from './started.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'start-'));
});
afterAll(() => rm(folder, { recursive: true }));

const COUNTS =
  '{ bodies { totalCount } meetings { totalCount } instruments { totalCount } crossPillarIssues { totalCount } }';

async function ask(url: string, query: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return response.json();
}

const hasCurl = await promisify(execFile)('curl', ['--version']).then(
  () => true,
  () => false,
);

describe('a start on an empty folder', () => {
  let first: Running;
  let counts: unknown;
  beforeAll(async () => {
    const recorder = new URL('record-outbound.ts', import.meta.url);
    first = await startRunning({ env: { DATA_DIR: join(folder, 'data'), NODE_OPTIONS: `--import ${recorder}` } });
    counts = await ask(first.url, COUNTS);
  });

  test('loads the data set and says where the graph and its pages are', () => {
    expect(first.out()).toMatch(/The data set \S+ was loaded into the empty store/);
    expect(first.out()).toContain(`Graph      ${first.url}/graphql`);
    expect(first.out()).toContain(`Explorer   ${first.url}/`);
    expect(first.out()).toContain(`Dashboard  ${first.url}/dashboard`);
    expect(counts).not.toHaveProperty('errors');
  });

  test('refuses what would cost too much, with what was measured and what is allowed', async () => {
    const inside = (field: string, times: number) => `${`${field} { `.repeat(times)}id${' }'.repeat(times)}`;
    const refused = async (query: string) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${first.url}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query }),
      });
      return { status: response.status, ...((await response.json()) as object) };
    };
    expect(await refused(`{ bodies { nodes { ${inside('parent', 8)} } } }`)).toMatchObject({
      status: 400,
      errors: [
        { extensions: { code: 'OPERATION_TOO_HEAVY' }, message: expect.stringMatching(/weighs \d+: allowed are 2000/) },
      ],
    });
    expect(await refused(`{ crossPillarIssue(id: "smart-cities") { ${inside('relatedIssues', 20)} } }`)).toMatchObject({
      status: 400,
      errors: [
        { extensions: { code: 'OPERATION_TOO_DEEP' }, message: expect.stringMatching(/nests 20 lists: allowed are 8/) },
      ],
    });
    expect(await refused(`{ ${'a: pillars { name } '.repeat(1_000)} }`)).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'TOO_MANY_TOKENS', measured: 5_001, allowed: 5_000 } }],
    });
  });

  test.skipIf(!hasCurl)(
    'prints a query that works when it is pasted (needs curl: apt-get install -y curl)',
    async () => {
      const line = first
        .out()
        .split('\n')
        .find((text) => text.includes('curl '));
      const { stdout } = await promisify(execFile)('sh', ['-c', line?.trim() ?? 'false']);
      expect(JSON.parse(stdout)).toMatchObject({
        data: { crossPillarIssue: { title: 'Smart Cities', lead: { status: 'DOCUMENTED' } } },
      });
    },
  );

  test('is healthy and ready, with every store', async () => {
    const [health, ready] = await Promise.all(['health', 'ready'].map((path) => fetch(`${first.url}/${path}`)));
    expect(await health?.json()).toEqual({ status: 'ok' });
    const checks = { supergraph: 'ok', 'store of the APSC': 'ok', 'store of the AEC': 'ok', 'store of the ASCC': 'ok' };
    expect(await ready?.json()).toEqual({ status: 'ready', checks });
  });

  test('stops at Ctrl-C with code 0, without a trace of an error, and has spoken to nobody but its callers', async () => {
    first.signal('SIGINT');
    const { code, err } = await first.ended;
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect((await readdir(join(folder, 'data'))).filter((name) => /holder|-wal|-shm|journal/.test(name))).toEqual([]);
  });

  test('is found again by the next start, which does not load it again', async () => {
    const second = await startRunning({ env: { DATA_DIR: join(folder, 'data') } });
    expect(await ask(second.url, COUNTS)).toEqual(counts);
    second.signal('SIGTERM');
    const { code, out } = await second.ended;
    expect(code).toBe(0);
    expect(out).not.toMatch(/was loaded|npm run seed/);
  });

  test('that was killed while it loaded is made whole by the next start', async () => {
    const dataDir = await mkdtemp(join(folder, 'killed-'));
    const killed = start({ env: { DATA_DIR: dataDir } });
    const begun = Promise.withResolvers<void>();
    const watcher = watch(dataDir, (_event, name) => {
      if (name === 'asean_aec.sqlite-wal') begun.resolve();
    });
    await Promise.race([begun.promise, killed.running]);
    watcher.close();
    killed.signal('SIGKILL');
    await expect(killed.running).rejects.toThrow('It ended with null');
    const next = await startRunning({ env: { DATA_DIR: dataDir } });
    expect(await ask(next.url, COUNTS)).toEqual(counts);
    next.signal('SIGTERM');
    expect((await next.ended).code).toBe(0);
  });
});
