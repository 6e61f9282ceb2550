/** Refuses operations that would cost too much to plan or to answer, before either begins. */

import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { refusal } from '../errors.ts';
import { normalise, type NormalisedOperation } from '../execution/normalise.ts';
import { nestedLists } from './nested-lists.ts';
import type { Registry } from './registry.ts';
import { contributedFields, weightOf } from './weight.ts';

/** The most that an operation may weigh that is not registered; planning then takes about a tenth of a second. */
export const MAX_WEIGHT = 2_000;
/** The most that any operation may weigh: nothing heavier is planned at all. */
export const MAX_PLANNED_WEIGHT = 5_000;
/** The most lists inside each other, of an operation that is not registered. */
export const MAX_NESTED_LISTS = 8;

/** The limits, as a plugin of the server. Errors: `OPERATION_TOO_HEAVY`, `OPERATION_TOO_DEEP`. */
export function limitsPlugin(registry: Registry): ApolloServerPlugin {
  let contributed: ReadonlySet<string> = new Set();
  let within = new WeakSet<OperationDefinitionNode>();
  return {
    async serverWillStart() {
      return {
        schemaDidLoadOrUpdate({ coreSupergraphSdl }) {
          contributed = contributedFields(coreSupergraphSdl ?? '');
          within = new WeakSet();
        },
      };
    },
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, schema }) {
          // The server keeps the documents it has parsed, so an operation that comes again is the same node.
          if (!operation || within.has(operation)) return;
          if (operation.operation === OperationTypeNode.SUBSCRIPTION)
            throw refusal('BAD_REQUEST', 'The operation is a subscription: only queries and mutations are answered');
          checkLimits(normalise(document, operation), { schema, contributed, registry });
          within.add(operation);
        },
      };
    },
  };
}

interface Limits {
  readonly schema: GraphQLSchema;
  readonly contributed: ReadonlySet<string>;
  readonly registry: Registry;
}

function checkLimits(asked: NormalisedOperation, { schema, contributed, registry }: Limits): void {
  const { operation, fragments } = asked;
  const lists = nestedLists(operation, { schema, fragments });
  const weight = weightOf(operation, { schema, contributed, fragments });
  if (lists <= MAX_NESTED_LISTS && weight <= MAX_WEIGHT) return;
  const isRegistered = registry.has(asked);
  if (lists > MAX_NESTED_LISTS && !isRegistered)
    throw refusal(
      'OPERATION_TOO_DEEP',
      `The operation nests ${lists} lists: allowed are ${MAX_NESTED_LISTS}. Ask for the inner ones on their own.`,
    );
  const allowed = isRegistered ? MAX_PLANNED_WEIGHT : MAX_WEIGHT;
  if (weight > allowed)
    throw refusal(
      'OPERATION_TOO_HEAVY',
      `The operation weighs ${weight}: allowed are ${allowed}. Each reference to a kind that several stewards keep multiplies what is asked below it: ask for less there, or name the type with a fragment.`,
    );
}
