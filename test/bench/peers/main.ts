/**
 * `npm run bench:peers`: the graph beside other gateways, over the same data, in the same run, with rounds that take turns. Each answer is compared
 * first. `--quick` for short runs; `--only one-process,apollo`, `--operation heavy`, `--kind varied` and `--connections 16` for a part.
 */

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seed } from '../process.ts';
import { answersOf, assertSame } from './equality.ts';
import { copyData, countBefore, startSignedFleet, startUnsignedFleet, type Fleet } from './fleets.ts';
import { findHiveRouter } from './hive-router.ts';
import { AUTH_SECRET, createIdentities } from './identities.ts';
import { putLoad, type Load } from './load.ts';
import { quiet, whileWatching } from './processes.ts';
import { countTable, goalTable, passTable, type Count, type Pass } from './report.ts';
import { KINDS, OPERATIONS, workloadsFor, type Workload } from './requests.ts';
import { systemsAt, type Running, type System } from './systems.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    operation: { type: 'string' },
    kind: { type: 'string' },
    connections: { type: 'string', default: '1,16,64' },
    seconds: { type: 'string' },
    rounds: { type: 'string' },
    'hive-router': { type: 'string' },
    peers: { type: 'string', default: join(tmpdir(), 'cross-pillar-peers') },
  },
});
const SECONDS = Number(values.seconds ?? (values.quick ? 2 : 5));
const ROUNDS = Number(values.rounds ?? (values.quick ? 1 : 3));
const WARM_UP = { connections: 16, seconds: values.quick ? 1 : 3 };
const CONNECTIONS = values.connections.split(',').map(Number);
const IDENTITIES = Math.max(64, ...CONNECTIONS);

interface Started {
  readonly system: System;
  readonly running: Running;
}

const folder = mkdtempSync(join(tmpdir(), 'graph-bench-'));
const stops: (() => Promise<unknown>)[] = [];
try {
  await bench();
} finally {
  for (const stop of stops.toReversed()) await stop();
  rmSync(folder, { recursive: true });
}

async function bench(): Promise<void> {
  const systems = await chosenSystems();
  const seeded = join(folder, 'seeded');
  await seed(seeded, 1);
  const fleets = await startFleets(systems, seeded);
  const started: Started[] = [];
  for (const system of systems.filter(({ repeats }) => !repeats)) started.push(await start(system, fleets, seeded));
  const graph = started.find(({ system }) => !system.only);
  if (!graph) throw new Error('Nothing to compare with: choose a system that answers all operations');
  const identities = await createIdentities(IDENTITIES);
  const all = await workloadsFor(graph.running.url, { operations: chosen(values.operation, OPERATIONS), identities });
  const workloads = all.filter(({ kind }) => chosen(values.kind, KINDS).includes(kind));

  const expected = new Map<Workload, string[]>();
  for (const workload of all) expected.set(workload, await answersOf(graph.running.url, workload));
  const answers = Object.fromEntries(
    [...expected]
      .map(([{ operation }, [text = '']]) => [operation[0]?.toUpperCase() + operation.slice(1), text] as const)
      .toReversed(),
  );
  for (const system of systems.filter(({ repeats }) => repeats))
    started.push(await start(system, fleets, seeded, answers));

  const passes: Pass[] = [];
  for (const workload of workloads) {
    passes.push(...(await measure(workload, { started, fleets, expected: expected.get(workload) ?? [] })));
    console.log(`\n${passTable(workload, passes, systems)}`);
  }
  console.log(`\n${countTable(await count(started, fleets, workloads), systems)}`);
  console.log(`\n${goalTable(passes, systems)}`);
}

/** Those that were named, without those that cannot run here. */
async function chosenSystems(): Promise<System[]> {
  mkdirSync(values.peers, { recursive: true });
  const hiveRouter = findHiveRouter(values['hive-router'], process.env['PATH'] ?? '');
  const all = systemsAt({ peers: values.peers, hiveRouter, env: { LOG_LEVEL: 'error', AUTH_SECRET } });
  const names = chosen(
    values.only,
    all.map(({ name }) => name),
  );
  const usable: System[] = [];
  for (const system of all.filter(({ name }) => names.includes(name))) {
    const obstacle = await system.prepare?.();
    if (obstacle) console.log(`Without ${system.title}: ${obstacle}.`);
    else usable.push(system);
  }
  return usable;
}

/** The items of a list that a flag names; all where it is left out. */
function chosen<T extends string>(flag: string | undefined, all: readonly T[]): readonly T[] {
  if (flag === undefined) return all;
  const names = flag.split(',');
  const unknown = names.find((name) => !(all as readonly string[]).includes(name));
  if (unknown !== undefined) throw new Error(`There is no ${unknown}: choose among ${all.join(', ')}`);
  return all.filter((name) => names.includes(name));
}

type Fleets = Partial<Record<System['over'], Fleet>>;

async function startFleets(systems: readonly System[], seeded: string): Promise<Fleets> {
  const fleets: Fleets = {};
  const starts = { signed: startSignedFleet, unsigned: startUnsignedFleet } as const;
  for (const over of ['signed', 'unsigned'] as const) {
    if (!systems.some((system) => system.over === over)) continue;
    const fleet = await starts[over](copyData(seeded, join(folder, over)));
    stops.push(fleet.stop);
    fleets[over] = fleet;
  }
  return fleets;
}

async function start(system: System, fleets: Fleets, seeded: string, answers = {}): Promise<Started> {
  const running = await system.start({
    dataDir: system.over === 'process' ? copyData(seeded, join(folder, system.name)) : '',
    urls: fleets[system.over]?.urls ?? { apsc: '', aec: '', ascc: '', directory: '' },
    file: join(folder, `${system.name}.txt`),
    answers,
  });
  stops.push(running.stop);
  return { system, running };
}

interface Setting {
  readonly started: readonly Started[];
  readonly fleets: Fleets;
  readonly expected: readonly string[];
}

/** All passes of a workload. The systems take turns, and each round begins with another. */
async function measure(workload: Workload, { started, fleets, expected }: Setting): Promise<Pass[]> {
  const { operation, kind, identities } = workload;
  const concerned = started.filter(
    ({ system }) => (!system.only || system.only === operation) && (!system.repeats || kind === 'identical'),
  );
  const pids = [...started.map(({ running }) => running.pid), ...Object.values(fleets).flatMap((fleet) => fleet.pids)];
  const loads = new Map<Started, Omit<Load, 'connections' | 'seconds'>>();
  for (const each of concerned) {
    const { system, running } = each;
    await naming(`${system.title}, ${operation}, ${kind}`, async () => {
      const bodies = spokenTo(system, workload);
      const answers = await answersOf(running.url, { bodies, identities });
      assertSame(answers, expected);
      const sizes = answers.map(({ length }) => length);
      const lengths = { least: Math.min(...sizes), most: Math.max(...sizes) };
      loads.set(each, { url: running.url, bodies, identities, lengths });
      await putLoad({ ...(loads.get(each) as Load), ...WARM_UP }, join(folder, 'load.json'));
    });
  }
  const passes: Pass[] = [];
  for (const connections of CONNECTIONS) {
    for (let round = 0; round < ROUNDS; round++) {
      for (const place of concerned.keys()) {
        const each = concerned[(place + round) % concerned.length] as Started;
        const { system, running } = each;
        await quiet(pids);
        const load = { ...(loads.get(each) as Load), connections, seconds: SECONDS };
        const measured = await naming(`${system.title}, ${operation}, ${kind}, ${connections} connections`, () =>
          whileWatching(running.pid, () => putLoad(load, join(folder, 'load.json'))),
        );
        passes.push({ system: system.name, operation, kind, connections, ...measured });
      }
    }
  }
  return passes;
}

/** What one operation makes each gateway send, from a run of its own through proxies: counting costs the timed passes nothing. */
async function count(started: readonly Started[], fleets: Fleets, workloads: readonly Workload[]): Promise<Count[]> {
  const counts: Count[] = [];
  for (const { system } of started) {
    const fleet = fleets[system.over];
    if (!fleet) continue;
    const counting = await countBefore(fleet);
    const running = await system.start({
      dataDir: '',
      urls: counting.urls,
      file: join(folder, `${system.name}-counted.txt`),
      answers: {},
    });
    try {
      for (const workload of workloads.filter(({ kind }) => kind === 'identical')) {
        const request = { bodies: spokenTo(system, workload), identities: [] };
        await answersOf(running.url, request);
        counting.take();
        await answersOf(running.url, request);
        counts.push({ system: system.name, operation: workload.operation, sent: counting.take() });
      }
    } finally {
      await running.stop();
      await counting.stop();
    }
  }
  return counts;
}

function spokenTo(system: System, workload: Workload): readonly string[] {
  return system.needsSpelling ? workload.spelledOut : workload.bodies;
}

async function naming<T>(what: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw new Error(`${what}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
