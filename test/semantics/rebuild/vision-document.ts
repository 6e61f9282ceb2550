/** vision.json: the Community Vision and the documents around it. */

import { id, ids, period, PROVENANCE, provenance, word } from './parts.ts';
import type { RebuiltFile } from './rebuilt-file.ts';

/** In the order that the file numbers. */
export const VISION_DOCUMENT: RebuiltFile = {
  file: 'vision.json',
  query: `{
    community {
      visionDocuments {
        id kind title officialTitle parent { id } adoptedOn adoptedAt { id } adoptedAtText adoptedPlace
        periodFrom periodTo status description documentCount
        counts { strategicGoals objectives strategicMeasures strategicAreas }
        replaces instrument { id } components { id } ${PROVENANCE}
      }
    }
  }`,
  rows: ({ community }) => community.visionDocuments,
  record: (row, index) => ({
    id: row.id,
    order: index + 1,
    kind: word(row.kind),
    title: row.title,
    officialTitle: row.officialTitle,
    parentId: id(row.parent),
    adoptedOn: row.adoptedOn,
    adoptedAtMeetingId: id(row.adoptedAt),
    adoptedAtText: row.adoptedAtText,
    adoptedPlace: row.adoptedPlace,
    period: period(row),
    status: row.status,
    description: row.description,
    documentCount: row.documentCount,
    counts: row.counts,
    replaces: row.replaces,
    instrumentId: id(row.instrument),
    componentInstrumentIds: ids(row.components),
    provenance: provenance(row.provenance),
  }),
  derived: { order: 'place in community.visionDocuments, from 1' },
};
