/** Operations in one spelling: what differs only in whitespace, comments or operations beside it is the same operation. */

import { createHash } from 'node:crypto';
import {
  Kind,
  print,
  separateOperations,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';
import type { PlannedOperation } from './plan.ts';

/** One operation with the fragments that it uses. */
export interface NormalisedOperation extends PlannedOperation {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** The server keeps the documents it has parsed, so an operation that comes again is the same node. */
const KNOWN = new WeakMap<OperationDefinitionNode, NormalisedOperation>();

/** The operation of the document in one spelling; its text is the key under which it is kept. The work is done once for each node. */
export function normalise(document: DocumentNode, operation: OperationDefinitionNode): NormalisedOperation {
  let normalised = KNOWN.get(operation);
  if (!normalised) {
    const own = alone(document, operation);
    normalised = { document: own, text: print(own), operation, fragments: fragmentsOf(own) };
    KNOWN.set(operation, normalised);
  }
  return normalised;
}

const HASHES = new WeakMap<Pick<NormalisedOperation, 'text'>, string>();

/** A short name of a normalised text, the same on every machine. The work is done once for each operation. */
export function hashOf(operation: Pick<NormalisedOperation, 'text'>): string {
  let hash = HASHES.get(operation);
  if (hash === undefined) {
    hash = createHash('sha256').update(operation.text).digest('base64url');
    HASHES.set(operation, hash);
  }
  return hash;
}

function alone(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const isAlone = document.definitions.every((node) => node === operation || node.kind === Kind.FRAGMENT_DEFINITION);
  if (isAlone) return document;
  return separateOperations(document)[operation.name?.value ?? ''] ?? document;
}

/** The fragments of a document, by name. */
export function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );
}
