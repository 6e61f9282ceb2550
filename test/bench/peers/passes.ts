/** The passes of a run: the systems take turns under the same load, and in a run apart their calls are counted. */

import { join } from 'node:path';
import { assertSame } from './equality.ts';
import { countBefore, type Fleet } from './fleets.ts';
import { putLoad, type Load } from './load.ts';
import { quiet, whileWatching } from './processes.ts';
import type { Count, Pass } from './report.ts';
import type { Workload } from './requests.ts';
import type { Running, System } from './systems.ts';

/** A system that runs. */
export interface Started {
  readonly system: System;
  readonly running: Running;
}

/** The subgraphs that systems share, where they are not in their own processes. */
export type Fleets = Partial<Record<System['over'], Fleet>>;

/** What a run works with. */
export interface Surroundings {
  readonly started: readonly Started[];
  readonly fleets: Fleets;
  /** For files of the run. */
  readonly folder: string;
}

/** How long is measured, and how often. */
export interface Pace {
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: readonly number[];
  /** Before the first round: by requests, since code that has answered few is not yet compiled, and the slowest would be measured coldest. */
  readonly warmUp: { readonly connections: number; readonly requests: number; readonly mostSeconds: number };
}

/** All passes of a workload. The systems take turns, and each round begins with another. */
export async function measure(
  workload: Workload,
  {
    started,
    fleets,
    folder,
    pace,
    expected,
  }: Surroundings & { readonly pace: Pace; readonly expected: readonly string[] },
): Promise<Pass[]> {
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
      const answers = await answersOf(each, workload);
      assertSame(answers, expected);
      const sizes = answers.map(({ length }) => length);
      const lengths = { least: Math.min(...sizes), most: Math.max(...sizes) };
      const load = { url: running.url, bodies, identities, lengths };
      loads.set(each, load);
      await warm(load, { ...pace.warmUp, file: join(folder, 'load.json') });
    });
  }
  const passes: Pass[] = [];
  for (const connections of pace.connections) {
    for (let round = 0; round < pace.rounds; round++) {
      for (const place of concerned.keys()) {
        const each = concerned[(place + round) % concerned.length] as Started;
        const { system, running } = each;
        await quiet(pids);
        const load = { ...(loads.get(each) as Load), connections, seconds: pace.seconds };
        const measured = await naming(`${system.title}, ${operation}, ${kind}, ${connections} connections`, () =>
          whileWatching({ gateway: running.pid, subgraphs: fleets[system.over]?.pids ?? [] }, () =>
            putLoad(load, join(folder, 'load.json')),
          ),
        );
        if (measured.requests === 0)
          throw new Error(
            `${system.title} gave no answer within ${pace.seconds} s: the machine is too busy, or --seconds too short`,
          );
        passes.push({ system: system.name, operation, kind, connections, ...measured });
      }
    }
  }
  return passes;
}

async function warm(
  load: Omit<Load, 'connections' | 'seconds'>,
  { connections, requests, mostSeconds, file }: Pace['warmUp'] & { readonly file: string },
): Promise<void> {
  const seconds = 2;
  for (let done = 0, spent = 0; done < requests && spent < mostSeconds; spent += seconds)
    done += (await putLoad({ ...load, connections, seconds }, file)).requests;
}

/** What one operation makes each gateway send, from a run of its own through proxies: counting costs the timed passes nothing. */
export async function count(
  workloads: readonly Workload[],
  { started, fleets, folder }: Surroundings,
): Promise<Count[]> {
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
        await answersOf({ system, running }, workload);
        counting.take();
        await answersOf({ system, running }, workload);
        counts.push({ system: system.name, operation: workload.operation, sent: counting.take() });
      }
    } finally {
      await running.stop();
      await counting.stop();
    }
  }
  return counts;
}

/** The answers of a system to a workload, as it writes them. */
export async function answersOf({ system, running }: Started, workload: Workload): Promise<string[]> {
  const { identities } = workload;
  const answers: string[] = [];
  for (const [index, body] of spokenTo(system, workload).entries()) {
    const identity = identities[index % identities.length];
    const headers = { 'content-type': 'application/json', ...(identity && { authorization: identity }) };
    const response = await fetch(running.url, { method: 'POST', headers, body });
    const text = await response.text();
    if (!response.ok) throw new Error(`It answered ${response.status}: ${text.slice(0, 500)}`);
    answers.push(text);
  }
  return answers;
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
