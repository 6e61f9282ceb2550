/** Ids, references and stewards that do not fit together. */

import type { BrokenCase } from './broken-copy.ts';

/** Each with the faults that it is. */
export const REFERENCE_CASES: readonly BrokenCase[] = [
  {
    rule: 'an id is unique in its kind, over all folders',
    edits: [['aec/smart-city-partnerships.json', 'ascn-establishment', { id: 'ascn-chairmanship-2026' }]],
    faults: [
      'aec/smart-city-partnerships.json: ascn-chairmanship-2026: id: found "ascn-chairmanship-2026"; allowed: an id that no other record of its kind has (there is one in aec/smart-city-partnerships.json)',
    ],
  },
  {
    rule: 'an id carries the steward of its folder',
    edits: [['aec/meetings.json', 'aec:aecc-5', { id: 'ascc:aecc-5' }]],
    faults: ['aec/meetings.json: ascc:aecc-5: id: found "ascc:aecc-5"; allowed: an id that begins with aec:'],
  },
  {
    rule: 'parts of instruments have ids of their own',
    edits: [['asean/instruments.json', 'asean:mpac-2025', { 'items[1].id': 'mpac-area-1' }]],
    faults: [
      'asean/instruments.json: asean:mpac-2025: items[1].id: found "mpac-area-1"; allowed: an id that no other item has',
    ],
  },
  {
    rule: 'goals of plans have ids of their own',
    edits: [['aec/pillar.json', 'aec', { 'strategicPlan.goals[1].id': 'aec-sp-goal-1' }]],
    faults: [
      'aec/pillar.json: aec: strategicPlan.goals[1].id: found "aec-sp-goal-1"; allowed: an id that no other goal has',
    ],
  },
  {
    rule: 'pillar.json describes the pillar of its folder',
    edits: [['aec/pillar.json', 'aec', { order: 1, name: 'Economy' }]],
    faults: [
      'aec/pillar.json: aec: name: found "Economy"; allowed: "ASEAN Economic Community"',
      'aec/pillar.json: aec: order: found 1; allowed: 2',
    ],
  },
  {
    rule: 'the id of a blueprint element follows its number',
    edits: [['aec/blueprint-elements.json', 'aec:2025-b9', { id: 'aec:2025-b99' }]],
    faults: [
      'aec/blueprint-elements.json: aec:2025-b99: id: found "aec:2025-b99"; allowed: aec:<year of the blueprint>-b9, after the number B.9',
    ],
  },
  {
    rule: 'the id of a stake follows its issue',
    edits: [['aec/stakes.json', 'aec:blue-economy', { id: 'aec:blue' }]],
    faults: [
      'aec/stakes.json: aec:blue: id: found "aec:blue"; allowed: aec:blue-economy',
      'ascc/issues.json: blue-economy: pillars[1]: found "AEC"; allowed: a pillar with a stake in the issue: there is no stake aec:blue-economy',
    ],
  },
  {
    rule: 'codes of a state are those of ISO 3166-1',
    edits: [['apsc/member-states.json', 'PNG', { alpha2: 'PO' }]],
    faults: ['apsc/member-states.json: PNG: alpha2: found "PO"; allowed: an alpha-2 code of ISO 3166-1'],
  },
  {
    rule: 'both codes of a state are of one country',
    edits: [['apsc/member-states.json', 'PNG', { alpha2: 'GN' }]],
    faults: ['apsc/member-states.json: PNG: id: found "PNG"; allowed: GIN, the alpha-3 code of GN in ISO 3166-1'],
  },
  {
    rule: 'a reference is to a record that exists',
    edits: [['aec/bodies.json', 'aec:acced', { parentId: 'aec:nobody' }]],
    faults: ['aec/bodies.json: aec:acced: parentId: found "aec:nobody"; allowed: the id of a record of bodies.json'],
  },
  {
    rule: 'a reference across pillars is to a record that exists',
    edits: [['aec/initiatives.json', 'apasti-2016-2025', { issueIds: ['industry-5-0'] }]],
    faults: [
      'aec/initiatives.json: apasti-2016-2025: issueIds[0]: found "industry-5-0"; allowed: the id of a record of issues.json',
    ],
  },
  {
    rule: 'a reference is to a record of the right kind',
    edits: [['aec/meetings.json', 'aec:aecc-5', { bodyId: 'aec:energy' }]],
    faults: [
      'aec/meetings.json: aec:aecc-5: bodyId: found "aec:energy"; allowed: the id of a record of bodies.json (there is one in sectors.json)',
    ],
  },
  {
    rule: 'a reference inside a part is held too',
    edits: [['ascc/issues.json', 'smart-cities', { 'documentedLead.bodyIds[0]': 'asean:nobody' }]],
    faults: [
      'ascc/issues.json: smart-cities: documentedLead.bodyIds[0]: found "asean:nobody"; allowed: the id of a record of bodies.json',
    ],
  },
  {
    rule: 'a code of a state is that of a member or observer',
    edits: [['aec/smart-cities.json', 'denpasar', { memberState: 'AUS' }]],
    faults: [
      'aec/smart-cities.json: denpasar: memberState: found "AUS"; allowed: the id of a record of member-states.json',
    ],
  },
  {
    rule: 'a list names a record once',
    edits: [['aec/bodies.json', 'aec:acced', { sectorIds: ['aec:e-commerce', 'aec:e-commerce'] }]],
    faults: ['aec/bodies.json: aec:acced: sectorIds[1]: found "aec:e-commerce"; allowed: each record once in the list'],
  },
  {
    rule: 'a record does not refer to itself',
    edits: [['ascc/issues.json', 'smart-cities', { relatedIssueIds: ['smart-cities'] }]],
    faults: [
      'ascc/issues.json: smart-cities: relatedIssueIds[0]: found "smart-cities"; allowed: another record than itself',
    ],
  },
  {
    rule: 'numbers of goals are those of the goals, once each',
    edits: [['ascc/issues.json', 'smart-cities', { sdgs: [11, 11] }]],
    faults: ['ascc/issues.json: smart-cities: sdgs[1]: found 11; allowed: each goal once'],
  },
  {
    rule: 'parents form no circle',
    edits: [['aec/monitoring.json', 'aec:aec-me-framework', { parentId: 'aec:aec-aimd' }]],
    faults: [
      'aec/monitoring.json: aec:aec-aimd: parentId: found "aec:aec-me-framework"; allowed: a parent that is not below the record itself',
    ],
  },
  {
    rule: "the annex's parent differs from the parent",
    edits: [['aec/bodies.json', 'aec:afcdm', { annexParentId: 'aec:afmgm' }]],
    faults: [
      'aec/bodies.json: aec:afcdm: annexParentId: found "aec:afmgm"; allowed: a body other than parentId, or null',
    ],
  },
  {
    rule: '`pillar` is the pillar of the folder',
    edits: [['aec/meetings.json', 'aec:aecc-5', { pillar: 'ASCC' }]],
    faults: ['aec/meetings.json: aec:aecc-5: pillar: found "ASCC"; allowed: "AEC" in the folder aec'],
  },
  {
    rule: '`pillar` is null for what the Community keeps',
    edits: [['asean/regional-entities.json', 'asean:aipa', { pillar: 'APSC' }]],
    faults: ['asean/regional-entities.json: asean:aipa: pillar: found "APSC"; allowed: null in the folder asean'],
  },
  {
    rule: 'an instrument of one pillar is kept by it',
    edits: [['aec/instruments.json', 'aec:atiga', { pillars: ['ASCC'] }]],
    faults: [
      'aec/instruments.json: aec:atiga: pillars: found ["ASCC"]; allowed: pillars and an adopting body that make it a record of AEC, not of ASCC',
    ],
  },
  {
    rule: 'an instrument of all pillars is kept by the Community',
    edits: [['aec/instruments.json', 'aec:atiga', { pillars: ['APSC', 'AEC', 'ASCC'] }]],
    faults: [
      'aec/instruments.json: aec:atiga: pillars: found ["APSC","AEC","ASCC"]; allowed: pillars and an adopting body that make it a record of AEC, not of ASEAN',
    ],
  },
  {
    rule: 'an instrument of two pillars is kept by that of the adopting body',
    edits: [['ascc/instruments.json', 'ascc:aathp', { pillars: ['AEC', 'ASCC'], adoptingBodyId: 'aec:aem' }]],
    faults: [
      'ascc/instruments.json: ascc:aathp: pillars: found ["AEC","ASCC"]; allowed: pillars and an adopting body that make it a record of ASCC, not of AEC',
    ],
  },
  {
    rule: 'a project is kept by the pillar of its first focus area',
    edits: [
      [
        'aec/smart-city-projects.json',
        'aec:portfolio-2025-bandar-seri-begawan-digital-payment-hub',
        { focusAreas: ['safety-and-security'] },
      ],
    ],
    faults: [
      'aec/smart-city-projects.json: aec:portfolio-2025-bandar-seri-begawan-digital-payment-hub: focusAreas[0]: found "safety-and-security"; allowed: an area that the AEC keeps (this one is kept by the APSC)',
    ],
  },
];
