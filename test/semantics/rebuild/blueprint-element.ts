/** blueprint-elements.json: the characteristics and elements of the three blueprints. */

import { code, id, PROVENANCE, provenance, word } from './parts.ts';
import type { RebuiltFile, Row } from './rebuilt-file.ts';

/** Each blueprint's elements, by id. */
export const BLUEPRINT_ELEMENT: RebuiltFile = {
  file: 'blueprint-elements.json',
  query: `{
    pillars {
      blueprint {
        elements {
          id pillar { code } number kind title officialTitle parent { id } description
          sdgs { number } sdgsBasis instrument { id } ${PROVENANCE}
        }
      }
    }
  }`,
  rows: ({ pillars }) => pillars.flatMap(({ blueprint }: Row) => blueprint.elements),
  record: (row) => ({
    id: row.id,
    pillar: code(row.pillar),
    number: row.number,
    kind: word(row.kind),
    title: row.title,
    officialTitle: row.officialTitle,
    parentId: id(row.parent),
    description: row.description,
    sdgs: row.sdgs.map(({ number }: Row) => number),
    sdgsBasis: word(row.sdgsBasis),
    instrumentId: id(row.instrument),
    provenance: provenance(row.provenance),
  }),
};
