/** An entry on the ASEAN Smart Cities Network: a governance role, a document, a milestone or an outside partnership. */

import * as z from 'zod';
import { Modality, SmartCityFocusArea, SmartCityPartnershipKind } from '../generated/vocabularies.ts';
import { pillarTag, provenance } from './parts.ts';
import { count, date, ordinal, plainId, ref, refs, text, vocabulary, year } from './values.ts';

const portfolioStatus = z.strictObject({
  ongoing: z.number().min(0),
  planning: z.number().min(0),
  completed: z.number().min(0),
});

const edition = z.strictObject({
  ordinal,
  startDate: date.nullable(),
  endDate: date.nullable(),
  place: text.nullable(),
  modality: vocabulary(Modality).nullable(),
});

/** The shape of a record of smart-city-partnerships.json. */
export const smartCityPartnership = z.strictObject({
  id: plainId,
  kind: vocabulary(SmartCityPartnershipKind),
  title: text,
  summary: text,
  startDate: date.nullable(),
  endDate: date.nullable(),
  city: text.nullable(),
  countryCode: ref('member-state').nullable(),
  countryName: text.nullable(),
  modality: vocabulary(Modality).nullable(),
  partners: z.array(text),
  dialoguePartnerId: ref('partner').nullable(),
  pillars: z.array(pillarTag),
  cityIds: refs('smart-city'),
  focusAreas: z.array(vocabulary(SmartCityFocusArea)),
  chairCountryCode: ref('member-state').nullable(),
  chairs: z.array(z.strictObject({ year, memberState: ref('member-state') })),
  nationalRepresentatives: z.array(z.strictObject({ memberState: ref('member-state'), organisation: text })),
  memberCities: count.nullable(),
  memberStates: count.nullable(),
  projectCount: count.nullable(),
  statusCounts: portfolioStatus.nullable(),
  statusPercent: portfolioStatus.nullable(),
  focusAreaShares: z.array(
    z.strictObject({ focusArea: vocabulary(SmartCityFocusArea), percent: z.number().min(0).max(100) }),
  ),
  partnershipCount: count.nullable(),
  amount: z.strictObject({ value: z.number(), currency: text }).nullable(),
  editions: z.array(edition),
  meetingIds: refs('meeting'),
  instrumentIds: refs('instrument'),
  provenance,
});

/** An entry on the network. */
export type SmartCityPartnershipRecord = z.output<typeof smartCityPartnership>;
/** One meeting of a series of the network. */
export type NetworkMeetingEdition = SmartCityPartnershipRecord['editions'][number];
