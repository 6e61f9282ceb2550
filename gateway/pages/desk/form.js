/** The form in which a decision is written: what the token allows, with everything that was typed before; long, since its fields share one draft. */

import { bodyIdOf } from './decision-input.js';
import { isEntered } from './draft.js';
import { h } from '../shared/elements.js';
import { choices, dataList, field, fieldId } from './fields.js';
import { may, whyNot } from './rights.js';
import { bodyLabel } from './words.js';

const ACTS = {
  ASSIGNED: { choice: 'Assign the lead', send: 'Assign the lead' },
  PROPOSED: { choice: 'Propose a lead', send: 'Send the proposal' },
  WITHDRAWN: { choice: 'Withdraw the assigned lead', send: 'Withdraw the lead' },
};

/** A source of which nothing is entered. */
export const BLANK_SOURCE = { title: '', publisher: '', url: '', date: '' };

/** The form. `change` alters the draft; with `redraw` the form is drawn anew. `send`, `discard` and `takeOver` are what the buttons do. */
export function decisionForm({ issue, draft, holder, bodies, problems, change, send, discard, takeOver }) {
  const allowed = Object.keys(ACTS).filter(
    (kind) => may(kind, holder) && (kind !== 'WITHDRAWN' || issue.lead.status === 'ASSIGNED'),
  );
  const entered = isEntered(draft);
  if (allowed.length === 0 && !entered)
    return h(
      'p',
      {},
      holder
        ? 'This token does not allow decisions: they need the scope lead:propose or lead:assign.'
        : 'Sign in with a token that allows decisions: they need the scope lead:propose or lead:assign.',
    );
  const problemAt = (path) =>
    problems
      .filter((each) => each.field === path)
      .map(({ message }) => message)
      .join(' ') || undefined;
  const { kind } = draft;
  const kinds = kind && !allowed.includes(kind) ? [...allowed, kind] : allowed;
  const parts = { issue, draft, holder, bodies, change, problemAt };
  return h(
    'form',
    { novalidate: true, onsubmit: send, onkeydown: onlyTheButtonSends, 'aria-labelledby': 'decide-title' },
    issue.lead.proposal &&
      !entered &&
      allowed.includes('ASSIGNED') &&
      h('p', {}, h('button', { type: 'button', id: 'take-over', onclick: takeOver }, 'Fill in from the open proposal')),
    choices({
      path: 'kind',
      label: 'What is to be done',
      type: 'radio',
      options: kinds.map((value) => ({ value, label: ACTS[value].choice })),
      isChosen: (value) => value === kind,
      onchoose: (value) => change({ kind: value }, { redraw: true }),
    }),
    kind && [
      kind !== 'WITHDRAWN' && leadFields(parts),
      field({
        path: 'rationale',
        label: 'Rationale (required)',
        help: 'Why. It is public and stays in the record; 5,000 characters at most.',
        control: 'textarea',
        rows: '5',
        required: true,
        problem: problemAt('rationale'),
        value: draft.rationale,
        oninput: ({ target }) => change({ rationale: target.value }),
      }),
      kind !== 'WITHDRAWN' && sourceFields(parts),
      h(
        'p',
        { class: 'quiet' },
        `Decided on version ${draft.version} of this issue’s lead. What you type is kept in this tab until it is recorded.`,
      ),
    ],
    h(
      'p',
      { class: 'row' },
      kind &&
        (allowed.includes(kind)
          ? h('button', { type: 'submit', id: 'send', class: 'main' }, ACTS[kind].send)
          : h('span', { class: 'error' }, whyNot(kind, holder))),
      entered && h('button', { type: 'button', id: 'discard', onclick: discard }, 'Discard what was typed'),
    ),
  );
}

/** What is sent cannot be taken back, so the Enter key in a field sends nothing. */
function onlyTheButtonSends(event) {
  if (event.key === 'Enter' && event.target.tagName === 'INPUT') event.preventDefault();
}

function leadFields({ issue, draft, holder, bodies, change, problemAt }) {
  const { kind, pillar, supporting } = draft;
  const limit = kind === 'PROPOSED' ? holder?.pillars : undefined;
  const leaders = issue.pillars.filter(({ code }) => !limit || limit.includes(code) || code === pillar);
  const option = ({ code, name }) => ({ value: code, label: `${code}, ${name}` });
  const fitting = bodies.list.filter((body) => !pillar || body.pillar === null || body.pillar.code === pillar);
  return [
    choices({
      path: 'pillar',
      label: 'Lead pillar (required)',
      type: 'radio',
      options: leaders.map(option),
      isChosen: (code) => code === pillar,
      onchoose: (code) => change({ pillar: code }, { redraw: true }),
      problem: problemAt('pillar'),
    }),
    leaders.length === 0 &&
      h(
        'p',
        { class: 'error' },
        `This token allows none of this issue’s pillars (it may propose ${limit.join(', ')}).`,
      ),
    bodies.notes.map((note) => h('p', { class: 'notice bad' }, note)),
    dataList('lead-bodies', fitting.map(bodyLabel)),
    field({
      path: 'leadBodyId',
      label: 'Lead body',
      help: 'A body of the pillar, or of no one pillar. Type a part of its name and choose, or write its acronym; empty where none is named.',
      list: 'lead-bodies',
      autocomplete: 'off',
      problem: problemAt('leadBodyId'),
      value: draft.leadBody,
      oninput: ({ target }) => change({ leadBody: target.value }),
    }),
    kind === 'ASSIGNED' &&
      choices({
        path: 'supporting',
        label: 'Supporting pillars',
        type: 'checkbox',
        options: issue.pillars.filter(({ code }) => code !== pillar).map(option),
        isChosen: (code) => supporting.includes(code),
        onchoose: (code, isChosen) =>
          change(
            { supporting: [...supporting.filter((each) => each !== code), ...(isChosen ? [code] : [])] },
            { redraw: true },
          ),
        problem: problemAt('supporting'),
      }),
    relevantField({ draft, bodies, change, problemAt }),
  ];
}

function relevantField({ draft, bodies, change, problemAt }) {
  const { relevantBodies } = draft;
  const add = () => {
    const { relevantBody } = draft;
    const id = bodyIdOf(relevantBody, bodies.list);
    if (id === undefined)
      return change(
        {},
        {
          redraw: true,
          problem: {
            field: 'relevantBodyIds',
            message: `"${relevantBody}" is not one body: choose one of the list, or write its id.`,
          },
        },
      );
    const body = bodies.list.find((each) => each.id === id);
    const added = { id, label: body ? bodyLabel(body) : id };
    return change(
      { relevantBody: '', relevantBodies: [...relevantBodies.filter((each) => each.id !== id), added] },
      { redraw: true },
    );
  };
  const remove = (id) =>
    change(
      { relevantBodies: relevantBodies.filter((each) => each.id !== id) },
      { redraw: true, focus: fieldId('relevantBodyIds') },
    );
  return h(
    'div',
    {},
    dataList('all-bodies', bodies.list.map(bodyLabel)),
    field({
      path: 'relevantBodyIds',
      label: 'Further bodies that matter',
      help: 'Of any pillar, 50 at most.',
      list: 'all-bodies',
      autocomplete: 'off',
      problem: problemAt('relevantBodyIds'),
      value: draft.relevantBody,
      oninput: ({ target }) => change({ relevantBody: target.value }),
      onkeydown: ({ key }) => key === 'Enter' && draft.relevantBody.trim() !== '' && add(),
    }),
    h('p', { class: 'row' }, h('button', { type: 'button', id: 'add-body', onclick: add }, 'Add this body')),
    relevantBodies.length > 0 &&
      h(
        'ul',
        { class: 'chosen' },
        relevantBodies.map(({ id, label }) =>
          h(
            'li',
            {},
            `${label} `,
            h('button', { type: 'button', 'aria-label': `Remove ${label}`, onclick: () => remove(id) }, 'Remove'),
          ),
        ),
      ),
  );
}

function sourceFields({ draft, change, problemAt }) {
  const { sources } = draft;
  const set = (index, name, value) =>
    change({ sources: draft.sources.map((source, at) => (at === index ? { ...source, [name]: value } : source)) });
  const part = (index, name, label, attributes = {}) =>
    field({
      path: `sources.${index}.${name}`,
      label,
      problem: problemAt(`sources.${index}.${name}`),
      value: sources[index][name],
      oninput: ({ target }) => set(index, name, target.value),
      ...attributes,
    });
  const remove = (index) =>
    change({ sources: draft.sources.filter((_, at) => at !== index) }, { redraw: true, focus: 'add-source' });
  const add = () =>
    change(
      { sources: [...draft.sources, { ...BLANK_SOURCE }] },
      { redraw: true, focus: fieldId(`sources.${sources.length}.title`) },
    );
  return h(
    'div',
    { id: fieldId('sources'), tabindex: '-1' },
    sources.map((_, index) =>
      h(
        'fieldset',
        { class: 'source' },
        h('legend', {}, `Source ${index + 1}`),
        part(index, 'title', 'Title (required)', { required: true }),
        part(index, 'publisher', 'Publisher'),
        part(index, 'url', 'Address (https://…)', { type: 'url' }),
        part(index, 'date', 'Date, as 2018, 2018-05 or 2018-05-25', { inputmode: 'numeric' }),
        h('button', { type: 'button', onclick: () => remove(index) }, `Remove source ${index + 1}`),
      ),
    ),
    problemAt('sources') && h('p', { class: 'error' }, problemAt('sources')),
    h(
      'p',
      { class: 'row' },
      h(
        'button',
        { type: 'button', id: 'add-source', onclick: add },
        sources.length > 0 ? 'Add another source' : 'Add a source',
      ),
    ),
  );
}
