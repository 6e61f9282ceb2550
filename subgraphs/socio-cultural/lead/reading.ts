/** The decisions as a request reads them: those on all issues that are asked for together by one query. */

import DataLoader from 'dataloader';
import type { Context } from '../../kit/context.ts';
import type { Decision } from './decision.ts';
import type { Ledger } from './ledger.ts';
import type { Entry, Standings } from './standing.ts';

/** Reads decisions for requests. */
export interface LedgerReading {
  /** The decisions on an issue, in order. */
  entries(context: Context, issueId: string): Promise<readonly Entry[]>;
  decision(context: Context, id: string): Promise<Decision>;
  /** Of all issues with decisions. Within one request the same. */
  standings(context: Context): Promise<Standings>;
  /** Lets the rest of the request see a decision that was just taken. */
  forget(context: Context, issueId: string): void;
}

interface Read {
  readonly entries: DataLoader<string, readonly Entry[]>;
  standings?: Promise<Standings> | undefined;
}

/** Reading from a ledger. */
export function createReading(ledger: Ledger): LedgerReading {
  const reads = new WeakMap<Context, Read>();
  const readOf = (context: Context): Read => {
    const read = reads.get(context) ?? { entries: entryLoader(ledger) };
    reads.set(context, read);
    return read;
  };
  return {
    entries: (context, issueId) => readOf(context).entries.load(issueId),
    async decision(context, id) {
      const found = await context.record('LeadDecision', id);
      if (!found) throw new Error(`The ledger has lost the decision ${id}`);
      return found as unknown as Decision;
    },
    standings(context) {
      const read = readOf(context);
      read.standings ??= ledger.standings();
      return read.standings;
    },
    forget(context, issueId) {
      const read = readOf(context);
      read.entries.clear(issueId);
      read.standings = undefined;
    },
  };
}

function entryLoader(ledger: Ledger): DataLoader<string, readonly Entry[]> {
  return new DataLoader(async (issueIds) => {
    const byIssue = await ledger.entries(issueIds);
    return issueIds.map((id) => byIssue.get(id) ?? []);
  });
}
