/** Kills whoever decides, or the database under it, at any moment, and looks what is left. */

import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { stewardByCode } from '../../schema/stewards.ts';
import { openStore } from '../../subgraphs/kit/store/open.ts';
import { readLedger } from '../../subgraphs/socio-cultural/lead/ledger.ts';
import { verifyLedger } from '../../subgraphs/socio-cultural/ledger/verify.ts';
import { closePillars } from '../../subgraphs/open.ts';
import { storeAt } from '../support/decider.ts';
import { openSeededPillars } from '../support/pillars.ts';
import { launch, type Launched } from '../support/services/process.ts';

/** A decision that was acknowledged, by its id: its hash. */
export type Acknowledged = Map<string, string>;

/** Seeds the database of the ASCC. */
export async function seedAt(place: string): Promise<void> {
  await closePillars(await openSeededPillars({ settings: storeAt(place), only: [stewardByCode('ASCC')] }));
}

/** Starts deciders; they are at work when this resolves. */
export async function startDeciders(place: string, seed: number): Promise<Launched> {
  const file = fileURLToPath(new URL('../support/decider.ts', import.meta.url));
  const launched = launch({
    file,
    args: [place, String(seed)],
  });
  await launched.until(/^open\n\{.*\n/);
  return launched;
}

/** Kills a process at a random moment and gives what it had acknowledged. */
export async function killed(deciders: Launched, atMs: number): Promise<Acknowledged> {
  await pause(atMs);
  deciders.signal('SIGKILL');
  return acknowledgedBy((await deciders.ended).out);
}

/** What a process acknowledged, by what it printed; a last line that is cut was not acknowledged. */
export function acknowledgedBy(out: string): Acknowledged {
  const lines = out.split('\n').slice(1, -1);
  return new Map(
    lines.map((line) => JSON.parse(line) as { id: string; hash: string }).map(({ id, hash }) => [id, hash]),
  );
}

/** Every acknowledged decision is there as it was acknowledged, and every chain is sound. */
export async function expectAllThere(place: string, acknowledged: Acknowledged): Promise<number> {
  const store = await openStore('asean_ascc', storeAt(place));
  try {
    const found: Acknowledged = new Map();
    const seen = async function* () {
      for (const decision of await readLedger(store.connection)) {
        found.set(decision.id, decision.hash);
        yield decision;
      }
    };
    expect((await verifyLedger(seen())).fault).toBeUndefined();
    expect([...acknowledged].filter(([id, hash]) => found.get(id) !== hash)).toEqual([]);
    return found.size;
  } finally {
    await store.close();
  }
}

/** Puts what was acknowledged to what was before. */
export function addAll(to: Acknowledged, more: Acknowledged): void {
  for (const [id, hash] of more) to.set(id, hash);
}
