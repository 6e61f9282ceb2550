/** The registers that the APSC's subgraph keeps beside its own records: vision documents, member states, partners. */

import * as z from 'zod';
import { MembershipStatus, PartnerType, VisionDocumentKind } from '../generated/vocabularies.ts';
import { period, planCounts, provenance, source } from './parts.ts';
import {
  basis,
  count,
  date,
  ordinal,
  pillarCodes,
  plainId,
  ref,
  refs,
  stewardedId,
  text,
  vocabulary,
} from './values.ts';

/** The shape of a record of vision.json. */
export const visionDocument = z.strictObject({
  id: stewardedId,
  order: ordinal,
  kind: vocabulary(VisionDocumentKind),
  title: text,
  officialTitle: text.nullable(),
  parentId: ref('vision-document').nullable(),
  adoptedOn: date.nullable(),
  adoptedAtMeetingId: ref('meeting').nullable(),
  adoptedAtText: text.nullable(),
  adoptedPlace: text.nullable(),
  period: period.nullable(),
  status: text.nullable(),
  description: text,
  documentCount: count.nullable(),
  counts: planCounts.nullable(),
  replaces: text.nullable(),
  instrumentId: ref('instrument').nullable(),
  componentInstrumentIds: refs('instrument'),
  provenance,
});

/** A document of or around the Community Vision. */
export type VisionDocumentRecord = z.output<typeof visionDocument>;

const accessionMilestone = z.strictObject({
  date,
  event: text,
  detail: text.nullable(),
  meetingId: ref('meeting').nullable(),
  basis,
  sources: z.array(source),
});

/** The shape of a record of member-states.json. */
export const memberState = z.strictObject({
  id: z.string().regex(/^[A-Z]{3}$/, 'an ISO 3166-1 alpha-3 code'),
  alpha2: z.string().regex(/^[A-Z]{2}$/, 'an ISO 3166-1 alpha-2 code'),
  name: text,
  officialName: text,
  status: vocabulary(MembershipStatus),
  foundingMember: z.boolean(),
  joinedOn: date.nullable(),
  observerSince: date.nullable(),
  capital: text,
  accessionMilestones: z.array(accessionMilestone),
  provenance,
});

/** A member state or observer. */
export type MemberStateRecord = z.output<typeof memberState>;

/** The shape of a record of partners.json. */
export const partner = z.strictObject({
  id: plainId,
  name: text,
  acronym: text.nullable(),
  type: vocabulary(PartnerType),
  parentId: ref('partner').nullable(),
  partnerSince: date.nullable(),
  currentStatus: text.nullable(),
  statusHistory: z.array(z.strictObject({ date, status: text })),
  pillars: pillarCodes,
  issueIds: refs('issue'),
  facts: z.array(text),
  instrumentIds: refs('instrument'),
  meetingIds: refs('meeting'),
  regionalEntityId: ref('regional-entity').nullable(),
  provenance,
});

/** A partner of ASEAN. */
export type PartnerRecord = z.output<typeof partner>;
