/** `/dashboard`: the graph in pictures. Files alone, with the prebuilt chart packages: the page is a client of registered operations like any other. */

import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { fileAsset, lastingAddress, lazyAsset, sendAsset, type Asset } from './assets.ts';
import { readPage } from './module-links.ts';

const FOLDER = new URL('../pages/dashboard/', import.meta.url);
const SCRIPT = 'text/javascript; charset=utf-8';
const TYPES: Readonly<Record<string, string>> = {
  js: SCRIPT,
  css: 'text/css; charset=utf-8',
};

/** Scripts, styles and answers from our own address only; nothing inline, no eval: expressions of charts are interpreted. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

/** Adds the dashboard and its files. */
export function addDashboard(app: FastifyInstance): void {
  const packages = packageFiles();
  for (const [path, asset] of Object.entries({ ...ownFiles(packages), ...packages })) {
    app.get(path, async (request, reply) => sendAsset(await asset(), request, reply.headers(HEADERS)));
  }
}

type Files = Record<string, () => Promise<Asset>>;

function ownFiles(packages: Files): Files {
  const named = readdirSync(FOLDER).flatMap((name) => {
    const type = TYPES[name.split('.').at(-1) ?? ''];
    return type === undefined ? [] : [[`/dashboard/${name}`, fileAsset(type, new URL(name, FOLDER))] as const];
  });
  return {
    ...Object.fromEntries(named),
    '/dashboard': lazyAsset('text/html; charset=utf-8', () => readPage(new URL('dashboard.html', FOLDER))),
    '/dashboard/chart-scripts.js': lazyAsset(SCRIPT, () => chartScripts(packages)),
  };
}

/** Names the packages by addresses that last, so that a browser loads them once. */
async function chartScripts(packages: Files): Promise<string> {
  let text = await readFile(new URL('chart-scripts.js', FOLDER), 'utf8');
  for (const [path, asset] of Object.entries(packages)) {
    text = text.replace(`'${path}'`, `'${lastingAddress(path, await asset())}'`);
  }
  return text;
}

function packageFiles(): Files {
  return {
    '/dashboard/land.json': fileAsset('application/json; charset=utf-8', landFile()),
    '/dashboard/vega.js': fileAsset(SCRIPT, builtFile('vega', 'vega.min.js')),
    '/dashboard/vega-lite.js': fileAsset(SCRIPT, builtFile('vega-lite', 'vega-lite.min.js')),
    '/dashboard/vega-embed.js': fileAsset(SCRIPT, builtFile('vega-embed', 'vega-embed.min.js')),
    '/dashboard/vega-interpreter.js': lazyAsset(SCRIPT, async () => {
      const text = await readFile(builtFile('vega-interpreter', 'vega-interpreter.js'), 'utf8');
      return text.replace(/^import (\{[^}]*\}) from .+;$/m, 'const $1 = window.vega;');
    }),
  };
}

/** The land of the world without borders, in coarse outline (Natural Earth). */
function landFile(): string {
  return createRequire(import.meta.url).resolve('world-atlas/land-110m.json');
}

/** A prebuilt file that stands beside the one which the package exports. */
function builtFile(name: string, file: string): string {
  return join(dirname(createRequire(import.meta.url).resolve(name)), file);
}
