/** What documentation and messages name exists: verbs, files, links. */

import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { projectFiles, ROOT, textOf } from '../check/files.ts';

const FILES = projectFiles();
const PAGES = FILES.filter((path) => path.endsWith('.md'));
const SCRIPTS = Object.keys((JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }).scripts);

test('every verb that a page or a message names is a script of package.json', () => {
  const speaking = FILES.filter((path) => /\.(md|ts|html|js)$|^\.ci\//.test(path));
  const unknown = speaking.flatMap((path) =>
    [...textOf(path).matchAll(/\bnpm run ([a-z][a-z:]*[a-z])\b/g)]
      .filter(([, verb]) => !SCRIPTS.includes(verb as string))
      .map(([verb]) => `${path}: ${verb}`),
  );
  expect(unknown).toEqual([]);
});

test('the README has a row for every verb', () => {
  const readme = textOf('README.md');
  const verbs = SCRIPTS.map((name) => (['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`));
  expect(verbs.filter((verb) => !readme.includes(`| \`${verb}\` |`))).toEqual([]);
});

test('every file and folder that a page names exists', () => {
  const missing = PAGES.flatMap((page) =>
    [...namesIn(textOf(page))].filter((name) => !isThere(name, page)).map((name) => `${page}: ${name}`),
  );
  expect(missing).toEqual([]);
});

/** Paths in backticks that have a slash or a known ending, and the targets of links that stay here. */
function namesIn(markdown: string): Set<string> {
  const prose = markdown.replace(/^```[\s\S]*?^```$/gm, '');
  const quoted = [...prose.matchAll(/`([\w.-]+(?:\/[\w.-]+)*\/?)`/g)]
    .map(([, name]) => name as string)
    .filter((name) => /\.(md|ts|json|graphql|html)$/.test(name) || (name.includes('/') && isOurs(name)));
  const linked = [...prose.matchAll(/\]\(([^):#\s]+)(?:#[^)]*)?\)/g)].map(([, target]) => target as string);
  return new Set([...quoted, ...linked]);
}

/** Whether a path begins with a folder of the root. `./data` and what packages hold are not of the project. */
function isOurs(path: string): boolean {
  const [first] = path.split('/');
  return FILES.some((file) => file.startsWith(`${first}/`));
}

/** From the root, from the page's folder, or by its last part alone from below the page's folder. */
function isThere(name: string, page: string): boolean {
  const folder = posix.dirname(page);
  if ([name, posix.join(folder, name)].some((path) => existsSync(new URL(path, ROOT)))) return true;
  return FILES.some((file) => file.startsWith(folder === '.' ? '' : `${folder}/`) && file.endsWith(`/${name}`));
}
