/** The Sustainable Development Goals by pillars: in how many shared issues a pillar works for a goal, and how many parts of its blueprint do. */

import { isNarrow, wrapped, WRAPPED_AXIS } from './chart.js';
import { legendOf, lineOf, PILLARS, scaleLine, SHADES } from './marks.js';
import { recordLink } from './table.js';

/** How far the two sides are apart, in columns. */
const GAP = 0.35;

/** What is counted of a goal for a pillar; undefined where the graph could not say it. */
const COUNTS = [
  {
    name: 'issues',
    heading: 'Shared issues that it takes part in',
    short: 'Shared issues',
    of: ({ issues }, pillar) => issues?.filter(({ pillars }) => pillars.some(({ code }) => code === pillar)).length,
  },
  {
    name: 'elements',
    heading: 'Parts of its blueprint',
    short: 'Blueprint parts',
    of: ({ blueprintElements }, pillar) =>
      blueprintElements?.filter((element) => element.pillar.code === pillar).length,
  },
];

export const goals = {
  id: 'goals',
  title: 'Sustainable Development Goals by pillar',
  operation: 'sdgs-by-pillar',
  tables: { 'Shared issues as CSV': 'sdgs.issues.pillars', 'Blueprint parts as CSV': 'sdgs.blueprintElements' },
  heeds: ['pillar'],
  variables: () => ({}),
  isEnough: ({ sdgs }) => sdgs !== null,
  view: ({ sdgs }, { pillar }) => {
    const pillars = PILLARS.filter((code) => !pillar || code === pillar);
    return {
      rows: sdgs,
      columns: [
        { title: 'Goal', cell: ({ number, title }) => recordLink('sdg', String(number), `${number}. ${title}`) },
        ...COUNTS.flatMap(({ short, of }) =>
          pillars.map((code) => ({
            title: `${short}, ${code}`,
            isNumber: true,
            isMark: true,
            cell: (goal) => of(goal, code)?.toString() ?? '–',
          })),
        ),
      ],
      sentence: sentenceOf(sdgs, pillars),
      legend: legendOf(
        scaleLine('On each side: few', 'many'),
        lineOf('0', 'none'),
        !isKnown(sdgs) && lineOf('–', 'not known'),
      ),
      spec: (width) => specOf(sdgs, pillars, width),
    };
  },
};

/** Whether both sides are known of every goal. */
function isKnown(sdgs) {
  return sdgs.every(({ issues, blueprintElements }) => issues && blueprintElements);
}

function sentenceOf(sdgs, pillars) {
  const [issues, elements] = COUNTS;
  const highest = (goal) => Math.max(...pillars.map((code) => issues.of(goal, code) ?? 0));
  const [most] = sdgs.toSorted((one, other) => highest(other) - highest(one));
  const gaps = pillars.map((code) => {
    const none = sdgs.filter((goal) => elements.of(goal, code) === 0).length;
    return `${none} for the ${code}`;
  });
  const isJudged = sdgs.every(({ blueprintElements }) =>
    blueprintElements?.every(({ sdgsBasis }) => sdgsBasis === 'CURATED'),
  );
  return [
    `Left: the number of shared issues that serve a goal and in which the pillar takes part; right: the number of parts of its Blueprint 2025 that serve it.`,
    highest(most) > 0 && `Goal ${most.number} has the most shared issues (${highest(most)}).`,
    isKnown(sdgs) && `Goals that no part of the blueprint serves: ${gaps.join(', ')}.`,
    isJudged && 'Which issue or part serves which goal is an editorial judgement.',
  ]
    .filter(Boolean)
    .join(' ');
}

function specOf(sdgs, pillars, width) {
  const narrow = isNarrow(width);
  const nameOf = ({ number, title }) => wrapped(`${number}. ${title}`, narrow ? 19 : 46);
  const startOf = (side) => side * (pillars.length + GAP);
  const cells = COUNTS.flatMap(({ short, of }, side) => {
    const highest = Math.max(...sdgs.flatMap((goal) => PILLARS.map((code) => of(goal, code) ?? 0)));
    return sdgs.flatMap((goal) =>
      pillars.map((code, column) => {
        const count = of(goal, code);
        const shade = Math.ceil(((count ?? 0) / highest) * SHADES.length) - 1;
        const left = startOf(side) + column;
        return {
          goal: nameOf(goal),
          left: left + 0.02,
          right: left + 0.98,
          middle: left + 0.5,
          text: count?.toString() ?? '–',
          fill: SHADES[shade] ?? '#ffffff',
          ink: shade > 3 ? '#ffffff' : '#1b2430',
          tip: `Goal ${goal.number}, ${goal.title}. ${code}, ${short.toLowerCase()}: ${count ?? 'not known'}`,
        };
      }),
    );
  });
  const x = { type: 'quantitative', scale: { domain: [0, startOf(1) + pillars.length], nice: false }, axis: null };
  const above = (text, at, mark) => ({
    data: { values: [{ at }] },
    mark: { type: 'text', fontSize: 12, color: '#1b2430', text, ...mark },
    encoding: { x: { ...x, field: 'at' } },
  });
  const heads = COUNTS.flatMap(({ heading, short }, side) => [
    above(narrow ? short : heading, startOf(side) + pillars.length / 2, { y: -34, fontWeight: 'bold' }),
    ...pillars.map((code, column) => above(code, startOf(side) + column + 0.5, { y: -12, fontSize: narrow ? 11 : 12 })),
  ]);
  const y = { field: 'goal', type: 'nominal', sort: null, axis: WRAPPED_AXIS, scale: { paddingInner: 0.08 } };
  return {
    height: sdgs.length * (narrow ? 44 : 27),
    layer: [
      {
        name: 'data',
        data: { values: cells },
        mark: { type: 'rect', stroke: '#8793a1', strokeWidth: 0.5 },
        encoding: {
          x: { ...x, field: 'left' },
          x2: { field: 'right' },
          y,
          color: { field: 'fill', scale: null },
          tooltip: { field: 'tip' },
        },
      },
      {
        data: { values: cells },
        mark: { type: 'text', fontSize: 12 },
        encoding: {
          x: { ...x, field: 'middle' },
          y,
          text: { field: 'text' },
          color: { field: 'ink', scale: null },
          tooltip: { field: 'tip' },
        },
      },
      ...heads,
    ],
  };
}
