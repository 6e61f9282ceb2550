/** The operations that the project has registered: they are known by what they ask, so that nobody can borrow the name of one. */

import { Kind, parse } from 'graphql';
import { hashOf, normalise, type NormalisedOperation } from '../execution/normalise.ts';

/** The registered operations. */
export interface Registry {
  readonly operations: readonly NormalisedOperation[];
  /** Whether the operation is one of them, in whatever whitespace. */
  has(operation: NormalisedOperation): boolean;
}

/** Makes the registry of documents with one operation each. Throws where one is no GraphQL. */
export function createRegistry(texts: readonly string[]): Registry {
  const operations = texts.flatMap((text) => {
    const document = parse(text, { noLocation: true });
    return document.definitions.flatMap((node) =>
      node.kind === Kind.OPERATION_DEFINITION ? [normalise(document, node)] : [],
    );
  });
  const known = new Set(operations.map(hashOf));
  return { operations, has: (operation) => known.has(hashOf(operation)) };
}
