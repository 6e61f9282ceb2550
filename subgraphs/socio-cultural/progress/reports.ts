/** The e-monitoring feed of the ASCC as it is kept: reports are added, never changed or removed. */

import { randomUUID } from 'node:crypto';
import type { Connection, Model } from 'mongoose';
import * as z from 'zod';
import { ProgressStatus } from '../../../schema/generated/vocabularies.ts';
import { source } from '../../../schema/records/parts.ts';
import { withId } from '../../kit/document.ts';
import { defineModel } from '../../kit/store/model.ts';
import { isDuplicate, keyOf } from '../lead/ledger.ts';

const report = z.strictObject({
  elementId: z.string(),
  periodEnd: z.string(),
  status: z.enum(ProgressStatus),
  value: z.number().nullable(),
  unit: z.string().nullable(),
  narrative: z.string(),
  actor: z.string(),
  /** RFC 3339 in UTC with milliseconds, so that the order of the text is that of time. */
  reportedAt: z.string(),
  sources: z.array(source),
});

/** A report on an element, with its id. */
export type ProgressReport = z.output<typeof report> & { readonly id: string };

/** Reports as they are kept. */
export interface ProgressReports {
  /** On these elements, oldest first: by the end of their periods, then when they were reported, then id. */
  on(elementIds: readonly string[]): Promise<ProgressReport[]>;
  byKey(actor: string, idempotencyKey: string): Promise<ProgressReport | null>;
  /** Adds a report, durably. Null where the key of its actor is used: nothing is written then. */
  append(
    report: Omit<ProgressReport, 'id' | 'reportedAt'>,
    idempotencyKey: string | null,
  ): Promise<ProgressReport | null>;
  /** Of these elements, those that have reports. */
  elementsWithReports(ids: readonly string[]): Promise<string[]>;
}

/** The reports of a database, with their indexes. `now` is the clock, in milliseconds. */
export async function openProgressReports(
  connection: Connection,
  { now = Date.now }: { now?: () => number } = {},
): Promise<ProgressReports> {
  const model = defineModel(connection, {
    name: 'ProgressReport',
    collection: 'progressReports',
    shape: report,
    // The hash of actor and idempotency key, else the id: every report has one, so no index need be partial.
    derived: { requestKey: 'String' },
    indexes: [[{ requestKey: 1 }, { unique: true }], { elementId: 1, periodEnd: 1, reportedAt: 1 }],
  }) as unknown as Model<Record<string, unknown>>;
  await model.init();
  const read = async (condition: Record<string, unknown>) => {
    const found = await model.find(condition, { requestKey: 0 }).sort({ periodEnd: 1, reportedAt: 1, _id: 1 }).lean();
    return found.map(withId) as unknown as ProgressReport[];
  };
  return {
    on: (elementIds) => read({ elementId: { $in: [...elementIds] } }),
    byKey: async (actor, idempotencyKey) => (await read({ requestKey: keyOf(actor, idempotencyKey) }))[0] ?? null,
    async append(fields, idempotencyKey) {
      const id = randomUUID();
      const whole = { ...fields, reportedAt: new Date(now()).toISOString() };
      const requestKey = idempotencyKey === null ? id : keyOf(fields.actor, idempotencyKey);
      try {
        // The document is of our own making: to be built once more by mongoose would cost more than all else.
        await model.insertMany([{ ...whole, _id: id, steward: 'ASCC', requestKey }], { lean: true });
        return { ...whole, id };
      } catch (error) {
        if (isDuplicate(error)) return null;
        throw error;
      }
    },
    async elementsWithReports(ids) {
      const found = await model.find({ elementId: { $in: [...ids] } }, { elementId: 1 }).lean();
      return [...new Set(found.map(({ elementId }) => String(elementId)))];
    },
  };
}
