/** `/record/<kind>/<id>`: a page of one record, at an address that can be cited. Files alone: the page is a client of registered operations, so who may read is theirs to say. */

import { readdirSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import Negotiator from 'negotiator';
import { ERRORS, CodedError } from '../../schema/errors.ts';
import { RecordKind } from '../../schema/generated/vocabularies.ts';
import { sendError } from '../../subgraphs/kit/server/errors.ts';
import { fileAsset, lazyAsset, sendAsset } from './assets.ts';
import { readPage } from './module-links.ts';

const FOLDER = new URL('../pages/record/', import.meta.url);
const HTML = 'text/html; charset=utf-8';
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

/** The kinds as addresses write them. */
const KINDS: readonly string[] = RecordKind.map((kind) => kind.toLowerCase().replaceAll('_', '-'));

/** Adds the pages of records and their files. An unknown kind answers `NOT_FOUND` with the kinds that there are. */
export function addRecordPages(app: FastifyInstance): void {
  for (const name of readdirSync(FOLDER)) {
    const type = TYPES[name.split('.').at(-1) ?? ''];
    if (type === undefined) continue;
    const asset = fileAsset(type, new URL(name, FOLDER));
    app.get(`/record/${name}`, async (request, reply) => sendAsset(await asset(), request, reply.headers(HEADERS)));
  }
  const page = lazyAsset(HTML, () => readPage(new URL('record.html', FOLDER)));
  for (const kind of KINDS) {
    app.get(`/record/${kind}/:id`, async (request, reply) => sendAsset(await page(), request, reply.headers(HEADERS)));
  }
  for (const path of ['/record', '/record/*']) {
    app.get(path, (request, reply) => {
      const { pathname } = new URL(request.url, 'http://any');
      const message = `There is no record at ${pathname}: the address is /record/<kind>/<id>, and the kinds are ${KINDS.join(', ')}`;
      const { accept } = request.headers;
      const isPage =
        new Negotiator({ headers: { accept } }).mediaType(['application/json', 'text/html']) === 'text/html';
      reply.headers(HEADERS);
      if (!isPage) return sendError(reply, new CodedError('NOT_FOUND', message));
      return reply.code(ERRORS.NOT_FOUND.status).type(HTML).send(noRecord(message));
    });
  }
}

function noRecord(message: string): string {
  const text = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>No such record – ASEAN Cross-Pillar Graph</title>
<link rel="icon" type="image/svg+xml" href="/explorer/favicon.svg"><link rel="stylesheet" href="/record/record.css"></head>
<body><main><h1>No such record</h1><p>${text}.</p><p><a href="/dashboard">Dashboard</a> · <a href="/desk">Desk</a> · <a href="/">Explorer</a> · <a href="/q">Tables</a></p></main></body>
</html>
`;
}
