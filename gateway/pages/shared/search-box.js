/** The search box: results as one types, by keyboard as by pointer (the combobox pattern of ARIA). Runs in the browser. */

const QUERY = `query Search($text: String!) {
  search(text: $text, first: 8) { totalCount nodes { kind id title snippet steward { name } } }
}`;
const PAUSE_MS = 120;

/** Makes the box work; `onPick` is told which hit was chosen, `headers` gives what is sent beside the question. */
export function startSearchBox({ input, list, status, onPick, headers = () => ({}) }) {
  let hits = [];
  let active = -1;
  let timer;
  let asking;

  function show(found, total) {
    hits = found;
    list.replaceChildren(...hits.map(option));
    setActive(-1);
    setOpen(hits.length > 0);
    status.textContent = total === 0 ? 'Nothing found' : `${hits.length} of ${total} records shown`;
  }

  function option(hit, index) {
    const element = Object.assign(document.createElement('li'), { id: `hit-${index}`, role: 'option' });
    element.setAttribute('aria-selected', 'false');
    const part = (className, text) =>
      element.append(Object.assign(document.createElement('span'), { className, textContent: text }));
    part('hit-title', hit.title);
    part('hit-kind', `${hit.kind.toLowerCase().replaceAll('_', ' ')} · ${hit.steward.name}`);
    if (hit.snippet && !hit.title.startsWith(hit.snippet)) part('hit-snippet', hit.snippet);
    element.addEventListener('pointerdown', (event) => event.preventDefault());
    element.addEventListener('click', () => pick(hit));
    return element;
  }

  function setOpen(isOpen) {
    list.hidden = !isOpen;
    input.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) setActive(-1);
  }

  function setActive(index) {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = index;
    const chosen = list.children[index];
    chosen?.setAttribute('aria-selected', 'true');
    chosen?.scrollIntoView({ block: 'nearest' });
    if (chosen) input.setAttribute('aria-activedescendant', chosen.id);
    else input.removeAttribute('aria-activedescendant');
  }

  function pick(hit) {
    setOpen(false);
    status.textContent = `Opened ${hit.title}`;
    onPick(hit);
  }

  async function search() {
    asking?.abort();
    const text = input.value.trim();
    if (!/[\p{L}\p{N}]/u.test(text)) {
      show([], undefined);
      status.textContent = '';
      return;
    }
    asking = new AbortController();
    try {
      const answer = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers() },
        body: JSON.stringify({ query: QUERY, variables: { text } }),
        signal: asking.signal,
      });
      const { data, errors } = await answer.json();
      if (data?.search) show(data.search.nodes, data.search.totalCount);
      else throw new Error(errors?.[0]?.message ?? 'The search gave no answer');
    } catch (error) {
      if (error.name === 'AbortError') return;
      show([], undefined);
      status.textContent = error.message;
    }
  }

  const KEYS = {
    ArrowDown: () => setActive((active + 1) % hits.length),
    ArrowUp: () => setActive((active <= 0 ? hits.length : active) - 1),
    Enter: () => pick(hits[Math.max(active, 0)]),
    Escape: () => setOpen(false),
  };
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && list.hidden) input.value = '';
    if (event.key === 'ArrowDown' && list.hidden && hits.length > 0) setOpen(true);
    if (list.hidden || !KEYS[event.key] || event.isComposing) return;
    event.preventDefault();
    KEYS[event.key]();
  });
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(search, PAUSE_MS);
  });
  input.addEventListener('focus', () => hits.length > 0 && setOpen(true));
  input.addEventListener('blur', () => setOpen(false));
}
