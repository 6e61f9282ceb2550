/** Planning beside the event loop: an operation that would keep a planner busy for minutes holds nobody up, and ends at its deadline. */

import { parse } from 'graphql';
import { afterEach, expect, test } from 'vitest';
import type { OperationPlanner } from '../../gateway/execution/plan.ts';
import { createApolloPlanner } from '../../gateway/execution/planner/apollo.ts';
import { textOf } from '../check/files.ts';

const DEADLINE_MS = 3_000;

const SMALL = '{ pillars { name } }';
/** Takes Apollo's planner minutes: each `parent` may be of any steward. The limits refuse it; here nothing does. */
const ENDLESS = `{ bodies { nodes { ${'parent { '.repeat(8)}name${' }'.repeat(8)} } } }`;

let planner: OperationPlanner | undefined;
afterEach(() => planner?.stop());

function start(): OperationPlanner {
  planner = createApolloPlanner({
    supergraphSdl: textOf('schema/generated/supergraph-open.graphql'),
    deadlineMs: DEADLINE_MS,
  });
  return planner;
}

const operation = (text: string) => ({ document: parse(text), text });

test('an operation is planned while the event loop goes on', async () => {
  const { plan } = start();
  await plan(operation(SMALL));
  const order: string[] = [];
  const planned = plan(operation('{ stewards { bodies { nodes { name } } } }')).then(() => order.push('planned'));
  await new Promise((resolve) => setImmediate(resolve));
  order.push('went on');
  await planned;
  expect(order).toEqual(['went on', 'planned']);
});

test('an operation that is not planned within the deadline is refused, and the next one is planned all the same', async () => {
  const { plan } = start();
  const [endless, small] = await Promise.allSettled([plan(operation(ENDLESS)), plan(operation(SMALL))]);
  expect(endless).toMatchObject({
    status: 'rejected',
    reason: { message: expect.stringContaining('within 3 seconds'), extensions: { code: 'OPERATION_TOO_HEAVY' } },
  });
  expect(small).toMatchObject({ status: 'fulfilled', value: { kind: 'fetch', subgraph: 'directory' } });
});

test('whoever leaves does not wait for a plan', async () => {
  const { plan } = start();
  const leaving = new AbortController();
  const planned = plan(operation(ENDLESS), { signal: leaving.signal });
  leaving.abort(new Error('the client has left'));
  await expect(planned).rejects.toThrow('the client has left');
});

test('a stop gives up what is being planned', async () => {
  const { plan, stop } = start();
  await plan(operation(SMALL));
  const [planned] = await Promise.allSettled([plan(operation(ENDLESS)), stop()]);
  expect(planned).toMatchObject({ status: 'rejected', reason: { message: 'The planner is stopped' } });
  await expect(plan(operation(SMALL))).rejects.toThrow('The planner is stopped');
});
