/** The operations that the project has registered: they are known by what they ask, so that nobody can borrow the name of one. */

import { Kind, parse } from 'graphql';
import { hashOf, normalise, type NormalisedOperation } from '../execution/normalise.ts';

/** The registered operations. */
export interface Registry {
  readonly operations: readonly NormalisedOperation[];
  /** Whether the operation is one of them, in whatever whitespace. */
  has(operation: NormalisedOperation): boolean;
  /** Under which name it is registered. */
  nameOf(operation: NormalisedOperation): string | undefined;
}

/** Makes the registry of documents with one operation each. Throws where one is no GraphQL. */
export function createRegistry(registered: readonly { readonly name: string; readonly query: string }[]): Registry {
  const named = registered.flatMap(({ name, query }) => {
    const document = parse(query, { noLocation: true });
    return document.definitions.flatMap((node) =>
      node.kind === Kind.OPERATION_DEFINITION ? [{ name, operation: normalise(document, node) }] : [],
    );
  });
  const known = new Map(named.map(({ name, operation }) => [hashOf(operation), name]));
  return {
    operations: named.map(({ operation }) => operation),
    has: (operation) => known.has(hashOf(operation)),
    nameOf: (operation) => known.get(hashOf(operation)),
  };
}
