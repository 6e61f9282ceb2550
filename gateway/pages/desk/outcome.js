/** What came of sending a decision, said where the form begins. */

import { h, time } from '../shared/elements.js';
import { fieldId } from './fields.js';
import { decisionBody, decisionTitle } from './issue-history.js';
import { KINDS } from './words.js';

/** The notice; undefined where there is nothing to say. `decideAgain` takes the draft to the new version. */
export function outcomeNotice(outcome, decideAgain) {
  switch (outcome?.type) {
    case 'recorded':
      return notice('good', 'Recorded', recorded(outcome.decision));
    case 'problems':
      return notice(
        'bad',
        'Nothing was recorded',
        h('p', {}, 'What you typed is kept. To be mended:'),
        problemList(outcome.problems),
      );
    case 'conflict':
      return notice('bad', 'Somebody has decided on this issue meanwhile', conflict(outcome, decideAgain));
    case 'lost':
      return notice(
        'bad',
        'The connection is lost',
        h(
          'p',
          {},
          `${outcome.message}. What you typed is kept. Send it again when the connection is back: it is recorded once, also if it had arrived.`,
        ),
      );
    case 'unsure':
      return notice(
        'bad',
        'Whether it was recorded is not known',
        h(
          'p',
          {},
          `${outcome.message}. What you sent may have arrived: look at the history, and send it again, signed in as before; it is recorded once.`,
        ),
      );
    case 'refused':
      return notice(
        'bad',
        'Sign in again',
        h('p', {}, `${outcome.message}. Nothing was recorded, and what you typed is kept. `, toToken()),
        h('p', {}, 'Then send it again.'),
      );
    case 'failed':
      return notice(
        'bad',
        'Not recorded',
        h('p', {}, `${outcome.message}. What you typed is kept. Send it again later: it is recorded once.`),
      );
    case 'earlier':
      return notice(
        'bad',
        'An earlier try had arrived',
        h(
          'p',
          {},
          'What was sent first is recorded: see the history. What you changed since is kept, and not recorded; send it as a decision of its own, or discard it.',
        ),
      );
    default:
      return undefined;
  }
}

function notice(tone, title, ...content) {
  return h(
    'section',
    { id: 'outcome', class: `notice ${tone}`, tabindex: '-1', 'aria-labelledby': 'outcome-title' },
    h('h3', { id: 'outcome-title' }, title),
    content,
  );
}

function recorded({ id, version, kind, actor, decidedAt, hash }) {
  return [
    h('p', {}, `${KINDS[kind]} ${id} by ${actor}, `, time(decidedAt), '.'),
    h('p', {}, `Version ${version} · hash `, h('code', { class: 'whole' }, hash)),
  ];
}

function problemList(problems) {
  return h(
    'ul',
    {},
    problems.map(({ field, message }) =>
      h('li', {}, field && document.querySelector(`#${fieldId(field)}`) ? jump(field, message) : message),
    ),
  );
}

function jump(field, message) {
  const go = (event) => {
    event.preventDefault();
    document.querySelector(`#${fieldId(field)}`)?.focus();
  };
  return h('a', { href: `#${fieldId(field)}`, onclick: go }, message);
}

function conflict({ since, version }, decideAgain) {
  return [
    h('p', {}, 'Nothing of yours was recorded, and what you typed is kept. Decided since you began:'),
    since.map((decision) =>
      h('article', { class: 'card' }, h('h4', {}, decisionTitle(decision)), decisionBody(decision)),
    ),
    h('p', {}, 'Read it, change your text where it no longer fits, and go on or discard it.'),
    h('button', { type: 'button', id: 'again', onclick: decideAgain }, `Decide again on version ${version}`),
  ];
}

function toToken() {
  return h(
    'a',
    { href: '#token', onclick: (event) => (event.preventDefault(), document.querySelector('#token')?.focus()) },
    'Sign in with a new token',
  );
}
