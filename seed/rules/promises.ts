/** References that stay within a steward, so that the graph may give them narrower types and a pillar its own lists. */

import { pathText } from '../faults.ts';
import type { RecordKindName } from '../../schema/records/index.ts';
import { stewardOfId, type StewardCode } from '../../schema/stewards.ts';
import type { Rule } from './rule.ts';

interface Promised {
  readonly kind: RecordKindName;
  /** Whose records promise it. */
  readonly of: readonly StewardCode[];
  /** The fields, without the places in lists. */
  readonly fields: readonly string[];
  /** Who may keep what they refer to, apart from the steward itself. */
  readonly also?: readonly StewardCode[];
  /** The steward itself may not. */
  readonly notOwn?: true;
}

const ALL: readonly StewardCode[] = ['APSC', 'AEC', 'ASCC', 'ASEAN'];
const PILLARS: readonly StewardCode[] = ['APSC', 'AEC', 'ASCC'];
const COMMUNITY: readonly StewardCode[] = ['ASEAN'];

const PROMISES: readonly Promised[] = [
  // A pillar's body has children of its own pillar only; an organ of the Community has children of all stewards.
  { kind: 'body', of: PILLARS, fields: ['parentId'], also: COMMUNITY },
  { kind: 'body', of: COMMUNITY, fields: ['parentId', 'annexParentId'] },
  { kind: 'body', of: PILLARS, fields: ['sectorIds', 'regionalEntityId'] },
  // A meeting of a pillar's body is kept by its pillar, of an organ by the Community or the APSC.
  { kind: 'meeting', of: ['APSC'], fields: ['bodyId'], also: COMMUNITY },
  { kind: 'meeting', of: ['AEC', 'ASCC', 'ASEAN'], fields: ['bodyId'] },
  { kind: 'blueprint-element', of: PILLARS, fields: ['parentId', 'instrumentId'] },
  { kind: 'sector', of: PILLARS, fields: ['blueprintElementIds'] },
  { kind: 'monitoring-item', of: ALL, fields: ['parentId', 'blueprintElementId'] },
  { kind: 'regional-entity', of: ALL, fields: ['bodyId', 'sectorIds'] },
  { kind: 'stake', of: PILLARS, fields: ['bodies.bodyId'], also: COMMUNITY },
  { kind: 'pillar', of: PILLARS, fields: ['seniorOfficials.bodyId', 'coordinatingConference.bodyId'] },
  {
    kind: 'issue',
    of: ['ASCC'],
    fields: ['crossPillarBodyIds', 'crossPillarRoles.bodyId'],
    also: COMMUNITY,
    notOwn: true,
  },
];

/** Every promise is kept. A reference to nothing is another rule's fault. */
export const promisesKept: Rule = (survey, report) => {
  for (const { kind, of, fields, also = [], notOwn } of PROMISES)
    for (const entry of survey.entries(kind)) {
      if (!of.includes(entry.steward.code)) continue;
      const keepers = notOwn ? also : [entry.steward.code, ...also];
      for (const { path, kind: target, id } of entry.references) {
        if (!fields.includes(path.filter((key) => typeof key === 'string').join('.'))) continue;
        const keeper = stewardOfId(id)?.code;
        if (keeper !== undefined && !keepers.includes(keeper) && survey.exists(target, id))
          report(entry, pathText(path), id, `a record kept by ${keepers.join(' or ')}`);
      }
    }
};
