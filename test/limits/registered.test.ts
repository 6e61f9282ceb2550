/** Limits of a running gateway: those of free-form operations do not bind registered ones, which are known by what they ask. */

import '../../gateway/no-telemetry.ts';
import { buildSchema, parse } from 'graphql';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashOf, normalise } from '../../gateway/execution/normalise.ts';
import { LIMITS } from '../../gateway/limits/table.ts';
import { createRegistry } from '../../gateway/limits/registry.ts';
import { createOperation, readOperations } from '../../gateway/http/registered/operations.ts';
import { contributedFields, weightOf } from '../../gateway/limits/weight.ts';
import { createGatewayServer, type GatewayServer } from '../../gateway/server.ts';
import { createInProcessSource } from '../../gateway/sources/in-process.ts';
import { createDirectory } from '../../subgraphs/directory/subgraph.ts';
import { textOf } from '../check/files.ts';

const supergraphSdl = textOf('schema/generated/supergraph-open.graphql');

/** Weighs four for each field of each look-up: the directory answers it alone. */
const lookUps = (count: number, { name = 'LookUps', fields = 'id __typename' } = {}) =>
  `query ${name} { ${Array.from({ length: count }, (_, n) => `b${n}: body(id: "aec:x") { ${fields} }`).join(' ')} }`;
const REGISTERED = lookUps(255);
const TOO_HEAVY_FOR_ANYONE = lookUps(325, { name: 'Huge', fields: 'id __typename id __typename' });

let server: GatewayServer;
beforeAll(async () => {
  const logger = pino({ level: 'silent' });
  const directory = createInProcessSource({ subgraph: createDirectory(), logger });
  const nobody = { process: () => Promise.reject(new Error('nobody is asked')) };
  server = createGatewayServer({
    supergraphSdl,
    sources: { directory, apsc: nobody, aec: nobody, ascc: nobody },
    operations: [createOperation('look-ups', REGISTERED), createOperation('huge', TOO_HEAVY_FOR_ANYONE)],
    settings: { host: '127.0.0.1', port: 0 },
    logger,
  });
  await server.listen();
});
afterAll(() => server.stop());

async function ask(query: string) {
  const { body } = await server.apollo.executeOperation({ query }, { contextValue: { requestId: 'a', identity: '' } });
  if (body.kind !== 'single') throw new Error('one answer was expected');
  return body.singleResult;
}

describe('a running gateway', () => {
  test('answers a registered operation that is heavier than free-form ones may be, in any whitespace', async () => {
    expect((await ask(REGISTERED)).errors).toBeUndefined();
    expect((await ask(`# the same\n${REGISTERED.replaceAll(' }', '\n}')}`)).data).toMatchObject({
      b254: { id: 'aec:x' },
    });
  });

  test('refuses another operation under the name of a registered one, with what was measured and the limit', async () => {
    const { errors = [] } = await ask(lookUps(256));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({
      message: 'The operation asks for 256 fields of the root: allowed are 50.',
      extensions: { code: 'TOO_MANY_ROOT_FIELDS', measured: 256, allowed: 50 },
    });
  });

  test('plans nothing over the limit of all, registered or not', async () => {
    expect((await ask(TOO_HEAVY_FOR_ANYONE)).errors?.[0]).toMatchObject({
      message: expect.stringMatching(/weighs 5200: allowed are 5000/),
      extensions: { code: 'OPERATION_TOO_HEAVY', measured: 5_200, allowed: 5_000 },
    });
  });
});

describe('the registry', () => {
  test('holds every operation of the folder, each light enough to be planned', async () => {
    const { operations } = createRegistry(await readOperations());
    const schema = buildSchema(textOf('schema/generated/api.graphql'));
    const contributed = contributedFields(parse(supergraphSdl));
    expect(operations.length).toBeGreaterThanOrEqual(16);
    for (const { operation, fragments } of operations)
      expect(weightOf(operation, { schema, contributed, fragments })).toBeLessThanOrEqual(LIMITS.weight.allowed);
  });
});

describe('a normalised operation', () => {
  const normalised = (text: string, name?: string) => {
    const document = parse(text);
    const operation = document.definitions.find(
      (node) => node.kind === 'OperationDefinition' && (name === undefined || node.name?.value === name),
    );
    if (operation?.kind !== 'OperationDefinition') throw new Error('no operation');
    return normalise(document, operation);
  };

  test('is the same whatever the whitespace, the comments and the operations beside it', () => {
    const one = normalised('query A { pillars { ...P } } fragment P on Pillar { name }');
    const other = normalised(
      'query B { pillars { code } }\n# a comment\nquery A {\n\tpillars { ...P, }\n}\nfragment P on Pillar { name }',
      'A',
    );
    expect(other.text).toBe(one.text);
    expect(hashOf(other)).toBe(hashOf(one));
  });

  test.for(['{ pillars { code name } }', '{ pillars { n: name code } }', '{ pillars { name } }'])(
    'is another one where it asks for something else, or in another order: %s',
    (text) => {
      expect(normalised(text).text).not.toBe(normalised('{ pillars { name code } }').text);
    },
  );
});
