/** Lead pillars: issues by pillars, with a sign, a colour and a word for each standing. */

import { h } from '../desk/elements.js';
import { isNarrow, wrapped, WRAPPED_AXIS } from './chart.js';
import { recordLink } from './table.js';

const STANDINGS = {
  ASSIGNED: { sign: '●', word: 'Assigned', says: 'Assigned by the ASEAN Secretariat', fill: '#0b4f8a', ink: '#ffffff' },
  PROPOSED: { sign: '◐', word: 'Proposed', says: 'Proposed, awaits a decision', fill: '#f0b041', ink: '#1b2430' },
  DOCUMENTED: { sign: '■', word: 'Documented', says: 'Leads according to a document', fill: '#a6d3f0', ink: '#1b2430' },
  UNDETERMINED: {
    sign: '○',
    word: 'Undetermined',
    says: 'Takes part; nobody leads so far',
    fill: '#ffffff',
    ink: '#1b2430',
  },
  INVOLVED: { sign: '–', word: 'Takes part', says: 'Takes part; another leads', fill: '#eceff2', ink: '#4d5968' },
};
const PILLARS = ['APSC', 'AEC', 'ASCC'];
const OTHER = 'Other';

export const leads = {
  id: 'leads',
  title: 'Who leads on which shared issue',
  operation: 'lead-matrix',
  rows: 'crossPillarIssues.lead.pillars',
  variables: ({ pillar, standing }) => ({
    ...(pillar && { pillars: pillar }),
    ...(standing && { statuses: standing }),
  }),
  view: ({ crossPillarIssues: { nodes } }) => ({
    rows: nodes,
    columns: [
      { title: 'Issue', cell: ({ id, title }) => recordLink('cross-pillar-issue', id, title) },
      ...[...PILLARS, OTHER].map((column) => ({
        title: column === OTHER ? 'Neither pillar alone' : column,
        isMark: true,
        cell: (issue) => STANDINGS[standingOf(issue, column)]?.word,
      })),
      { title: 'Lead, as documented', cell: ({ lead }) => lead.label },
    ],
    sentence: sentenceOf(nodes),
    legend: legend(),
    spec: (width) => specOf(nodes, width),
  }),
};

/** How a pillar stands to an issue; undefined where it has no part in it. */
function standingOf({ pillars, lead }, column) {
  const leading = lead.pillars.map(({ code }) => code);
  if (column === OTHER) return leading.length === 0 && lead.status === 'DOCUMENTED' ? 'DOCUMENTED' : undefined;
  if (leading.includes(column)) return lead.status;
  if (lead.proposal?.pillar?.code === column) return 'PROPOSED';
  if (!pillars.some(({ code }) => code === column)) return undefined;
  return lead.status === 'UNDETERMINED' ? 'UNDETERMINED' : 'INVOLVED';
}

function sentenceOf(issues) {
  const count = (status) => issues.filter(({ lead }) => lead.status === status).length;
  const other = issues.filter((issue) => standingOf(issue, OTHER)).length;
  if (issues.length === 0) return 'No issue matches the filters.';
  return `Of ${issues.length} issues that pillars share, the Secretariat has assigned a lead pillar to ${count('ASSIGNED')} and has a first proposal for ${count('PROPOSED')}; for ${count('DOCUMENTED')} a document names who leads (in ${other} of them a joint body or a member state, no single pillar), and for ${count('UNDETERMINED')} nobody leads so far.`;
}

function legend() {
  return h(
    'ul',
    { class: 'legend' },
    Object.entries(STANDINGS).map(([code, { sign, says }]) =>
      h('li', {}, h('span', { class: `key ${code.toLowerCase()}`, 'aria-hidden': 'true' }, sign), ` ${says}`),
    ),
  );
}

function specOf(issues, width) {
  const letters = isNarrow(width) ? 22 : 60;
  const columns = isNarrow(width) ? [...PILLARS, OTHER] : [...PILLARS, 'Joint body or state'];
  const cells = issues.flatMap((issue) =>
    [...PILLARS, OTHER].flatMap((column, index) => {
      const standing = STANDINGS[standingOf(issue, column)];
      if (!standing) return [];
      const text = isNarrow(width) ? standing.sign : `${standing.sign} ${standing.word}`;
      return [
        {
          issue: wrapped(issue.title, letters),
          column: columns[index],
          text,
          ...standing,
          tip: `${issue.title}, ${columns[index]}: ${standing.says}`,
        },
      ];
    }),
  );
  return {
    data: { values: cells },
    height: issues.length * (isNarrow(width) ? 42 : 26),
    encoding: {
      y: { field: 'issue', type: 'nominal', sort: null, axis: WRAPPED_AXIS, scale: { paddingInner: 0.08 } },
      x: {
        field: 'column',
        type: 'nominal',
        sort: columns,
        scale: { domain: columns, paddingInner: 0.04 },
        axis: { orient: 'top', title: null, labelAngle: 0 },
      },
      tooltip: { field: 'tip' },
    },
    layer: [
      {
        name: 'data',
        mark: { type: 'rect', stroke: '#8793a1', strokeWidth: 1 },
        encoding: { color: { field: 'fill', scale: null } },
      },
      {
        mark: { type: 'text', fontSize: 12 },
        encoding: { text: { field: 'text' }, color: { field: 'ink', scale: null } },
      },
    ],
  };
}
