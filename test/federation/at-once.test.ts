/** What many ask at once: an operation is planned once, the same read is made once, and nothing crosses from one caller to another. */

import type { GraphQLDataSource } from '@apollo/gateway';
import { Kind } from 'graphql';
import pino from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createApolloPlanner } from '../../gateway/execution/planner/apollo.ts';
import { readOperations } from '../../gateway/http/registered/operations.ts';
import { createGatewayServer, type GatewayServer } from '../../gateway/server.ts';
import { createInProcessSource } from '../../gateway/sources/in-process.ts';
import { createDirectory } from '../../subgraphs/directory/subgraph.ts';
import { textOf } from '../check/files.ts';

let server: GatewayServer;
let plans: string[];
let reads: string[];
beforeEach(async () => {
  plans = [];
  reads = [];
  const logger = pino({ level: 'silent' });
  const nobody: GraphQLDataSource = { process: () => Promise.reject(new Error('nobody is asked')) };
  /** Answers with the name of whoever asks, at once, as subgraphs in the process do. */
  const apsc: GraphQLDataSource = {
    async process({ context }) {
      const { identity } = context as { readonly identity: string };
      reads.push(identity);
      return { data: { memberStates: [{ name: identity }] } };
    },
  };
  server = createGatewayServer({
    supergraphSdl: textOf('schema/generated/supergraph-open.graphql'),
    sources: {
      directory: createInProcessSource({ subgraph: createDirectory(), logger }),
      apsc,
      aec: nobody,
      ascc: nobody,
    },
    createPlanner(options) {
      const planner = createApolloPlanner(options);
      return {
        plan(operation, given) {
          plans.push(operation.text);
          return planner.plan(operation, given);
        },
        stop: () => planner.stop(),
      };
    },
    settings: { host: '127.0.0.1', port: 0 },
    logger,
  });
  await server.listen();
});
afterEach(() => server.stop());

async function ask(query: string, identity = '') {
  const { body } = await server.apollo.executeOperation({ query }, { contextValue: { requestId: 'a', identity } });
  if (body.kind !== 'single') throw new Error('one answer was expected');
  return JSON.parse(JSON.stringify(body.singleResult)) as unknown;
}

test('a hundred identical cold operations are planned once, in whatever whitespace', async () => {
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, index) => ask(`{ pillars { ${' '.repeat(index % 3)}code } }`)),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set(['{"data":{"pillars":[{"code":"APSC"},{"code":"AEC"},{"code":"ASCC"}]}}']),
  );
  expect(plans).toHaveLength(1);
});

test('the plans of registered operations are there before anyone asks', async () => {
  for (const { query, variables } of await readOperations()) {
    const needed = variables.filter(({ type }) => type.kind === Kind.NON_NULL_TYPE);
    if (needed.length === 0) expect(await ask(query)).toHaveProperty('data');
  }
  expect(plans).toEqual([]);
});

test('identical reads in flight are one for each caller, and nobody gets the answer of another', async () => {
  await ask('{ memberStates { name } }', 'warm');
  reads.length = 0;
  const identities = Array.from({ length: 60 }, (_, index) => `caller ${index % 3}`);
  const answers = await Promise.all(identities.map((identity) => ask('{ memberStates { name } }', identity)));
  expect(answers).toEqual(identities.map((name) => ({ data: { memberStates: [{ name }] } })));
  expect(reads.toSorted()).toEqual(['caller 0', 'caller 1', 'caller 2']);
});

test('a short operation whose fragments double with each is refused at once', async () => {
  const fragments = Array.from({ length: 40 }, (_, n) => `fragment F${n} on Pillar { ...F${n + 1} ...F${n + 1} }`);
  const query = `{ pillars { ...F0 } } ${fragments.join(' ')} fragment F40 on Pillar { name }`;
  expect(await ask(query)).toMatchObject({ errors: [{ extensions: { code: 'TOO_MANY_SELECTIONS' } }] });
  expect(plans).toEqual([]);
});
