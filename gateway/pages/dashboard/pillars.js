/** The three pillars at a glance: a small chart for each thing that is counted, a bar a pillar. */

import { isNarrow } from './chart.js';

/** One colour a pillar; its code stands beside each bar. */
const FILLS = { APSC: '#0b4f8a', AEC: '#e69f00', ASCC: '#56b4e9' };

/** What is counted, in the order in which it is shown; undefined where the graph could not say it. */
const MEASURES = [
  ['Sectors', 'sectors of cooperation', ({ sectors }) => sectors?.length],
  ['Bodies', 'councils, ministerial and sectoral bodies, working groups', ({ bodies }) => bodies?.totalCount],
  ['Regional entities', 'centres, institutes and other entities', ({ regionalEntities }) => regionalEntities?.length],
  ['Meetings on record', 'meetings, all years', ({ meetings }) => meetings?.totalCount],
  ['Instruments', 'declarations, agreements, plans and frameworks', ({ instruments }) => instruments?.totalCount],
  ['Parts of the blueprint', 'elements of the blueprint to 2025', ({ blueprint }) => blueprint?.elements?.length],
  ['Monitoring records', 'reviews, reports, tools and result areas', ({ monitoring }) => monitoring?.totalCount],
  ['Takes part in issues', 'cross-pillar issues with a stake', ({ stakes }) => stakes?.totalCount],
  ['Leads on issues', 'cross-pillar issues, joint leads included', ({ leads }) => leads?.length],
  [
    'Smart city projects',
    'projects of the portfolio of 2025, by whose work they are',
    ({ smartCityProjects }) => smartCityProjects?.totalCount,
  ],
];

export const pillarsAtAGlance = {
  id: 'pillars',
  title: 'The three pillars at a glance',
  operation: 'pillars-at-a-glance',
  tables: {
    'Counts as CSV': 'pillars',
    'Issues that each leads': 'pillars.leads',
    Sectors: 'pillars.sectors',
    'Regional entities': 'pillars.regionalEntities',
    'Parts of the blueprints': 'pillars.blueprint.elements',
  },
  variables: () => ({}),
  isEnough: ({ pillars }) => pillars !== null && !pillars.includes(null),
  view: ({ pillars }) => {
    const rows = MEASURES.map(([name, unit, count]) => ({
      name,
      unit,
      counts: Object.fromEntries(pillars.map((pillar) => [pillar.code, count(pillar)])),
    }));
    return {
      rows,
      columns: [
        { title: 'Number of', cell: ({ name }) => name },
        ...pillars.map(({ code }) => ({
          title: code,
          isNumber: true,
          isMark: true,
          cell: ({ counts }) => counts[code]?.toString() ?? '–',
        })),
        { title: 'What is counted', cell: ({ unit }) => unit },
      ],
      sentence: sentenceOf(rows),
      spec: (width) => specOf(rows, width),
    };
  },
};

function sentenceOf(rows) {
  const most = (name) => {
    const { counts } = rows.find((row) => row.name === name);
    const [[code, count], [next, second]] = Object.entries(counts).toSorted(([, a], [, b]) => b - a);
    return count === second ? `${code} and ${next} (${count} each)` : `${code} (${count})`;
  };
  if (rows.some(({ counts }) => Object.values(counts).includes(undefined)))
    return 'Counts of what answered; “–” is not known now. Each small chart has a scale of its own: compare the bars within it.';
  return `Most bodies stand under the ${most('Bodies')}; most meetings on record are those of the ${most('Meetings on record')}, and most shared issues are led by the ${most('Leads on issues')}. Each small chart has a scale of its own: compare the bars within it.`;
}

function specOf(rows, width) {
  const columns = isNarrow(width) ? 2 : 5;
  const gap = 24;
  const values = rows.flatMap(({ name, unit, counts }) =>
    Object.entries(counts).map(([code, count]) => ({
      measure: name,
      code,
      // Each chart fills its width with its longest bar.
      length: (count ?? 0) / Math.max(1, ...Object.values(counts).map((each) => each ?? 0)),
      text: count?.toLocaleString('en-GB') ?? '–',
      fill: FILLS[code],
      tip: `${code}: ${count?.toLocaleString('en-GB') ?? 'not known, '} ${unit}`,
    })),
  );
  return {
    data: { values },
    facet: {
      field: 'measure',
      type: 'nominal',
      sort: rows.map(({ name }) => name),
      title: null,
      header: {
        labelFontWeight: 'bold',
        labelFontSize: isNarrow(width) ? 11 : 12,
        labelAnchor: 'start',
        labelLimit: 200,
      },
    },
    columns,
    spacing: { row: 18, column: gap },
    spec: {
      width: Math.floor((width - 48 - (columns - 1) * gap) / columns),
      height: 78,
      encoding: {
        y: { field: 'code', type: 'nominal', sort: null, axis: { title: null }, scale: { paddingInner: 0.2 } },
        x: { field: 'length', type: 'quantitative', axis: null, scale: { domain: [0, 1.3] } },
        tooltip: { field: 'tip' },
      },
      layer: [
        { name: 'data', mark: { type: 'bar' }, encoding: { color: { field: 'fill', scale: null } } },
        {
          mark: { type: 'text', align: 'left', dx: 5, fontSize: 12, color: '#1b2430' },
          encoding: { text: { field: 'text' } },
        },
      ],
    },
  };
}
