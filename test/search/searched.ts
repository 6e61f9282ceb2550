/** What a search finds, worked out from the data files by plain code: what the answers of the graph are held against. */

import { dataFiles, readDataFile, type DataRecord, type Folder } from '../semantics/data.ts';

type Values = readonly (string | null)[];

/** A kind of record, in the order of `RecordKind`. */
export interface SearchedKind {
  readonly kind: string;
  readonly file: string;
  /** The searched values, by the names under which rule 17a lists them. */
  readonly values: (one: DataRecord) => Readonly<Record<string, Values>>;
  readonly id?: (one: DataRecord) => string;
  /** The field of Query that looks a record up, with its argument. */
  readonly lookUp: (id: string) => string;
}

const by =
  (field: string, argument = 'id') =>
  (id: string) =>
    `${field}(${argument}: ${JSON.stringify(id)})`;

/** All kinds. */
export const SEARCHED_KINDS: readonly SearchedKind[] = [
  {
    kind: 'BODY',
    file: 'bodies',
    values: ({ acronym, name, formerNames, alternativeNames, alternativeAcronyms, description }) => ({
      acronym: [acronym],
      name: [name],
      'other names': [...formerNames, ...alternativeNames],
      'other acronyms': alternativeAcronyms,
      description: [description],
    }),
    lookUp: by('body'),
  },
  { kind: 'MEETING', file: 'meetings', values: ({ title }) => ({ title: [title] }), lookUp: by('meeting') },
  {
    kind: 'INSTRUMENT',
    file: 'instruments',
    values: ({ title, shortTitle, summary }) => ({ title: [title], 'short title': [shortTitle], summary: [summary] }),
    lookUp: by('instrument'),
  },
  {
    kind: 'CROSS_PILLAR_ISSUE',
    file: 'issues',
    values: ({ title, aliases, summary }) => ({ title: [title], aliases, summary: [summary] }),
    lookUp: by('crossPillarIssue'),
  },
  {
    kind: 'MONITORING_ITEM',
    file: 'monitoring',
    values: ({ title, code, summary }) => ({ title: [title], code: [code], summary: [summary] }),
    lookUp: by('monitoringItem'),
  },
  {
    kind: 'REGIONAL_ENTITY',
    file: 'regional-entities',
    values: ({ name, acronym, alternativeAcronyms, description }) => ({
      name: [name],
      acronyms: [acronym, ...alternativeAcronyms],
      description: [description],
    }),
    lookUp: by('regionalEntity'),
  },
  {
    kind: 'SECTOR',
    file: 'sectors',
    values: ({ name, description }) => ({ name: [name], description: [description] }),
    lookUp: by('sector'),
  },
  {
    kind: 'BLUEPRINT_ELEMENT',
    file: 'blueprint-elements',
    values: ({ number, title, officialTitle, description }) => ({
      number: [number],
      titles: [title, officialTitle],
      description: [description],
    }),
    lookUp: by('blueprintElement'),
  },
  {
    kind: 'SMART_CITY',
    file: 'smart-cities',
    values: ({ name, summary }) => ({ name: [name], summary: [summary] }),
    lookUp: by('smartCity'),
  },
  {
    kind: 'SMART_CITY_PROJECT',
    file: 'smart-city-projects',
    values: ({ title, summary }) => ({ title: [title], summary: [summary] }),
    lookUp: by('smartCityProject'),
  },
  {
    kind: 'SMART_CITY_PARTNERSHIP',
    file: 'smart-city-partnerships',
    values: ({ title, summary, partners }) => ({ title: [title], summary: [summary], partners }),
    lookUp: by('smartCityPartnership'),
  },
  {
    kind: 'READINESS_INDICATOR',
    file: 'indicators',
    values: ({ name, description }) => ({ name: [name], description: [description] }),
    lookUp: by('readinessIndicator'),
  },
  {
    kind: 'INITIATIVE',
    file: 'initiatives',
    values: ({ title, shortName, summary }) => ({ title: [title], 'short name': [shortName], summary: [summary] }),
    lookUp: by('initiative'),
  },
  {
    kind: 'MEMBER_STATE',
    file: 'member-states',
    values: ({ id, name, officialName }) => ({ code: [id], name: [name], 'official name': [officialName] }),
    lookUp: by('memberState', 'code'),
  },
  {
    kind: 'PARTNER',
    file: 'partners',
    values: ({ name, acronym }) => ({ name: [name], acronym: [acronym] }),
    lookUp: by('partner'),
  },
  {
    kind: 'VISION_DOCUMENT',
    file: 'vision',
    values: ({ title, officialTitle, description }) => ({ titles: [title, officialTitle], description: [description] }),
    lookUp: by('visionDocument'),
  },
  {
    kind: 'SDG',
    file: 'sdgs',
    values: ({ title }) => ({ title: [title] }),
    id: ({ number }) => String(number),
    lookUp: (id) => `sdg(number: ${id})`,
  },
  {
    kind: 'SDG_PRIORITY_AREA',
    file: 'sdg-priority-areas',
    values: ({ title, summary }) => ({ title: [title], summary: [summary] }),
    lookUp: by('sdgPriorityArea'),
  },
];

/** A record as a search knows it. */
export interface SearchedRecord {
  readonly kind: string;
  readonly id: string;
  readonly folder: Folder;
  readonly record: DataRecord;
  readonly values: readonly string[];
}

/** All records that are searched. */
export function searchedRecords(): SearchedRecord[] {
  return SEARCHED_KINDS.flatMap(({ kind, file, values, id }) =>
    dataFiles()
      .filter((each) => each.file === `${file}.json`)
      .flatMap(({ folder, file: name }) =>
        (readDataFile({ folder, file: name }) as DataRecord[]).map((record) => ({
          kind,
          id: id?.(record) ?? record.id,
          folder,
          record,
          values: Object.values(values(record))
            .flat()
            .filter((value) => value !== null),
        })),
      ),
  );
}

/** The words of a text as rule 17a has them, sign by sign. */
export function words(text: string): string[] {
  let plain = '';
  for (const sign of text.normalize('NFKD')) {
    if (/\p{Mark}/u.test(sign)) continue;
    const lower = sign.toLowerCase();
    plain += lower === 'đ' ? 'd' : lower === 'œ' ? 'oe' : /[\p{Letter}\p{Number}]/u.test(lower) ? lower : ' ';
  }
  return plain.split(' ').filter((word) => word !== '');
}

/** Whether a search for the text finds a record. */
export function isFound(text: string, { values }: SearchedRecord): boolean {
  const all = values.flatMap(words);
  return words(text).every((asked) => all.some((word) => word.startsWith(asked)));
}
