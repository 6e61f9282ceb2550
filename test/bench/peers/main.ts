/**
 * `npm run bench:peers`: the graph beside other gateways, over the same data, in the same run, with rounds that take turns. Each answer is compared
 * first. `--quick` for short runs; `--only one-process,apollo`, `--operation heavy`, `--kind varied` and `--connections 16` for a part.
 */

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seed } from '../process.ts';
import { copyData, startSignedFleet, startUnsignedFleet } from './fleets.ts';
import { findHiveRouter } from './hive-router.ts';
import { AUTH_SECRET, createIdentities } from './identities.ts';
import { answersOf, count, measure, type Fleets, type Started } from './passes.ts';
import { countTable, goalTable, passTable, type Pass } from './report.ts';
import { KINDS, OPERATIONS, workloadsFor, type Workload } from './requests.ts';
import { systemsAt, type System } from './systems.ts';

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
const WARM_UP = { connections: 16, requests: values.quick ? 100 : 1_000, mostSeconds: values.quick ? 4 : 30 };
const CONNECTIONS = values.connections.split(',').map(Number);
const PACE = { rounds: ROUNDS, seconds: SECONDS, connections: CONNECTIONS, warmUp: WARM_UP };
const IDENTITIES = Math.max(64, ...CONNECTIONS);

// Each process that is started listens for the end of this one.
process.setMaxListeners(50);
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
  for (const workload of all) expected.set(workload, await answersOf(graph, workload));
  const answers = Object.fromEntries(
    [...expected]
      .map(([{ operation }, [text = '']]) => [operation[0]?.toUpperCase() + operation.slice(1), text] as const)
      .toReversed(),
  );
  for (const system of systems.filter(({ repeats }) => repeats))
    started.push(await start(system, fleets, seeded, answers));

  const passes: Pass[] = [];
  for (const workload of workloads) {
    passes.push(
      ...(await measure(workload, { started, fleets, folder, pace: PACE, expected: expected.get(workload) ?? [] })),
    );
    console.log(`\n${passTable(workload, passes, systems)}`);
  }
  console.log(`\n${countTable(await count(all, { started, fleets, folder }), systems)}`);
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
