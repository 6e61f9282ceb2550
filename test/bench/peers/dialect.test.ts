/** The operations as gateways of other makers are asked them: valid, planned by Hive's planner, and refused by it as they stand. */

import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { textOf } from '../../check/files.ts';
import { divided, spelledOut } from './dialect.ts';

const API = textOf('schema/generated/api.graphql');
const SUPERGRAPH = textOf('schema/generated/supergraph-open.graphql');
const NAMES = ['small', 'medium', 'heavy'].flatMap((name) => [name, `${name}-varied`]);

test.each(NAMES)(
  'the operation %s, spelled out, is one of the graph and planned over the divided supergraph',
  async (name) => {
    const query = spelledOut(operation(name), API);
    expect(validate(buildSchema(API), parse(query))).toEqual([]);
    expect(await planned(divided(SUPERGRAPH), query)).toMatchObject({ kind: 'QueryPlan' });
  },
);

test('the heavy operation as it stands is refused, so the form is needed', async () => {
  await expect(planned(SUPERGRAPH, operation('heavy'))).rejects.toThrow(/No paths found for selection item: body/);
});

function operation(name: string): string {
  return textOf(`test/bench/operations/${name}.graphql`);
}

function planned(supergraph: string, query: string): Promise<unknown> {
  return new QueryPlanner(supergraph).planAsync(query, undefined, new Set(), 0, AbortSignal.timeout(10_000));
}
