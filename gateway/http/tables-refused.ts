/** What a browser shows of `/q` where reading needs a token: a link that is followed sends none. */

import type { FastifyReply, FastifyRequest } from 'fastify';
import { ERRORS } from '../../schema/errors.ts';
import { prefersPage } from './formats.ts';
import { REGISTERED_PATH } from './registered.ts';

/** Whether a person asks for the list of tables with a browser. */
export function isPageOfTables(request: FastifyRequest): boolean {
  return request.routeOptions.url === REGISTERED_PATH && prefersPage(request);
}

/** Says how the tables are read with a token. */
export function sendTablesRefused(reply: FastifyReply): FastifyReply {
  return reply
    .code(ERRORS.UNAUTHENTICATED.status)
    .headers({
      'content-security-policy':
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      vary: 'accept',
    })
    .type('text/html; charset=utf-8')
    .send(PAGE);
}

const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Tables need a token – ASEAN Cross-Pillar Graph</title>
<link rel="icon" type="image/svg+xml" href="/explorer/favicon.svg"><link rel="stylesheet" href="/record/record.css"></head>
<body><main><h1>Tables need a token</h1>
<p>Programs send it with each request: <code>authorization: Bearer …</code>. A browser that follows a link sends none.</p>
<p>In this tab: sign in on the <a href="/dashboard">dashboard</a> or at the <a href="/desk">desk</a>. The <a href="/">explorer</a> then lists every table under “Registered operations”, and gives each as CSV.</p>
</main></body>
</html>
`;
