/** Question 5: which issues lack a lead, and who could lead each. */

import { sortedBy, type PillarRef, type Ref, type Rows } from './answer.ts';

interface Answer {
  readonly all: { readonly totalCount: number };
  readonly undetermined: Rows<{
    readonly id: string;
    readonly lead: { readonly candidates: readonly { readonly pillar: PillarRef; readonly body: Ref | null }[] };
  }> & { readonly totalCount: number };
}

/** The answer in the form of the expected file. */
export function issuesWithoutLead({ all, undetermined }: Answer) {
  return {
    issues: all.totalCount,
    undetermined: undetermined.totalCount,
    list: sortedBy(undetermined.nodes, ({ id }) => [id]).map((issue) => ({
      issueId: issue.id,
      candidates: sortedBy(
        issue.lead.candidates.map(({ pillar, body }) => ({ pillar: pillar.code, bodyId: body?.id ?? null })),
        ({ bodyId }) => [bodyId],
      ),
    })),
  };
}
