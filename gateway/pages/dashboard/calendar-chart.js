/** Draws a year of meetings: a line a month, longer where more was on, a column a pillar, a tile a meeting. */

import { isNarrow, wrapped } from './chart.js';

/** Whose meetings they are, by the id of the steward. */
export const LANES = { apsc: 'APSC', aec: 'AEC', ascc: 'ASCC', asean: 'ASEAN as a whole' };
const NARROW_LANES = { ...LANES, asean: 'ASEAN' };
const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
const NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LINE = 24;
/** Between tiles beside one another, as a share of the chart; between those above one another, of a line. */
const GAP = { x: 0.006, y: 0.1 };
/** How many lines of text a tile has at most. */
const MOST = 3;
const LINE_OF_TEXT = 14;
const LETTER = 6.6;

/** The month of the year in which a meeting begins, or in which it goes on; '' where only the year is known. */
export function monthOf({ startsOn, datePrecision }, year) {
  if (datePrecision === 'YEAR') return '';
  return startsOn.slice(0, 4) < year ? '01' : startsOn.slice(5, 7);
}

/** The chart for a width: in a narrow column a tile has its sign and days alone. */
export function calendarChart(rows, { year, pillar }, width) {
  const narrow = isNarrow(width);
  const names = narrow ? NARROW_LANES : LANES;
  const lanes = Object.keys(names).filter((id) => !pillar || id === pillar.toLowerCase());
  const roomOfLane = (width - 50) / lanes.length;
  const laneWidth = roomOfLane < 130 ? 0 : roomOfLane;
  const { months, tiles, lines } = arranged(rows, { year, lanes, laneWidth });
  const x = {
    field: 'left',
    type: 'quantitative',
    scale: { domain: [0, lanes.length], nice: false },
    axis: { ...axisOf(lanes.map((id, lane) => [lane + 0.5, names[id]])), orient: 'top' },
  };
  const y = {
    type: 'quantitative',
    scale: { domain: [0, lines], nice: false, reverse: true },
    axis: axisOf(months.map(({ start, name }) => [start + 0.5, name])),
  };
  const text = (field, mark) => ({
    data: { values: tiles },
    mark: { type: 'text', align: 'left', fontSize: 12, baseline: 'middle', ...mark },
    encoding: {
      x,
      y: { ...y, field: 'middle' },
      text: { field },
      color: { field: 'ink', scale: null },
      tooltip: { field: 'tip' },
    },
  });
  return {
    height: lines * LINE,
    layer: [
      {
        data: { values: [...months, { start: lines }] },
        mark: { type: 'rule', stroke: '#c9d1da' },
        encoding: { y: { ...y, field: 'start' } },
      },
      {
        name: 'data',
        data: { values: tiles },
        mark: { type: 'rect', stroke: '#8793a1', strokeWidth: 1 },
        encoding: {
          x,
          x2: { field: 'right' },
          y: { ...y, field: 'top' },
          y2: { field: 'bottom' },
          color: { field: 'fill', scale: null },
          tooltip: { field: 'tip' },
        },
      },
      text('time', { dx: laneWidth === 0 ? 4 : 6 }),
      text('name', {
        dx: { expr: 'datum.indent' },
        dy: { expr: `(1 - datum.textLines) * ${LINE_OF_TEXT / 2}` },
        fontSize: { expr: 'datum.isTitled ? 12 : 11' },
        limit: { expr: 'datum.room' },
        lineBreak: '\n',
        lineHeight: LINE_OF_TEXT,
      }),
    ],
  };
}

/** An axis with names at places of a scale of numbers. */
function axisOf(named) {
  const names = JSON.stringify(Object.fromEntries(named));
  return {
    title: null,
    grid: false,
    labelOverlap: false,
    values: named.map(([at]) => at),
    labelExpr: `${names}[datum.value]`,
  };
}

/** Every meeting at its place: a column of its own for each pillar, lines for each month, as many as the fullest column needs. */
function arranged(rows, { year, lanes, laneWidth }) {
  const months = [];
  const tiles = [];
  const gap = GAP.x * lanes.length;
  let start = 0;
  for (const month of rows.some((row) => monthOf(row, year) === '') ? [...MONTHS, ''] : MONTHS) {
    let end = start + 1;
    lanes.forEach((id, lane) => {
      let line = start;
      for (const row of rowsOfTiles(rows.filter((each) => each.steward.id === id && monthOf(each, year) === month))) {
        const share = row[0].titleKnown ? 1 - gap : 0.5 - gap;
        const placed = row.map((meeting, place) =>
          tileOf(meeting, { left: lane + place * (share + gap), share, laneWidth }),
        );
        const height = (LINE + (placed[0].textLines - 1) * LINE_OF_TEXT) / LINE;
        const [top, bottom] = [line + GAP.y / 2, line + height - GAP.y / 2];
        tiles.push(...placed.map((tile) => ({ ...tile, top, bottom, middle: line + height / 2 })));
        line += height;
      }
      end = Math.max(end, line);
    });
    months.push({ start, name: month === '' ? 'Some time' : NAMES[Number(month) - 1] });
    start = end;
  }
  return { months, tiles, lines: start };
}

/** A row of its own for each meeting; two that have no title to print share one. */
function rowsOfTiles(meetings) {
  const lines = [];
  for (const meeting of meetings) {
    const last = lines.at(-1);
    if (!meeting.titleKnown && last?.length === 1 && !last[0].titleKnown) last.push(meeting);
    else lines.push([meeting]);
  }
  return lines;
}

function tileOf(meeting, { left, share, laneWidth }) {
  const { kind, titleKnown, title, city } = meeting;
  const indent = titleKnown ? 64 : 39;
  const room = share * laneWidth - indent - (titleKnown ? 3 : 0);
  const words = wrapped((titleKnown ? title : city) ?? '', Math.floor(room / LETTER)).split('\n');
  const name = titleKnown
    ? [...words.slice(0, MOST - 1), words.slice(MOST - 1).join(' ')].filter(Boolean)
    : [words.join(' ')];
  const isNamed = laneWidth > 0;
  return {
    fill: kind.fill,
    ink: kind.ink,
    time: `${kind.sign} ${daysOf(meeting)}`,
    name: isNamed && room > 60 ? name.join('\n') : '',
    textLines: isNamed ? name.length : 1,
    indent,
    room,
    isTitled: titleKnown,
    left,
    right: left + share,
    tip: `${title}, ${kind.word.toLowerCase()}`,
  };
}

/** Days of the month: `25`, `25–26`, over its end `28–1 Mar`, and `?` where the day is not known. */
function daysOf({ startsOn, endsOn, datePrecision }) {
  if (datePrecision !== 'DAY') return '?';
  const [start, end] = [startsOn, endsOn ?? startsOn].map((day) => Number(day.slice(8)));
  if ((endsOn ?? startsOn) === startsOn) return String(start);
  const goesOn = startsOn.slice(0, 7) !== endsOn.slice(0, 7);
  return `${start}–${end}${goesOn ? ` ${NAMES[Number(endsOn.slice(5, 7)) - 1]}` : ''}`;
}
