/** Records that run backwards in time, stand out of order, or say of an issue what its stakes and leads do not. */

import type { BrokenCase } from './broken-copy.ts';

/** Each with the faults that it is. */
export const AGREEMENT_CASES: readonly BrokenCase[] = [
  {
    rule: 'a period runs forward',
    edits: [['aec/instruments.json', 'aec:sap-smed-2025', { 'period.from': '2026' }]],
    faults: [
      'aec/instruments.json: aec:sap-smed-2025: period.to: found "2025"; allowed: a date that is not before 2026',
    ],
  },
  {
    rule: 'a period of a plan runs forward',
    edits: [['aec/pillar.json', 'aec', { 'blueprint.period.to': '2015-12' }]],
    faults: ['aec/pillar.json: aec: blueprint.period.to: found "2015-12"; allowed: a date that is not before 2016'],
  },
  {
    rule: 'a meeting ends after it starts',
    edits: [['aec/meetings.json', 'aec:aecc-22', { startDate: '2023-05-08' }]],
    faults: [
      'aec/meetings.json: aec:aecc-22: endDate: found "2023-05-07"; allowed: a date that is not before 2023-05-08',
    ],
  },
  {
    rule: 'a window ends after it starts',
    edits: [['aec/meetings.json', 'aec:aecc-22', { 'window.startDate': '2023-06' }]],
    faults: [
      'aec/meetings.json: aec:aecc-22: window.endDate: found "2023-05-07"; allowed: a date that is not before 2023-06',
    ],
  },
  {
    rule: 'an entry of the network ends after it starts',
    edits: [['aec/smart-city-partnerships.json', 'ascn-ascap-2026-2035', { startDate: '2026', endDate: '2025' }]],
    faults: [
      'aec/smart-city-partnerships.json: ascn-ascap-2026-2035: endDate: found "2025"; allowed: a date that is not before 2026',
    ],
  },
  {
    rule: "a meeting's dates are as precise as it says",
    edits: [['aec/meetings.json', 'aec:aecc-5', { datePrecision: 'month' }]],
    faults: [
      'aec/meetings.json: aec:aecc-5: startDate: found "2011-05-06"; allowed: a date of the precision `month`, as datePrecision says',
      'aec/meetings.json: aec:aecc-5: endDate: found "2011-05-06"; allowed: a date of the precision `month`, as datePrecision says',
    ],
  },
  {
    rule: 'a partner is one since a year',
    edits: [['apsc/partners.json', 'canada', { partnerSince: '1977-01' }]],
    faults: ['apsc/partners.json: canada: partnerSince: found "1977-01"; allowed: a year, or null'],
  },
  {
    rule: 'a city joined in the year of its cohort',
    edits: [['aec/smart-cities.json', 'denpasar', { joinedYear: 2018 }]],
    faults: [
      'aec/smart-cities.json: denpasar: joinedYear: found 2018; allowed: 2025, the year of the cohort `expansion-2025`',
    ],
  },
  {
    rule: 'tags on pillars are in pillar order',
    edits: [['aec/smart-city-projects.json', 'aec:portfolio-2025-jakarta-jakpreneur', { 'pillars[0].pillar': 'ASCC' }]],
    faults: [
      'aec/smart-city-projects.json: aec:portfolio-2025-jakarta-jakpreneur: pillars[1].pillar: found "ASCC"; allowed: pillars once each, in the order APSC, AEC, ASCC',
    ],
  },
  {
    rule: "an initiative's other pillars are other than its own",
    edits: [['aec/initiatives.json', 'civil-service-declaration-2017', { pillar: 'AEC' }]],
    faults: [
      'aec/initiatives.json: civil-service-declaration-2017: otherPillars[1].pillar: found "AEC"; allowed: another pillar than AEC, whose work it chiefly is',
    ],
  },
  {
    rule: 'members of an ordered list have places of their own',
    edits: [
      ['aec/sectors.json', 'aec:energy', { order: 1 }],
      ['aec/pillar.json', 'aec', { 'aims[1].order': 1 }],
    ],
    faults: [
      'aec/pillar.json: aec: aims[1].order: found 1; allowed: a place that no other member of the list has',
      'aec/sectors.json: aec:energy: order: found 1; allowed: a place that no other member of the list has',
    ],
  },
  {
    rule: 'the priority areas of a goal are in the order of the areas',
    edits: [
      [
        'ascc/sdgs.json',
        'sdg-01',
        { priorityAreaIds: ['priority-area-resilience', 'priority-area-poverty-eradication'] },
      ],
    ],
    faults: [
      'ascc/sdgs.json: sdg-01: priorityAreaIds[1]: found "priority-area-poverty-eradication"; allowed: areas in the order of sdg-priority-areas.json',
    ],
  },
  {
    rule: 'each pillar of an issue has a stake',
    edits: [['ascc/issues.json', 'circular-economy', { pillars: ['APSC', 'AEC', 'ASCC'] }]],
    faults: [
      'ascc/issues.json: circular-economy: pillars[0]: found "APSC"; allowed: a pillar with a stake in the issue: there is no stake apsc:circular-economy',
    ],
  },
  {
    rule: 'no other pillar has a stake',
    edits: [['ascc/issues.json', 'blue-economy', { pillars: ['AEC', 'ASCC'] }]],
    faults: [
      'apsc/stakes.json: apsc:blue-economy: issueId: found "blue-economy"; allowed: an issue whose pillars name the APSC',
    ],
  },
  {
    rule: 'cross-pillar bodies are those of the roles',
    edits: [['ascc/issues.json', 'smart-cities', { crossPillarBodyIds: ['asean:accc', 'asean:ascn', 'asean:acc'] }]],
    faults: [
      'ascc/issues.json: smart-cities: crossPillarBodyIds[2]: found "asean:acc"; allowed: a body of crossPillarRoles',
      'ascc/issues.json: smart-cities: crossPillarRoles[2].bodyId: found "asean:jcm"; allowed: a body of crossPillarBodyIds',
    ],
  },
  {
    rule: 'a body has one part in a stake',
    edits: [['aec/stakes.json', 'aec:blue-economy', { 'bodies[1].bodyId': 'aec:aec-council' }]],
    faults: ['aec/stakes.json: aec:blue-economy: bodies[1].bodyId: found "aec:aec-council"; allowed: each body once'],
  },
  {
    rule: 'the lead status agrees with the documented lead',
    edits: [['ascc/issues.json', 'smart-cities', { leadStatus: 'undetermined' }]],
    faults: [
      'ascc/issues.json: smart-cities: leadStatus: found "undetermined"; allowed: "documented", as documentedLead is given',
    ],
  },
  {
    rule: 'there is no documented status without a lead',
    edits: [['ascc/issues.json', 'smart-cities', { documentedLead: null }]],
    faults: [
      'ascc/issues.json: smart-cities: leadStatus: found "documented"; allowed: "undetermined", as documentedLead is null',
    ],
  },
  {
    rule: 'candidates are editorial and of pillars with a stake',
    edits: [
      [
        'ascc/issues.json',
        'circular-economy',
        { 'candidateLeads[0].basis': 'documented', 'candidateLeads[0].pillar': 'APSC' },
      ],
    ],
    faults: [
      'ascc/issues.json: circular-economy: candidateLeads[0].basis: found "documented"; allowed: "curated"',
      'ascc/issues.json: circular-economy: candidateLeads[0].pillar: found "APSC"; allowed: a pillar of the issue: AEC, ASCC',
    ],
  },
];
