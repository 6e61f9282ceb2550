/** What the sections of an issue are made of. */

import { h } from '../shared/elements.js';
import { recordAddress } from '../shared/record-kinds.js';

/** Where the issue stands in the answer. */
export const AT = 'crossPillarIssue';

/** A section under its heading. */
export function section(id, title, ...content) {
  const heading = `${id}-title`;
  return h('section', { id, 'aria-labelledby': heading, tabindex: '-1' }, h('h2', { id: heading }, title), content);
}

/** That something is not there, where there is a reason. */
export function missing(reason) {
  return reason && h('p', { class: 'notice bad' }, `Something is missing here: ${reason}`);
}

/** The codes of pillars in a line. */
export function codesOf(pillars) {
  return pillars.map(({ code }) => code).join(', ');
}

/** A link to the record of a body. */
export function bodyLink({ id }, text) {
  return h('a', { href: recordAddress({ kind: 'body', id }) }, text);
}
