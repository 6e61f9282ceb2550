/** The filters: chosen in a form, kept in the address, so that a view can be sent to others and the browser goes back. */

import { h } from '../shared/elements.js';
import { MEMBER_STATES } from './states.js';

const YEARS = Object.fromEntries(
  Array.from({ length: new Date().getFullYear() - 2014 }, (_, index) => [2015 + index, String(2015 + index)]),
);

const FILTERS = [
  {
    name: 'pillar',
    label: 'Pillar',
    options: { APSC: 'APSC (Political-Security)', AEC: 'AEC (Economic)', ASCC: 'ASCC (Socio-Cultural)' },
  },
  {
    name: 'standing',
    label: 'Lead',
    options: { ASSIGNED: 'assigned', PROPOSED: 'proposed', DOCUMENTED: 'documented', UNDETERMINED: 'undetermined' },
  },
  { name: 'state', label: 'Member state', options: MEMBER_STATES },
  { name: 'from', label: 'From year', options: YEARS },
  { name: 'to', label: 'To year', options: YEARS },
  { name: 'family', label: 'Indicators', options: { DIGITAL: 'digital economy' }, all: 'Industry 4.0' },
];
/** The chosen filters of the form that change nothing of a panel, by their labels. */
export function labelsWithoutEffect({ variables, heeds = [] }, filters) {
  const asked = JSON.stringify(variables(filters));
  return FILTERS.filter(({ name }) => {
    if (filters[name] === undefined || heeds.includes(name)) return false;
    return JSON.stringify(variables({ ...filters, [name]: undefined })) === asked;
  }).map(({ label }) => label);
}

/** Chosen in a chart, where what can be chosen depends on its data. */
const IN_CHARTS = [
  { name: 'indicator', pattern: /^[a-z0-9-]{1,80}$/ },
  { name: 'year', pattern: /^(19|20)\d\d$/ },
];

/** What is chosen; a filter that is not set, or set to what it does not know, is left out. */
export function chosen() {
  const address = new URLSearchParams(location.search);
  const isKnown = ({ options, pattern }, value) => (options ? Object.hasOwn(options, value) : pattern.test(value));
  const set = [...FILTERS, ...IN_CHARTS].map((filter) => [filter, address.get(filter.name)]);
  const now = Object.fromEntries(
    set.filter(([filter, value]) => value !== null && isKnown(filter, value)).map(([{ name }, value]) => [name, value]),
  );
  // Years the wrong way round are no span: the first one counts.
  if (now.from > now.to) delete now.to;
  return now;
}

/** Sets a filter, or takes it away with an empty value, and tells everybody who waits for it. */
export function choose(name, value) {
  const address = new URL(location.href);
  if (value === '') address.searchParams.delete(name);
  else address.searchParams.set(name, value);
  if (name === 'family') address.searchParams.delete('indicator');
  goTo(address);
}

function goTo(address) {
  history.pushState(null, '', address);
  dispatchEvent(new Event('popstate'));
}

/** Makes the form; `onChange` is told what is chosen whenever that changes. */
export function startFilters(form, onChange) {
  const fields = FILTERS.map(({ name, label, options, all = 'all' }) =>
    h(
      'label',
      {},
      label,
      h(
        'select',
        { name, onchange: (event) => choose(name, event.target.value) },
        h('option', { value: '' }, all),
        Object.entries(options).map(([value, text]) => h('option', { value }, text)),
      ),
    ),
  );
  const show = () => {
    const now = chosen();
    for (const { name } of FILTERS) form.elements[name].value = now[name] ?? '';
    form.elements.reset.disabled = Object.keys(now).length === 0;
  };
  form.append(
    ...fields,
    h('button', { type: 'button', name: 'reset', onclick: () => goTo(location.pathname) }, 'Show all'),
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('popstate', () => {
    show();
    onChange(chosen());
  });
  show();
}
