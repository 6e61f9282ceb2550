/** Records whose fields contradict each other or the records they refer to. */

import type { BrokenCase } from './broken-copy.ts';

/** Each with the faults that it is. */
export const MEANING_CASES: readonly BrokenCase[] = [
  {
    rule: 'an entity that is a body has one id',
    edits: [['ascc/bodies.json', 'ascc:soca', { regionalEntityId: 'ascc:aha-centre' }]],
    faults: [
      'ascc/bodies.json: ascc:soca: regionalEntityId: found "ascc:aha-centre"; allowed: ascc:soca, its own id, or null',
    ],
  },
  {
    rule: 'an entity and its body name each other',
    edits: [['ascc/bodies.json', 'ascc:aha-centre', { regionalEntityId: null }]],
    faults: [
      'ascc/regional-entities.json: ascc:aha-centre: bodyId: found "ascc:aha-centre"; allowed: a record whose regionalEntityId is ascc:aha-centre, or null',
    ],
  },
  {
    rule: 'only a superseded body names its successor',
    edits: [['apsc/bodies.json', 'apsc:asean-standing-committee', { status: 'active' }]],
    faults: [
      'apsc/bodies.json: apsc:asean-standing-committee: supersededById: found "asean:cpr"; allowed: null, as the status is `active`',
    ],
  },
  {
    rule: 'a numbered element has the kind of its pillar',
    edits: [['ascc/blueprint-elements.json', 'ascc:2025-a1', { kind: 'element' }]],
    faults: [
      'ascc/blueprint-elements.json: ascc:2025-a1: kind: found "element"; allowed: "key-result-area" for the number A.1 of the ASCC',
    ],
  },
  {
    rule: 'a characteristic has no parent',
    edits: [['ascc/blueprint-elements.json', 'ascc:2025-b', { parentId: 'ascc:2025-a' }]],
    faults: [
      'ascc/blueprint-elements.json: ascc:2025-b: parentId: found "ascc:2025-a"; allowed: null, for a characteristic',
    ],
  },
  {
    rule: 'an element is below the characteristic of its letter',
    edits: [['ascc/blueprint-elements.json', 'ascc:2025-a1', { parentId: 'ascc:2025-b' }]],
    faults: [
      'ascc/blueprint-elements.json: ascc:2025-a1: parentId: found "ascc:2025-b"; allowed: the characteristic A',
    ],
  },
  {
    rule: 'an element belongs to the blueprint, not to another instrument',
    edits: [['aec/blueprint-elements.json', 'aec:2025-b9', { instrumentId: 'aec:atiga' }]],
    faults: [
      'aec/blueprint-elements.json: aec:2025-b9: instrumentId: found "aec:atiga"; allowed: aec:aec-blueprint-2025, the blueprint of the pillar',
    ],
  },
  {
    rule: 'goals of an element are tagged with a basis',
    edits: [['ascc/blueprint-elements.json', 'ascc:2025-a1', { sdgsBasis: null }]],
    faults: [
      'ascc/blueprint-elements.json: ascc:2025-a1: sdgsBasis: found null; allowed: "curated" where goals are given',
    ],
  },
  {
    rule: 'only a review has a review type',
    edits: [['aec/monitoring.json', 'aec:aec-scorecard', { reviewType: 'baseline' }]],
    faults: ['aec/monitoring.json: aec:aec-scorecard: reviewType: found "baseline"; allowed: null for the kind `tool`'],
  },
  {
    rule: 'only a part of the results framework points to the blueprint',
    edits: [['aec/monitoring.json', 'aec:aec-scorecard', { blueprintElementId: 'aec:2025-b9' }]],
    faults: [
      'aec/monitoring.json: aec:aec-scorecard: blueprintElementId: found "aec:2025-b9"; allowed: null for the kind `tool`',
    ],
  },
  {
    rule: 'only a calendar entry has no title',
    edits: [['aec/meetings.json', 'aec:aecc-5', { titleKnown: false }]],
    faults: ['aec/meetings.json: aec:aecc-5: titleKnown: found false; allowed: true for the type `council`'],
  },
  {
    rule: 'a convener in words stands where no body met',
    edits: [['aec/meetings.json', 'aec:aecc-5', { convenerLabel: 'a ministry' }]],
    faults: ['aec/meetings.json: aec:aecc-5: convenerLabel: found "a ministry"; allowed: null where bodyId is given'],
  },
  {
    rule: 'coinciding meetings have one start and city',
    edits: [['asean/meetings.json', 'asean:calendar-07-2025-05-26', { city: 'Jakarta' }]],
    faults: [
      'asean/meetings.json: asean:calendar-07-2025-05-26: coincidesWithId: found "asean:asean-summit-46"; allowed: a meeting of 2025-05-26 in Jakarta',
    ],
  },
  {
    rule: 'a meeting is in one country',
    edits: [['asean/meetings.json', 'asean:asean-un-summit-2', { countryCode: 'THA' }]],
    faults: [
      'asean/meetings.json: asean:asean-un-summit-2: countryName: found "United States"; allowed: null where countryCode is given',
    ],
  },
  {
    rule: 'a regional entity is in one country',
    edits: [['aec/regional-entities.json', 'aec:asean-japan-centre', { hostCountryCode: 'THA' }]],
    faults: [
      'aec/regional-entities.json: aec:asean-japan-centre: hostCountryName: found "Japan"; allowed: null where hostCountryCode is given',
    ],
  },
  {
    rule: 'only a draft has no date of adoption',
    edits: [['aec/instruments.json', 'aec:atiga', { adoptedOn: null }]],
    faults: ['aec/instruments.json: aec:atiga: adoptedOn: found null; allowed: a date, as the status is `in-force`'],
  },
  {
    rule: 'a project is in the state of its city',
    edits: [
      [
        'aec/smart-city-projects.json',
        'aec:portfolio-2025-bandar-seri-begawan-digital-payment-hub',
        { memberState: 'THA' },
      ],
    ],
    faults: [
      'aec/smart-city-projects.json: aec:portfolio-2025-bandar-seri-begawan-digital-payment-hub: memberState: found "THA"; allowed: BRN, the state of bandar-seri-begawan',
    ],
  },
  {
    rule: 'a portfolio record names a project of 2018, not the reverse',
    edits: [
      [
        'aec/smart-city-projects.json',
        'aec:portfolio-2025-bangkok-bang-sue-grand-station',
        { actionPlanProjectId: null, portfolioProjectId: 'aec:scap-2018-bangkok-bang-sue-transport-hub' },
      ],
    ],
    faults: [
      'aec/smart-city-projects.json: aec:portfolio-2025-bangkok-bang-sue-grand-station: portfolioProjectId: found "aec:scap-2018-bangkok-bang-sue-transport-hub"; allowed: null for the phase `portfolio-2025`',
    ],
  },
  {
    rule: 'a match of projects is given where there is one',
    edits: [
      ['aec/smart-city-projects.json', 'aec:portfolio-2025-bangkok-bang-sue-grand-station', { portfolioMatch: null }],
    ],
    faults: [
      'aec/smart-city-projects.json: aec:portfolio-2025-bangkok-bang-sue-grand-station: portfolioMatch: found null; allowed: how the projects were matched',
    ],
  },
  {
    rule: 'the action plans of 2018 are of the programme of 2018',
    edits: [
      ['aec/smart-city-projects.json', 'aec:scap-2018-bangkok-bang-sue-transport-hub', { programme: 'post-2018' }],
    ],
    faults: [
      'aec/smart-city-projects.json: aec:scap-2018-bangkok-bang-sue-transport-hub: programme: found "post-2018"; allowed: "scap-2018" for the phase `action-plan-2018`',
    ],
  },
  {
    rule: 'an observation holds what its indicator says',
    edits: [['aec/observations.json', 'imd-wdcr-idn-2022', { valueText: 'fair' }]],
    faults: [
      'aec/observations.json: imd-wdcr-idn-2022: valueText: found "fair"; allowed: null, as the values of imd-wdcr are of the kind `number`',
    ],
  },
  {
    rule: 'a rank is among those ranked',
    edits: [['aec/observations.json', 'imd-wdcr-idn-2022', { rank: 64 }]],
    faults: [
      'aec/observations.json: imd-wdcr-idn-2022: rank: found 64; allowed: at most 63, the number of economies ranked',
    ],
  },
  {
    rule: 'editions of one figure begin with their dates',
    edits: [
      ['aec/observations.json', 'asec-i40-assessment-2018-status', { edition: 'Update given to the 13th SOC-COM' }],
    ],
    faults: [
      'aec/observations.json: asec-i40-assessment-2018-status: edition: found "Update given to the 13th SOC-COM"; allowed: an edition of its own that begins with its date (2018-05 …), as other rows have the same indicator, state and year',
    ],
  },
  {
    rule: 'an initiative concerns the issues of its instrument',
    edits: [['aec/initiatives.json', 'civil-service-declaration-2017', { issueIds: ['digital-economy'] }]],
    faults: [
      'aec/initiatives.json: civil-service-declaration-2017: issueIds: found ["digital-economy"]; allowed: the issues of asean:civil-service-declaration: civil-service',
    ],
  },
  {
    rule: 'a record cites its sources',
    edits: [['aec/bodies.json', 'aec:acced', { 'provenance.sources': [] }]],
    faults: ['aec/bodies.json: aec:acced: provenance.sources: found []; allowed: at least one source'],
  },
];
