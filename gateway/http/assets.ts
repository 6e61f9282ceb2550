/** Files of the pages, read and packed once and then kept in memory. */

import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuseMethods } from '../../subgraphs/kit/server/errors.ts';

/** A file as it is sent. */
export interface Asset {
  readonly type: string;
  readonly body: Buffer;
  readonly packed: Buffer;
  readonly etag: string;
}

/** Gives the asset, made at the first call. A failure is not kept. */
export function lazyAsset(type: string, read: () => Promise<string | Buffer>): () => Promise<Asset> {
  let asset: Promise<Asset> | undefined;
  return () => {
    asset ??= make(type, read).catch((error: unknown) => {
      asset = undefined;
      throw error;
    });
    return asset;
  };
}

/** An asset that is a file. */
export function fileAsset(type: string, file: URL | string): () => Promise<Asset> {
  return lazyAsset(type, () => readFile(file));
}

/** Assets by their addresses. */
export type Assets = Readonly<Record<string, () => Promise<Asset>>>;

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

/** The scripts and styles of a folder, below an address. */
export function folderAssets(folder: URL, at: string): Assets {
  return Object.fromEntries(
    readdirSync(folder).flatMap((name) => {
      const type = TYPES[name.split('.').at(-1) ?? ''];
      return type === undefined ? [] : [[`${at}/${name}`, fileAsset(type, new URL(name, folder))]];
    }),
  );
}

/** Serves assets, all with these headers. */
export function addAssets(app: FastifyInstance, assets: Assets, headers: Readonly<Record<string, string>> = {}): void {
  for (const [path, asset] of Object.entries(assets)) {
    app.get(path, async (request, reply) => sendAsset(await asset(), request, reply.headers(headers)));
    refuseMethods(app, path, ['GET', 'HEAD']);
  }
}

/** The address of an asset for as long as it stays what it is: whoever has it need not ask again. */
export function lastingAddress(path: string, { etag }: Asset): string {
  return `${path}?v=${versionOf(etag)}`;
}

/** Sends an asset, or 304 when the client has it. */
export function sendAsset(
  { type, body, packed, etag }: Asset,
  { headers, query }: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const isLasting = (query as Record<string, unknown>)['v'] === versionOf(etag);
  const caching = isLasting ? 'public, max-age=31536000, immutable' : 'no-cache';
  reply.headers({ etag, 'cache-control': caching, vary: 'accept-encoding' });
  if (headers['if-none-match'] === etag) return reply.code(304).send();
  reply.type(type);
  const accepted = headers['accept-encoding'];
  const packs = typeof accepted === 'string' && /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted);
  return packs ? reply.header('content-encoding', 'gzip').send(packed) : reply.send(body);
}

function versionOf(etag: string): string {
  return etag.replaceAll('"', '');
}

async function make(type: string, read: () => Promise<string | Buffer>): Promise<Asset> {
  const body = Buffer.from(await read());
  const packed = await promisify(gzip)(body);
  return { type, body, packed, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}
