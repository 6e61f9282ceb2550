/** Rewrites an operation so that the pages of its rows can be asked for one after the other. */

import {
  getArgumentValues,
  Kind,
  OperationTypeNode,
  print,
  visit,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type VariableDefinitionNode,
} from 'graphql';
import { CodedError } from '../../../schema/errors.ts';
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
  const operation = rewritten(connection, readable, { variable, alias, size });
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
  { field, node, path }: Branch,
  { variables }: ReadableOperation,
): { after: string | null; size: number } {
  const given = field && node ? getArgumentValues(field, node, { ...variables }) : {};
  for (const name of ['last', 'before'])
    if ((given[name] ?? null) !== null)
      throw new CodedError('NOT_A_TABLE', `all=true reads ${path} from its start, and ${name} is given: leave it out`);
  if (given['first'] === 0)
    throw new CodedError('NOT_A_TABLE', `all=true reads ${path} in pages of \`first\`, and it is 0`);
  const { first, after } = given;
  return { after: typeof after === 'string' ? after : null, size: typeof first === 'number' ? first : PAGE_SIZE };
}

interface Rewrite {
  readonly variable: string;
  readonly alias: string;
  readonly size: number;
}

function rewritten(
  { keys }: Branch,
  { operation, fragments }: ReadableOperation,
  { variable, alias, size }: Rewrite,
): OperationDefinitionNode {
  const at = (set: SelectionSetNode, [key, ...rest]: readonly string[]): SelectionSetNode => ({
    ...set,
    selections: set.selections.map((selection): SelectionNode => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (!fragment) return selection;
        // What is rewritten here must not change where else the fragment is spread.
        const { typeCondition, selectionSet, directives = [] } = fragment;
        return {
          kind: Kind.INLINE_FRAGMENT,
          typeCondition,
          directives: [...(selection.directives ?? []), ...directives],
          selectionSet: at(selectionSet, [key as string, ...rest]),
        };
      }
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return { ...selection, selectionSet: at(selection.selectionSet, [key as string, ...rest]) };
      if ((selection.alias ?? selection.name).value !== key || !selection.selectionSet) return selection;
      if (rest.length > 0) return { ...selection, selectionSet: at(selection.selectionSet, rest) };
      return paged(selection, selection.selectionSet);
    }),
  });
  const paged = (field: FieldNode, set: SelectionSetNode): FieldNode => ({
    ...field,
    arguments: [
      ...(field.arguments ?? []).filter(({ name }) => name.value !== 'first' && name.value !== 'after'),
      argument('first', { kind: Kind.INT, value: String(size) }),
      argument('after', { kind: Kind.VARIABLE, name: name(variable) }),
    ],
    selectionSet: {
      ...set,
      selections: [
        ...set.selections,
        {
          kind: Kind.FIELD,
          alias: name(alias),
          name: name('pageInfo'),
          selectionSet: {
            kind: Kind.SELECTION_SET,
            selections: ['hasNextPage', 'endCursor'].map((each) => ({ kind: Kind.FIELD, name: name(each) })),
          },
        },
      ],
    },
  });
  const cursor: VariableDefinitionNode = {
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: name(variable) },
    type: { kind: Kind.NAMED_TYPE, name: name('String') },
  };
  return {
    ...operation,
    operation: OperationTypeNode.QUERY,
    selectionSet: at(operation.selectionSet, keys),
    variableDefinitions: [...(operation.variableDefinitions ?? []), cursor],
  };
}

/** The operation with the fragments that it still spreads, and without the variables that nothing uses any more. */
function document(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): DocumentNode {
  const spread = new Map<string, FragmentDefinitionNode>();
  const used = new Set<string>();
  const look = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      VariableDefinition: () => false,
      Variable: (variable) => void used.add(variable.name.value),
      FragmentSpread({ name: { value } }) {
        const fragment = fragments.get(value);
        if (!fragment || spread.has(value)) return;
        spread.set(value, fragment);
        look(fragment);
      },
    });
  };
  look(operation);
  const variableDefinitions = operation.variableDefinitions?.filter((each) => used.has(each.variable.name.value)) ?? [];
  return { kind: Kind.DOCUMENT, definitions: [{ ...operation, variableDefinitions }, ...spread.values()] };
}

function argument(key: string, value: ArgumentNode['value']): ArgumentNode {
  return { kind: Kind.ARGUMENT, name: name(key), value };
}

function name(value: string): { readonly kind: Kind.NAME; readonly value: string } {
  return { kind: Kind.NAME, value };
}

function unused(wanted: string, taken: readonly string[]): string {
  return taken.includes(wanted) ? unused(`${wanted}_`, taken) : wanted;
}
