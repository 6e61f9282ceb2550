/** `/dashboard`: the graph in pictures. Files alone, with the prebuilt chart packages: the page is a client of registered operations like any other. */

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { addAssets, fileAsset, folderAssets, lastingAddress, lazyAsset, type Assets } from './assets.ts';
import { readPage } from './module-links.ts';
import { pageHeaders } from './page-headers.ts';

const FOLDER = new URL('../pages/dashboard/', import.meta.url);
const SCRIPT = 'text/javascript; charset=utf-8';

/** Adds the dashboard and its files. Expressions of charts are interpreted, so that they need no eval. */
export function addDashboard(app: FastifyInstance): void {
  const packages = packageAssets();
  const own = {
    '/dashboard': lazyAsset('text/html; charset=utf-8', () => readPage(new URL('dashboard.html', FOLDER))),
    '/dashboard/chart-scripts.js': lazyAsset(SCRIPT, () => chartScripts(packages)),
  };
  const assets = { ...folderAssets(FOLDER, '/dashboard'), ...own, ...packages };
  addAssets(app, assets, pageHeaders({ images: "'self' data:" }));
}

/** Names the packages by addresses that last, so that a browser loads them once. */
async function chartScripts(packages: Assets): Promise<string> {
  let text = await readFile(new URL('chart-scripts.js', FOLDER), 'utf8');
  for (const [path, asset] of Object.entries(packages)) {
    text = text.replace(`'${path}'`, `'${lastingAddress(path, await asset())}'`);
  }
  return text;
}

function packageAssets(): Assets {
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
