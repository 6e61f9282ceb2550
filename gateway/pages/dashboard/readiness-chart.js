/** Draws the heat map of readiness: a line an indicator, under the name of who publishes it, a column a member state. */

import { isNarrow, wrapped } from './chart.js';
import { SHADES } from './marks.js';

/** Where a figure is of no one member state. */
export const REGION = 'All ASEAN';

const LINE_OF_TEXT = 14;
/** What a place between axes and the edge takes from the width. */
const PADDING = 10;
const INK = '#1b2430';
const FAINT = '#4d5968';

/** The chart for a width. Everything is placed in pixels: on a phone the name of a line stands above it. */
export function readinessChart(indicators, { rows, places }, width) {
  const narrow = isNarrow(width);
  const left = narrow ? 0 : 270;
  const cell = Math.min((width - PADDING - left) / places.length, 170);
  const turned = cell < 66;
  const wordsTurned = cell < 48;
  const { lines, headings, height } = placed(indicators, rows, { narrow, wordsTurned, top: turned ? 110 : 40 });
  const cells = lines.flatMap((line) =>
    places.map((place, column) => ({
      ...cellOf(line, place),
      x: left + column * cell + 1,
      x2: left + (column + 1) * cell - 1,
      middle: left + (column + 0.5) * cell,
      y: line.y,
      y2: line.y2,
      yMiddle: (line.y + line.y2) / 2,
    })),
  );
  const isTurned = ({ isWords }) => isWords && wordsTurned;
  return {
    height,
    layer: [
      {
        name: 'data',
        data: { values: cells.filter(({ isMissing }) => !isMissing) },
        mark: { type: 'rect', stroke: '#8793a1', strokeWidth: 0.5 },
        encoding: {
          x: at('x'),
          x2: { field: 'x2' },
          y: at('y'),
          y2: { field: 'y2' },
          color: { field: 'fill', scale: null },
          tooltip: { field: 'tip' },
        },
      },
      text(
        cells.filter((each) => !isTurned(each)),
        { x: 'middle', y: 'yMiddle', fontSize: cell < 36 ? 10 : 11 },
      ),
      text(cells.filter(isTurned), { x: 'middle', y: 'yMiddle', fontSize: 10, angle: 270 }),
      text(headings, { x: 'x', y: 'y', align: 'left', fontWeight: 'bold' }),
      text(
        lines.map((line) => ({
          ...line,
          ink: INK,
          x: narrow ? 0 : left - 8,
          y: narrow ? line.y - 3 - (LINE_OF_TEXT * line.textLines) / 2 : (line.y + line.y2) / 2,
        })),
        {
          x: 'x',
          y: 'y',
          align: narrow ? 'left' : 'right',
          dy: { expr: `(1 - datum.textLines) * ${LINE_OF_TEXT / 2}` },
        },
      ),
      text(
        places.map((place, column) => ({
          text: turned || cell > 120 ? place : place.replaceAll(' ', '\n'),
          ink: INK,
          x: left + (column + 0.5) * cell,
          y: turned ? 104 : 10,
        })),
        { x: 'x', y: 'y', fontSize: 11, ...(turned && { angle: 270, align: 'left' }) },
      ),
    ],
  };
}

/** The lines with their places from above, and the headings over those of one publisher. */
function placed(indicators, rows, { narrow, wordsTurned, top }) {
  const lines = [];
  const headings = [];
  let y = top;
  for (const [publisher, group] of Map.groupBy(indicators, (each) => each.publisher ?? 'Publisher not known')) {
    const heading = wrapped(publisher, narrow ? 44 : 100);
    headings.push({ text: heading, ink: INK, x: 0, y: y + 12 });
    y += 26 + (heading.split('\n').length - 1) * LINE_OF_TEXT;
    for (const indicator of group) {
      const name = nameOf(indicator, narrow);
      const own = rows.filter((row) => row.indicator.id === indicator.id);
      const textLines = name.split('\n').length;
      const isWords = own.some(({ value }) => value === null);
      const above = narrow ? 6 + LINE_OF_TEXT * textLines : 0;
      const height = Math.max(
        narrow ? 26 : 30,
        isWords && wordsTurned ? 46 : 0,
        narrow ? 0 : 4 + LINE_OF_TEXT * textLines,
      );
      lines.push({ indicator, rows: own, text: name, textLines, y: y + above, y2: y + above + height - 2 });
      y += above + height;
    }
    y += 8;
  }
  return { lines, headings, height: y };
}

function nameOf({ name, unit }, narrow) {
  const short = name.replace(/^.*\(([^)]+)\): /, '$1, ').replace(/^.* Index: /, '');
  const ranged = unit.replace(/(\d)-(\d)/, '$1–$2');
  return wrapped(`${short} (${ranged.length < 14 ? ranged.replaceAll(' ', '\u00a0') : ranged})`, narrow ? 50 : 38);
}

function cellOf({ indicator, rows }, place) {
  const row = rows.find((each) => each.place === place);
  if (!row) {
    const tip = `${indicator.name}, ${place}: no figure recorded`;
    return { text: '–', ink: FAINT, isMissing: true, isWords: false, tip };
  }
  const shade = shadeOf(row, rows);
  return {
    text: row.text,
    fill: SHADES[shade] ?? '#ffffff',
    ink: shade !== undefined && shade > 3 ? '#ffffff' : INK,
    isMissing: false,
    isWords: row.value === null,
    tip: `${indicator.name}, ${place}, ${row.year}: ${row.text} ${row.unit}`,
  };
}

/** Which shade a figure has among those of its line; none where it is alone or in words. */
function shadeOf({ value, place }, line) {
  const values = line.filter((row) => row.value !== null && row.place !== REGION).map((row) => row.value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (value === null || place === REGION || values.length < 2 || low === high) return undefined;
  return Math.min(SHADES.length - 1, Math.floor(((value - low) / (high - low)) * SHADES.length));
}

function at(field) {
  return { field, type: 'quantitative', scale: null, axis: null };
}

function text(values, { x, y, ...mark }) {
  return {
    data: { values },
    mark: { type: 'text', fontSize: 12, baseline: 'middle', lineBreak: '\n', lineHeight: LINE_OF_TEXT, ...mark },
    encoding: {
      x: at(x),
      y: at(y),
      text: { field: 'text' },
      color: { field: 'ink', scale: null },
      tooltip: { field: 'tip' },
    },
  };
}
