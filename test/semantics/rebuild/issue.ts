/** issues.json: the register of cross-pillar issues. */

import { based, bodyRole, code, codes, id, ids, PROVENANCE, provenance, SOURCE, word } from './parts.ts';
import type { RebuiltFile, Row } from './rebuilt-file.ts';

/** By id, as the file has them. */
export const ISSUE: RebuiltFile = {
  file: 'issues.json',
  query: `{
    crossPillarIssues(orderBy: ID_ASC, first: 200) {
      nodes {
        id title aliases summary pillars { code } crossPillarRoles { body { id } why basis } sdgs { number }
        lead {
          status pillars { code } bodies { id } memberState { code } label kind explicit statement sources ${SOURCE}
          candidates { pillar { code } body { id } reason basis }
        }
        relatedIssues { id } milestones { date event sources ${SOURCE} } namedIn { document text } ${PROVENANCE}
      }
    }
  }`,
  rows: ({ crossPillarIssues }) => crossPillarIssues.nodes,
  folder: () => 'ascc',
  record: (row) => ({
    id: row.id,
    title: row.title,
    aliases: row.aliases,
    summary: row.summary,
    pillars: codes(row.pillars),
    crossPillarBodyIds: ids(row.crossPillarRoles.map(({ body }: Row) => body)).sort(),
    crossPillarRoles: row.crossPillarRoles.map(bodyRole),
    sdgs: row.sdgs.map(({ number }: Row) => number),
    leadStatus: word(row.lead.status),
    documentedLead: row.lead.status === 'DOCUMENTED' ? documentedLead(row.lead) : null,
    candidateLeads: row.lead.candidates.map(candidate),
    relatedIssueIds: ids(row.relatedIssues),
    milestones: row.milestones,
    namedIn: row.namedIn.map(({ document, text }: Row) => ({ document: word(document), text })),
    provenance: provenance(row.provenance),
  }),
  derived: {
    crossPillarBodyIds: 'crossPillarRoles.body.id, sorted',
    leadStatus: 'lead.status, while nobody has decided otherwise',
    documentedLead: 'lead, where lead.status is DOCUMENTED',
  },
};

function documentedLead({ pillars, bodies, memberState, label, kind, explicit, statement, sources }: Row) {
  return {
    pillars: codes(pillars),
    bodyIds: ids(bodies),
    countryCode: code(memberState),
    label,
    kind: word(kind),
    explicit,
    statement,
    sources,
  };
}

function candidate({ pillar, body, reason, basis }: Row) {
  return based({ pillar: code(pillar), bodyId: id(body), reason, basis });
}
