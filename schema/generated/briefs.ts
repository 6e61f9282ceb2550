/** What the gateway reads before it runs a mutation: files of gateway/briefs by the name of the mutation's field. Derived from schema/graph; never edited. */

/** The files without their ending. */
export const BRIEFS: Readonly<Record<string, string>> = {
  proposeLeadPillar: 'lead-decision',
  assignLeadPillar: 'lead-decision',
  withdrawLeadPillar: 'lead-decision',
};
