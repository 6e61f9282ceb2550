/** Takes a bearer token where the graph answers only those it knows. */

import { h } from './elements.js';
import { signIn, signOut } from './session.js';

/** Shows the form with the reason; `onSignedIn` is called when there is a token to try. */
export function askForToken(place, reason, onSignedIn) {
  signOut();
  const field = h('input', {
    id: 'token',
    type: 'password',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': 'token-help',
  });
  const help = h('p', { id: 'token-help', class: 'error' }, `${reason}. Paste a token to read: it stays in this tab.`);
  const send = (event) => {
    event.preventDefault();
    try {
      signIn(field.value);
    } catch ({ message }) {
      help.textContent = message;
      field.focus();
      return;
    }
    place.hidden = true;
    onSignedIn();
  };
  place.replaceChildren(
    h(
      'form',
      { onsubmit: send },
      h('label', { for: 'token' }, 'Bearer token'),
      field,
      h('button', { type: 'submit' }, 'Sign in'),
      help,
    ),
  );
  place.hidden = false;
}
