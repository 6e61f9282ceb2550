/** `/record/<kind>/<id>`: a page of one record, at an address that can be cited. Files alone: the page is a client of registered operations, so who may read is theirs to say. */

import type { FastifyInstance } from 'fastify';
import { ERRORS, CodedError } from '../../schema/errors.ts';
import { RecordKind } from '../../schema/generated/vocabularies.ts';
import { sendError } from '../../subgraphs/kit/server/errors.ts';
import { addAssets, folderAssets, lazyAsset } from './assets.ts';
import { prefersPage } from './formats.ts';
import { readPage } from './module-links.ts';
import { pageHeaders } from './page-headers.ts';

const FOLDER = new URL('../pages/record/', import.meta.url);
const HTML = 'text/html; charset=utf-8';
const HEADERS = pageHeaders();

/** The kinds as addresses write them. */
const KINDS: readonly string[] = RecordKind.map((kind) => kind.toLowerCase().replaceAll('_', '-'));

/** Adds the pages of records and their files. An unknown kind answers `NOT_FOUND` with the kinds that there are. */
export function addRecordPages(app: FastifyInstance): void {
  const page = lazyAsset(HTML, () => readPage(new URL('record.html', FOLDER)));
  const pages = Object.fromEntries(KINDS.map((kind) => [`/record/${kind}/:id`, page]));
  addAssets(app, { ...folderAssets(FOLDER, '/record'), ...pages }, HEADERS);
  for (const path of ['/record', '/record/*']) {
    app.get(path, (request, reply) => {
      const { pathname } = new URL(request.url, 'http://any');
      const message = `There is no record at ${pathname}: the address is /record/<kind>/<id>, and the kinds are ${KINDS.join(', ')}`;
      reply.headers(HEADERS);
      if (!prefersPage(request)) return sendError(reply, new CodedError('NOT_FOUND', message));
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
