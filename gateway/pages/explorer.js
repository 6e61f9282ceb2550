/** Starts GraphiQL with the ready-made tabs. Runs in the browser; React and GraphiQL are scripts of the page. */

/* global React, ReactDOM, GraphiQL */

const element = document.querySelector('#explorer');

// GraphiQL's menus and dialogs add a style element, which the content security policy allows by this nonce alone.
window.__webpack_nonce__ = document.body.dataset.styleNonce;

const ask = GraphiQL.createFetcher({ url: '/graphql' });

/** GraphiQL learns the name of an operation a moment after its text: right after a change of tabs it would send the name of the last one. */
function fetcher({ operationName, ...request }, options) {
  return ask(request.query.includes(operationName) ? { ...request, operationName } : request, options);
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
      defaultTabs: tabs,
      defaultEditorToolsVisibility: tabs.some(({ variables }) => variables) ? 'variables' : false,
      shouldPersistHeaders: false,
    },
    React.createElement(GraphiQL.Logo, null, name),
  );
  ReactDOM.createRoot(element).render(explorer);
}

start().catch((error) => {
  element.replaceChildren(
    Object.assign(document.createElement('p'), { textContent: `The explorer did not start: ${error.message}` }),
  );
});
