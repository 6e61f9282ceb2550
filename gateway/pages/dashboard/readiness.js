/** Readiness for Industry 4.0: the newest figure of each indicator and member state, as a heat map. */

import { h } from '../desk/elements.js';
import { isNarrow, wrapped, WRAPPED_AXIS } from './chart.js';
import { figure, MEMBER_STATES } from './states.js';
import { recordLink } from './table.js';

/** From the lowest to the highest of a row; one hue, so that it is read as more or less by everybody. */
const SHADES = ['#e6f0f7', '#bfd9ea', '#8fbcdb', '#4f8fc0', '#1f5f99'];
const REGION = 'All ASEAN';

export const readiness = {
  id: 'readiness',
  title: 'Readiness for Industry 4.0 and the digital economy',
  operation: 'observations',
  variables: ({ state, family = 'INDUSTRY_4_0_READINESS', from, to }) => ({
    latest: 'true',
    families: family,
    ...(state && { memberStates: state }),
    ...(from && { fromYear: from }),
    ...(to && { toYear: to }),
  }),
  view: ({ observations: { nodes } }, { state }) => {
    const rows = nodes.map((row) => ({ ...row, place: placeOf(row), isMark: isShort(row) })).toSorted(byIndicator);
    const places = state ? [MEMBER_STATES[state]] : placesOf(rows);
    return {
      rows,
      columns: [
        {
          title: 'Indicator',
          cell: ({ indicator }) => recordLink('readiness-indicator', indicator.id, indicator.name),
        },
        { title: 'Where', cell: placeCell },
        { title: 'Year', isNumber: true, cell: ({ year }) => String(year) },
        {
          title: 'Figure',
          isNumber: true,
          cell: ({ value, valueText }) => (value === null ? valueText : figure(value)),
        },
        { title: 'Unit', cell: ({ unit }) => unit },
      ],
      sentence: sentenceOf(rows, places),
      legend: legend(),
      spec: (width) => specOf(rows, places, width),
    };
  },
};

function placeOf({ memberStateCode }) {
  return memberStateCode === null ? REGION : (MEMBER_STATES[memberStateCode] ?? memberStateCode);
}

function placeCell({ memberStateCode, place }) {
  return memberStateCode === null ? place : recordLink('member-state', memberStateCode, place);
}

/** A finding of many words is in the table alone. */
function isShort({ value, valueText }) {
  return value !== null || (valueText !== null && valueText.length <= 12);
}

function byIndicator(a, b) {
  return a.indicator.name.localeCompare(b.indicator.name) || a.place.localeCompare(b.place);
}

function placesOf(rows) {
  const hasRegion = rows.some(({ place, isMark }) => isMark && place === REGION);
  return [...Object.values(MEMBER_STATES), ...(hasRegion ? [REGION] : [])];
}

function indicatorsOf(rows) {
  const shown = rows.filter(({ isMark }) => isMark);
  return [...new Map(shown.map(({ indicator, unit }) => [indicator.id, { ...indicator, unit }])).values()];
}

function sentenceOf(rows, places) {
  const indicators = indicatorsOf(rows);
  if (indicators.length === 0) return 'No figure matches the filters.';
  const shown = rows.filter(({ isMark }) => isMark);
  const states = places.filter((place) => place !== REGION);
  const filled = (place) => shown.filter((row) => row.place === place).length;
  const gaps = indicators.length * states.length - shown.filter(({ place }) => place !== REGION).length;
  const most = states.toSorted((a, b) => filled(b) - filled(a));
  const years = shown.map(({ year }) => year);
  const span = `${Math.min(...years)} to ${Math.max(...years)}`;
  const compared =
    states.length > 1 && filled(most[0]) > filled(most.at(-1))
      ? ` ${most[0]} has the most figures (${filled(most[0])} of ${indicators.length} indicators), ${most.at(-1)} the fewest (${filled(most.at(-1))}).`
      : '';
  return `The newest figure of each member state for ${indicators.length} indicators, from ${span}. ${gaps} of ${indicators.length * states.length} cells are empty because no figure is recorded.${compared}`;
}

function legend() {
  const shades = SHADES.map((shade, index) => h('span', { class: `shade shade-${index}` }));
  return h(
    'ul',
    { class: 'legend' },
    h('li', {}, 'In each line: lowest ', h('span', { class: 'shades', 'aria-hidden': 'true' }, shades), ' highest'),
    h('li', {}, h('span', { class: 'key', 'aria-hidden': 'true' }, '–'), ' no figure recorded'),
    h('li', {}, h('span', { class: 'key alone', 'aria-hidden': 'true' }), ' nothing to compare with'),
  );
}

/** Which shade a figure has among those of its line; none where it is alone or in words. */
function shadeOf({ value, place }, line) {
  const values = line.filter((row) => row.value !== null && row.place !== REGION).map((row) => row.value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (value === null || place === REGION || values.length < 2 || low === high) return undefined;
  return Math.min(SHADES.length - 1, Math.floor(((value - low) / (high - low)) * SHADES.length));
}

function specOf(rows, places, width) {
  const narrow = isNarrow(width);
  const indicators = indicatorsOf(rows);
  const nameOf = ({ name, unit }) => {
    const unitTogether = unit.length < 14 ? unit.replaceAll(' ', '\u00a0') : unit;
    return wrapped(`${name.replace(/^.*\(([^)]+)\): /, '$1, ')} (${unitTogether})`, narrow ? 21 : 40);
  };
  const cells = indicators.flatMap((indicator) => {
    const line = rows.filter((row) => row.isMark && row.indicator.id === indicator.id);
    return places.map((place) => {
      const row = line.find((each) => each.place === place);
      if (!row)
        return {
          line: nameOf(indicator),
          place,
          text: '–',
          ink: '#4d5968',
          isMissing: true,
          tip: `${indicator.name}, ${place}: no figure recorded`,
        };
      const shade = shadeOf(row, line);
      const text = row.value === null ? row.valueText : figure(row.value);
      return {
        line: nameOf(indicator),
        place,
        text,
        fill: SHADES[shade] ?? '#ffffff',
        ink: shade !== undefined && shade > 3 ? '#ffffff' : '#1b2430',
        isMissing: false,
        tip: `${indicator.name}, ${place}, ${row.year}: ${text} ${row.unit}`,
      };
    });
  });
  const turned = narrow && places.length > 3;
  const labels = narrow ? {} : { labelExpr: "split(datum.label, ' ')", labelPadding: 20 };
  return {
    data: { values: cells },
    height:
      indicators.length *
      Math.max(narrow ? 58 : 34, 6 + 14 * Math.max(...cells.map(({ line }) => line.split('\n').length))),
    encoding: {
      y: { field: 'line', type: 'nominal', sort: null, axis: WRAPPED_AXIS, scale: { paddingInner: 0.06 } },
      x: {
        field: 'place',
        type: 'nominal',
        scale: { domain: places, paddingInner: 0.04 },
        axis: {
          orient: 'top',
          title: null,
          labelAngle: turned ? -90 : 0,
          labelFontSize: 11,
          labelLimit: 140,
          labelOverlap: false,
          ...labels,
        },
      },
      tooltip: { field: 'tip' },
    },
    layer: [
      {
        name: 'data',
        transform: [{ filter: '!datum.isMissing' }],
        mark: { type: 'rect', stroke: '#8793a1', strokeWidth: 0.5 },
        encoding: { color: { field: 'fill', scale: null } },
      },
      {
        mark: { type: 'text', fontSize: 11, angle: turned ? 270 : 0 },
        encoding: { text: { field: 'text' }, color: { field: 'ink', scale: null } },
      },
    ],
  };
}
