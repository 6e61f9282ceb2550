/** Reads a whole ledger and says whether it is what was written: every chain by itself, and against heads that were kept elsewhere. */

import { verifyChains, type Head, type Verification } from '../lead/chain.ts';
import type { Decision } from '../lead/decision.ts';

/** What is wrong with a ledger, in a line; undefined where nothing is. */
export interface Verdict extends Verification {
  readonly fault: string | undefined;
}

/** Verifies decisions that come issue by issue in the order of their versions. */
export async function verifyLedger(
  decisions: AsyncIterable<Decision> | Iterable<Decision>,
  kept: readonly Head[] = [],
): Promise<Verdict> {
  const wanted = new Map(kept.map((head) => [`${head.issueId}:${head.version}`, head]));
  const found = new Map<string, string>();
  const seen = async function* () {
    for await (const decision of decisions) {
      const place = `${decision.issueId}:${decision.version}`;
      if (wanted.has(place)) found.set(place, decision.hash);
      yield decision;
    }
  };
  const verification = await verifyChains(seen());
  return { ...verification, fault: brokenLink(verification) ?? lostHead(wanted, found) };
}

/** What is wrong with an index by which the graph reads; undefined where nothing is. */
export function indexFault(
  decisions: readonly Decision[],
  indexed: readonly (readonly string[])[],
): string | undefined {
  for (const ids of indexed) {
    const reached = new Set(ids);
    const lost = decisions.find(({ id }) => !reached.has(id));
    if (lost)
      return `The index of the ledger lacks ${lost.id}: the ledger holds ${decisions.length} decisions, and readers come to ${ids.length}`;
  }
  return undefined;
}

function brokenLink({ broken }: Verification): string | undefined {
  return broken && `The first broken link is ${broken.id}: ${broken.fault}`;
}

function lostHead(wanted: ReadonlyMap<string, Head>, found: ReadonlyMap<string, string>): string | undefined {
  for (const [place, { hash }] of wanted) {
    const now = found.get(place);
    if (now === undefined) return `The chain is cut: ${place} stands in the file of heads and not in the ledger`;
    if (now !== hash) return `The chain was rewritten: ${place} has another hash than in the file of heads`;
  }
  return undefined;
}
