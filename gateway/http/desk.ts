/** `/desk`: where the Secretariat and the desks of the pillars decide who leads. Files alone: the page is a client of the graph like any other. */

import type { FastifyInstance } from 'fastify';
import { addAssets, folderAssets, lazyAsset } from './assets.ts';
import { readPage } from './module-links.ts';
import { pageHeaders } from './page-headers.ts';

const FOLDER = new URL('../pages/desk/', import.meta.url);

/** Adds the desk and its files. */
export function addDesk(app: FastifyInstance): void {
  const page = lazyAsset('text/html; charset=utf-8', () => readPage(new URL('desk.html', FOLDER)));
  addAssets(app, { ...folderAssets(FOLDER, '/desk'), '/desk': page }, pageHeaders());
}
