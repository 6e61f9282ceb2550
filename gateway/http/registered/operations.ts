/** The registered operations: one file each, its name the operation's address, the comment at its head what it answers. */

import { readdir, readFile } from 'node:fs/promises';
import { Kind, parse, type OperationDefinitionNode, type VariableDefinitionNode } from 'graphql';
import { LAYOUT_PARAMETERS } from '../export/options.ts';

/** One operation, ready to be asked by its name. */
export interface RegisteredOperation {
  /** Part of its address: `/q/calendar-2025`. */
  readonly name: string;
  /** What it answers, in a sentence. */
  readonly description: string;
  readonly query: string;
  readonly variables: readonly VariableDefinitionNode[];
}

const FOLDER = new URL('../../operations/', import.meta.url);
const ENDING = '.graphql';

/** Reads the operations of the project, in the order of their names. Throws where one could not be asked for. */
export async function readOperations(folder: URL = FOLDER): Promise<RegisteredOperation[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(ENDING)).toSorted();
  return Promise.all(
    files.map(async (file) =>
      createOperation(file.slice(0, -ENDING.length), await readFile(new URL(file, folder), 'utf8')),
    ),
  );
}

/** An operation of a text. Throws where it is no single query, or a variable has a name that says how an answer is laid out. */
export function createOperation(name: string, query: string): RegisteredOperation {
  const operations = parse(query).definitions.filter(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  const [operation] = operations;
  if (!operation || operations.length > 1 || operation.operation !== 'query')
    throw new Error(`The registered operation ${name} must be one query`);
  const variables = operation.variableDefinitions ?? [];
  const taken = variables.find((each) => (LAYOUT_PARAMETERS as readonly string[]).includes(each.variable.name.value));
  if (taken)
    throw new Error(
      `The registered operation ${name} has a variable $${taken.variable.name.value}: choose another name`,
    );
  return { name, description: headComment(query), query, variables };
}

/** The comment at the head of a document, as one line. */
function headComment(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines
    .slice(0, end)
    .map((line) => line.replace(/^#\s*/, '').trim())
    .join(' ')
    .trim();
}
