/** The desk: the list of issues at /desk, one issue at /desk?issue=<id>. */

import { startSearchBox } from '../shared/search-box.js';
import { recordAddress } from '../shared/record-kinds.js';
import { h } from '../shared/elements.js';
import { RefusedError } from '../shared/graph.js';
import { openIssue } from './issue-page.js';
import { issuesView } from './issues.js';
import { session, signOut } from '../shared/session.js';
import { showSession } from './sign-in.js';

const main = document.querySelector('#main');
const issueId = new URLSearchParams(location.search).get('issue');
let redraw;

/** Whoever signs in or out goes on where they are: what is shown stays, and the form says what may be done now. */
async function changed() {
  showSession(changed);
  if (redraw) redraw();
  else await show();
}

/** A token that no longer counts is forgotten, and its corner asks for another. */
function refused({ message }) {
  signOut();
  showSession(changed, `${message}. Paste one that counts.`);
}

async function show({ isSecond = false } = {}) {
  try {
    if (issueId === null) main.replaceChildren(...(await issuesView()));
    else redraw = await openIssue(issueId, { main, onRefused: refused });
  } catch (error) {
    if (!(error instanceof RefusedError)) return sayWhy(error);
    refused(error);
    // Where reading is open, a token that no longer counts is no reason to show nothing.
    if (!isSecond) return show({ isSecond: true });
    sayWhy(error);
  }
}

function sayWhy({ message }) {
  main.replaceChildren(
    h('h1', {}, 'Nothing can be shown'),
    h('p', {}, `${message}.`),
    h('button', { type: 'button', onclick: () => show() }, 'Try again'),
  );
}

startSearchBox({
  input: document.querySelector('#search'),
  list: document.querySelector('#hits'),
  status: document.querySelector('#search-status'),
  headers: () => (session() ? { authorization: `Bearer ${session().token}` } : {}),
  onPick: (hit) => location.assign(recordAddress(hit)),
});
showSession(changed);
await show();
if (location.hash.length > 1) document.getElementById(location.hash.slice(1))?.scrollIntoView();
