/** Short complete lists: what other pillars contribute travels in the representation of the entity, and its keeper merges. */

import { contributionField } from '../../schema/derive/hidden.ts';
import { pillarUnavailable } from '../../schema/errors.ts';
import { PILLARS, type SubgraphName } from '../../schema/stewards.ts';

/**
 * What these pillars contribute to a field. Throws `PILLAR_UNAVAILABLE` where a contribution did not arrive: the list would be incomplete.
 */
export function contributionsTo<T>(
  field: string,
  representation: Readonly<Record<string, unknown>>,
  contributors: readonly SubgraphName[],
): T[] {
  return contributors.flatMap((subgraph) => {
    const contribution = representation[contributionField(subgraph, field)] as T[] | null | undefined;
    const pillar = PILLARS.find((each) => each.subgraph === subgraph);
    if (!contribution && pillar) throw pillarUnavailable(pillar.code);
    return contribution ?? [];
  });
}
