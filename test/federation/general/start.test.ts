/** The start of a gateway over a foreign supergraph, as a process: what it takes, and what it says where it cannot. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pino } from 'pino';
import { openSupergraph } from '../../../gateway/supergraphs/manager.ts';
import { supergraphPlace } from '../../../gateway/supergraphs/place.ts';
import { SettingError } from '../../../subgraphs/kit/settings/setting.ts';
import { launch } from '../../support/services/process.ts';
import { answering, ask } from '../../support/services/services.ts';
import { startForeignSubgraph, supergraphOf } from './foreign.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foreign-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const start = (supergraph: string) => launch({ file: 'gateway/main.ts', env: { PORT: '0', SUPERGRAPH: supergraph } });

test('nothing but the supergraph is needed: no address of ours, no secret', async () => {
  await using letters = await startForeignSubgraph('letters', {
    sdl: 'type Query { alphabet: [String!]! }',
    resolvers: { Query: { alphabet: () => ['a', 'b'] } },
  });
  const file = await fileOf('letters.graphql', supergraphOf([letters]));
  const gateway = await answering(start(file), /Graph\s+(http:\S+)\/graphql[\s\S]*Ctrl-C/);
  expect(await ask(gateway.url, '{ alphabet }')).toEqual({ data: { alphabet: ['a', 'b'] } });
  for (const path of ['/desk', '/q']) expect((await fetch(`${gateway.url}${path}`)).status).toBe(404);
  expect(await (await fetch(`${gateway.url}/explorer/tabs.json`)).json()).toEqual([]);
  expect(await (await fetch(gateway.url)).text()).not.toMatch(/href="\/(dashboard|desk)"/);
  expect(await gateway.stop()).toMatchObject({ code: 0, err: '' });
});

test('a supergraph that cannot be served stops the start with one line', async () => {
  const { code, err } = await start(join(folder, 'none.graphql')).ended;
  expect(err).toMatch(/^SUPERGRAPH "[^"]*none.graphql" is no file\n$/);
  expect(code).toBe(1);
});

const SDL = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9") type Query { a: Int }';

test.each([
  ['a folder', async () => folder, /cannot be read \(EISDIR\)$/],
  ['an address that does not answer', async () => 'http://127.0.0.1:9/supergraph', /does not answer \(.+\)$/],
  ['what is no GraphQL', () => fileOf('text.graphql', 'hello'), /is no supergraph: Syntax Error: /],
  ['the SDL of a subgraph', () => fileOf('subgraph.graphql', SDL), /is no supergraph: it names no subgraphs/],
  [
    'a subgraph without an address',
    () => fileOf('homeless.graphql', supergraphOf([{ name: 'a', sdl: SDL, url: '' }])),
    /has no usable address of the subgraph "a": received "", allowed is one such as http/,
  ],
  [
    'a supergraph that asks for protection which is not given',
    async () => {
      const text = supergraphOf([{ name: 'a', sdl: SDL, url: 'http://127.0.0.1:9/' }]);
      const link = '@link(url: "https://specs.apollo.dev/policy/v0.1", for: SECURITY)';
      return fileOf('policy.graphql', text.replace(/^schema\n/m, `schema\n  ${link}\n`));
    },
    /can serve: .*policy\/v0\.1 is not enforced/,
  ],
])('%s is refused', async (_, supergraph, reason) => {
  const place = supergraphPlace(await supergraph());
  const opened = openSupergraph({ place, logger: pino({ level: 'silent' }), onUse: () => {} });
  const error = await opened.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SettingError);
  expect((error as Error).message).toMatch(/^SUPERGRAPH "[^\n]+$/);
  expect((error as Error).message).toMatch(reason);
});
