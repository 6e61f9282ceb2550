/** What the codes of the graph are called on the desk. A sign stands beside each status: none is told by its colour alone. */

import { h } from '../shared/elements.js';

const STATUSES = {
  ASSIGNED: ['●', 'Assigned by the Secretariat'],
  PROPOSED: ['◐', 'Proposed, awaits a decision'],
  DOCUMENTED: ['■', 'Documented in a source'],
  UNDETERMINED: ['○', 'Undetermined'],
};

const SENSES = {
  LED_BY: 'leads it',
  COORDINATED_BY: 'coordinates the bodies that work on it',
  OVERSEEN_BY: 'oversees or reviews its carrying out',
  DRAFTING_LED_BY: 'led the drafting of its main instrument',
  IMPLEMENTING_COMMITTEE: 'a committee that carries out its main instrument',
  MANDATED_NETWORK: 'a network with the task',
  TASKED_BY_LEADERS: 'given the task by the Leaders',
  TREATY_BODY: 'the body of the treaty on it',
  COUNTRY_COORDINATOR: 'a member state that coordinates it for ASEAN',
};

/** What a kind of decision is called. */
export const KINDS = { PROPOSED: 'Proposal', ASSIGNED: 'Assignment', WITHDRAWN: 'Withdrawal' };

/** In what sense a documented lead leads. */
export function senseOf({ kind }) {
  return SENSES[kind] ?? kind;
}

/** The status of a lead in words; an open proposal beside another lead is said as well. */
export function statusOf({ status, proposal }) {
  const words = STATUSES[status]?.[1] ?? status;
  return proposal && status !== 'PROPOSED' ? `${words}, with an open proposal` : words;
}

/** The status as a badge. */
export function badge(lead) {
  const sign = h('span', { 'aria-hidden': 'true' }, `${STATUSES[lead.status]?.[0] ?? '·'} `);
  return h('span', { class: `badge ${lead.status.toLowerCase()}` }, sign, statusOf(lead));
}

/** Whether the Secretariat is asked to decide. */
export function awaitsDecision({ status, proposal }) {
  return proposal !== null || status === 'UNDETERMINED' || status === 'PROPOSED';
}

/** Who leads, in a phrase; empty where nobody does. */
export function leaderOf({ pillars, bodies, memberState, label }) {
  const codes = pillars.map(({ code }) => code).join(' and ');
  const named = bodies.filter((body) => body !== null).map(({ acronym, name }) => acronym ?? name);
  const who = (named.length > 0 ? named.join(' with ') : undefined) ?? label ?? memberState?.name;
  return who && codes ? `${who} (${codes})` : (who ?? codes);
}

/** A body as it is written and found: the id in brackets tells bodies of the same name apart. */
export function bodyLabel({ id, acronym, name }) {
  return `${acronym ? `${acronym}, ` : ''}${name} (${id})`;
}
