/** `/`: the explorer, with everything that it loads, and what all pages share. Nothing comes from elsewhere, and the browser is told to hold the page to that. */

import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { readTabs } from '../pages/tabs.ts';
import { addAssets, fileAsset, folderAssets, lazyAsset, sendAsset } from './assets.ts';

const FOLDER = new URL('../pages/explorer/', import.meta.url);
const SHARED = new URL('../pages/shared/', import.meta.url);
const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';
/** The scripts of the page itself; the first loads the others. */
const SCRIPTS = ['explorer.js', 'look-ups.js', 'snippets.js'];

/** What leads to the other pages: another graph than ours has none of them. */
const OTHER_PAGES = /<nav aria-label="Pages">.*?<\/nav>/s;

/** Adds the explorer and its files; the ready-made tabs ask this graph alone. */
export function addPages(app: FastifyInstance, { hasTabs }: { readonly hasTabs: boolean }): void {
  const page = lazyAsset('text/html; charset=utf-8', () => readFile(new URL('explorer.html', FOLDER)));
  app.get('/', async (_request, reply) => {
    const nonce = randomBytes(16).toString('base64');
    const { type, body } = await page();
    reply.headers({ ...pageHeaders(nonce), 'cache-control': 'no-store' }).type(type);
    const text = body.toString().replace('{{nonce}}', nonce);
    return hasTabs ? text : text.replace(OTHER_PAGES, '');
  });
  for (const [name, asset] of Object.entries(files(hasTabs))) {
    app.get(`/explorer/${name}`, async (request, reply) => sendAsset(await asset(), request, reply));
  }
  addAssets(app, folderAssets(SHARED, '/shared'));
}

function files(hasTabs: boolean): Record<string, ReturnType<typeof fileAsset>> {
  return {
    ...Object.fromEntries(SCRIPTS.map((name) => [name, fileAsset(SCRIPT, new URL(name, FOLDER))])),
    'explorer.css': fileAsset(STYLE, new URL('explorer.css', FOLDER)),
    'favicon.svg': fileAsset('image/svg+xml', new URL('favicon.svg', FOLDER)),
    'tabs.json': lazyAsset('application/json; charset=utf-8', async () =>
      JSON.stringify(hasTabs ? await readTabs() : []),
    ),
    'react.js': fileAsset(SCRIPT, packageFile('react', 'umd/react.production.min.js')),
    'react-dom.js': fileAsset(SCRIPT, packageFile('react-dom', 'umd/react-dom.production.min.js')),
    'graphiql.js': fileAsset(SCRIPT, packageFile('graphiql', 'graphiql.min.js')),
    'graphiql.css': fileAsset(STYLE, packageFile('graphiql', 'graphiql.min.css')),
  };
}

/** A prebuilt file of a package, whether or not the package exports it. */
function packageFile(name: string, path: string): string {
  const { resolve } = createRequire(import.meta.url);
  return join(dirname(resolve(`${name}/package.json`)), path);
}

/** Scripts, styles and answers from our own address only; no inline script, no eval, no inline style but by the nonce of the response. */
function pageHeaders(nonce: string): Record<string, string> {
  const policy = {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': `'self' 'nonce-${nonce}'`,
    'img-src': "'self' data:",
    'font-src': "'self' data:",
    'connect-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  };
  return {
    'content-security-policy': Object.entries(policy)
      .map(([directive, sources]) => `${directive} ${sources}`)
      .join('; '),
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  };
}
