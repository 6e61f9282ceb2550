/** Rewrites an operation so that the pages of its rows can be asked for one after the other. */

import {
  getArgumentValues,
  Kind,
  OperationTypeNode,
  print,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import { CodedError } from '../../../schema/errors.ts';
import { argument, document, name, pageInfoField, rewritten, unused } from './rewrite.ts';
import type { Branch, ReadableOperation } from './shape.ts';
import type { Table } from './table.ts';

/** How the pages of an operation are asked for. */
export interface Pages {
  /** The document, with a variable for the cursor. */
  readonly query: string;
  /** The variable behind which a page begins. */
  readonly variable: string;
  /** Behind this the first page begins, as the operation says. */
  readonly after: string | null;
  /** The cursor behind which the next page begins; undefined where the page was the last, or holds no list. */
  next(data: unknown): string | undefined;
}

/** Rows a page where the operation does not say how many: the most there may be. */
const PAGE_SIZE = 200;

/** The pages. Throws `NOT_A_TABLE` where the rows are no connection, or one that a list encloses. */
export function followed(table: Table, readable: ReadableOperation): Pages {
  const connection = connectionOf(table);
  const { after, size } = argumentsOf(connection, readable);
  const variable = unused(
    'pageAfter',
    (readable.operation.variableDefinitions ?? []).map((each) => each.variable.name.value),
  );
  const alias = unused(
    'nextPage',
    connection.below.map(({ key }) => key),
  );
  const operation = paged(connection, readable, { variable, alias, size });
  return {
    query: print(document(operation, readable.fragments)),
    variable,
    after,
    next(data) {
      let value = data as Readonly<Record<string, unknown>> | null | undefined;
      for (const key of [...connection.keys, alias]) value = value?.[key] as typeof value;
      const cursor = value?.['endCursor'];
      return value?.['hasNextPage'] === true && typeof cursor === 'string' ? cursor : undefined;
    },
  };
}

/** The one connection among the lists, which none encloses; lists in its rows that are complete are no hindrance. */
function connectionOf({ chain }: Table): Branch {
  const lists = chain.filter(({ isList }) => isList);
  const connections = lists
    .map((list) => chain[chain.indexOf(list) - 1])
    .filter((branch) => branch?.isConnection === true);
  const [only] = connections;
  const rows = lists.at(-1)?.path ?? 'the one row';
  if (!only) throw new CodedError('NOT_A_TABLE', `all=true follows the pages of a connection, and ${rows} has none`);
  if (connections.length > 1 || chain.indexOf(only) > chain.indexOf(lists[0] as Branch))
    throw new CodedError(
      'NOT_A_TABLE',
      `all=true follows the pages of one connection, and ${connections.at(-1)?.path} is enclosed by the list ${lists[0]?.path}: allowed are rows that no list encloses, or a list with rows=${lists[0]?.path}`,
    );
  return only;
}

function argumentsOf(
  { asked, path }: Branch,
  { variables }: ReadableOperation,
): { after: string | null; size: number } {
  const each = asked.map(({ field, node }) => getArgumentValues(field, node, { ...variables }));
  const refuse = (why: string): never => {
    throw new CodedError('NOT_A_TABLE', `all=true reads ${path} ${why}`);
  };
  for (const name of ['last', 'before'])
    if (each.some((given) => (given[name] ?? null) !== null))
      refuse(`from its start, and ${name} is given: leave it out`);
  if (each.some((given) => given['first'] === 0)) refuse('in pages of `first`, and it is 0');
  if (new Set(each.map((given) => given['after'] ?? null)).size > 1)
    refuse('from one place, and `after` is not the same for every type: leave it out');
  const [{ first, after } = {}] = each;
  return { after: typeof after === 'string' ? after : null, size: typeof first === 'number' ? first : PAGE_SIZE };
}

interface Paging {
  readonly variable: string;
  readonly alias: string;
  readonly size: number;
}

function paged(
  connection: Branch,
  { operation, fragments }: ReadableOperation,
  { variable, alias, size }: Paging,
): OperationDefinitionNode {
  const cursor: VariableDefinitionNode = {
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: name(variable) },
    type: { kind: Kind.NAMED_TYPE, name: name('String') },
  };
  const followed = rewritten(connection, operation, fragments, (field, set) => ({
    ...field,
    arguments: [
      ...(field.arguments ?? []).filter(({ name }) => name.value !== 'first' && name.value !== 'after'),
      argument('first', { kind: Kind.INT, value: String(size) }),
      argument('after', { kind: Kind.VARIABLE, name: name(variable) }),
    ],
    selectionSet: { ...set, selections: [...set.selections, pageInfoField(alias, ['hasNextPage', 'endCursor'])] },
  }));
  return {
    ...followed,
    operation: OperationTypeNode.QUERY,
    variableDefinitions: [...(operation.variableDefinitions ?? []), cursor],
  };
}
