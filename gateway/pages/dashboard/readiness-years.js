/** Readiness for Industry 4.0 over the years: one indicator, a small chart a member state, gaps where no figure is. */

import { h } from '../shared/elements.js';
import { addressOf, askAddress } from '../shared/addresses.js';
import { isNarrow } from './chart.js';
import { choose } from './filters.js';
import { legendOf, lineOf } from './marks.js';
import { figuresOf, MEMBER_STATES } from './states.js';
import { recordLink } from './table.js';

const FIRST = { INDUSTRY_4_0_READINESS: 'wb-mva-gdp', DIGITAL: 'itu-internet-users' };
const LINE = '#1f5f99';

export const readinessYears = {
  id: 'readiness-years',
  title: 'One indicator over the years',
  operation: 'observations',
  heeds: ['family'],
  variables: ({ family = 'INDUSTRY_4_0_READINESS', indicator = FIRST[family], state, from, to }) => ({
    indicators: indicator,
    ...(state && { memberStates: state }),
    ...(from && { fromYear: from }),
    ...(to && { toYear: to }),
  }),
  view: async (
    { observations: { nodes } },
    { family = 'INDUSTRY_4_0_READINESS', indicator = FIRST[family], state },
  ) => {
    const rows = nodes
      .filter(({ value, memberStateCode }) => value !== null && memberStateCode !== null)
      .map((row) => ({ ...row, place: MEMBER_STATES[row.memberStateCode] ?? row.memberStateCode }))
      .toSorted((a, b) => a.place.localeCompare(b.place) || a.year - b.year);
    const figure = figuresOf(rows.map(({ value }) => value));
    return {
      rows,
      columns: [
        {
          title: 'Member state',
          cell: ({ memberStateCode, place }) => recordLink('member-state', memberStateCode, place),
        },
        { title: 'Year', isNumber: true, cell: ({ year }) => String(year) },
        { title: 'Figure', isNumber: true, cell: ({ value }) => figure(value) },
        { title: 'Unit', cell: ({ unit }) => unit },
        { title: 'Edition', cell: ({ edition }) => edition },
      ],
      controls: await indicatorChoice(family, indicator),
      sentence: sentenceOf(rows, figure),
      legend: legend(rows),
      spec: (width) =>
        specOf(rows, { places: state ? [MEMBER_STATES[state]] : Object.values(MEMBER_STATES), figure, width }),
    };
  },
};

/** The indicators of the family that have a figure of a member state. */
async function indicatorChoice(family, chosenId) {
  const { data } = await askAddress(addressOf('observations', { latest: 'true', families: family }));
  const rows = data.observations.nodes.filter(
    ({ value, memberStateCode }) => value !== null && memberStateCode !== null,
  );
  const names = new Map(rows.map(({ indicator }) => [indicator.id, indicator.name]));
  const options = [...names].toSorted(([, a], [, b]) => a.localeCompare(b));
  const field = h(
    'select',
    { name: 'indicator', onchange: ({ target }) => choose('indicator', target.value) },
    options.map(([value, name]) => h('option', { value, selected: value === chosenId }, name)),
  );
  return h('div', { class: 'controls' }, h('label', {}, 'Indicator', field));
}

function sentenceOf(rows, figure) {
  if (rows.length === 0) return 'No figure matches the filters.';
  const [{ indicator, unit }] = rows;
  const newest = [...new Map(rows.map((row) => [row.place, row])).values()].toSorted((a, b) => b.value - a.value);
  const said = ({ place, value, year }) => `${place} (${figure(value)} in ${year})`;
  const compared =
    newest.length > 1
      ? `of the newest figures ${said(newest[0])} is the highest and ${said(newest.at(-1))} the lowest`
      : `the newest figure is that of ${said(newest[0])}`;
  return `${indicator.name}, ${unit}: ${compared}.`;
}

function legend(rows) {
  if (rows.length === 0) return undefined;
  return legendOf(`Upwards: ${rows[0].unit}`, 'To the right: years', lineOf('–', 'no figure for the year'));
}

function specOf(rows, { places, figure, width }) {
  const years = rows.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const every = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const values = places.flatMap((place) =>
    every.map((year) => {
      const row = rows.find((each) => each.place === place && each.year === year);
      const tip = `${place}, ${year}: ${row ? `${figure(row.value)} ${row.unit}` : 'no figure'}`;
      return { place, year, value: row?.value ?? null, tip };
    }),
  );
  const figures = rows.map(({ value }) => value);
  const columns = Math.min(places.length, isNarrow(width) ? 2 : 4);
  const inner = Math.floor((width - 50 - (columns - 1) * 46) / columns);
  return {
    data: { values },
    facet: { field: 'place', type: 'nominal', title: null, header: { labelFontWeight: 'bold', labelFontSize: 12 } },
    columns,
    spacing: 16,
    resolve: { axis: { x: 'independent', y: 'independent' } },
    spec: {
      width: inner,
      height: 90,
      encoding: {
        x: {
          field: 'year',
          type: 'quantitative',
          scale: { domain: [first - 0.4, last + 0.4], nice: false },
          axis: {
            title: null,
            format: 'd',
            values: inner / every.length > 40 ? every : [...new Set([first, last])],
            grid: false,
            labelFontSize: 11,
          },
        },
        y: {
          field: 'value',
          type: 'quantitative',
          scale: { domain: [Math.min(0, ...figures), Math.max(0, ...figures) * 1.1], nice: false },
          axis: { title: null, tickCount: 3, labelFontSize: 11 },
        },
        tooltip: { field: 'tip' },
      },
      layer: [
        { mark: { type: 'line', color: LINE, strokeWidth: 2, invalid: 'break-paths-show-path-domains' } },
        {
          name: 'data',
          transform: [{ filter: 'datum.value !== null' }],
          mark: { type: 'point', filled: true, color: LINE, size: 30, opacity: 1 },
        },
        {
          transform: [{ filter: 'datum.value === null' }],
          mark: { type: 'text', text: '–', color: '#1b2430', fontSize: 14, dy: -6 },
          encoding: { y: { value: 90 } },
        },
      ],
    },
  };
}
