/** Monitoring: how far plans and blueprints were carried out, by the reviews and progress reports that say so; those without a figure are shown as that. */

import { dateInWords } from '../shared/dates.js';
import { isNarrow, wrapped, WRAPPED_AXIS } from './chart.js';
import { recordLink } from './table.js';

const KINDS = { REVIEW: 'Review', PROGRESS: 'Progress report', SYSTEM: 'Monitoring system' };
const KEEPERS = { apsc: 'APSC', aec: 'AEC', ascc: 'ASCC', asean: 'Community' };

export const monitoringFigures = {
  id: 'monitoring-figures',
  title: 'What reviews and progress reports found',
  operation: 'monitoring-figures',
  variables: () => ({}),
  view: ({ monitoring: { nodes } }) => {
    const rows = nodes.flatMap(rowsOf).toSorted(inOrder);
    return {
      rows,
      columns: [
        { title: 'Review or report', cell: ({ id, title }) => recordLink('monitoring-item', id, title) },
        { title: 'Kept by', cell: ({ keeper }) => keeper },
        { title: 'When', cell: whenOf },
        { title: 'Finding', cell: ({ fact }) => fact?.text ?? 'no figure on record' },
        { title: 'Figure', isNumber: true, cell: ({ fact }) => fact?.value.toLocaleString('en-GB') },
        { title: 'Unit', cell: ({ fact }) => fact?.unit },
      ],
      sentence: sentenceOf(rows),
      spec: (width) => specOf(rows, width),
    };
  },
};

/** A row for each figure that a record has, or one that says that it has none. A system is no finding by itself. */
function rowsOf({ facts, ...item }) {
  const figures = facts.filter(({ value }) => value !== null);
  if (figures.length === 0 && item.kind === 'SYSTEM') return [];
  const found = figures.length > 0 ? figures : [undefined];
  return found.map((fact, index) => {
    const share = shareOf(fact);
    return { ...item, fact, index, share, keeper: KEEPERS[item.steward.id], isMark: share !== undefined };
  });
}

/** The part of the whole in per cent, where the figure says one: `90 per cent`, `97 of 103 action lines`. */
function shareOf(fact) {
  if (/^per cent\b/.test(fact?.unit ?? '')) return fact.value;
  const [, whole] = /^of (\d+)\b/.exec(fact?.unit ?? '') ?? [];
  return whole === undefined ? undefined : (100 * fact.value) / Number(whole);
}

function inOrder(a, b) {
  const keepers = Object.keys(KEEPERS);
  return (
    keepers.indexOf(a.steward.id) - keepers.indexOf(b.steward.id) ||
    startOf(a).localeCompare(startOf(b)) ||
    a.title.localeCompare(b.title) ||
    a.index - b.index
  );
}

function startOf({ date, periodFrom }) {
  return date ?? periodFrom ?? '9999';
}

function whenOf({ date, periodFrom, periodTo }) {
  if (date) return dateInWords(date);
  return periodFrom && `${periodFrom.slice(0, 4)} to ${periodTo?.slice(0, 4) ?? 'now'}`;
}

function sentenceOf(rows) {
  const shares = rows.filter(({ share }) => share !== undefined);
  const records = (some) => new Set(some.map(({ id }) => id)).size;
  const silent = rows.filter(({ fact }) => !fact).length;
  const others = rows.filter(({ fact, share }) => fact && share === undefined);
  const withOthersAlone = records(rows) - records(shares) - silent;
  const rest =
    withOthersAlone === 0 ? '' : `; ${withOthersAlone} ${withOthersAlone === 1 ? 'gives' : 'give'} other figures alone`;
  const beside =
    others.length === 0 ? '' : ` The table also has the ${others.length} figures that are no share of a whole.`;
  const without = Object.values(KEEPERS).filter((keeper) => !shares.some((row) => row.keeper === keeper));
  const span = [Math.min, Math.max].map((pick) => Math.round(pick(...shares.map(({ share }) => share))));
  const none = without.length > 0 ? ` None of the ${without.join(' and the ')} gives one.` : '';
  return `Of ${records(rows)} reviews, progress reports and monitoring systems on record, ${records(shares)} say in shares what was carried out or achieved, from ${span[0]} to ${span[1]} per cent${rest}; ${silent} published no figure that is recorded here.${none} Each bar is the share of something else: read it with its words.${beside}`;
}

/** What is said with the number rather than with what it counts: `share of action lines carried out, about`. */
const QUALIFIER = /, (about|over|more than)$/;
const SIGNS = { about: '~', over: '>', 'more than': '>' };

/** The record with its year and pillar, where its title has none, and what the figure counts. */
function nameOf(row) {
  const { title, keeper, fact } = row;
  const year = whenOf(row)?.match(/\d{4}/g)?.at(-1);
  const added = [
    keeper !== KEEPERS.asean && !title.includes(keeper) && ` (${keeper})`,
    year && !title.includes(year) && `, ${year}`,
    fact && `: ${fact.text.replace(QUALIFIER, '')}`,
  ];
  return title + added.filter(Boolean).join('');
}

/** The figure in words, and as short as a phone needs it. */
function figureOf({ fact, share }) {
  const [, qualifier] = QUALIFIER.exec(fact.text) ?? [];
  const counted = `${fact.value.toLocaleString('en-GB')} ${fact.unit.replace(/^per cent\b/, '%')}`;
  return [[qualifier, counted].filter(Boolean).join(' '), `${SIGNS[qualifier] ?? ''}${Math.round(share)} %`];
}

function specOf(rows, width) {
  const narrow = isNarrow(width);
  const lines = rows
    .filter(({ fact, share }) => !fact || share !== undefined)
    .map((row) => {
      const name = nameOf(row);
      const [figure, short] = row.fact ? figureOf(row) : ['– no figure', '–'];
      return {
        line: wrapped(name, narrow ? 28 : 58),
        share: row.share ?? 0,
        isFigure: row.share !== undefined,
        text: narrow ? short : figure,
        tip: `${KINDS[row.kind]}: ${name}, ${row.fact ? figure : 'no figure on record'}`,
      };
    });
  const deepest = Math.max(...lines.map(({ line }) => line.split('\n').length));
  return {
    data: { values: lines },
    height: lines.length * Math.max(26, 6 + 13 * deepest),
    encoding: {
      y: {
        field: 'line',
        type: 'nominal',
        sort: null,
        axis: WRAPPED_AXIS,
        scale: { domain: lines.map(({ line }) => line), paddingInner: 0.25 },
      },
      x: {
        field: 'share',
        type: 'quantitative',
        scale: { domain: [0, 100] },
        axis: { title: 'Per cent', values: [0, 25, 50, 75, 100], orient: 'top' },
      },
      tooltip: { field: 'tip' },
    },
    layer: [
      {
        name: 'data',
        transform: [{ filter: 'datum.isFigure' }],
        mark: { type: 'bar', color: '#8fbcdb', stroke: '#1f5f99', strokeWidth: 0.5 },
      },
      {
        mark: { type: 'text', align: 'left', dx: 5, fontSize: 12, color: '#1b2430' },
        encoding: { x: { value: 0 }, text: { field: 'text' } },
      },
    ],
  };
}
