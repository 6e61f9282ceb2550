/** Vision documents: ASEAN Community Vision 2045 and the documents under and before it. */

import type { VisionDocument } from '../../../schema/generated/graph.ts';
import type { VisionDocumentRecord } from '../../../schema/records/index.ts';
import { kind } from '../../kit/kind.ts';
import { follow, followAll } from '../../kit/reference.ts';
import type { FieldResolvers } from '../../kit/resolvers.ts';

const visionDocument: FieldResolvers<VisionDocumentRecord, VisionDocument> = {
  parent: ({ parentId }, _args, context, info) => follow('VisionDocument', parentId, context, info),
  children: ({ id }, _args, context) => context.related('VisionDocument', 'parentId', id, ['order']),
  adoptedAt: ({ adoptedAtMeetingId }, _args, context, info) => follow('Meeting', adoptedAtMeetingId, context, info),
  periodFrom: ({ period }) => period?.from,
  periodTo: ({ period }) => period?.to,
  instrument: ({ instrumentId }, _args, context, info) => follow('Instrument', instrumentId, context, info),
  components: ({ componentInstrumentIds }, _args, context, info) =>
    followAll('Instrument', componentInstrumentIds, context, info),
};

/** Vision documents, which the APSC's subgraph keeps for the Community. */
export const VISION_DOCUMENT = kind({
  collection: {
    entity: 'VisionDocument',
    kind: 'vision-document',
    name: 'visionDocuments',
    lookups: ['parentId'],
    searched: ({ title, officialTitle, description }) => ({
      title,
      names: [title, officialTitle],
      texts: [description],
    }),
  },
  resolvers: visionDocument,
});
