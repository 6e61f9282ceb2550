/** Draws a chart as SVG at the width of its place. Expressions are interpreted: the page may not evaluate code. */

import { chartScripts } from './chart-scripts.js';

const INK = '#1b2430';
const FAINT = '#4d5968';
const FONT = "system-ui, 'Segoe UI', 'Liberation Sans', 'DejaVu Sans', sans-serif";

const CONFIG = {
  aria: false,
  background: 'transparent',
  font: FONT,
  view: { stroke: null },
  axis: {
    labelColor: INK,
    titleColor: FAINT,
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    domain: false,
    ticks: false,
    labelPadding: 6,
    gridColor: '#e3e8ed',
  },
  legend: { labelColor: INK, titleColor: FAINT, labelFontSize: 12, titleFontSize: 12, titleFontWeight: 'normal' },
  header: { labelColor: INK, titleColor: FAINT, labelFontSize: 12 },
};

/** Whether a place is as narrow as on a phone or an upright tablet. */
export function isNarrow(width) {
  return width < 760;
}

/** Draws what `specOf(width)` gives and draws it anew when the width changes. */
export async function drawChart(place, specOf) {
  const { vegaEmbed, expressionInterpreter } = await chartScripts;
  let drawn = 0;
  const draw = async () => {
    const width = Math.floor(place.clientWidth);
    if (width === 0 || width === drawn) return;
    drawn = width;
    place.chart?.finalize();
    const spec = specOf(width);
    const fitted = 'facet' in spec ? spec : { autosize: { type: 'fit-x', contains: 'padding' }, width, ...spec };
    place.chart = await vegaEmbed(place, fitted, {
      actions: false,
      ast: true,
      expr: expressionInterpreter,
      renderer: 'svg',
      defaultStyle: false,
      tooltip: false,
      config: CONFIG,
    });
    // The place has a name of its own, and the table beside it says the same in words.
    place.querySelector('svg').setAttribute('aria-hidden', 'true');
  };
  await draw();
  place.watcher?.disconnect();
  place.watcher = new ResizeObserver(() => draw());
  place.watcher.observe(place);
}

/** An axis whose long names are wrapped: names hold line feeds after `wrapped`. */
export const WRAPPED_AXIS = {
  labelExpr: "split(datum.label, '\\n')",
  labelLimit: 400,
  labelOffset: {
    condition: [6, 5, 4, 3, 2].map((lines) => ({
      test: `length(split(datum.label, '\\n')) === ${lines}`,
      value: -6.5 * (lines - 1),
    })),
    value: 0,
  },
  title: null,
};

/** The text with line feeds, so that no line is longer than that many letters where words allow it. */
export function wrapped(text, letters) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== '' && last.length + 1 + word.length > letters) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join('\n');
}
