/** Readiness for Industry 4.0: the newest figure of each indicator and member state, as a heat map. */

import { addressOf, askAddress } from '../shared/addresses.js';
import { legendOf, lineOf, scaleLine } from './marks.js';
import { readinessChart, REGION } from './readiness-chart.js';
import { figuresOf, MEMBER_STATES } from './states.js';
import { recordLink } from './table.js';

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
  view: async ({ observations: { nodes } }, filters) => {
    const { state } = filters;
    const linesOf = Map.groupBy(nodes, ({ indicator }) => indicator.id);
    const rows = inOrder(
      nodes.map((row) => ({ ...row, place: placeOf(row), isMark: isShort(row), text: textOf(row, linesOf) })),
    );
    const indicators = indicatorsOf(state ? await rowsOfAllStates(filters) : rows);
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
          cell: ({ text }) => text,
        },
        { title: 'Unit', cell: ({ unit }) => unit },
        { title: 'Published by', cell: ({ indicator }) => indicator.publisher },
      ],
      sentence: sentenceOf(rows, { indicators, places }),
      legend: legend(places),
      spec: (width) => readinessChart(indicators, { rows: rows.filter(({ isMark }) => isMark), places }, width),
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

/** A figure with the decimals of its line, or the finding in words. */
function textOf({ indicator, value, valueText }, linesOf) {
  if (value === null) return valueText ?? '';
  const values = linesOf.get(indicator.id).map((row) => row.value);
  return figuresOf(values.filter((each) => each !== null))(value);
}

/** What one publisher says stands together, those with the most figures first. */
function inOrder(rows) {
  const by = ({ indicator }) => indicator.publisher ?? '';
  const figures = Map.groupBy(rows, by);
  const byPublisher = (a, b) => figures.get(by(b)).length - figures.get(by(a)).length || by(a).localeCompare(by(b));
  return rows.toSorted((a, b) => byPublisher(a, b) || byIndicator(a, b));
}

function byIndicator(a, b) {
  return a.indicator.name.localeCompare(b.indicator.name) || a.place.localeCompare(b.place);
}

/** What others have a figure of, one state may lack: its lines are shown as well. */
async function rowsOfAllStates(filters) {
  const variables = readiness.variables({ ...filters, state: undefined });
  const { data } = await askAddress(addressOf(readiness.operation, variables));
  return inOrder(data.observations.nodes.map((row) => ({ ...row, place: placeOf(row), isMark: isShort(row) })));
}

function placesOf(rows) {
  const hasRegion = rows.some(({ place, isMark }) => isMark && place === REGION);
  return [...Object.values(MEMBER_STATES), ...(hasRegion ? [REGION] : [])];
}

function indicatorsOf(rows) {
  const shown = rows.filter(({ isMark }) => isMark);
  return [...new Map(shown.map(({ indicator, unit }) => [indicator.id, { ...indicator, unit }])).values()];
}

function sentenceOf(rows, { indicators, places }) {
  const shown = rows.filter(({ isMark }) => isMark);
  if (shown.length === 0) return 'No figure matches the filters.';
  const years = shown.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const span = first === last ? `of ${first}` : `from ${first} to ${last}`;
  const states = places.filter((place) => place !== REGION);
  if (states.length === 1)
    return `The newest figures of ${states[0]}, ${span}: ${shown.length} of ${indicators.length} indicators have one${shown.length < indicators.length ? '; for the others none is recorded' : ''}.`;
  const filled = (place) => shown.filter((row) => row.place === place).length;
  const gaps = indicators.length * states.length - shown.filter(({ place }) => place !== REGION).length;
  const most = states.toSorted((a, b) => filled(b) - filled(a));
  const compared =
    filled(most[0]) > filled(most.at(-1))
      ? ` ${most[0]} has the most figures (${filled(most[0])} of ${indicators.length} indicators), ${most.at(-1)} the fewest (${filled(most.at(-1))}).`
      : '';
  return `The newest figure of each member state for ${indicators.length} indicators, ${span}. ${gaps} of ${indicators.length * states.length} cells are empty because no figure is recorded.${compared}`;
}

function legend(places) {
  const compares = places.length > 1;
  return legendOf(
    compares && scaleLine('In each line: lowest', 'highest'),
    lineOf('–', 'no figure recorded'),
    compares && lineOf('', 'nothing to compare with', 'alone'),
  );
}
