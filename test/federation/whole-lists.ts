/** The whole of each merged list, computed from the data files by plain code: what pages of the graph are held against. */

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';

/** A record as its file spells it. */
export type FileRecord = Readonly<Record<string, unknown>> & { readonly id: string };

/** A merged list of the graph. */
export interface MergedList {
  /** The field of Query. */
  readonly field: string;
  readonly file: string;
  readonly filterType: string;
  /** The names of its orders with the field that each sorts by, before the id. */
  readonly orders: Readonly<Record<string, readonly [by: string | undefined, descending: boolean]>>;
  readonly orderType: string | undefined;
  /** Random filters. */
  readonly filters: fc.Arbitrary<Readonly<Record<string, unknown>>>;
  /** What a condition of the filter asks of a record. */
  readonly conditions: Readonly<Record<string, (record: FileRecord, value: never) => boolean>>;
}

const DATA = new URL('../../seed/data/', import.meta.url);

/** All records of a file, over all folders. */
export function records(file: string): FileRecord[] {
  const folders = readdirSync(DATA, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name }) => {
    try {
      return JSON.parse(readFileSync(new URL(`${name}/${file}`, DATA), 'utf8')) as FileRecord[];
    } catch {
      return [];
    }
  });
}

/** The ids of the whole list, in its order. */
export function wholeList(
  list: MergedList,
  filter: Readonly<Record<string, unknown>>,
  order: string | undefined,
): string[] {
  const [by, descending] = (order && list.orders[order]) || [undefined, false];
  const key = (record: FileRecord): string => (by ? String(record[by] ?? '') : '');
  const matching = records(list.file).filter((record) =>
    Object.entries(filter).every(
      ([name, value]) =>
        value === null || (list.conditions[name] as (record: FileRecord, value: unknown) => boolean)(record, value),
    ),
  );
  const sorted = matching.sort((a, b) => compare(key(a), key(b)) || compare(a.id, b.id)).map(({ id }) => id);
  return descending ? sorted.reverse() : sorted;
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

const enumOf = (value: unknown): string => String(value).toUpperCase().replaceAll('-', '_');
const anyEnum = (path: string) => (record: FileRecord, values: readonly string[]) =>
  values.includes(enumOf(record[path]));
const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values);
const distinct = (file: string, path: string): string[] => [
  ...new Set(
    records(file)
      .flatMap((record) => record[path] as string | string[])
      .filter((value) => value !== null),
  ),
];
const someEnums = (file: string, path: string) =>
  fc.option(fc.uniqueArray(oneOf(distinct(file, path).map(enumOf)), { maxLength: 3 }));
const id = (file: string, path: string) => fc.option(oneOf([...distinct(file, path), 'no-such-thing']));
const hasId = (path: string) => (record: FileRecord, value: string) =>
  ([] as unknown[]).concat(record[path]).includes(value);
const text =
  (...paths: string[]) =>
  (record: FileRecord, value: string) =>
    paths.some((path) =>
      String(record[path] ?? '')
        .toLowerCase()
        .includes(value.toLowerCase()),
    );
const words = fc.option(oneOf(['ASEAN', 'smart', 'Senior', '.*', 'a', 'culture of', '']));
const some = (filters: Record<string, fc.Arbitrary<unknown>>) => fc.record(filters, { requiredKeys: [] });
const issuesOf = (meeting: FileRecord, ...parts: string[]): string[] =>
  parts.flatMap((part) => (meeting[part] as { issueIds: string[] }[]).flatMap(({ issueIds }) => issueIds));

/** The lists of Query over all stewards. */
export const MERGED_LISTS: readonly MergedList[] = [
  {
    field: 'bodies',
    file: 'bodies.json',
    filterType: 'BodyFilter',
    orders: {},
    orderType: undefined,
    filters: some({
      levels: someEnums('bodies.json', 'level'),
      statuses: someEnums('bodies.json', 'status'),
      sectorId: id('bodies.json', 'sectorIds'),
    }),
    conditions: { levels: anyEnum('level'), statuses: anyEnum('status'), sectorId: hasId('sectorIds') },
  },
  {
    field: 'meetings',
    file: 'meetings.json',
    filterType: 'MeetingFilter',
    orders: { STARTS_ASC: ['startDate', false], STARTS_DESC: ['startDate', true] },
    orderType: 'MeetingOrder',
    filters: some({
      types: someEnums('meetings.json', 'type'),
      issueId: fc.option(oneOf(['culture-of-prevention', 'smart-cities', 'resilience'])),
      agendaIssueId: fc.option(oneOf(['culture-of-prevention', 'industry-4-0'])),
      text: words,
    }),
    conditions: {
      types: anyEnum('type'),
      issueId: (meeting, issue) => issuesOf(meeting, 'agenda', 'outcomes').includes(issue),
      agendaIssueId: (meeting, issue) => issuesOf(meeting, 'agenda').includes(issue),
      text: text('title'),
    },
  },
  {
    field: 'instruments',
    file: 'instruments.json',
    filterType: 'InstrumentFilter',
    orders: { ADOPTED_ASC: ['adoptedOn', false], ADOPTED_DESC: ['adoptedOn', true] },
    orderType: 'InstrumentOrder',
    filters: some({
      types: someEnums('instruments.json', 'type'),
      pillars: fc.option(fc.uniqueArray(oneOf(['APSC', 'AEC', 'ASCC']), { maxLength: 2 })),
      allThreePillars: fc.option(fc.boolean()),
      issueId: id('instruments.json', 'issueIds'),
      legallyBinding: fc.option(fc.boolean()),
      text: words,
    }),
    conditions: {
      types: anyEnum('type'),
      pillars: (instrument, pillars: string[]) =>
        pillars.some((pillar) => (instrument['pillars'] as string[]).includes(pillar)),
      allThreePillars: (instrument, all) => ((instrument['pillars'] as string[]).length === 3) === all,
      issueId: hasId('issueIds'),
      legallyBinding: (instrument, binding) => instrument['legallyBinding'] === binding,
      text: text('title', 'shortTitle', 'summary'),
    },
  },
  {
    field: 'monitoring',
    file: 'monitoring.json',
    filterType: 'MonitoringFilter',
    orders: {},
    orderType: undefined,
    filters: some({ kinds: someEnums('monitoring.json', 'kind'), issueId: id('monitoring.json', 'issueIds') }),
    conditions: { kinds: anyEnum('kind'), issueId: hasId('issueIds') },
  },
  {
    field: 'smartCityProjects',
    file: 'smart-city-projects.json',
    filterType: 'SmartCityProjectFilter',
    orders: {},
    orderType: undefined,
    filters: some({
      cityIds: fc.option(fc.uniqueArray(oneOf(distinct('smart-city-projects.json', 'cityId')), { maxLength: 4 })),
      phases: someEnums('smart-city-projects.json', 'phase'),
      focusAreas: someEnums('smart-city-projects.json', 'focusAreas'),
    }),
    conditions: {
      cityIds: (project, cities: string[]) => cities.includes(project['cityId'] as string),
      phases: anyEnum('phase'),
      focusAreas: (project, areas: string[]) =>
        (project['focusAreas'] as string[]).some((area) => areas.includes(enumOf(area))),
    },
  },
  {
    field: 'regionalEntities',
    file: 'regional-entities.json',
    filterType: 'RegionalEntityFilter',
    orders: {},
    orderType: undefined,
    filters: some({
      types: someEnums('regional-entities.json', 'entityType'),
      memberStates: fc.option(
        fc.uniqueArray(oneOf(distinct('regional-entities.json', 'hostCountryCode')), { maxLength: 3 }),
      ),
    }),
    conditions: {
      types: anyEnum('entityType'),
      memberStates: (entity, states: string[]) => states.includes(entity['hostCountryCode'] as string),
    },
  },
];
