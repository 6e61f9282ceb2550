/** What a pillar contributes to the blueprint elements that serve a Sustainable Development Goal: the ids of its own. */

import { contributionField } from '../../../schema/derive/hidden.ts';
import type { SubgraphName } from '../../../schema/stewards.ts';
import type { Context } from '../../kit/context.ts';

/** The ids of this subgraph's elements that serve a goal. */
export async function elementsServing(goal: number, context: Context): Promise<string[]> {
  return (await context.related('BlueprintElement', 'sdgs', goal)).map(({ id }) => id);
}

/** The resolvers of the type `Sdg` in a pillar that contributes. */
export function contributedElements(subgraph: SubgraphName): Record<string, unknown> {
  return {
    __resolveReference: (representation: unknown) => representation,
    [contributionField(subgraph, 'blueprintElements')]: (
      { number }: { readonly number: number },
      _args: unknown,
      context: Context,
    ) => elementsServing(number, context),
  };
}
