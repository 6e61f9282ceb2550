/** stakes.json: what each pillar says of its interest in an issue. */

import { based, bodyRole, code, id, PROVENANCE, provenance } from './parts.ts';
import type { RebuiltFile, Row } from './rebuilt-file.ts';

/** Each pillar has fewer than a page holds. */
export const STAKE: RebuiltFile = {
  file: 'stakes.json',
  query: `{
    pillars {
      stakes(first: 200) {
        nodes {
          id issue { id } pillar { code } rationale
          bodies { body { id } why basis }
          otherActors { label why basis }
          ${PROVENANCE}
        }
      }
    }
  }`,
  rows: ({ pillars }) => pillars.flatMap(({ stakes }: Row) => stakes.nodes),
  record: (row) => ({
    id: row.id,
    issueId: id(row.issue),
    pillar: code(row.pillar),
    rationale: row.rationale,
    bodies: row.bodies.map(bodyRole),
    otherActors: row.otherActors.map(based),
    provenance: provenance(row.provenance),
  }),
};
