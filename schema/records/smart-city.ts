/** The cities of the ASEAN Smart Cities Network and their projects. */

import * as z from 'zod';
import {
  PortfolioMatch,
  SmartCityCohort,
  SmartCityFocusArea,
  SmartCityProgramme,
  SmartCityProjectPhase,
  SmartCityProjectStatus,
} from '../generated/vocabularies.ts';
import { pillarTag, provenance } from './parts.ts';
import { basis, count, ordinal, plainId, ref, stewardedId, text, vocabulary, year } from './values.ts';

const population = z.strictObject({ value: count, year, scope: text, approximate: z.boolean(), basis });

/** The shape of a record of smart-cities.json. */
export const smartCity = z.strictObject({
  id: plainId,
  name: text,
  memberState: ref('member-state'),
  isNationalCapital: z.boolean(),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  population,
  landAreaKm2: z.number().positive().nullable(),
  joinedYear: year,
  cohort: vocabulary(SmartCityCohort),
  focusAreas: z.array(vocabulary(SmartCityFocusArea)),
  focusAreasBasis: text,
  focusAreasAsStated: text.nullable(),
  summary: text,
  chiefSmartCityOfficerOrganisation: text,
  provenance,
});

/** A member city of the network. */
export type SmartCityRecord = z.output<typeof smartCity>;

/** The shape of a record of smart-city-projects.json. */
export const smartCityProject = z.strictObject({
  id: stewardedId,
  cityId: ref('smart-city'),
  memberState: ref('member-state'),
  programme: vocabulary(SmartCityProgramme),
  phase: vocabulary(SmartCityProjectPhase),
  listNumber: ordinal.nullable(),
  title: text,
  focusAreas: z.array(vocabulary(SmartCityFocusArea)).min(1),
  focusAreaBasis: text,
  status: vocabulary(SmartCityProjectStatus),
  summary: text.nullable(),
  supportSought: z.array(text),
  partners: z.array(text),
  pillars: z.array(pillarTag),
  actionPlanProjectId: ref('smart-city-project').nullable(),
  portfolioProjectId: ref('smart-city-project').nullable(),
  portfolioMatch: vocabulary(PortfolioMatch).nullable(),
  provenance,
});

/** A project of a smart city. */
export type SmartCityProjectRecord = z.output<typeof smartCityProject>;
