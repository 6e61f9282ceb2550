/**
 * The version of a pillar in another process, by its feed: one connection, taken again whenever it breaks. It counts for as long as lines
 * arrive that were written lately, so a connection that hangs, or that brings its lines late, does not pass for live.
 */

import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { Client } from 'undici';
import { sign } from '../../subgraphs/kit/signing.ts';
import { readVersion, versionText, type Confirmed, type Version } from '../../subgraphs/kit/version/data-version.ts';
import { readFeedLine, VERSIONS_PATH, VERSIONS_SIGNED } from '../../subgraphs/kit/version/feed.ts';
import type { WatchedVersion } from './own-version.ts';
import { LIVE_MS } from './versions.ts';

/** What it is made of. */
export interface VersionFeedOptions {
  readonly name: string;
  /** The whole address of the subgraph; the feed is beside it. */
  readonly url: string;
  readonly secret: string;
  readonly logger: Logger;
}

/** The version with its connection. */
export interface VersionFeed extends WatchedVersion {
  /** Told what the header of an answer of the subgraph said: a write through this gateway is known before it is acknowledged. */
  heard(text: string | undefined): void;
}

/** The pauses before a connection is taken again: half to all of this, doubled after each failure up to the last, in milliseconds. */
const PAUSE_MS = { first: 50, last: 500 };
/** After how long without a line a connection is given up, in milliseconds. */
const SILENT_MS = 1_000;
/** How much faster than the other one clock may run. */
const DRIFT = 0.001;
/** Longer lines are no versions, in characters. */
const LINE_LENGTH = 1_000;

/** Opens the feed. */
export function createVersionFeed({ name, url, secret, logger }: VersionFeedOptions): VersionFeed {
  const { origin, pathname } = new URL(VERSIONS_PATH.slice(1), url);
  const stopping = new AbortController();
  const clock = createClock();
  let last: { readonly version: Version; readonly text: string; readonly at: number } | undefined;
  /** An answer has said of a write: what was confirmed before does not count. */
  let notBefore = Number.NEGATIVE_INFINITY;
  let complaint: string | undefined;

  function take(confirmed: Confirmed | undefined): void {
    if (!confirmed) {
      last = undefined;
      return;
    }
    const at = clock.hereOf(confirmed.at);
    const { version } = confirmed;
    const isKnown = last?.version.epoch === version.epoch && version.number >= last.version.number;
    if (at >= notBefore || isKnown) last = { version, text: versionText(version), at };
    if (complaint !== undefined) logger.info({ subgraph: name }, 'the version feed is live again');
    complaint = undefined;
  }

  async function follow(client: Client): Promise<void> {
    const headers = sign({ secret, time: Date.now(), identity: '', body: VERSIONS_SIGNED });
    const { statusCode, body } = await client.request({
      method: 'GET',
      path: pathname,
      headers: { accept: 'application/x-ndjson', ...headers },
      signal: stopping.signal,
    });
    if (statusCode !== 200) {
      await body.dump();
      throw new Error(`${url}: the version feed answers with status ${statusCode}`);
    }
    clock.reset();
    let rest = '';
    for await (const chunk of body.setEncoding('utf8') as AsyncIterable<string>) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > LINE_LENGTH) throw new Error(`${url}: a line of the version feed has no end`);
      for (const line of lines) take(readFeedLine(line));
    }
    throw new Error(`${url}: the version feed has ended`);
  }

  async function run(): Promise<void> {
    let wait = PAUSE_MS.first;
    while (!stopping.signal.aborted) {
      // A feed that says nothing is left and taken again.
      const client = new Client(origin, {
        connect: { timeout: SILENT_MS },
        headersTimeout: SILENT_MS,
        bodyTimeout: SILENT_MS,
      });
      const begun = performance.now();
      const reason = await follow(client).catch((error: unknown) => error);
      last = undefined;
      await client.destroy();
      if (stopping.signal.aborted) return;
      const message = reason instanceof Error ? reason.message : String(reason);
      logger[message === complaint ? 'debug' : 'warn'](
        { subgraph: name, reason: message },
        'the version feed is not live',
      );
      complaint = message;
      wait = performance.now() - begun > PAUSE_MS.last ? PAUSE_MS.first : Math.min(2 * wait, PAUSE_MS.last);
      await pause(wait * (0.5 + Math.random() / 2), undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  const running = run();
  return {
    get current() {
      return last && performance.now() - last.at <= LIVE_MS ? last.text : undefined;
    },
    heard(text) {
      const version = readVersion(text);
      if (!version) return;
      const isOfEpoch = last?.version.epoch === version.epoch;
      if (last && isOfEpoch && version.number <= last.version.number) return;
      notBefore = performance.now();
      last = last && isOfEpoch ? { version, text: versionText(version), at: last.at } : undefined;
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/**
 * Reads instants of another process on the clock of this one. Nobody knows how far the clocks are apart, but no line arrives before it was
 * written: the line that took the least time says it best, and what took longer was written earlier than it seems.
 */
function createClock() {
  let apart = Number.POSITIVE_INFINITY;
  let readAt = 0;
  return {
    reset() {
      apart = Number.POSITIVE_INFINITY;
    },
    hereOf(there: number): number {
      const now = performance.now();
      apart = Math.min(apart + (now - readAt) * DRIFT, now - there);
      readAt = now;
      return there + apart;
    },
  };
}
