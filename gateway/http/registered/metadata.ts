/** What a registered operation answers, in words that a program can read: parameters, columns with their units, and the lists that can be rows. */

import { getNamedType, isNonNullType, print, type GraphQLSchema } from 'graphql';
import { CodedError } from '../../../schema/errors.ts';
import { followed } from '../export/follow.ts';
import { readableOf } from '../export/prepare.ts';
import { shapeOf, type Leaf, type ReadableOperation } from '../export/shape.ts';
import { deepestLists, tableOf, type Table } from '../export/table.ts';
import type { RegisteredOperation } from './operations.ts';
import { allowedWords, inputTypeOf } from './variables.ts';

/** A parameter of an address. */
export interface ParameterMetadata {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  /** As GraphQL writes it; null where there is none. */
  readonly default: string | null;
  readonly allowed: string;
}

/** A column of a table. */
export interface ColumnMetadata {
  readonly name: string;
  readonly type: string;
  readonly description: string | null;
  /** The unit of its figures in words, as the schema describes it; null where it has none, or one that changes from row to row. */
  readonly unit: string | null;
  /** The column that holds the unit of each figure; null where there is none. */
  readonly unitColumn: string | null;
}

/** A table that the operation gives. */
export interface TableMetadata {
  /** The value of the parameter `rows` that chooses it; null where the whole answer is one row. */
  readonly rows: string | null;
  readonly columns: readonly ColumnMetadata[];
}

/** The parameters of an operation. */
export function parametersMetadata(operation: RegisteredOperation, schema: GraphQLSchema): ParameterMetadata[] {
  return operation.variables.map((definition) => {
    const type = inputTypeOf(definition, schema);
    return {
      name: definition.variable.name.value,
      type: print(definition.type),
      required: isNonNullType(type) && !definition.defaultValue,
      default: definition.defaultValue ? print(definition.defaultValue) : null,
      allowed: allowedWords(type),
    };
  });
}

/** The tables of an operation: one where its lists stand inside each other, else one for each list that holds no other. */
export function tablesMetadata(
  { query }: RegisteredOperation,
  schema: GraphQLSchema,
  variables: Readonly<Record<string, unknown>>,
): TableMetadata[] {
  const readable = readableOf(schema, { query, variables });
  if (!readable) return [];
  const root = shapeOf(readable);
  const lists = [...deepestLists(root).keys()];
  return (lists.length === 0 ? [undefined] : lists).map((rows) => {
    const { columns } = tableOf(root, rows);
    return { rows: rows ?? null, columns: columns.map((column) => columnMetadata(column, columns)) };
  });
}

/** How a table of an operation is asked for. */
export interface TableChoice {
  /** The value of the parameter `rows`; null where none is needed. */
  readonly rows: string | null;
  /** Whether its rows have pages, which `all=true` follows. */
  readonly all: boolean;
}

/** The tables of an operation by what is to be asked, whatever its variables. */
export function tableChoices({ query }: RegisteredOperation, schema: GraphQLSchema): TableChoice[] {
  const readable = readableOf(schema, { query });
  if (!readable) return [{ rows: null, all: false }];
  const root = shapeOf(readable);
  const lists = [...deepestLists(root).keys()];
  return (lists.length === 0 ? [undefined] : lists).map((rows) => ({
    rows: lists.length > 1 && rows !== undefined ? rows : null,
    all: hasPages(tableOf(root, rows), readable),
  }));
}

function hasPages(table: Table, readable: ReadableOperation): boolean {
  try {
    followed(table, readable);
    return true;
  } catch (error) {
    if (error instanceof CodedError) return false;
    throw error;
  }
}

function columnMetadata({ path, key, field }: Leaf, columns: readonly Leaf[]): ColumnMetadata {
  const type = getNamedType(field.type);
  const isFigure = type.name === 'Float' || type.name === 'Int';
  const sibling = path.replace(/[^.]*$/, 'unit');
  const hasUnitBeside = key === 'value' && isFigure && columns.some((each) => each.path === sibling);
  return {
    name: path,
    type: String(field.type),
    description: field.description ?? null,
    unit: isFigure ? unitIn(field.description) : null,
    unitColumn: hasUnitBeside ? sibling : null,
  };
}

/** Descriptions say it as "in square kilometres"; "in the series" is no unit. */
function unitIn(description: string | null | undefined): string | null {
  const [, unit = null] = /\bin (?!the |its |that |which |whole )([a-z][a-z ]*[a-z])/.exec(description ?? '') ?? [];
  return unit;
}
