/** A graph over an empty folder of its own, and a browser before it. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startRunning, type Running } from '../http/started.ts';
import { launchChromium } from './chromium.ts';

/** Both, as they run. */
export interface Browsed {
  readonly graph: Running;
  readonly browser: Browser;
  /** Ends both, and removes the folder. */
  stop(): Promise<void>;
}

/** Starts the graph, with these settings, and the browser. */
export async function startBrowsed(env: Readonly<Record<string, string>> = {}): Promise<Browsed> {
  const folder = await mkdtemp(join(tmpdir(), 'browsed-'));
  const [graph, browser] = await Promise.all([startRunning({ env: { DATA_DIR: folder, ...env } }), launchChromium()]);
  return {
    graph,
    browser,
    async stop() {
      await browser.close();
      await graph.stop();
      await rm(folder, { recursive: true });
    },
  };
}
