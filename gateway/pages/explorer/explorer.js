/** Starts GraphiQL with the ready-made tabs, and the bar above it. Runs in the browser; React and GraphiQL are scripts of the page. */

/* global React, ReactDOM, GraphiQL */

import { lookUp } from './look-ups.js';
import { download, identity } from '../shared/addresses.js';
import { recordAddress } from '../shared/record-kinds.js';
import { session } from '../shared/session.js';
import { startSearchBox } from '../shared/search-box.js';
import { askedOf, csvUrl, SNIPPETS } from './snippets.js';

const find = (selector) => document.querySelector(selector);
const element = find('#explorer');

// GraphiQL's menus and dialogs add a style element, which the content security policy allows by this nonce alone.
window.__webpack_nonce__ = document.body.dataset.styleNonce;

const ask = GraphiQL.createFetcher({ url: '/graphql' });

/** GraphiQL learns the name of an operation a moment after its text: right after a change of tabs it would send the name of the last one. */
function fetcher({ operationName, ...request }, options) {
  // A header that is typed into the editor counts before the token of the tab.
  const headers = { ...identity(), ...options?.headers };
  return ask(request.query.includes(operationName) ? { ...request, operationName } : request, { ...options, headers });
}

/** What the bar knows of the editors, while GraphiQL is there. */
let editors;
/** What is to be put into the tab that is being added. */
let opening;
/** Kept once the editors are there. */
const ready = Promise.withResolvers();

/** Says to screen readers what an editor is, and lets its text be scrolled by keyboard. */
function nameEditor(editor, name) {
  editor?.getInputField().setAttribute('aria-label', name);
  editor?.getScrollerElement().setAttribute('tabindex', '0');
}

/** A part of GraphiQL that shows nothing: it hands the editors to the bar, and fills a tab once it is there. */
function Bridge() {
  const context = GraphiQL.React.useEditorContext({ nonNull: true });
  const { run } = GraphiQL.React.useExecutionContext({ nonNull: true });
  editors = context;
  React.useEffect(() => {
    nameEditor(context.queryEditor, 'Query');
    nameEditor(context.variableEditor, 'Variables');
    nameEditor(context.headerEditor, 'Headers');
    nameEditor(context.responseEditor, 'Answer');
    if (context.queryEditor && context.variableEditor) ready.resolve();
  }, [context.queryEditor, context.variableEditor, context.headerEditor, context.responseEditor]);
  React.useEffect(() => {
    if (!opening) return;
    const { query, variables } = opening;
    opening = undefined;
    context.variableEditor?.setValue(variables);
    context.queryEditor?.setValue(query);
    run();
    document.querySelector('[role=tab][aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  return null;
}

/** Opens a tab with a query and its variables, and asks it. */
function open(tab) {
  opening = tab;
  editors.addTab();
}

async function start() {
  const answer = await fetch('/explorer/tabs.json');
  if (!answer.ok) throw new Error(`the ready-made tabs are not there (${answer.status})`);
  const tabs = await answer.json();
  const name = React.createElement('span', { className: 'explorer-name' }, 'ASEAN Cross-Pillar Graph');
  const explorer = React.createElement(
    GraphiQL,
    {
      fetcher,
      ...(tabs.length > 0 && { defaultTabs: tabs }),
      defaultEditorToolsVisibility: tabs.some(({ variables }) => variables) ? 'variables' : false,
      shouldPersistHeaders: false,
    },
    React.createElement(GraphiQL.Logo, null, name, React.createElement(Bridge)),
  );
  ReactDOM.createRoot(element).render(explorer);
}

// ---- registered operations ------------------------------------------------------------------------------------------

let registered = [];

async function listRegistered() {
  const answer = await fetch('/q', { headers: { accept: 'application/json', ...identity() } });
  if (answer.status === 401)
    find('#bar-status').textContent = 'Reading needs a token here: sign in at the desk or the dashboard in this tab.';
  if (!answer.ok) return;
  registered = (await answer.json()).operations;
  for (const { name, description } of registered)
    find('#registered').append(
      Object.assign(document.createElement('option'), { value: name, textContent: name, title: description }),
    );
  find('#open-registered').disabled = registered.length === 0;
}

/** Every parameter is filled in: with its default, or with what is allowed where it has none. */
function variablesOf({ parameters }) {
  const values = parameters.map(({ name, default: fallback }) => [name, fallback === null ? null : literal(fallback)]);
  return values.length === 0 ? '' : JSON.stringify(Object.fromEntries(values), null, 2);
}

/** A default as GraphQL writes it: numbers, texts and truth values are JSON, names of enums are texts. */
function literal(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text.startsWith('[')
      ? text
          .slice(1, -1)
          .split(/[\s,]+/)
          .map(literal)
      : text;
  }
}

find('#registered-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const operation = registered.find(({ name }) => name === find('#registered').value);
  if (operation) open({ query: operation.query, variables: variablesOf(operation) });
});

/** A link to `/?operation=<name>&variables=<JSON>` opens a registered operation and asks it. */
function openLinked() {
  const link = new URLSearchParams(location.search);
  const operation = registered.find(({ name }) => name === link.get('operation'));
  if (operation) open({ query: operation.query, variables: link.get('variables') ?? variablesOf(operation) });
}

// ---- taking a query away --------------------------------------------------------------------------------------------

function asked() {
  return askedOf({
    query: editors?.queryEditor?.getValue() ?? '',
    variables: editors?.variableEditor?.getValue() ?? '',
    registered,
    origin: location.origin,
  });
}

/** Says it in the bar where a query cannot be taken away. */
function orSay(take) {
  try {
    find('#bar-status').textContent = '';
    return take();
  } catch (error) {
    find('#bar-status').textContent = error.message;
    return undefined;
  }
}

const dialog = find('#snippet');

for (const button of document.querySelectorAll('[data-snippet]')) {
  button.addEventListener('click', () => {
    const { title, text } = SNIPPETS[button.dataset.snippet];
    const snippet = orSay(() => text(asked()));
    if (snippet === undefined) return;
    find('#snippet-title').textContent = title;
    find('#snippet-text').value = snippet;
    find('#snippet-copied').textContent = '';
    dialog.showModal();
  });
}

find('#snippet-copy').addEventListener('click', async () => {
  const text = find('#snippet-text');
  text.select();
  try {
    await navigator.clipboard.writeText(text.value);
    find('#snippet-copied').textContent = 'Copied.';
  } catch {
    find('#snippet-copied').textContent = 'The text is selected: copy it with the keyboard.';
  }
});
find('#snippet-close').addEventListener('click', () => dialog.close());

// The address is that of the query as it stands when the link is used, or looked at.
for (const event of ['focus', 'pointerenter', 'click', 'contextmenu'])
  find('#csv').addEventListener(event, (happened) => {
    const url = orSay(() => csvUrl(asked()));
    if (url === undefined) happened.preventDefault();
    else find('#csv').href = url;
  });

// A link that the browser follows sends no token.
find('#csv').addEventListener('click', (event) => {
  if (event.defaultPrevented || !session()) return;
  event.preventDefault();
  download(event.currentTarget.href, 'answer.csv').catch(({ message }) => (find('#bar-status').textContent = message));
});

startSearchBox({
  input: find('#search'),
  list: find('#hits'),
  status: find('#search-status'),
  headers: identity,
  onPick: (hit) => {
    open(lookUp(hit, (query) => GraphiQL.GraphQL.print(GraphiQL.GraphQL.parse(query))));
    const page = Object.assign(document.createElement('a'), { href: recordAddress(hit), textContent: hit.title });
    find('#bar-status').replaceChildren('Page of the record: ', page);
  },
});

Promise.all([start(), listRegistered()])
  .then(() => ready.promise)
  .then(openLinked)
  .catch((error) => {
    element.replaceChildren(
      Object.assign(document.createElement('p'), { textContent: `The explorer did not start: ${error.message}` }),
    );
  });
