/** What whoever moves databases checks of the ledger: that every chain is sound. */

import { withId } from '../../kit/document.ts';
import type { Decision } from '../lead/decision.ts';
import { byPlace, LEDGER_COLLECTION } from '../lead/ledger.ts';
import { verifyLedger } from './verify.ts';

/** The check, of documents in any order. */
export const LEDGER_CHECK = {
  database: 'asean_ascc',
  collection: LEDGER_COLLECTION,
  async faultOf(documents: readonly Readonly<Record<string, unknown>>[]): Promise<string | undefined> {
    const decisions = documents.map((document) => withId({ ...document }) as unknown as Decision);
    return (await verifyLedger(decisions.toSorted(byPlace))).fault;
  },
};
