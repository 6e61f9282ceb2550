/** `/q`: the registered operations, as JSON for programs and as a page for people. */

import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { refuseMethods } from '../../subgraphs/kit/server/errors.ts';
import { sendTagged } from './entity-tag.ts';
import { prefersPage, varyByAccept } from './formats.ts';
import { REGISTERED_PATH, type RegisteredOptions } from './registered.ts';
import { parametersMetadata, tableChoices, type ParameterMetadata, type TableChoice } from './registered/metadata.ts';

/** Adds the route. */
export function addRegisteredListRoute(
  app: FastifyInstance,
  { operations, schema }: Pick<RegisteredOptions, 'operations' | 'schema'>,
): void {
  app.get(REGISTERED_PATH, async (request, reply) => {
    varyByAccept(reply);
    const entries = operations.map((operation) => ({
      name: operation.name,
      description: operation.description,
      url: `${REGISTERED_PATH}/${operation.name}`,
      metadata: `${REGISTERED_PATH}/${operation.name}.metadata.json`,
      parameters: parametersMetadata(operation, schema()),
      tables: tableChoices(operation, schema()),
      query: operation.query,
    }));
    const isPage = prefersPage(request);
    if (isPage) reply.headers(PAGE_HEADERS);
    const body = isPage ? pageOf(entries) : `${JSON.stringify({ operations: entries })}\n`;
    return sendTagged(
      body,
      request,
      reply.type(isPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8'),
    );
  });
  refuseMethods(app, REGISTERED_PATH, ['GET', 'HEAD']);
}

const STYLE = `
body { margin: 2rem auto; max-width: 56rem; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff }
h2 { margin: 2rem 0 0; font-size: 1.1rem } p { margin: .25rem 0 } a { color: #0b4f9e } code { font-size: .9em }
table { border-collapse: collapse; margin: .5rem 0 } th, td { padding: .2rem .8rem .2rem 0; text-align: left; vertical-align: top; overflow-wrap: anywhere }
`;

/** Nothing is loaded and nothing runs; the one style is known by its hash. */
const PAGE_HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
};

interface Entry {
  readonly name: string;
  readonly description: string;
  readonly url: string;
  readonly metadata: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly tables: readonly TableChoice[];
}

function pageOf(entries: readonly Entry[]): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Registered operations</title><style>${STYLE}</style></head>
<body>
<nav aria-label="Pages"><a href="/dashboard">Dashboard</a> · <a href="/desk">Desk</a> · <a href="/">Explorer</a></nav>
<main>
<h1>Registered operations</h1>
<p>Each answers one question at an address of its own, as JSON, CSV or NDJSON. Parameters go into the address: <code>?name=value</code>.</p>
${entries.map(sectionOf).join('\n')}
</main>
</body>
</html>
`;
}

function sectionOf({ name, description, url, metadata, parameters, tables }: Entry): string {
  const links = [
    [url, 'JSON'],
    ...tables.flatMap(({ rows, all }) =>
      ['csv', 'ndjson'].map((format) => {
        const layout = { format, ...(rows !== null && { rows }), ...(all && { all: 'true' }) };
        const name = tables.length > 1 ? ` of ${rows}` : '';
        return [`${url}?${new URLSearchParams(layout)}`, `${format.toUpperCase()}${name}`];
      }),
    ),
    [metadata, 'metadata'],
  ].map(([href = '', text = '']) => `<a href="${escaped(href)}">${text}</a>`);
  return `<section>
<h2 id="${escaped(name)}">${escaped(name)}</h2>
<p>${escaped(description)}</p>
<p>${links.join(' · ')}</p>
${parameters.length > 0 ? tableOf(parameters) : ''}</section>`;
}

function tableOf(parameters: readonly ParameterMetadata[]): string {
  const rows = parameters.map(
    ({ name, allowed, default: fallback, required }) =>
      `<tr><td><code>${escaped(name)}</code></td><td>${escaped(allowed)}</td><td>${required ? 'needed' : escaped(fallback ?? 'none')}</td></tr>`,
  );
  return `<table><thead><tr><th>parameter</th><th>allowed</th><th>default</th></tr></thead><tbody>${rows.join('')}</tbody></table>\n`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
