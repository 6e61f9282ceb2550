/** Reads the graph as it is written, from schema/graph. */

import { readdirSync, readFileSync } from 'node:fs';
import { concatAST, GraphQLError, parse, Source as Text, type DocumentNode } from 'graphql';

const FOLDER = new URL('../graph/', import.meta.url);

/** All files of schema/graph as one document. Throws with file, line and column where one is not GraphQL. */
export function readGraph(folder: URL = FOLDER): DocumentNode {
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  return concatAST(files.sort().map((name) => parseFile(new URL(name, folder), `schema/graph/${name}`)));
}

function parseFile(url: URL, name: string): DocumentNode {
  try {
    return parse(new Text(readFileSync(url, 'utf8'), name));
  } catch (error) {
    throw new Error(error instanceof GraphQLError ? error.toString() : `${name}: ${String(error)}`, { cause: error });
  }
}
