/**
 * Whether an operation may run for a viewer: decided before any executor, of the whole operation and whatever its variables are. It is refused
 * as a whole, so that nobody takes an answer that lacks what was asked for a complete one.
 */

import { Kind, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import type { CodedError } from '../../schema/errors.ts';
import { refusalOf, type Demand } from '../../subgraphs/kit/demands.ts';
import type { Viewer } from '../../subgraphs/kit/viewer.ts';
import { reach } from './reach.ts';
import type { Requirements } from './requirements.ts';

/** An operation of a document that is valid against the API. */
export interface Asked {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** Why the viewer may not run the operation: `UNAUTHENTICATED` without a token, `FORBIDDEN` with one that lacks scopes; undefined where it may. */
export function authorize(
  asked: Asked,
  requirements: Requirements,
  viewer: Viewer | undefined,
): CodedError | undefined {
  return refusalOf(demandsOfOperation(asked, requirements), viewer);
}

/** All that the operation demands, however it reaches it. */
export function demandsOfOperation(
  { document, operation }: Asked,
  { shape, demands }: Requirements,
): ReadonlySet<Demand> {
  const demanded = new Set<Demand>();
  const root = shape.roots[operation.operation];
  if (demands.size === 0 || root === undefined) return demanded;
  const fragments = new Map(
    document.definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );
  const onReach = (coordinate: string) => {
    for (const demand of demands.get(coordinate) ?? []) demanded.add(demand);
  };
  reach(operation.selectionSet, root, { shape, fragments, onReach });
  return demanded;
}
