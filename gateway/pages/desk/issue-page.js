/** The page of one issue: what is read of it, the draft, and what comes of sending it; long, since all of it turns on one state. */

import { inputOf, problemOf } from './decision-input.js';
import { dropDraft, keepDraft, newKey, openDraft, typedIn } from './draft.js';
import { h, say } from '../shared/elements.js';
import { BLANK_SOURCE, decisionForm } from './form.js';
import { ask, LostError, RefusedError } from '../shared/graph.js';
import { historySection } from './issue-history.js';
import { leadSection } from './issue-lead.js';
import { adviceSection, headOf, stakesSection } from './issue.js';
import { BODIES, ISSUE, MUTATIONS } from './operations.js';
import { outcomeNotice } from './outcome.js';
import { session } from '../shared/session.js';
import { bodyLabel } from './words.js';

/** What whoever decides cannot mend. */
const OURS = ['PILLAR_UNAVAILABLE', 'INTERNAL_SERVER_ERROR'];

/** Shows the issue in `main`. `onRefused` is called when the graph refuses the token. Gives what draws the form anew, for whoever signs in or out. */
export async function openIssue(id, { main, onRefused }) {
  const state = {
    issue: undefined,
    errors: [],
    draft: undefined,
    bodies: { list: [], notes: [] },
    outcome: undefined,
    busy: false,
  };
  await read();
  if (!state.issue) {
    const reason = state.errors.map(({ message }) => message).join(' ');
    main.replaceChildren(
      h('p', {}, h('a', { href: '/desk' }, 'All issues')),
      h('h1', {}, reason ? 'The issue cannot be shown' : 'No such issue'),
      h('p', {}, reason || `The register has no issue with the id "${id}".`),
    );
    return () => {};
  }
  document.title = `${state.issue.title} – the desk`;
  state.draft = openDraft(id, state.issue.lead.version);
  await settleSent();
  draw();
  void readBodies();
  return () => {
    if (state.outcome?.type === 'refused') state.outcome = undefined;
    drawForm();
  };

  async function read() {
    const { data, errors } = await ask(ISSUE, { id });
    state.issue = data?.crossPillarIssue ?? undefined;
    state.errors = errors;
  }

  async function readBodies() {
    try {
      const { data, errors } = await ask(BODIES);
      state.bodies = bodiesOf(data?.stewards ?? [], errors);
    } catch (error) {
      state.bodies = {
        list: [],
        notes: [`The bodies cannot be listed (${error.message}): write the id of a body, such as aec:aem.`],
      };
    }
    drawForm();
  }

  /** A draft from before a decision of somebody else must not pass for one that knew of it. */
  function noticeNews() {
    const { issue, draft } = state;
    if (draft.version === issue.lead.version) return;
    const since = issue.leadHistory.filter(({ version }) => version > draft.version);
    state.outcome = { type: 'conflict', since, version: issue.lead.version };
  }

  /**
   * What was sent before the page was loaded again may have arrived. The same input under the same key gives what was recorded of it,
   * and can record nothing any more: its version has passed.
   */
  async function settleSent() {
    const { sent, version } = state.draft;
    if (!sent || version === state.issue.lead.version) return noticeNews();
    try {
      state.outcome = await outcomeOf(await ask(MUTATIONS[sent.kind], { input: sent.input }));
    } catch (error) {
      if (!(error instanceof LostError || error instanceof RefusedError)) throw error;
      if (error instanceof RefusedError) onRefused(error);
      state.outcome = { type: 'unsure', message: error.message };
    }
  }

  function draw(focus) {
    const { issue, errors } = state;
    main.replaceChildren(
      headOf(issue),
      leadSection(issue, errors),
      stakesSection(issue, errors),
      adviceSection(issue, errors),
      historySection(issue, errors),
      h(
        'section',
        { id: 'decide', 'aria-labelledby': 'decide-title', tabindex: '-1' },
        h('h2', { id: 'decide-title' }, 'Decide'),
        h('div', { id: 'notices' }),
        h('div', { id: 'form' }),
      ),
    );
    drawForm(focus);
  }

  function drawForm(focus = document.activeElement?.id) {
    const { issue, draft, bodies, outcome } = state;
    const caret = document.activeElement?.selectionStart;
    const problems = outcome?.type === 'problems' ? outcome.problems : [];
    main
      .querySelector('#form')
      .replaceChildren(
        decisionForm({ issue, draft, holder: session(), bodies, problems, change, send, discard, takeOver }),
      );
    main.querySelector('#notices').replaceChildren(outcomeNotice(outcome, decideAgain) ?? '');
    if (focus) focusOn(focus, caret);
  }

  function change(changed, { redraw = false, focus, problem } = {}) {
    Object.assign(state.draft, changed);
    keepDraft(id, state.draft);
    if (problem) state.outcome = { type: 'problems', problems: [problem] };
    if (redraw) drawForm(focus);
  }

  /** What was proposed, to be assigned; why is for whoever assigns to say. */
  function takeOver() {
    const { pillar, leadBody, relevantBodies, sources } = state.issue.lead.proposal;
    change({
      kind: 'ASSIGNED',
      pillar: pillar.code,
      leadBody: leadBody ? bodyLabel(leadBody) : '',
      relevantBodies: relevantBodies.filter(Boolean).map((body) => ({ id: body.id, label: bodyLabel(body) })),
      sources: sources.map((source) => ({ ...BLANK_SOURCE, ...onlyGiven(source) })),
    });
    drawForm('field-rationale');
  }

  function discard() {
    dropDraft(id);
    state.draft = openDraft(id, state.issue.lead.version);
    state.outcome = undefined;
    say('What was typed is discarded');
    drawForm('decide');
  }

  function beginAnew() {
    change({ version: state.issue.lead.version, key: newKey(), sent: undefined });
  }

  function decideAgain() {
    beginAnew();
    state.outcome = undefined;
    say(`The decision is now on version ${state.draft.version}`);
    drawForm('field-rationale');
  }

  async function send(event) {
    event.preventDefault();
    if (state.busy) return;
    const { input, problems } = inputOf(state.draft, { issueId: id, bodies: state.bodies.list });
    if (problems.length > 0) return conclude({ type: 'problems', problems });
    state.busy = true;
    change({ sent: { kind: state.draft.kind, input, typed: typedIn(state.draft) } });
    say('Sending …');
    try {
      conclude(await outcomeOf(await ask(MUTATIONS[state.draft.kind], { input })));
    } catch (error) {
      if (!(error instanceof LostError || error instanceof RefusedError)) throw error;
      if (error instanceof RefusedError) onRefused(error);
      conclude({ type: error instanceof RefusedError ? 'refused' : 'lost', message: error.message });
    } finally {
      state.busy = false;
    }
  }

  async function outcomeOf({ data, errors }) {
    const { decision, userErrors = [] } = data?.payload ?? {};
    if (decision) {
      const isChanged = typedIn(state.draft) !== state.draft.sent.typed;
      if (!isChanged) dropDraft(id);
      await readAgain();
      if (isChanged) {
        beginAnew();
        return { type: 'earlier' };
      }
      state.draft = openDraft(id, Math.max(state.issue.lead.version, decision.version));
      return { type: 'recorded', decision };
    }
    const codes = userErrors.map(({ code }) => code);
    if (codes.includes('VERSION_CONFLICT') && (await readAgain())) {
      noticeNews();
      if (state.outcome?.type === 'conflict') return state.outcome;
    }
    if (userErrors.some(({ field }) => field?.[0] === 'idempotencyKey') && (await readAgain())) {
      beginAnew();
      return { type: 'earlier' };
    }
    const isOurs = errors.some(({ extensions }) => OURS.includes(extensions?.code));
    if (isOurs) return { type: 'failed', message: errors.map(({ message }) => message).join(' ') };
    return { type: 'problems', problems: [...userErrors, ...errors].map(problemOf) };
  }

  /** Reads the issue again and draws it; what was read before stays where that fails. */
  async function readAgain() {
    const before = { issue: state.issue, errors: state.errors };
    try {
      await read();
    } catch {
      // Below: what was read before.
    }
    const isRead = state.issue !== undefined && state.issue !== before.issue;
    if (!isRead) Object.assign(state, before);
    return isRead;
  }

  function conclude(outcome) {
    state.outcome = outcome;
    draw('outcome');
    say(main.querySelector('#outcome-title')?.textContent ?? '');
  }
}

/** Back to where one was, in the middle of a word as well. */
function focusOn(id, caret) {
  const element = document.getElementById(id);
  element?.focus();
  if (typeof caret === 'number' && element?.tagName === 'TEXTAREA') element.setSelectionRange(caret, caret);
}

function onlyGiven(source) {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== null));
}

function bodiesOf(stewards, errors) {
  const list = stewards.flatMap((steward) => steward?.bodies?.nodes ?? []).filter((body) => body !== null);
  const lost = stewards.filter((steward) => !steward?.bodies).map((steward) => steward?.name ?? 'a steward');
  const cut = stewards.filter((steward) => steward?.bodies?.pageInfo.hasNextPage).map(({ name }) => name);
  return {
    list,
    notes: [
      ...(lost.length > 0 || stewards.length === 0
        ? [
            `The bodies of ${lost.join(', ') || 'all stewards'} cannot be listed (${errors[0]?.message ?? 'no reason was given'}): write the id of a body, such as aec:aem.`,
          ]
        : []),
      ...(cut.length > 0
        ? [`Of the bodies of ${cut.join(', ')} the first 200 are listed: write the id of another, such as aec:aem.`]
        : []),
    ],
  };
}
