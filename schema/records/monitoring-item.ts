/** A system, component, review, figure or role of monitoring and evaluation. */

import * as z from 'zod';
import { MonitoringKind, ReviewType } from '../generated/vocabularies.ts';
import { period, provenance } from './parts.ts';
import { date, ordinal, pillarCode, plainId, ref, refs, stewardedId, text, vocabulary } from './values.ts';

const fact = z.strictObject({ text, value: z.number().nullable(), unit: text.nullable() });

const subItem = z.strictObject({
  id: plainId,
  order: ordinal,
  title: text,
  sectorId: ref('sector').nullable(),
  ministerialBodyId: ref('body').nullable(),
  sectoralBodyId: ref('body').nullable(),
});

/** The shape of a record of monitoring.json. */
export const monitoringItem = z.strictObject({
  id: stewardedId,
  kind: vocabulary(MonitoringKind),
  reviewType: vocabulary(ReviewType).nullable(),
  title: text,
  code: text.nullable(),
  pillar: pillarCode.nullable(),
  parentId: ref('monitoring-item').nullable(),
  date: date.nullable(),
  period: period.nullable(),
  status: text.nullable(),
  responsibleBodyIds: refs('body'),
  responsibleLabels: z.array(text),
  issueIds: refs('issue'),
  blueprintElementId: ref('blueprint-element').nullable(),
  summary: text,
  facts: z.array(fact),
  items: z.array(subItem),
  meetingIds: refs('meeting'),
  instrumentIds: refs('instrument'),
  partnerIds: refs('partner'),
  provenance,
});

/** A record of monitoring and evaluation. */
export type MonitoringItemRecord = z.output<typeof monitoringItem>;
/** A line of a list that a monitoring record holds. */
export type MonitoringSubItem = MonitoringItemRecord['items'][number];
