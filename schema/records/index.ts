/** The kinds of record of the data set: where each stands in the files, and its shape. */

import type * as z from 'zod';
import { PILLARS, STEWARDS, type Steward } from '../stewards.ts';
import { blueprintElement, sector } from './blueprint.ts';
import { body } from './body.ts';
import { memberState, partner, visionDocument } from './community.ts';
import { instrument } from './instrument.ts';
import { issue, stake } from './issue.ts';
import { meeting } from './meeting.ts';
import { monitoringItem } from './monitoring-item.ts';
import { pillar } from './pillar.ts';
import { indicator, initiative, observation } from './readiness.ts';
import { regionalEntity } from './regional-entity.ts';
import { sdg, sdgPriorityArea } from './sdg.ts';
import { smartCity, smartCityProject } from './smart-city.ts';
import { smartCityPartnership } from './smart-city-partnership.ts';
import type { RecordKindName } from './values.ts';

export type * from './blueprint.ts';
export type * from './body.ts';
export type * from './community.ts';
export type * from './instrument.ts';
export type * from './issue.ts';
export type * from './meeting.ts';
export type * from './monitoring-item.ts';
export type * from './parts.ts';
export type * from './pillar.ts';
export type * from './readiness.ts';
export type * from './regional-entity.ts';
export type * from './sdg.ts';
export type * from './smart-city.ts';
export type * from './smart-city-partnership.ts';
export type { RecordKindName } from './values.ts';

/** The folder of a steward in the data set: its id. */
export type Folder = Steward['id'];

/** One row of `RECORDS`. */
export interface RecordKind {
  /** The name of its files. */
  readonly file: string;
  /** The folders that hold such a file. */
  readonly folders: readonly Folder[];
  /** The file holds one record, not a list. */
  readonly single?: boolean;
  readonly shape: z.ZodObject;
}

const ALL: readonly Folder[] = STEWARDS.map(({ id }) => id);
const PILLAR_FOLDERS: readonly Folder[] = PILLARS.map(({ id }) => id);

/** Every kind of record. The shape's input is the record in the file, its output the record as the graph knows it. */
export const RECORDS = {
  pillar: { file: 'pillar.json', folders: PILLAR_FOLDERS, single: true, shape: pillar },
  body: { file: 'bodies.json', folders: ALL, shape: body },
  sector: { file: 'sectors.json', folders: PILLAR_FOLDERS, shape: sector },
  'blueprint-element': { file: 'blueprint-elements.json', folders: PILLAR_FOLDERS, shape: blueprintElement },
  meeting: { file: 'meetings.json', folders: ALL, shape: meeting },
  instrument: { file: 'instruments.json', folders: ALL, shape: instrument },
  stake: { file: 'stakes.json', folders: PILLAR_FOLDERS, shape: stake },
  issue: { file: 'issues.json', folders: ['ascc'], shape: issue },
  'monitoring-item': { file: 'monitoring.json', folders: ALL, shape: monitoringItem },
  'regional-entity': { file: 'regional-entities.json', folders: ALL, shape: regionalEntity },
  'vision-document': { file: 'vision.json', folders: ['asean'], shape: visionDocument },
  'member-state': { file: 'member-states.json', folders: ['apsc'], shape: memberState },
  partner: { file: 'partners.json', folders: ['apsc'], shape: partner },
  sdg: { file: 'sdgs.json', folders: ['ascc'], shape: sdg },
  'sdg-priority-area': { file: 'sdg-priority-areas.json', folders: ['ascc'], shape: sdgPriorityArea },
  'smart-city': { file: 'smart-cities.json', folders: ['aec'], shape: smartCity },
  'smart-city-project': { file: 'smart-city-projects.json', folders: PILLAR_FOLDERS, shape: smartCityProject },
  'smart-city-partnership': { file: 'smart-city-partnerships.json', folders: ['aec'], shape: smartCityPartnership },
  indicator: { file: 'indicators.json', folders: ['aec'], shape: indicator },
  observation: { file: 'observations.json', folders: ['aec'], shape: observation },
  initiative: { file: 'initiatives.json', folders: ['aec'], shape: initiative },
} as const satisfies Record<RecordKindName, RecordKind>;

/** The names of all kinds, in the order of `RECORDS`. */
export const RECORD_KIND_NAMES = Object.keys(RECORDS) as RecordKindName[];

/** A record of a kind as the graph knows it. */
export type RecordOf<Kind extends RecordKindName> = z.output<(typeof RECORDS)[Kind]['shape']>;

/** Look-ups over all records, for what the stored form of one takes from others. */
export interface RecordSet {
  /** All records of a kind, in the order of folders and files. The same list at every call. */
  of<Kind extends RecordKindName>(kind: Kind): readonly RecordOf<Kind>[];
  /** The record of a kind with this id. */
  find<Kind extends RecordKindName>(kind: Kind, id: string): RecordOf<Kind> | undefined;
}
