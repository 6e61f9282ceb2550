/** The table of settings: what is read, from where, by which process, and how it is printed. */

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { allRemotesOf, remotesOf } from '../../gateway/remotes.ts';
import { readSettings, type SettingSource } from '../../subgraphs/kit/settings/setting.ts';
import { storeSettings } from '../../subgraphs/kit/settings/store.ts';
import { SETTINGS, settingsOf } from '../../subgraphs/kit/settings/table.ts';

const DEFAULTS = {
  host: '127.0.0.1',
  port: 4000,
  dataDir: './data',
  execution: 'compiled',
  readAccess: 'open',
  explain: false,
  corsOrigins: [],
  cacheMb: 64,
  logLevel: 'info',
};
const SECRET = 'a secret of the tests, long enough';
const URLS = {
  APSC_URL: 'http://127.0.0.1:4001/graphql',
  AEC_URL: 'https://aec.example/graph/ql?of=aec',
  ASCC_URL: 'http://[::1]:4003/graphql',
};

const ofStart = (source: SettingSource) => readSettings(settingsOf('npm start'), source);
const ofGateway = (env: Record<string, string>) => readSettings(settingsOf('gateway'), { env });

test('without a setting the defaults hold, and an empty variable is none', () => {
  expect(ofStart({ env: {} })).toEqual(DEFAULTS);
  const empty = Object.fromEntries(SETTINGS.map(({ variable }) => [variable, '']));
  expect(ofStart({ env: empty })).toEqual(DEFAULTS);
});

test('a flag goes before its variable', () => {
  const env = { PORT: '4100', HOST: '0.0.0.0', DATA_DIR: '/srv/a' };
  expect(ofStart({ env, args: ['--port', '0', '--data-dir=/srv/b'] })).toEqual({
    ...DEFAULTS,
    port: 0,
    host: '0.0.0.0',
    dataDir: '/srv/b',
  });
});

test('a flag without a value is refused, and not taken for its variable', () => {
  expect(() => ofStart({ env: { PORT: '4100' }, args: ['--port='] })).toThrow(
    '--port is "": allowed is a whole number',
  );
  expect(() => ofStart({ env: {}, args: ['--port'] })).toThrow("'--port <value>' argument missing");
});

test('the address of a MongoDB deployment chooses it instead of the folder', () => {
  const { dataDir, mongodbUri } = ofStart({ env: { MONGODB_URI: 'mongodb://db', DATA_DIR: 'here' } });
  expect(storeSettings({ dataDir, mongodbUri }, 'tests')).toEqual({ kind: 'mongodb', uri: 'mongodb://db' });
  expect(storeSettings({ dataDir, mongodbUri: undefined }, 'tests')).toEqual({
    kind: 'embedded',
    dataDir: 'here',
    holder: 'tests',
  });
});

describe('remote subgraphs', () => {
  test('are those that have an address, and need the secret', () => {
    expect(remotesOf(ofGateway({}))).toBeUndefined();
    const { AEC_URL } = URLS;
    expect(remotesOf(ofGateway({ AEC_URL, SUBGRAPH_SIGNING_SECRET: SECRET }))).toEqual({
      urls: new Map([['aec', AEC_URL]]),
      secret: SECRET,
    });
    expect(() => remotesOf(ofGateway({ AEC_URL }))).toThrow(
      /^SUBGRAPH_SIGNING_SECRET is not set: calls to a remote subgraph are signed; allowed is a text of at least 32/,
    );
  });

  test('are all three for a gateway alone', () => {
    expect([...allRemotesOf(ofGateway({ ...URLS, SUBGRAPH_SIGNING_SECRET: SECRET })).urls.keys()]).toEqual([
      'apsc',
      'aec',
      'ascc',
    ]);
    expect(() => allRemotesOf(ofGateway({ ...URLS, AEC_URL: '', SUBGRAPH_SIGNING_SECRET: SECRET }))).toThrow(
      /^AEC_URL is not set: a gateway alone needs the address of each subgraph; allowed is an address such as http/,
    );
  });

  test.each(['aec.example', 'ftp://aec.example/', '//aec.example', 'http://', 'http://aec.example/#graphql'])(
    'are not at %j',
    (AEC_URL) => {
      expect(() => ofGateway({ AEC_URL })).toThrow(`AEC_URL is ${JSON.stringify(AEC_URL)}: allowed is an address`);
    },
  );
});

describe('origins whose pages may read', () => {
  test.each([
    ['https://portal.example', ['https://portal.example']],
    ['https://portal.example, http://127.0.0.1:8080', ['https://portal.example', 'http://127.0.0.1:8080']],
    ['*', ['*']],
  ])('are %j', (CORS_ORIGINS, expected) => {
    expect(ofGateway({ CORS_ORIGINS }).corsOrigins).toEqual(expected);
  });

  test.each(['portal.example', 'https://portal.example/', 'https://*.example', 'null', '*,https://portal.example'])(
    'are not %j',
    (CORS_ORIGINS) => {
      expect(() => ofGateway({ CORS_ORIGINS })).toThrow('allowed is origins such as https://portal.example');
    },
  );
});

test('a message repeats no secret', () => {
  const short = 'too short a secret';
  const messages = [
    () => ofGateway({ SUBGRAPH_SIGNING_SECRET: short }),
    () => ofGateway({ AEC_URL: `http://me:${short}@aec.example/graphql` }),
  ].map((read) => {
    try {
      return JSON.stringify(read());
    } catch (error) {
      return String(error);
    }
  });
  expect(messages).toEqual([
    expect.stringContaining('SUBGRAPH_SIGNING_SECRET cannot be used: allowed is a text of at least 32 characters'),
    expect.stringContaining('AEC_URL cannot be used: allowed is an address'),
  ]);
  expect(messages.join()).not.toContain(short);
});

test('`npm run config` prints every setting with its default and who reads it', async () => {
  const script = fileURLToPath(new URL('../../gateway/print-config.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script]);
  const lines = stdout.trim().split('\n').slice(1);
  expect(lines.map((line) => line.split(' ')[0])).toEqual(SETTINGS.map(({ variable }) => variable));
  for (const [index, row] of SETTINGS.entries()) {
    expect(lines[index]).toContain(row.default);
    expect(lines[index]).toContain(row.readBy.join(', '));
  }
});
