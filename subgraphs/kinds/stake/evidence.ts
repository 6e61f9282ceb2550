/** What a pillar contributes to the recommendation of a lead: how many records on the issue it keeps, of each kind. */

import { contributionField } from '../../../schema/derive/hidden.ts';
import type { ListKind } from '../../../schema/orders.ts';
import type { StakeRecord } from '../../../schema/records/index.ts';
import {
  PILLAR_CODES,
  PILLARS,
  type PillarCode,
  type StewardCode,
  type SubgraphName,
} from '../../../schema/stewards.ts';
import type { Context } from '../../kit/context.ts';
import { startList } from '../../kit/list/request.ts';

/** A kind of evidence. */
export type EvidenceKind = 'bodies' | 'instruments' | 'communityInstruments' | 'meetings' | 'monitoringItems';

/** Counts of one pillar, or a part of them: what others do not say is missing. */
export type EvidencePart = { readonly pillar: PillarCode } & { readonly [Kind in EvidenceKind]?: number };

type Counts = Omit<EvidencePart, 'pillar'>;

/** What the subgraph of a pillar counts on an issue. */
export async function evidenceOn(issueId: string, context: Context): Promise<EvidencePart[]> {
  const own = PILLARS.find(({ subgraph }) => subgraph === context.subgraph);
  if (!own) throw new Error(`${context.subgraph} keeps no evidence`);
  const count = (kind: ListKind, steward: StewardCode, filter = {}) =>
    context.pages(kind).total(startList(kind, { steward, scope: { by: 'issueId', of: issueId } }, { filter }));
  const [stake, instruments, meetings, monitoringItems] = await Promise.all([
    context.record('Stake', `${own.id}:${issueId}`) as Promise<StakeRecord | null>,
    count('Instrument', own.code),
    count('Meeting', own.code),
    count('MonitoringItem', own.code),
  ]);
  const counts: Counts = { bodies: stake?.bodies.length ?? 0, instruments, meetings, monitoringItems };
  if (own.code !== 'APSC') return [{ pillar: own.code, ...counts }];
  // Its subgraph also keeps what belongs to the Community.
  const community = await Promise.all(
    PILLAR_CODES.map(async (pillar) => ({
      pillar,
      communityInstruments: await count('Instrument', 'ASEAN', { pillars: [pillar] }),
    })),
  );
  return [{ pillar: own.code, ...counts }, ...community];
}

/** The resolvers of the type `CrossPillarIssue` in a pillar that contributes. */
export function contributedEvidence(subgraph: SubgraphName): Record<string, unknown> {
  return {
    __resolveReference: (representation: unknown) => representation,
    [contributionField(subgraph, 'leadRecommendation')]: (
      { id }: { readonly id: string },
      _args: unknown,
      context: Context,
    ) => evidenceOn(id, context),
  };
}
