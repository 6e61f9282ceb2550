/** Monitoring: the newest progress report on each element of the ASCC Blueprint; what nobody reported on is shown as that. */

import { dateInWords } from '../shared/dates.js';
import { isNarrow, wrapped, WRAPPED_AXIS } from './chart.js';
import { legendOf, lineOf } from './marks.js';
import { recordLink } from './table.js';

const STATUSES = {
  NOT_STARTED: { sign: '○', word: 'Not started', fill: '#ffffff', ink: '#1b2430' },
  DELAYED: { sign: '▲', word: 'Delayed', fill: '#f0b041', ink: '#1b2430' },
  ON_TRACK: { sign: '●', word: 'On track', fill: '#a6d3f0', ink: '#1b2430' },
  COMPLETED: { sign: '✓', word: 'Completed', fill: '#1f5f99', ink: '#ffffff' },
};
const NO_REPORT = { sign: '–', word: 'No report' };
const COLUMNS = [...Object.values(STATUSES), NO_REPORT];

export const monitoringProgress = {
  id: 'monitoring-progress',
  title: 'Progress reported on the ASCC Blueprint 2025',
  operation: 'monitoring-progress',
  variables: () => ({}),
  view: ({ pillar }) => {
    const rows = pillar.blueprint.elements.map((element) => {
      const report = element.progress.at(-1);
      return { ...element, report, isMark: report !== undefined };
    });
    return {
      rows,
      columns: [
        {
          title: 'Element of the blueprint',
          cell: ({ id, ...row }) => recordLink('blueprint-element', id, nameOf(row)),
        },
        { title: 'Reported', cell: ({ report }) => (report ? STATUSES[report.status].word : 'no report') },
        { title: 'As of', cell: ({ report }) => report && dateInWords(report.periodEnd) },
        { title: 'Value', isNumber: true, cell: ({ report }) => valueOf(report) },
        { title: 'Unit', cell: ({ report }) => report?.unit },
        { title: 'In words', cell: ({ report }) => report?.narrative },
        { title: 'Reported by', cell: ({ report }) => report?.actor },
      ],
      sentence: sentenceOf(rows),
      // Lines without a mark are no chart.
      ...(rows.some(({ report }) => report) && { legend: legend(), spec: (width) => specOf(rows, width) }),
    };
  },
};

function nameOf({ number, title, kind }) {
  return `${number}${kind === 'CHARACTERISTIC' ? ' ·' : ''} ${title}`;
}

function valueOf(report) {
  return report?.value?.toLocaleString('en-GB', { maximumFractionDigits: 2 });
}

function sentenceOf(rows) {
  const reported = rows.filter(({ report }) => report);
  const what = `${rows.length} characteristics and key result areas of the blueprint`;
  if (reported.length === 0)
    return `The e-monitoring of the ASCC holds no report on any of the ${what} so far: there is nothing to draw. The table names them.`;
  const counts = Object.entries(STATUSES)
    .map(([code, { word }]) => [word.toLowerCase(), reported.filter(({ report }) => report.status === code).length])
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${count} ${word}`);
  const newest = reported
    .map(({ report }) => report.periodEnd)
    .toSorted()
    .at(-1);
  return `Of the ${what}, ${reported.length} ${reported.length === 1 ? 'has' : 'have'} a report: ${counts.join(', ')}. The newest is as of ${dateInWords(newest)}; on ${rows.length - reported.length} nothing is reported.`;
}

function legend() {
  return legendOf(
    ...Object.entries(STATUSES).map(([code, { sign, word }]) => lineOf(sign, word, code.toLowerCase())),
    lineOf(NO_REPORT.sign, NO_REPORT.word),
  );
}

function specOf(rows, width) {
  const narrow = isNarrow(width);
  const heads = COLUMNS.map(({ sign, word }) => (narrow ? sign : word));
  const cells = rows.map((row) => ({
    line: wrapped(nameOf(row), narrow ? 26 : 52),
    tip: `${nameOf(row)}: ${saidOf(row.report)}`,
    ...cellOf(row.report, narrow),
  }));
  return {
    data: { values: cells },
    height: rows.length * (narrow ? 40 : 24),
    encoding: {
      y: {
        field: 'line',
        type: 'nominal',
        sort: null,
        scale: { domain: cells.map(({ line }) => line), paddingInner: 0.08 },
        axis: WRAPPED_AXIS,
      },
      x: {
        field: 'column',
        type: 'nominal',
        scale: { domain: heads, paddingInner: 0.04 },
        axis: { orient: 'top', title: null, labelAngle: 0 },
      },
      tooltip: { field: 'tip' },
    },
    layer: [
      {
        name: 'data',
        transform: [{ filter: 'isValid(datum.fill)' }],
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

function cellOf(report, narrow) {
  const { sign, word, fill, ink } = report ? STATUSES[report.status] : { ...NO_REPORT, ink: '#4d5968' };
  const text = [sign, valueOf(report), report?.unit].filter(Boolean).join(' ');
  return { column: narrow ? sign : word, fill, ink, text: text.length > (narrow ? 6 : 24) ? sign : text };
}

function saidOf(report) {
  if (!report) return 'no report';
  const value = [valueOf(report), report.unit].filter(Boolean).join(' ');
  const status = STATUSES[report.status].word.toLowerCase();
  return [status, value, `as of ${dateInWords(report.periodEnd)}`].filter(Boolean).join(', ');
}
