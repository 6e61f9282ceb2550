/** References that leave the steward within which they are promised to stay. */

import type { BrokenCase } from './broken-copy.ts';

/** Each with the faults that it is. */
export const PROMISE_CASES: readonly BrokenCase[] = [
  {
    rule: "a body's parent is of its pillar or the Community",
    edits: [['aec/bodies.json', 'aec:acced', { parentId: 'ascc:soca' }]],
    faults: ['aec/bodies.json: aec:acced: parentId: found "ascc:soca"; allowed: a record kept by AEC or ASEAN'],
  },
  {
    rule: "an organ's parent is the Community's",
    edits: [['asean/bodies.json', 'asean:actc', { parentId: 'aec:seom' }]],
    faults: ['asean/bodies.json: asean:actc: parentId: found "aec:seom"; allowed: a record kept by ASEAN'],
  },
  {
    rule: "an organ's parent in the annex is the Community's",
    edits: [['asean/bodies.json', 'asean:actc', { annexParentId: 'aec:seom' }]],
    faults: ['asean/bodies.json: asean:actc: annexParentId: found "aec:seom"; allowed: a record kept by ASEAN'],
  },
  {
    rule: "a body's sectors are its pillar's",
    edits: [['aec/bodies.json', 'aec:acced', { 'sectorIds[0]': 'ascc:education' }]],
    faults: ['aec/bodies.json: aec:acced: sectorIds[0]: found "ascc:education"; allowed: a record kept by AEC'],
  },
  {
    rule: "a body's regional entity is its pillar's",
    edits: [['aec/bodies.json', 'aec:acced', { regionalEntityId: 'ascc:aha-centre' }]],
    faults: [
      'aec/bodies.json: aec:acced: regionalEntityId: found "ascc:aha-centre"; allowed: a record kept by AEC',
      'aec/bodies.json: aec:acced: regionalEntityId: found "ascc:aha-centre"; allowed: aec:acced, its own id, or null',
    ],
  },
  {
    rule: "a meeting of a pillar's body is kept by its pillar",
    edits: [['aec/meetings.json', 'aec:aecc-5', { bodyId: 'ascc:soca' }]],
    faults: ['aec/meetings.json: aec:aecc-5: bodyId: found "ascc:soca"; allowed: a record kept by AEC'],
  },
  {
    rule: 'a meeting of an organ is kept by the Community or the APSC',
    edits: [['aec/meetings.json', 'aec:aecc-5', { bodyId: 'asean:acc' }]],
    faults: ['aec/meetings.json: aec:aecc-5: bodyId: found "asean:acc"; allowed: a record kept by AEC'],
  },
  {
    rule: "a meeting of the Community is one of its organs'",
    edits: [['asean/meetings.json', 'asean:asean-summit-15', { bodyId: 'apsc:asean-som' }]],
    faults: [
      'asean/meetings.json: asean:asean-summit-15: bodyId: found "apsc:asean-som"; allowed: a record kept by ASEAN',
    ],
  },
  {
    rule: "a blueprint element belongs to its pillar's blueprint",
    edits: [['aec/blueprint-elements.json', 'aec:2025-b9', { instrumentId: 'ascc:ascc-blueprint-2025' }]],
    faults: [
      'aec/blueprint-elements.json: aec:2025-b9: instrumentId: found "ascc:ascc-blueprint-2025"; allowed: a record kept by AEC',
      'aec/blueprint-elements.json: aec:2025-b9: instrumentId: found "ascc:ascc-blueprint-2025"; allowed: aec:aec-blueprint-2025, the blueprint of the pillar',
    ],
  },
  {
    rule: "a blueprint element's parent is its pillar's",
    edits: [['aec/blueprint-elements.json', 'aec:2025-b9', { parentId: 'ascc:2025-b' }]],
    faults: ['aec/blueprint-elements.json: aec:2025-b9: parentId: found "ascc:2025-b"; allowed: a record kept by AEC'],
  },
  {
    rule: "a sector's elements are its pillar's",
    edits: [['aec/sectors.json', 'aec:energy', { blueprintElementIds: ['ascc:2025-a1'] }]],
    faults: [
      'aec/sectors.json: aec:energy: blueprintElementIds[0]: found "ascc:2025-a1"; allowed: a record kept by AEC',
    ],
  },
  {
    rule: "a monitoring item's parent is its steward's",
    edits: [['aec/monitoring.json', 'aec:aec-mtr-2021', { parentId: 'apsc:apsc-ascco' }]],
    faults: ['aec/monitoring.json: aec:aec-mtr-2021: parentId: found "apsc:apsc-ascco"; allowed: a record kept by AEC'],
  },
  {
    rule: "a monitoring item's blueprint element is its pillar's",
    edits: [['ascc/monitoring.json', 'ascc:ascc-char-a', { blueprintElementId: 'aec:2025-b9' }]],
    faults: [
      'ascc/monitoring.json: ascc:ascc-char-a: blueprintElementId: found "aec:2025-b9"; allowed: a record kept by ASCC',
    ],
  },
  {
    rule: "a regional entity's sectors are its pillar's",
    edits: [['aec/regional-entities.json', 'aec:ace', { sectorIds: ['ascc:education'] }]],
    faults: [
      'aec/regional-entities.json: aec:ace: sectorIds[0]: found "ascc:education"; allowed: a record kept by AEC',
    ],
  },
  {
    rule: "a regional entity's body is its steward's",
    edits: [['aec/regional-entities.json', 'aec:ace', { bodyId: 'ascc:aha-centre' }]],
    faults: [
      'aec/regional-entities.json: aec:ace: bodyId: found "ascc:aha-centre"; allowed: a record kept by AEC',
      'aec/regional-entities.json: aec:ace: bodyId: found "ascc:aha-centre"; allowed: aec:ace, its own id, or null',
    ],
  },
  {
    rule: "a stake's bodies are its pillar's or the Community's",
    edits: [['aec/stakes.json', 'aec:blue-economy', { 'bodies[0].bodyId': 'ascc:soca' }]],
    faults: [
      'aec/stakes.json: aec:blue-economy: bodies[0].bodyId: found "ascc:soca"; allowed: a record kept by AEC or ASEAN',
    ],
  },
  {
    rule: "a pillar's senior officials are its own",
    edits: [['aec/pillar.json', 'aec', { 'seniorOfficials.bodyId': 'ascc:soca' }]],
    faults: ['aec/pillar.json: aec: seniorOfficials.bodyId: found "ascc:soca"; allowed: a record kept by AEC'],
  },
  {
    rule: "a pillar's coordinating conference is its own",
    edits: [['aec/pillar.json', 'aec', { 'coordinatingConference.bodyId': 'ascc:soc-com' }]],
    faults: [
      'aec/pillar.json: aec: coordinatingConference.bodyId: found "ascc:soc-com"; allowed: a record kept by AEC',
    ],
  },
  {
    rule: "an issue's cross-pillar roles are of the Community's bodies",
    edits: [
      [
        'ascc/issues.json',
        'blue-economy',
        {
          crossPillarBodyIds: ['ascc:soca'],
          crossPillarRoles: [{ bodyId: 'ascc:soca', why: 'coordinates', basis: 'curated' }],
        },
      ],
    ],
    faults: [
      'ascc/issues.json: blue-economy: crossPillarBodyIds[0]: found "ascc:soca"; allowed: a record kept by ASEAN',
      'ascc/issues.json: blue-economy: crossPillarRoles[0].bodyId: found "ascc:soca"; allowed: a record kept by ASEAN',
    ],
  },
];
