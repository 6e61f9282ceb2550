/** The corner of the page that says who is signed in, and takes a token. */

import { h, say, time } from '../shared/elements.js';
import { ask, RefusedError } from '../shared/graph.js';
import { GREETING } from './operations.js';
import { session, signIn, signOut } from '../shared/session.js';

const RIGHTS = {
  'lead:assign': 'assign, withdraw and propose leads',
  'lead:propose': 'propose leads',
  'monitoring:report': 'report progress',
};

/** Shows it; `onChange` is called when somebody signs in or out. */
export function showSession(onChange, problem) {
  const corner = document.querySelector('#session');
  const holder = session();
  corner.replaceChildren(holder ? signedIn(holder, onChange) : signedOut(onChange, problem));
}

function signedIn({ office, scopes, pillars, ends }, onChange) {
  const rights = scopes.map((scope) => RIGHTS[scope] ?? scope);
  const limit = pillars && ` (proposals: ${pillars.join(', ') || 'of no pillar'})`;
  return h(
    'div',
    { class: 'who' },
    h('p', {}, 'Signed in as ', h('strong', {}, office)),
    h(
      'p',
      {},
      rights.length > 0 ? `May ${rights.join('; ')}` : 'May read only',
      limit,
      ends && [', until ', time(ends.toISOString())],
    ),
    h('p', { class: 'quiet' }, `Scopes: ${scopes.join(', ') || 'none'}`),
    h('button', { type: 'button', onclick: () => leave(onChange) }, 'Sign out'),
  );
}

function signedOut(onChange, problem) {
  const field = h('input', {
    id: 'token',
    type: 'password',
    autocomplete: 'off',
    spellcheck: 'false',
    required: true,
    'aria-describedby': 'token-help',
    'aria-invalid': problem && 'true',
  });
  const send = async (event) => {
    event.preventDefault();
    const found = await refusalOf(field.value);
    if (found !== undefined) {
      signOut();
      showSession(onChange, found);
      document.querySelector('#token').focus();
      return;
    }
    await onChange();
    document.querySelector('#session').focus();
    say(`Signed in as ${session().office}`);
  };
  return h(
    'form',
    { class: 'sign-in', onsubmit: send, novalidate: true },
    h('label', { for: 'token' }, 'Bearer token'),
    h('div', { class: 'row' }, field, h('button', { type: 'submit' }, 'Sign in')),
    h(
      'p',
      { id: 'token-help', class: problem ? 'error' : 'quiet' },
      problem ?? 'Paste a token to decide. It stays in this tab.',
    ),
  );
}

/** Why the text does not sign anybody in; undefined where it does. A graph that does not answer is no reason: the token is then tried with the first decision. */
async function refusalOf(text) {
  try {
    signIn(text);
    await ask(GREETING);
  } catch (error) {
    if (error instanceof RefusedError || !session()) return error.message;
  }
  return undefined;
}

async function leave(onChange) {
  signOut();
  await onChange();
  say('Signed out');
  document.querySelector('#token')?.focus();
}
