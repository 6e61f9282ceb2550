/** `/desk`: where the Secretariat and the desks of the pillars decide who leads. Files alone: the page is a client of the graph like any other. */

import { readdirSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { fileAsset, lazyAsset, sendAsset } from './assets.ts';
import { readPage } from './module-links.ts';

const FOLDER = new URL('../pages/desk/', import.meta.url);
const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

/** Scripts, styles and answers from our own address only; nothing inline, no eval, no form that is sent by the browser itself. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

/** Adds the desk and its files. */
export function addDesk(app: FastifyInstance): void {
  for (const name of readdirSync(FOLDER)) {
    const type = TYPES[name.split('.').at(-1) ?? ''];
    if (type === undefined) continue;
    const asset = fileAsset(type, new URL(name, FOLDER));
    app.get(`/desk/${name}`, async (request, reply) => sendAsset(await asset(), request, reply.headers(HEADERS)));
  }
  const page = lazyAsset('text/html; charset=utf-8', () => readPage(new URL('desk.html', FOLDER)));
  app.get('/desk', async (request, reply) => sendAsset(await page(), request, reply.headers(HEADERS)));
}
