/** Plans that need no planner: those of the registered operations over our own supergraph, which are derived with it. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hashOf } from '../normalise.ts';
import type { OperationPlanner, PlanNode } from '../plan.ts';

/** The file of plans, as `npm run schema:compose` writes it. */
export interface PlansFile {
  /** The hashes of the supergraphs for which they hold. */
  readonly supergraphs: readonly string[];
  readonly plans: readonly {
    /** The name of the registered operation. */
    readonly operation: string;
    /** The hash of the text that is planned. */
    readonly text: string;
    /** Null where nothing is to be fetched. */
    readonly plan: PlanNode | null;
  }[];
}

/** Where it is. */
export const PLANS_FILE: URL = new URL('../../generated/plans.json', import.meta.url);

/** Plans by the hashes of the texts. */
export type KnownPlans = ReadonlyMap<string, PlanNode | undefined>;

/** The plans for a supergraph; none where it is another than those for which they were derived. */
export function knownPlansOf(supergraphSdl: string): KnownPlans {
  const { supergraphs, plans } = JSON.parse(readFileSync(PLANS_FILE, 'utf8')) as PlansFile;
  if (!supergraphs.includes(supergraphHash(supergraphSdl))) return new Map();
  return new Map(plans.map(({ text, plan }) => [text, plan ?? undefined]));
}

/** The same planner, which is not asked for what is known. */
export function withKnownPlans(planner: OperationPlanner, known: KnownPlans): OperationPlanner {
  return {
    async plan(operation, options) {
      const text = hashOf(operation);
      return known.has(text) ? known.get(text) : planner.plan(operation, options);
    },
    stop: () => planner.stop(),
  };
}

/** Tells supergraphs apart. */
export function supergraphHash(supergraphSdl: string): string {
  return createHash('sha256').update(supergraphSdl).digest('base64url');
}
