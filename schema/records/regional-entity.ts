/** A centre, institute, network or other entity associated with ASEAN. */

import * as z from 'zod';
import { RegionalEntityRelationship, RegionalEntityStatus, RegionalEntityType } from '../generated/vocabularies.ts';
import { event, provenance } from './parts.ts';
import { ordinal, pillarCode, ref, refs, stewardedId, text, vocabulary } from './values.ts';

/** The shape of a record of regional-entities.json. */
export const regionalEntity = z.strictObject({
  id: stewardedId,
  acronym: text.nullable(),
  alternativeAcronyms: z.array(text),
  name: text,
  pillar: pillarCode.nullable(),
  entityType: vocabulary(RegionalEntityType),
  relationship: vocabulary(RegionalEntityRelationship),
  status: vocabulary(RegionalEntityStatus),
  charterArticle: ordinal.nullable(),
  hostCountryCode: ref('member-state').nullable(),
  hostCountryName: text.nullable(),
  hostCity: text.nullable(),
  founded: event.nullable(),
  relatedBodyId: ref('body').nullable(),
  bodyId: ref('body').nullable(),
  sectorIds: refs('sector'),
  description: text,
  provenance,
});

/** A regional entity. */
export type RegionalEntityRecord = z.output<typeof regionalEntity>;
