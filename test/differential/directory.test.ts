/** The directory answers without GraphQL what it answers with it: whatever registered and random operations fetch from it. */

import '../../gateway/no-telemetry.ts';
import type { GraphQLDataSource } from '@apollo/gateway';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDirectorySource } from '../../gateway/sources/directory.ts';
import { createInProcessSource } from '../../gateway/sources/in-process.ts';
import { createDirectory } from '../../subgraphs/directory/subgraph.ts';
import { registeredOperations, startPair, type Pair } from './corpus.ts';

const OPERATIONS = 100;

const logger = pino({ level: 'silent' });
const subgraph = createDirectory();
const executing = createInProcessSource({ subgraph, logger });
let executions = 0;
const own = createDirectorySource({ subgraph, logger, onExecution: () => executions++ });

/** What was fetched, and how the two answers differ. */
const fetched: { readonly query: string; readonly own: string; readonly executed: string }[] = [];
const comparing: GraphQLDataSource = {
  async process(call) {
    const [mine, executed] = [await own.process(call), await executing.process(call)];
    fetched.push({
      query: `${call.request.query} ${JSON.stringify(call.request.variables)}`,
      own: JSON.stringify(mine),
      executed: JSON.stringify(executed),
    });
    return executed;
  },
};

let pair: Pair;
beforeAll(async () => {
  pair = await startPair({ directory: comparing });
});
afterAll(() => pair.stop());

/** Runs the operations and returns the fetches whose answers differ. */
async function differing(run: () => Promise<unknown>) {
  fetched.length = 0;
  executions = 0;
  await run();
  expect(fetched.length).toBeGreaterThan(0);
  return fetched.filter(({ own: mine, executed }) => mine !== executed);
}

test('of registered operations, none by GraphQL', async () => {
  const run = () => Promise.all(registeredOperations().map(({ text }) => pair.graph.ask(text)));
  expect(await differing(run)).toEqual([]);
  expect(executions).toBe(0);
});

test(`of ${OPERATIONS} random operations`, async () => {
  const run = async () => {
    for (let seed = 1; seed <= OPERATIONS; seed++) {
      const { text, variables } = pair.generate(seed);
      await pair.graph.ask(text, { ...variables });
    }
  };
  expect(await differing(run)).toEqual([]);
  expect(executions).toBeLessThan(fetched.length / 4);
});
