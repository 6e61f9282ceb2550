/** Random operations over a schema: valid, within the limits, and as odd as clients may write them. */

import { parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { nestedLists } from '../../gateway/limits/nested-lists.ts';
import { LIMITS } from '../../gateway/limits/table.ts';
import { weightOf } from '../../gateway/limits/weight.ts';
import { createRandom } from './random.ts';
import { createWriter } from './selections.ts';
import type { Cursors } from './values.ts';

/** An operation as a client sends it. */
export interface Operation {
  /** The same seed makes the same operation. */
  readonly seed: number;
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What operations are made from. */
export interface OperationSource {
  readonly schema: GraphQLSchema;
  /** As the weight reads them from the supergraph. */
  readonly contributed: ReadonlySet<string>;
  readonly cursors: Cursors;
}

/** Most are light; a few are as heavy as the limit allows. */
const WEIGHTS = [60, 150, 150, 400, 400, 2_000];

/** The operation of a seed. */
export function operationOf(seed: number, { schema, contributed, cursors }: OperationSource): Operation {
  const random = createRandom(seed);
  const maxWeight = random.pick(WEIGHTS);
  for (;;) {
    const { text, variables } = createWriter({ schema, random, cursors }).write();
    const document = parse(text, { noLocation: true });
    if (isWithin(document, { schema, contributed, maxWeight }) && validate(schema, document).length === 0)
      return { seed, text, variables };
  }
}

function isWithin(
  { definitions }: DocumentNode,
  { schema, contributed, maxWeight }: Omit<OperationSource, 'cursors'> & { readonly maxWeight: number },
): boolean {
  const fragments = new Map(
    definitions.flatMap((node) => (node.kind === 'FragmentDefinition' ? [[node.name.value, node]] : [])),
  );
  return definitions.every(
    (node) =>
      node.kind !== 'OperationDefinition' ||
      (weightOf(node, { schema, contributed, fragments }) <= maxWeight &&
        nestedLists(node, { schema, fragments }) <= Math.min(LIMITS.lists.allowed, 3)),
  );
}
