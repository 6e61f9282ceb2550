/** Whether a table has more rows than its answer: the pages on the way to its rows are asked whether they are the last. */

import { getArgumentValues, getNamedType, isInterfaceType, isObjectType, print } from 'graphql';
import { document, pageInfoField, rewritten, unused } from './rewrite.ts';
import type { Branch, ReadableOperation } from './shape.ts';
import type { Table } from './table.ts';

/** How it is asked. */
export interface More {
  /** The document, with what must be known of each page. */
  readonly query: string;
  /** Whether some page of an answer is not the last. */
  isLeftOut(data: unknown): boolean;
}

/** How to learn it; undefined where no connection is on the way to the rows, so that they are complete. */
export function moreOf({ chain }: Table, { operation, fragments, variables }: ReadableOperation): More | undefined {
  const connections = chain.filter(({ isConnection }) => isConnection);
  if (connections.length === 0) return undefined;
  const pages = connections.map((connection) => ({
    field: fieldOf(connection, variables),
    keys: [
      ...connection.keys,
      unused(
        'restOfRows',
        connection.below.map(({ key }) => key),
      ),
    ],
  }));
  const asked = connections.reduce((rewriting, connection, at) => {
    const { field, keys } = pages[at] as (typeof pages)[number];
    return rewritten(connection, rewriting, fragments, (node, set) => ({
      ...node,
      selectionSet: { ...set, selections: [...set.selections, pageInfoField(keys.at(-1) as string, [field])] },
    }));
  }, operation);
  return {
    query: print(document(asked, fragments)),
    isLeftOut: (data) => pages.some(({ field, keys }) => someTrue(data, [...keys, field])),
  };
}

/** Who reads from the end has left out what stands before. */
function fieldOf({ asked, type }: Branch, variables: ReadableOperation['variables']): string {
  const isFromEnd = asked.some(
    ({ field, node }) => (getArgumentValues(field, node, { ...variables })['last'] ?? null) !== null,
  );
  const pageInfo = isObjectType(type) || isInterfaceType(type) ? type.getFields()['pageInfo'] : undefined;
  const infoType = pageInfo && getNamedType(pageInfo.type);
  const knowsStart = isObjectType(infoType) && 'hasPreviousPage' in infoType.getFields();
  return isFromEnd && knowsStart ? 'hasPreviousPage' : 'hasNextPage';
}

function someTrue(value: unknown, [key, ...rest]: readonly string[]): boolean {
  if (Array.isArray(value)) return value.some((each) => someTrue(each, key === undefined ? [] : [key, ...rest]));
  if (key === undefined) return value === true;
  return typeof value === 'object' && value !== null && someTrue((value as Record<string, unknown>)[key], rest);
}
