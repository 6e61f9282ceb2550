/** What several charts share: the pillars, the shades of a scale, and the legend of marks. */

import { h } from '../shared/elements.js';

/** The codes of the pillars, in their order. */
export const PILLARS = ['APSC', 'AEC', 'ASCC'];

/** From few to many; one hue, so that it is read as more or less by everybody. */
export const SHADES = ['#e6f0f7', '#bfd9ea', '#8fbcdb', '#4f8fc0', '#1f5f99'];

/** A legend of lines, each a text or a list of contents; what is none is left out. */
export function legendOf(...lines) {
  return h(
    'ul',
    { class: 'legend' },
    lines.filter(Boolean).map((line) => h('li', {}, line)),
  );
}

/** A line of a legend for a mark: its sign on the colour of its `look` (a class of the style), and what it says. */
export function lineOf(sign, says, look = '') {
  return [h('span', { class: `key ${look}`.trim(), 'aria-hidden': 'true' }, sign), ` ${says}`];
}

/** A line of a legend that shows the scale. */
export function scaleLine(before, after) {
  const shades = SHADES.map((_, index) => h('span', { class: `shade shade-${index}` }));
  return [`${before} `, h('span', { class: 'shades', 'aria-hidden': 'true' }, shades), ` ${after}`];
}
