/** The kinds of record: their types in the graph, their names, and the addresses of their pages. */

/** By the kind as addresses write it: the type, the kind in words, the fields that say when the record is, and whether its query, the registered operation `record-<kind>`, takes `first`. */
export const KINDS = {
  body: { type: 'Body', words: 'Body', dates: ['established'], isPaged: true },
  meeting: { type: 'Meeting', words: 'Meeting', dates: ['startsOn', 'endsOn'] },
  instrument: { type: 'Instrument', words: 'Instrument', dates: ['adoptedOn'] },
  'cross-pillar-issue': { type: 'CrossPillarIssue', words: 'Cross-pillar issue', dates: [], isPaged: true },
  'monitoring-item': { type: 'MonitoringItem', words: 'Monitoring and evaluation', dates: ['date'] },
  'regional-entity': { type: 'RegionalEntity', words: 'Regional entity', dates: ['founded'] },
  sector: { type: 'Sector', words: 'Sector of cooperation', dates: [] },
  'blueprint-element': { type: 'BlueprintElement', words: 'Element of a blueprint', dates: [] },
  'smart-city': { type: 'SmartCity', words: 'Smart city', dates: [], isPaged: true },
  'smart-city-project': { type: 'SmartCityProject', words: 'Project of a smart city', dates: [] },
  'smart-city-partnership': {
    type: 'SmartCityPartnership',
    words: 'Entry on the ASEAN Smart Cities Network',
    dates: ['startsOn', 'endsOn'],
  },
  'readiness-indicator': { type: 'ReadinessIndicator', words: 'Indicator of readiness', dates: [], isPaged: true },
  initiative: { type: 'Initiative', words: 'Initiative on Industry 4.0', dates: ['adoptedOn'] },
  'member-state': {
    type: 'MemberState',
    words: 'Member state or observer',
    dates: ['joinedOn', 'observerSince'],
    isPaged: true,
  },
  partner: { type: 'Partner', words: 'Partner of ASEAN', dates: ['since'] },
  'vision-document': { type: 'VisionDocument', words: 'Document of the Community Vision', dates: ['adoptedOn'] },
  sdg: { type: 'Sdg', words: 'Sustainable Development Goal', dates: [] },
  'sdg-priority-area': { type: 'SdgPriorityArea', words: 'Priority area of the 2030 Agenda', dates: [] },
};

/** The page of a record that a search found: `kind` as the graph writes it, or as addresses do. */
export function recordAddress({ kind, id }) {
  const segment = encodeURIComponent(id).replaceAll('%3A', ':');
  return `/record/${kind.toLowerCase().replaceAll('_', '-')}/${segment}`;
}

/** The page of a record in an answer, by its type and its id, number or code; undefined where such objects have no page. */
export function recordAddressOf({ __typename = '', id, number, code }) {
  const name = /^(?:PoliticalSecurity|Economic|SocioCultural|Community)?(.+)$/.exec(__typename)?.[1];
  const type = name === 'Project' ? 'SmartCityProject' : name;
  const kind = Object.keys(KINDS).find((each) => KINDS[each].type === type);
  const key = id ?? code ?? number;
  return kind === undefined || key === undefined ? undefined : recordAddress({ kind, id: String(key) });
}

/** The kind and the id of the page at an address. */
export function recordAt(pathname) {
  const [, , kind, id = ''] = pathname.split('/');
  return { kind, id: decodeURIComponent(id) };
}
