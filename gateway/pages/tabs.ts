/** The ready-made tabs of the explorer: one file a query, in the order of their names, its variables beside it. */

import { readdir, readFile } from 'node:fs/promises';

/** One tab. */
export interface Tab {
  readonly query: string;
  /** JSON text. */
  readonly variables?: string;
}

const FOLDER = new URL('tabs/', import.meta.url);

/** Reads the tabs. */
export async function readTabs(): Promise<Tab[]> {
  const names = (await readdir(FOLDER)).sort();
  const read = (name: string) => readFile(new URL(name, FOLDER), 'utf8');
  return Promise.all(
    names
      .filter((name) => name.endsWith('.graphql'))
      .map(async (name) => {
        const variables = name.replace('.graphql', '.variables.json');
        const query = await read(name);
        return names.includes(variables) ? { query, variables: await read(variables) } : { query };
      }),
  );
}
