/** The filters: chosen in a form, kept in the address, so that a view can be sent to others and the browser goes back. */

import { h } from '../desk/elements.js';

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
];

/** What is chosen; a filter that is not set, or set to what it does not know, is left out. */
export function chosen() {
  const address = new URLSearchParams(location.search);
  const set = FILTERS.map(({ name, options }) => [name, address.get(name), options]);
  return Object.fromEntries(set.filter(([, value, options]) => value !== null && Object.hasOwn(options, value)));
}

/** Makes the form; `onChange` is told what is chosen whenever that changes. */
export function startFilters(form, onChange) {
  const fields = FILTERS.map(({ name, label, options }) =>
    h(
      'label',
      {},
      label,
      h(
        'select',
        { name, onchange: (event) => change(name, event.target.value) },
        h('option', { value: '' }, 'all'),
        Object.entries(options).map(([value, text]) => h('option', { value }, text)),
      ),
    ),
  );
  const show = () => {
    const now = chosen();
    for (const { name } of FILTERS) form.elements[name].value = now[name] ?? '';
    form.elements.reset.disabled = Object.keys(now).length === 0;
  };
  const goTo = (address) => {
    history.pushState(null, '', address);
    show();
    onChange(chosen());
  };
  const change = (name, value) => {
    const address = new URL(location.href);
    if (value === '') address.searchParams.delete(name);
    else address.searchParams.set(name, value);
    goTo(address);
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
