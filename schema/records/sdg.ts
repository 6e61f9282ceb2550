/** The Sustainable Development Goals, and the priority areas where the Community Vision 2025 and the 2030 Agenda meet. */

import * as z from 'zod';
import { provenance } from './parts.ts';
import { ordinal, pillarCodes, plainId, refs, sdgNumber, text } from './values.ts';

/** The shape of a record of sdgs.json. */
export const sdg = z.strictObject({
  id: plainId,
  number: sdgNumber,
  title: text,
  priorityAreaIds: refs('sdg-priority-area'),
  provenance,
});

/** A Sustainable Development Goal. */
export type SdgRecord = z.output<typeof sdg>;

/** The shape of a record of sdg-priority-areas.json. */
export const sdgPriorityArea = z.strictObject({
  id: plainId,
  order: ordinal,
  title: text,
  summary: text,
  sdgs: z.array(sdgNumber),
  pillars: pillarCodes,
  issueIds: refs('issue'),
  blueprintElementIds: refs('blueprint-element'),
  flagshipInitiatives: z.array(text),
  trend: text.nullable(),
  instrumentIds: refs('instrument'),
  provenance,
});

/** A priority area. */
export type SdgPriorityAreaRecord = z.output<typeof sdgPriorityArea>;
