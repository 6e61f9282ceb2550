/** Where a supergraph is kept: a file or an address, read again whenever it may have changed. */

import { unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

/** A place that holds the text of a supergraph. */
export interface SupergraphPlace {
  /** As the setting has it. */
  readonly name: string;
  /** The text of now. Throws where there is none; the message follows the name of the place. */
  read(): Promise<string>;
  /** Calls back when the text may have changed; gives what ends that. */
  watch(onChange: () => void): () => void;
}

/** How places are watched. */
export interface WatchOptions {
  /** How often a file is looked at, in milliseconds. A look costs one `stat`. */
  readonly lookMs?: number;
  /** How often an address is asked, in milliseconds. */
  readonly pollMs?: number;
}

const LOOK_MS = 500;
const POLL_MS = 10_000;
/** How long an address may take to answer. */
const DEADLINE_MS = 10_000;

/** The place of that name: an address where it begins like one, else a file. */
export function supergraphPlace(
  name: string,
  { lookMs = LOOK_MS, pollMs = POLL_MS }: WatchOptions = {},
): SupergraphPlace {
  return /^https?:\/\//.test(name) ? addressPlace(name, pollMs) : filePlace(name, lookMs);
}

/** Watched by looking: that sees a file that is replaced, mounted or linked anew, which notifications do not. */
function filePlace(name: string, lookMs: number): SupergraphPlace {
  const path = resolve(name);
  return {
    name,
    async read() {
      try {
        return await readFile(path, 'utf8');
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        throw new Error(code === 'ENOENT' ? 'is no file' : `cannot be read (${code ?? message})`, { cause: error });
      }
    },
    watch(onChange) {
      watchFile(path, { interval: lookMs, persistent: false }, onChange);
      return () => unwatchFile(path, onChange);
    },
  };
}

function addressPlace(name: string, pollMs: number): SupergraphPlace {
  let last: { readonly tag: string; readonly text: string } | undefined;
  return {
    name,
    async read() {
      const response = await fetch(name, {
        headers: { accept: 'text/plain, */*', ...(last && { 'if-none-match': last.tag }) },
        signal: AbortSignal.timeout(DEADLINE_MS),
      }).catch((error: unknown) => {
        throw new Error(`does not answer (${reasonOf(error)})`, { cause: error });
      });
      if (response.status === 304 && last) return last.text;
      if (!response.ok) throw new Error(`answered with status ${response.status}`);
      const text = await response.text();
      const tag = response.headers.get('etag');
      last = tag === null ? undefined : { tag, text };
      return text;
    },
    watch(onChange) {
      const timer = setInterval(onChange, pollMs).unref();
      return () => clearInterval(timer);
    },
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
  return code ?? error.message;
}
