/** Tells the browser of all modules of a page at once: else it learns of each only from the one that imports it. */

import { readFile } from 'node:fs/promises';

const PAGES = new URL('../pages/', import.meta.url);
const SCRIPT = /<script type="module" src="([^"]+)"><\/script>/;
const IMPORT = /^(?:import|export) [^;]*?from '(\.[^']+)';$/gm;

/** A page of the folder `pages`, with a link to every module that its script imports, or they import. */
export async function readPage(file: URL): Promise<string> {
  const text = await readFile(file, 'utf8');
  const [tag = '', entry = ''] = SCRIPT.exec(text) ?? [];
  const links = [...(await modulesOf(entry))].map((path) => `<link rel="modulepreload" href="${path}" />`);
  return text.replace(tag, [...links, tag].join('\n    '));
}

/** The addresses of a module and of all that it needs, in the order in which they are met. */
async function modulesOf(entry: string): Promise<Set<string>> {
  const met = new Set([entry]);
  for (const path of met) {
    const text = await readFile(fileOf(path), 'utf8');
    for (const [, imported = ''] of text.matchAll(IMPORT)) met.add(new URL(imported, `http://page${path}`).pathname);
  }
  return met;
}

/** Modules stand in the folder `pages` as in their addresses. */
function fileOf(path: string): URL {
  return new URL(path.slice(1), PAGES);
}
