/** Question 6: how the documented leads split across the pillars. */

import { codes, ids, sortedBy, type PillarRef, type Ref, type Rows } from './answer.ts';

interface Answer {
  readonly crossPillarIssues: Rows<{
    readonly id: string;
    readonly lead: {
      readonly pillars: readonly PillarRef[];
      readonly bodies: readonly Ref[];
      readonly memberState: PillarRef | null;
    };
  }>;
}

/** The answer in the form of the expected file. */
export function leadsByPillar({ crossPillarIssues }: Answer) {
  const issues = sortedBy(crossPillarIssues.nodes, ({ id }) => [id]).map(({ id, lead }) => ({
    pillars: codes(lead.pillars),
    entry: { issueId: id, bodyIds: ids(lead.bodies) },
    countryCode: lead.memberState?.code ?? null,
  }));
  const alone = (code: string) =>
    issues.filter(({ pillars }) => pillars.length === 1 && pillars[0] === code).map(({ entry }) => entry);
  return {
    APSC: alone('APSC'),
    AEC: alone('AEC'),
    ASCC: alone('ASCC'),
    joint: issues
      .filter(({ pillars }) => pillars.length > 1)
      .map(({ entry, pillars }) => ({ issueId: entry.issueId, pillars, bodyIds: entry.bodyIds })),
    noPillar: issues
      .filter(({ pillars }) => pillars.length === 0)
      .map(({ entry, countryCode }) => ({ ...entry, countryCode })),
  };
}
