/** Answers that are kept: each under the versions of what it read, and served for as long as they stand. */

import { LRUCache } from 'lru-cache';
import { entityTag } from '../http/entity-tag.ts';
import type { CacheOutcome } from '../metrics/metrics.ts';
import { apart } from './bytes.ts';
import { standing, type Stamp, type Versions } from './versions.ts';

/** An answer that is kept, whole and without errors. */
export interface KeptAnswer {
  readonly key: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** The bytes of the answer as JSON. */
  readonly body: Buffer;
  /** The bytes of a short one as a text, a character each (latin1): a text goes out in one piece with its headers. */
  readonly short: string | undefined;
  /** The same, packed, by the name of the encoding. */
  readonly packed: Map<string, Promise<Buffer>>;
  readonly tag: string;
  readonly stamp: Stamp;
  /** When it was kept, by `performance.now()`. */
  readonly since: number;
}

/** The answers of one supergraph. */
export interface AnswersOfSupergraph {
  /** Of what is read from these subgraphs from now on; undefined where nothing may be kept of it. */
  stampOf(subgraphs: readonly string[]): Stamp | undefined;
  find(key: string): KeptAnswer | undefined;
  /** What a look for an answer of these subgraphs would come to now. Nothing is counted. */
  outcomeOf(key: string, subgraphs: readonly string[]): CacheOutcome;
  /** Keeps an answer whose data were read after the stamp was taken; undefined where it is stale already, or too large. */
  keep(key: string, data: Readonly<Record<string, unknown>>, stamp: Stamp): KeptAnswer | undefined;
}

/** All answers that are kept. */
export interface Answers {
  /** The answers of a supergraph that is taken now. Those of the one before are given up, also those that are still under way. */
  begin(): AnswersOfSupergraph;
  /** The answer under a key of the supergraph of now, where it stands. */
  find(key: string): KeptAnswer | undefined;
}

/** What they are made of. */
export interface AnswersOptions {
  readonly versions: Versions;
  /** How much memory they may take, in bytes. */
  readonly maxBytes: number;
  /** Told of each look of an operation. */
  readonly onLook: (outcome: CacheOutcome) => void;
}

/** However many versions stand: what was written past the graph, into the database itself, is seen after as much, in milliseconds. */
export const KEPT_MS = 60_000;
const MAX_ANSWERS = 20_000;
/** The bytes, their packed forms and the same as objects, for each byte of the body. */
const BYTES_PER_BYTE = 4;
/** Longer ones are no short ones, in bytes. */
const SHORT = 8_192;
/** The rest of an entry. */
const ENTRY_BYTES = 1_000;

/** Nothing is kept yet. */
export function createAnswers({ versions, maxBytes, onLook }: AnswersOptions): Answers {
  const kept = new LRUCache<string, KeptAnswer>({
    max: MAX_ANSWERS,
    maxSize: Math.max(1, maxBytes),
    maxEntrySize: Math.max(1, Math.floor(maxBytes / 8)),
    sizeCalculation: ({ key, body }) => ENTRY_BYTES + 2 * key.length + BYTES_PER_BYTE * body.length,
  });
  let generation = 0;

  function look(answer: KeptAnswer | undefined): { readonly outcome: CacheOutcome; readonly answer?: KeptAnswer } {
    if (!answer) return { outcome: 'miss' };
    const isOld = performance.now() - answer.since > KEPT_MS;
    const now = isOld ? 'other' : standing(answer.stamp);
    if (now === 'same') return { outcome: 'hit', answer };
    return { outcome: now === 'uncertain' ? 'bypass' : 'stale' };
  }

  return {
    begin() {
      const mine = (generation += 1);
      kept.clear();
      return {
        stampOf(subgraphs) {
          const stamp = mine === generation ? versions.stampOf(subgraphs) : undefined;
          if (!stamp) onLook('bypass');
          return stamp;
        },
        find(key) {
          const { outcome, answer } = mine === generation ? look(kept.get(key)) : { outcome: 'bypass' as const };
          onLook(outcome);
          return answer;
        },
        outcomeOf(key, subgraphs) {
          const isKnown = mine === generation && versions.stampOf(subgraphs) !== undefined;
          return isKnown ? look(kept.peek(key)).outcome : 'bypass';
        },
        keep(key, data, stamp) {
          if (mine !== generation || standing(stamp) !== 'same') return undefined;
          const body = apart(Buffer.from(`${JSON.stringify({ data })}\n`));
          const short = body.length < SHORT ? body.toString('latin1') : undefined;
          const tag = entityTag(body);
          const answer = { key, data, body, short, packed: new Map(), tag, stamp, since: performance.now() };
          kept.set(key, answer);
          return kept.has(key) ? answer : undefined;
        },
      };
    },
    find(key) {
      const { outcome, answer } = look(kept.get(key));
      if (outcome === 'hit') onLook(outcome);
      return answer;
    },
  };
}
