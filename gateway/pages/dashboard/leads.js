/** Lead pillars: issues by pillars, with a sign, a colour and a word for each standing. */

import { h } from '../shared/elements.js';
import { isNarrow, wrapped, WRAPPED_AXIS } from './chart.js';
import { legendOf, lineOf, PILLARS } from './marks.js';
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
/** What is said where all issues that are shown stand alike. */
const OF_ALL = {
  ASSIGNED: 'the Secretariat has assigned the lead pillar',
  PROPOSED: 'a proposal of the lead pillar awaits the decision of the Secretariat',
  DOCUMENTED: 'a document names who leads',
  UNDETERMINED: 'nobody leads so far',
};
const OTHER = 'Other';
const OTHER_SAYS = 'Joint body or state';

export const leads = {
  id: 'leads',
  title: 'Who leads on which shared issue',
  operation: 'lead-matrix',
  tables: {
    'Leads as CSV': 'crossPillarIssues.lead.pillars',
    'Pillars that take part as CSV': 'crossPillarIssues.pillars',
  },
  variables: ({ pillar, standing }) => ({
    ...(pillar && { pillars: pillar }),
    ...(standing && { statuses: standing }),
  }),
  isEnough: ({ crossPillarIssues }) => crossPillarIssues !== null,
  view: ({ crossPillarIssues: { nodes } }) => ({
    rows: nodes,
    columns: [
      { title: 'Issue', cell: ({ id, title }) => recordLink('cross-pillar-issue', id, title) },
      ...[...PILLARS, OTHER].map((column) => ({
        title: column === OTHER ? OTHER_SAYS : column,
        isMark: true,
        cell: (issue) => STANDINGS[standingOf(issue, column)]?.word,
      })),
      { title: 'Lead, as documented', cell: ({ lead }) => leaders(lead) },
    ],
    sentence: sentenceOf(nodes),
    legend: legend(),
    spec: (width) => specOf(nodes, width),
  }),
};

/** Who leads as a document says it, each name a link: bodies stand in the order of the names. */
function leaders({ label, bodies, memberState }) {
  if (label === null) return undefined;
  if (memberState) return recordLink('member-state', memberState.code, label);
  const names = label.split(' with ');
  if (names.length !== bodies.length || bodies.includes(null)) return label;
  return names.flatMap((name, index) => {
    const body = recordLink('body', bodies[index].id, name);
    return index > 0 ? [' with ', body] : [body];
  });
}

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
  const [{ lead: first }] = issues;
  // A sentence on each standing says little where there is one.
  if (count(first.status) === issues.length)
    return `${issues.length === 1 ? 'One shared issue matches' : `${issues.length} shared issues match`} the filters: ${OF_ALL[first.status]}.`;
  const [assigned, proposed, documented, undetermined] = Object.keys(STANDINGS).map(count);
  const parts = [
    `the Secretariat has assigned a lead pillar to ${assigned === 0 ? 'none so far' : assigned}`,
    proposed > 0 && `a proposal awaits its decision for ${proposed}`,
    documented > 0 &&
      `for ${documented} a document names who leads (${other === 0 ? 'a pillar in each' : `in ${other} of them a joint body or a member state`})`,
    undetermined > 0 && `for ${undetermined} nobody leads so far`,
  ].filter(Boolean);
  return `Of ${issues.length} issues that pillars share, ${parts.join('; ')}.`;
}

function legend() {
  return legendOf(
    ...Object.entries(STANDINGS).map(([code, { sign, says }]) => lineOf(sign, says, code.toLowerCase())),
    h('span', { class: 'on-phone' }, `${OTHER}: ${OTHER_SAYS.toLowerCase()}`),
  );
}

function specOf(issues, width) {
  const letters = isNarrow(width) ? 22 : width < 900 ? 31 : 60;
  const columns = isNarrow(width) ? [...PILLARS, OTHER] : [...PILLARS, OTHER_SAYS];
  const cells = issues.flatMap((issue) =>
    [...PILLARS, OTHER].flatMap((column, index) => {
      const standing = STANDINGS[standingOf(issue, column)];
      if (!standing) return [];
      const word = standing === STANDINGS.DOCUMENTED ? (issue.lead.label ?? standing.word) : standing.word;
      const text = width < 560 ? standing.sign : `${standing.sign} ${word}`;
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
    height: issues.length * (isNarrow(width) ? 42 : width < 900 ? 32 : 26),
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
        mark: { type: 'text', fontSize: 12, limit: { expr: "bandwidth('x')" } },
        encoding: { text: { field: 'text' }, color: { field: 'ink', scale: null } },
      },
    ],
  };
}
