/** A body: an organ, council, ministerial meeting, committee, working group, forum or network. */

import * as z from 'zod';
import { BodyForm, BodyLevel, BodyStatus } from '../generated/vocabularies.ts';
import { event, provenance } from './parts.ts';
import { ordinal, pillarCode, ref, refs, stewardedId, text, vocabulary } from './values.ts';

/** The shape of a record of bodies.json. */
export const body = z.strictObject({
  id: stewardedId,
  acronym: text.nullable(),
  name: text,
  formerNames: z.array(text),
  alternativeNames: z.array(text),
  alternativeAcronyms: z.array(text),
  level: vocabulary(BodyLevel),
  form: vocabulary(BodyForm),
  pillar: pillarCode.nullable(),
  parentId: ref('body').nullable(),
  parentNote: text.nullable(),
  status: vocabulary(BodyStatus),
  supersededById: ref('body').nullable(),
  established: event.nullable(),
  description: text,
  sectorIds: refs('sector'),
  listedInCharterAnnex1: z.boolean().nullable(),
  annexParentId: ref('body').nullable(),
  charterArticle: ordinal.nullable(),
  hostCountryCode: ref('member-state').nullable(),
  hostCity: text.nullable(),
  currentHolder: z
    .strictObject({ name: text, countryCode: ref('member-state').nullable(), term: text.nullable() })
    .nullable(),
  regionalEntityId: ref('regional-entity').nullable(),
  provenance,
});

/** A body. */
export type BodyRecord = z.output<typeof body>;
