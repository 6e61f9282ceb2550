/** How the record is cited, where its data are, and the question that gave them. */

import { addressOf, download, explorerAddress } from '../shared/addresses.js';
import { h, say } from '../shared/elements.js';
import { session } from '../shared/session.js';
import { dateInWords } from '../shared/dates.js';

/** The citation, with a button that copies it. */
export function citation({ title, words, address, versions, today }) {
  const data = versions.length > 0 ? `, data set ${versions.join(', ')}` : '';
  const text = `“${title}” (${words}). ASEAN Cross-Pillar Graph${data}. ${location.origin}${address} (read on ${dateInWords(today)}).`;
  const shown = h('p', { id: 'citation' }, text);
  const copy = async () => {
    getSelection().selectAllChildren(shown);
    try {
      await navigator.clipboard.writeText(text);
      say('The citation is copied');
    } catch {
      say('The citation is selected: copy it with the keyboard');
    }
  };
  return [shown, h('p', { class: 'screen' }, h('button', { type: 'button', onclick: copy }, 'Copy the citation'))];
}

/** Links to the query and to the record as JSON. */
export function queryLinks(operation, variables) {
  const json = addressOf(operation, variables);
  // A link carries no token: who is signed in is given the answer as a file.
  const take = (event) => {
    if (!session()) return;
    event.preventDefault();
    download(json, `${operation}.json`).catch(({ message }) => say(message));
  };
  return h(
    'p',
    {},
    'The registered question ',
    h('code', {}, operation),
    ': ',
    h('a', { href: explorerAddress(operation, variables), class: 'query' }, 'open it in the explorer'),
    ', ',
    h('a', { href: json, class: 'json', onclick: take }, 'the answer as JSON'),
    ', ',
    h('a', { href: addressOf(operation, variables, { suffix: '.metadata.json' }) }, 'its metadata'),
    '.',
  );
}
