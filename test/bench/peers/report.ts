/** What was measured, as tables, and how it stands to the goals. */

import type { SubgraphName } from '../../../schema/stewards.ts';
import { median } from '../process.ts';
import { toPillars, type SentToEach } from './fleets.ts';
import type { Measured } from './load.ts';
import type { Cost } from './processes.ts';
import type { Kind, Operation, Workload } from './requests.ts';
import type { System } from './systems.ts';

/** One pass of one system. */
export interface Pass extends Measured, Cost {
  readonly system: string;
  readonly operation: Operation;
  readonly kind: Kind;
  readonly connections: number;
}

/** What one operation made a system send. */
export interface Count {
  readonly system: string;
  readonly operation: Operation;
  readonly sent: SentToEach;
}

/** What is wanted of the heavy operation: one system's figure in proportion to another's. */
const GOALS = [
  ['one-process', 'apollo', 10],
  ['one-process', 'hive-gateway', 10],
  ['one-process', 'hive-router', 2],
  ['distributed', 'apollo', 3],
  ['distributed', 'hive-gateway', 3],
  ['distributed', 'hive-router', 1],
  ['one-process', 'hand-written', 0.5],
] as const;
/** At most this part of Hive Gateway's memory. */
const MEMORY_GOAL = 0.5;

/** The passes of all rounds of one setting as one: medians, and the highest memory. */
function summed(passes: readonly Pass[]): Omit<Measured & Cost, 'requests'> | undefined {
  if (passes.length === 0) return undefined;
  return {
    requestsPerSecond: median(passes.map((pass) => pass.requestsPerSecond)),
    p50Ms: median(passes.map((pass) => pass.p50Ms)),
    p99Ms: median(passes.map((pass) => pass.p99Ms)),
    processorMs: median(passes.map((pass) => pass.processorMs)),
    memoryMb: Math.max(...passes.map((pass) => pass.memoryMb)),
  };
}

/** The table of one workload: requests/s, in brackets p50, p99 and the processor time a request. */
export function passTable(workload: Workload, passes: readonly Pass[], systems: readonly System[]): string {
  const own = passes.filter(({ operation, kind }) => operation === workload.operation && kind === workload.kind);
  const counts = connectionsOf(own);
  const rows = systems.flatMap(({ name, title }) => {
    const its = own.filter(({ system }) => system === name);
    if (its.length === 0) return [];
    const cells = counts.map((connections) => {
      const sum = summed(its.filter((pass) => pass.connections === connections));
      return sum
        ? `${figure(sum.requestsPerSecond)} (${sum.p50Ms}/${sum.p99Ms}/${sum.processorMs.toFixed(1)} ms)`
        : '–';
    });
    return [[title, ...cells, `${Math.max(...its.map(({ memoryMb }) => memoryMb)).toFixed(0)} MB`]];
  });
  const head = [
    `${workload.operation}, ${workload.kind} requests`,
    ...counts.map((count) => `${count} ${count === 1 ? 'connection' : 'connections'}`),
    'memory',
  ];
  return table(head, rows);
}

/** How often the subgraphs are called for one operation, and with how many keys. */
export function countTable(counts: readonly Count[], systems: readonly System[]): string {
  const rows = systems.flatMap(({ name, title }) =>
    counts
      .filter(({ system }) => system === name)
      .map(({ operation, sent }) => {
        const { calls, keys, duplicates } = toPillars(sent);
        const { directory } = sent;
        const each = (['apsc', 'aec', 'ascc'] satisfies SubgraphName[]).map((pillar) => sent[pillar].calls);
        return [
          title,
          operation,
          `${calls} (${each.join(' + ')})`,
          `${directory.calls}`,
          `${keys + directory.keys}`,
          `${duplicates + directory.duplicates}`,
        ];
      }),
  );
  const head = [
    'system',
    'operation',
    'calls to pillars (APSC + AEC + ASCC)',
    'calls to the directory',
    'keys sent',
    'of them sent twice',
  ];
  return table(head, rows);
}

/** The goals beside what was reached on the heavy operation. */
export function goalTable(passes: readonly Pass[], systems: readonly System[]): string {
  const heavy = passes.filter(({ operation }) => operation === 'heavy');
  const settings = (['identical', 'varied'] as const).flatMap((kind) =>
    connectionsOf(heavy).map((connections) => ({ kind, connections })),
  );
  const at = (system: string, { kind, connections }: (typeof settings)[number]) =>
    summed(heavy.filter((pass) => pass.system === system && pass.kind === kind && pass.connections === connections));
  const titleOf = (name: string) => systems.find((system) => system.name === name)?.title ?? name;
  const speed = GOALS.map(([ours, theirs, wanted]) => [
    `requests/s: ${titleOf(ours)} to ${titleOf(theirs)}`,
    `≥ ${wanted}`,
    ...settings.map((setting) => ratio(at(ours, setting)?.requestsPerSecond, at(theirs, setting)?.requestsPerSecond)),
  ]);
  const memory = ['one-process', 'distributed'].map((ours) => [
    `memory: ${titleOf(ours)} to ${titleOf('hive-gateway')}`,
    `≤ ${MEMORY_GOAL}`,
    ...settings.map((setting) => ratio(at(ours, setting)?.memoryMb, at('hive-gateway', setting)?.memoryMb)),
  ]);
  const rows = [...speed, ...memory].filter((row) => row.slice(2).some((cell) => cell !== '–'));
  return table(['heavy', 'goal', ...settings.map(({ kind, connections }) => `${kind}, ${connections}`)], rows);
}

function connectionsOf(passes: readonly Pass[]): number[] {
  return [...new Set(passes.map(({ connections }) => connections))].toSorted((a, b) => a - b);
}

function ratio(ours: number | undefined, theirs: number | undefined): string {
  return ours === undefined || theirs === undefined ? '–' : (ours / theirs).toFixed(2);
}

function figure(requestsPerSecond: number): string {
  return requestsPerSecond < 100 ? requestsPerSecond.toFixed(1) : requestsPerSecond.toFixed(0);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
