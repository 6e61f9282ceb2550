/** Refuses operations that would cost too much to plan or to answer, before either begins. */

import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, type FragmentDefinitionNode, OperationTypeNode, type OperationDefinitionNode } from 'graphql';
import { refusal } from '../errors.ts';
import { nestedLists } from './nested-lists.ts';
import { contributedFields, weightOf } from './weight.ts';

/** The most that an operation may weigh; planning then takes about a tenth of a second. */
export const MAX_WEIGHT = 2_000;
/** The most lists inside each other. */
export const MAX_NESTED_LISTS = 8;

/** The limits over a supergraph, as a plugin of the server. Errors: `OPERATION_TOO_HEAVY`, `OPERATION_TOO_DEEP`. */
export function limitsPlugin(supergraphSdl: string): ApolloServerPlugin {
  let contributed: ReadonlySet<string> | undefined;
  // The server keeps the documents it has parsed, so an operation that comes again is the same node.
  const within = new WeakSet<OperationDefinitionNode>();
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, schema }) {
          if (!operation || within.has(operation)) return;
          if (operation.operation === OperationTypeNode.SUBSCRIPTION)
            throw refusal('BAD_REQUEST', 'The operation is a subscription: only queries and mutations are answered');
          contributed ??= contributedFields(supergraphSdl);
          const fragments = new Map(
            document.definitions
              .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
              .map((node) => [node.name.value, node]),
          );
          const lists = nestedLists(operation, { schema, fragments });
          if (lists > MAX_NESTED_LISTS)
            throw refusal(
              'OPERATION_TOO_DEEP',
              `The operation nests ${lists} lists: allowed are ${MAX_NESTED_LISTS}. Ask for the inner ones on their own.`,
            );
          const weight = weightOf(operation, { schema, contributed, fragments });
          if (weight > MAX_WEIGHT)
            throw refusal(
              'OPERATION_TOO_HEAVY',
              `The operation weighs ${weight}: allowed are ${MAX_WEIGHT}. Each reference to a kind that several stewards keep multiplies what is asked below it: ask for less there, or name the type with a fragment.`,
            );
          within.add(operation);
        },
      };
    },
  };
}
