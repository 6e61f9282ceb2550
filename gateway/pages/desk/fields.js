/** The fields of the form. Each shows what was refused of it, and writes what is typed into the draft. */

import { h } from '../shared/elements.js';

/** The id of a field on the page, by its path in the input. */
export function fieldId(path) {
  return `field-${path.replaceAll('.', '-')}`;
}

/** A labelled field: `path` in the input, `control` a tag, `problem` what was refused. */
export function field({ path, label, help, control = 'input', problem, ...attributes }) {
  const id = fieldId(path);
  const described = [help && `${id}-help`, problem && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label),
    help && h('p', { id: `${id}-help`, class: 'quiet' }, help),
    h(control, { id, 'aria-describedby': described, 'aria-invalid': problem && 'true', ...attributes }),
    problem && h('p', { id: `${id}-error`, class: 'error' }, problem),
  );
}

/** A group of radio buttons or checkboxes: `options` with a value and a label. */
export function choices({ path, label, type, options, isChosen, onchoose, problem }) {
  const id = fieldId(path);
  return h(
    'fieldset',
    { id, tabindex: '-1', 'aria-describedby': problem && `${id}-error` },
    h('legend', {}, label),
    options.map(({ value, label: text }) =>
      h(
        'label',
        { class: 'choice' },
        h('input', {
          id: `${id}-${value}`,
          type,
          name: path,
          value,
          checked: isChosen(value),
          onchange: ({ target }) => onchoose(value, target.checked),
        }),
        text,
      ),
    ),
    problem && h('p', { id: `${id}-error`, class: 'error' }, problem),
  );
}

/** What can be chosen from while one types. */
export function dataList(id, labels) {
  return h(
    'datalist',
    { id },
    labels.map((value) => h('option', { value })),
  );
}
