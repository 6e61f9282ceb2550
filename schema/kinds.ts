/** The kinds of record that several stewards keep: each an interface of the graph with one concrete type a keeper. */

import { STEWARDS, stewardOfId, type Steward, type StewardCode } from './stewards.ts';

/** The name of a split interface of the graph. */
export type SplitKind =
  | 'Steward'
  | 'Pillar'
  | 'Body'
  | 'Meeting'
  | 'Instrument'
  | 'Stake'
  | 'Sector'
  | 'BlueprintElement'
  | 'RegionalEntity'
  | 'MonitoringItem'
  | 'SmartCityProject';

const ALL: readonly StewardCode[] = ['APSC', 'AEC', 'ASCC', 'ASEAN'];
const PILLARS_ONLY: readonly StewardCode[] = ['APSC', 'AEC', 'ASCC'];

/** Who keeps records of a kind, and how the names of its concrete types end (`Project` in `EconomicProject`). */
export const KINDS: Readonly<Record<SplitKind, { suffix: string; keepers: readonly StewardCode[] }>> = {
  Steward: { suffix: 'Community', keepers: ALL },
  Pillar: { suffix: 'Community', keepers: PILLARS_ONLY },
  Body: { suffix: 'Body', keepers: ALL },
  Meeting: { suffix: 'Meeting', keepers: ALL },
  Instrument: { suffix: 'Instrument', keepers: ALL },
  Stake: { suffix: 'Stake', keepers: PILLARS_ONLY },
  Sector: { suffix: 'Sector', keepers: PILLARS_ONLY },
  BlueprintElement: { suffix: 'BlueprintElement', keepers: PILLARS_ONLY },
  RegionalEntity: { suffix: 'RegionalEntity', keepers: ALL },
  MonitoringItem: { suffix: 'MonitoringItem', keepers: ALL },
  SmartCityProject: { suffix: 'Project', keepers: PILLARS_ONLY },
};

/** The concrete type of a kind as this steward keeps it: `EconomicBody`. */
export function concreteType(kind: SplitKind, steward: Steward): string {
  return kind === 'Steward' || kind === 'Pillar' ? steward.type : steward.prefix + KINDS[kind].suffix;
}

/** Whether the steward keeps records of the kind. */
export function keeps(steward: Steward, kind: SplitKind): boolean {
  return KINDS[kind].keepers.includes(steward.code);
}

/** The stewards that keep a kind, in order. */
export function keepersOf(kind: SplitKind): readonly Steward[] {
  return STEWARDS.filter((steward) => keeps(steward, kind));
}

/** The concrete type of the record with this id; undefined where the prefix is nobody's or its steward keeps no such records. */
export function typeOfId(kind: SplitKind, id: string): string | undefined {
  const steward = stewardOfId(id);
  return steward && keeps(steward, kind) ? concreteType(kind, steward) : undefined;
}

/** The kinds of record that one steward keeps: which, and the field that identifies one. */
export const SINGLE_KINDS = {
  CrossPillarIssue: { steward: 'ASCC', key: 'id' },
  LeadDecision: { steward: 'ASCC', key: 'id' },
  Sdg: { steward: 'ASCC', key: 'number' },
  SdgPriorityArea: { steward: 'ASCC', key: 'id' },
  SmartCity: { steward: 'AEC', key: 'id' },
  SmartCityPartnership: { steward: 'AEC', key: 'id' },
  ReadinessIndicator: { steward: 'AEC', key: 'id' },
  Observation: { steward: 'AEC', key: 'id' },
  Initiative: { steward: 'AEC', key: 'id' },
  MemberState: { steward: 'APSC', key: 'code' },
  Partner: { steward: 'APSC', key: 'id' },
  VisionDocument: { steward: 'ASEAN', key: 'id' },
} as const satisfies Record<string, { steward: StewardCode; key: string }>;

/** The name of a kind that one steward keeps. */
export type SingleKind = keyof typeof SINGLE_KINDS;
/** The name of any kind of record that is referred to. */
export type EntityKind = Exclude<SplitKind, 'Steward'> | SingleKind;

/** Whether one steward keeps all records of the kind. */
export function isSingleKind(kind: string): kind is SingleKind {
  return kind in SINGLE_KINDS;
}

/** The id under which a record is stored: a goal is known to others by its number. */
export function storedId(kind: EntityKind, key: string | number): string {
  return kind === 'Sdg' ? `sdg-${String(key).padStart(2, '0')}` : String(key);
}
