/** What the gateway has read on the whole graph for a decision: the bodies that it names, and the recommendation of the moment. */

import type { GraphQLResolveInfo } from 'graphql';
import { CodedError, pillarUnavailable } from '../../../schema/errors.ts';
import { stewardOfId, type PillarCode } from '../../../schema/stewards.ts';
import type { Brief, Call } from '../../kit/subgraph.ts';
import { recommendation, type Recommendation } from './decision.ts';

/** A body that a decision names. */
export interface NamedBody {
  readonly id: string;
  /** Null for a body of no one pillar. */
  readonly pillar: PillarCode | null;
}

/** The brief of a mutation. Throws where the gateway has not sent it: without it nothing is decided. */
export function briefOf({ brief }: Call, { fieldNodes }: Pick<GraphQLResolveInfo, 'fieldNodes'>): Brief {
  const [node] = fieldNodes;
  const own = brief?.[(node?.alias ?? node?.name)?.value ?? ''];
  if (own) return own;
  throw new CodedError(
    'BAD_REQUEST',
    'A decision needs what the gateway reads beforehand: send it through the gateway',
  );
}

/**
 * The bodies by their ids; null for one that does not exist. Throws `PILLAR_UNAVAILABLE` where the owner of one did not answer, since
 * then nobody knows whether it exists.
 */
export function bodiesIn(brief: Brief, ids: readonly string[]): ReadonlyMap<string, NamedBody | null> {
  const found = new Map<string, NamedBody>();
  for (const field of ['leadBody', 'relevantBodies']) {
    const list = brief.data?.[field];
    for (const body of Array.isArray(list) ? (list as (ReadBody | null)[]) : [])
      if (body) found.set(body.id, { id: body.id, pillar: body.pillar?.code ?? null });
  }
  return new Map(
    ids.map((id) => {
      const body = found.get(id);
      if (!body) assertOwnerAnswered(id, brief);
      return [id, body ?? null];
    }),
  );
}

/** The recommendation of the moment; null where it could not be had. */
export function evidenceIn({ data }: Brief): Recommendation | null {
  const issue = data?.['crossPillarIssue'] as { readonly leadRecommendation?: ReadRecommendation | null } | null;
  const read = issue?.leadRecommendation;
  if (!read) return null;
  const ranking = read.ranking.map(({ pillar, ...score }) => ({ ...score, pillar: pillar.code }));
  return recommendation.parse({ ranking, method: read.method });
}

interface ReadBody {
  readonly id: string;
  readonly pillar: { readonly code: PillarCode } | null;
}

interface ReadRecommendation {
  readonly ranking: readonly { readonly pillar: { readonly code: PillarCode } }[];
  readonly method: string;
}

function assertOwnerAnswered(id: string, { data, errors }: Brief): void {
  const owner = stewardOfId(id)?.subgraph.toUpperCase() as PillarCode | undefined;
  if (!owner) return;
  if (data === null || errors.some(({ pillar }) => pillar === owner)) throw pillarUnavailable(owner);
}
