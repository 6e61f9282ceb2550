/**
 * `npm run bench:endurance`, an hour or `-- --minutes 2`: registered operations, exports, free-form queries, some of them never seen before, and
 * decisions, all at once on one process; whether anything fails, and whether memory stays flat. `--mode distributed` on four processes,
 * with `--restart` one of which is killed at half time. `--decisions 20` makes so many decisions in a hundred requests.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { SignJWT } from 'jose';
import { startPillars } from '../fault/pillars.ts';
import { createMix, type Mix } from './mix.ts';
import { median, seed, startProcess } from './process.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    mode: { type: 'string', default: 'one-process' },
    restart: { type: 'boolean', default: false },
    decisions: { type: 'string', default: '1' },
  },
});
const DURATION_MS = Number(values.minutes) * 60_000;
const CONNECTIONS = 4;
const SAMPLE_EVERY_MS = 1_000;
/** The caches fill in the first ones. */
const PARTS = ['1st sixth', '2nd', '3rd', '4th', '5th', '6th'];
/** A pillar that is killed is away so long, in milliseconds; errors are expected meanwhile, and for the second that its return takes. */
const AWAY_MS = 5_000;
const RETURN_MS = 1_000;
const AUTH_SECRET = 'the secret of this benchmark, which is not secret';

/** What is loaded. */
interface Loaded {
  /** Its address without a path. */
  readonly url: string;
  /** Kills a pillar and starts it again. */
  restart?(): Promise<void>;
  stop(): Promise<unknown>;
}

interface Sample {
  readonly part: number;
  readonly heapMb: number;
  /** What is set aside for the heap, garbage and room included. */
  readonly heapTotalMb: number;
  readonly externalMb: number;
  readonly residentMb: number;
}

const dataDir = mkdtempSync(join(tmpdir(), 'endurance-bench-'));
try {
  await seed(dataDir, 1);
  const graph = await (values.mode === 'distributed' ? distributed() : oneProcess());
  try {
    await endure(graph);
  } finally {
    await graph.stop();
  }
} finally {
  rmSync(dataDir, { recursive: true });
}

async function oneProcess(): Promise<Loaded> {
  const { url, stop } = await startProcess(dataDir, { AUTH_SECRET, CACHE_MB: '64' });
  return { url: new URL(url).origin, stop };
}

async function distributed(): Promise<Loaded> {
  const quiet = { LOG_LEVEL: 'error' };
  const pillars = await startPillars({ DATA_DIR: dataDir, ...quiet }, { AUTH_SECRET, ...quiet });
  return {
    url: pillars.gateway.url,
    async restart() {
      await pillars.kill('AEC');
      await pause(AWAY_MS);
      await pillars.revive('AEC');
      await pause(RETURN_MS);
    },
    stop: pillars.stop,
  };
}

async function endure({ url, restart }: Loaded): Promise<void> {
  const start = performance.now();
  const now = () => performance.now() - start;
  const part = () => Math.min(PARTS.length - 1, Math.floor((now() / DURATION_MS) * PARTS.length));
  const mix = await createMix({ url, token: await token(), decisions: Number(values.decisions) });
  const requests = PARTS.map(() => 0);
  const failures: string[] = [];
  const expected: string[] = [];
  const samples: Sample[] = [];
  let isAway = false;

  async function load(connection: number): Promise<void> {
    for (let turn = connection; now() < DURATION_MS; turn += CONNECTIONS) {
      const mayFail = isAway;
      const failure = await mix.take(turn);
      requests[part()] = (requests[part()] ?? 0) + 1;
      if (failure !== undefined) (mayFail || isAway ? expected : failures).push(failure);
    }
  }

  async function sample(): Promise<void> {
    for (; now() < DURATION_MS; await pause(SAMPLE_EVERY_MS)) samples.push({ part: part(), ...(await memoryOf(url)) });
  }

  async function kill(): Promise<void> {
    if (!values.restart || !restart) return;
    await pause(DURATION_MS / 2);
    isAway = true;
    await restart();
    isAway = false;
  }

  await Promise.all([...Array.from({ length: CONNECTIONS }, (_, connection) => load(connection)), sample(), kill()]);
  report({ mix, requests, failures, expected, samples });
}

/** The least of each part is what is left when garbage was collected. */
function report({
  mix,
  requests,
  failures,
  expected,
  samples,
}: {
  readonly mix: Mix;
  readonly requests: readonly number[];
  readonly failures: readonly string[];
  readonly expected: readonly string[];
  readonly samples: readonly Sample[];
}): void {
  const inPart = (part: number, key: Exclude<keyof Sample, 'part'>) =>
    samples.filter((one) => one.part === part).map((one) => one[key]);
  const rows = [
    ['requests', ...requests.map(String)],
    ['heap, least', ...PARTS.map((_, part) => `${Math.min(...inPart(part, 'heapMb')).toFixed(0)} MB`)],
    ...(
      [
        ['heap set aside, median', 'heapTotalMb'],
        ['outside the heap, median', 'externalMb'],
        ['resident memory, median', 'residentMb'],
      ] as const
    ).map(([name, key]) => [name, ...PARTS.map((_, part) => `${median(inPart(part, key)).toFixed(0)} MB`)]),
  ];
  const head = [`${values.minutes} minutes of mixed load, ${values.mode}`, ...PARTS];
  for (const row of [head, ...rows]) console.log(row.join(' | '));
  console.log(mix.taken());
  console.log(`${failures.length} failed${values.restart ? `, and ${expected.length} while a pillar was away` : ''}`);
  for (const failure of new Set(failures.slice(0, 5))) console.log(failure);
  if (failures.length > 0) process.exitCode = 1;
}

async function memoryOf(url: string): Promise<Omit<Sample, 'part'>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const mb = (name: string) => Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1]) / 1_048_576;
  return {
    heapMb: mb('nodejs_heap_size_used_bytes'),
    heapTotalMb: mb('nodejs_heap_size_total_bytes'),
    externalMb: mb('nodejs_external_memory_bytes'),
    residentMb: mb('process_resident_memory_bytes'),
  };
}

function token(): Promise<string> {
  return new SignJWT({ scope: 'lead:assign' })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('bench')
    .setExpirationTime('24h')
    .sign(Buffer.from(AUTH_SECRET));
}
