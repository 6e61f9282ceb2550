/** The thrusts of the Culture of Prevention and the bodies that work on each. */

import { h } from '../shared/elements.js';
import { dateInWords } from '../shared/dates.js';
import { isNarrow, wrapped, WRAPPED_AXIS } from './chart.js';
import { legendOf, lineOf } from './marks.js';
import { recordLink } from './table.js';

/** How it is known that a body works on a thrust. */
const BASES = {
  DOCUMENTED: { sign: '■', word: 'Stated', says: 'Stated in a source', fill: '#0b4f8a', ink: '#ffffff' },
  KNOWLEDGE: { sign: '◆', word: 'Well known', says: 'Well established', fill: '#a6d3f0', ink: '#1b2430' },
  CURATED: {
    sign: '○',
    word: 'Indicative',
    says: 'Indicative: an editorial judgement',
    fill: '#f7dfae',
    ink: '#1b2430',
  },
};

export const thrusts = {
  id: 'thrusts',
  title: 'Culture of Prevention: which body works on which thrust',
  operation: 'culture-of-prevention-bodies',
  rows: 'instrument.items.bodies',
  heeds: ['pillar'],
  variables: () => ({}),
  view: ({ instrument }, { pillar }) => {
    const { items } = instrument;
    const bodies = items.flatMap((item) => item.bodies);
    const rows = [...new Map(bodies.map((body) => [body.id, body])).values()]
      .filter((body) => !pillar || body.pillar?.code === pillar)
      .map((body) => ({ ...body, thrusts: items.filter((item) => item.bodies.some(({ id }) => id === body.id)) }));
    return {
      rows,
      columns: [
        {
          title: 'Body',
          cell: ({ id, name, acronym }) => recordLink('body', id, acronym ? `${name} (${acronym})` : name),
        },
        { title: 'Pillar', cell: (body) => body.pillar?.code ?? 'ASEAN as a whole' },
        ...items.map((item) => ({
          title: `${item.numeral}. ${shortened(item)}`,
          isMark: true,
          cell: (body) => (body.thrusts.includes(item) ? basisOf(item).word : ''),
        })),
      ],
      sentence: sentenceOf(instrument, rows, pillar),
      legend: legend(items),
      spec: (width) => specOf(items, rows, width),
    };
  },
};

function basisOf({ bodyBasis }) {
  return BASES[bodyBasis] ?? BASES.CURATED;
}

/** Every thrust is `a culture of …`: what follows tells them apart. */
function shortened({ title }) {
  const rest = title.replace(/^a culture (?:of |supporting )?/i, '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

function sentenceOf({ title, adoptedOn, items }, rows, pillar) {
  if (rows.length === 0) return `No body of the ${pillar} is linked to a thrust of the ${title}.`;
  const codes = [...new Set(rows.map((body) => body.pillar?.code))];
  const whose = codes.length === 1 && codes[0] ? `, all of them of the ${codes[0]}` : '';
  const several = rows.filter((body) => body.thrusts.length > 1);
  const indicative = items.some((item) => basisOf(item) === BASES.CURATED);
  return [
    `The declaration of ${adoptedOn ? dateInWords(adoptedOn) : 'a date not known'} has ${items.length} thrusts; ${rows.length} bodies take part in them${whose}.`,
    several.length > 0 &&
      `${inWords(several.map(({ acronym, name }) => acronym ?? name))} ${several.length === 1 ? 'works' : 'work'} on more than one.`,
    indicative && 'No official list of who works on which was found: the links are indicative.',
  ]
    .filter(Boolean)
    .join(' ');
}

function inWords(names) {
  return names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function legend(items) {
  const present = Object.entries(BASES).filter(([, basis]) => items.some((item) => basisOf(item) === basis));
  return h(
    'div',
    {},
    legendOf(...present.map(([code, { sign, says }]) => lineOf(sign, says, code.toLowerCase()))),
    h(
      'ul',
      { class: 'legend on-phone' },
      items.map((item) => h('li', {}, `${item.numeral}. ${shortened(item)}`)),
    ),
  );
}

/** The thrusts as headings of as many lines each, so that all stand on the chart. */
function headings(items, letters) {
  const lines = items.map((item) => wrapped(`${item.numeral}. ${shortened(item)}`, letters).split('\n'));
  const most = Math.max(...lines.map(({ length }) => length));
  return lines.map((each) => [...Array(most - each.length).fill(' '), ...each].join('\n'));
}

function specOf(items, rows, width) {
  const narrow = isNarrow(width);
  const columns = narrow ? items.map(({ numeral }) => numeral) : headings(items, width < 960 ? 14 : 16);
  const nameOf = ({ acronym, name }) =>
    narrow ? (acronym ?? wrapped(name, 16)) : wrapped(acronym ? `${name} (${acronym})` : name, width < 960 ? 36 : 60);
  const cells = rows.flatMap((body) =>
    items.flatMap((item, index) => {
      if (!body.thrusts.includes(item)) return [];
      const { sign, word, fill, ink } = basisOf(item);
      return [
        {
          body: nameOf(body),
          column: columns[index],
          text: narrow ? sign : `${sign} ${word}`,
          fill,
          ink,
          tip: `${body.name}, ${shortened(item)}: ${word.toLowerCase()}`,
        },
      ];
    }),
  );
  const bodies = rows.map(nameOf);
  return {
    height: rows.length * Math.max(26, 4 + 14 * Math.max(...bodies.map((name) => name.split('\n').length))),
    data: { values: cells },
    encoding: {
      y: {
        field: 'body',
        type: 'nominal',
        axis: { ...WRAPPED_AXIS, grid: true, zindex: 0 },
        scale: { domain: bodies, paddingInner: 0.12 },
      },
      x: {
        field: 'column',
        type: 'nominal',
        scale: { domain: columns, paddingInner: 0.04 },
        axis: {
          orient: 'top',
          title: null,
          labelAngle: 0,
          labelExpr: "split(datum.label, '\\n')",
          labelOverlap: false,
          labelLimit: 200,
          labelPadding: 6 + 14 * (columns[0].split('\n').length - 1),
        },
      },
      tooltip: { field: 'tip' },
    },
    layer: [
      {
        name: 'data',
        mark: { type: 'rect', stroke: '#8793a1', strokeWidth: 1 },
        encoding: { color: { field: 'fill', scale: null } },
      },
      {
        mark: { type: 'text', fontSize: 12 },
        encoding: { text: { field: 'text' }, color: { field: 'ink', scale: null } },
      },
    ],
  };
}
