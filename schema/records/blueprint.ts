/** The sectors of cooperation of a pillar and the elements of its Blueprint 2025. */

import * as z from 'zod';
import { BlueprintElementKind } from '../generated/vocabularies.ts';
import { provenance } from './parts.ts';
import { basis, ordinal, pillarCode, ref, refs, sdgNumber, stewardedId, text, vocabulary } from './values.ts';

/** The shape of a record of sectors.json. */
export const sector = z.strictObject({
  id: stewardedId,
  pillar: pillarCode,
  name: text,
  order: ordinal,
  description: text,
  leadBodyIds: refs('body'),
  blueprintElementIds: refs('blueprint-element'),
  provenance,
});

/** A sector of cooperation. */
export type SectorRecord = z.output<typeof sector>;

/** The shape of a record of blueprint-elements.json. */
export const blueprintElement = z.strictObject({
  id: stewardedId,
  pillar: pillarCode,
  number: z.string().regex(/^[A-Z](?:\.[1-9][0-9]*)?$/, 'a number such as `A` or `A.1`'),
  kind: vocabulary(BlueprintElementKind),
  title: text,
  officialTitle: text.nullable(),
  parentId: ref('blueprint-element').nullable(),
  description: text.nullable(),
  sdgs: z.array(sdgNumber),
  sdgsBasis: basis.nullable(),
  instrumentId: ref('instrument'),
  provenance,
});

/** A characteristic, key result area or element of a blueprint. */
export type BlueprintElementRecord = z.output<typeof blueprintElement>;
