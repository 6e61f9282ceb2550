/** The register of cross-pillar issues. */

import type { CrossPillarIssue } from '../../../schema/generated/graph.ts';
import type { ListKind } from '../../../schema/orders.ts';
import type { IssueRecord } from '../../../schema/records/index.ts';
import { PILLAR_CODES, stewardByCode } from '../../../schema/stewards.ts';
import { anyOf, conditionOf, equals } from '../../kit/conditions.ts';
import { kind } from '../../kit/kind.ts';
import { startList, writeRequest, type ListArguments } from '../../kit/list/request.ts';
import { followAll, followStewards } from '../../kit/reference.ts';
import type { FieldResolver, FieldResolvers } from '../../kit/resolvers.ts';
import { searchedValues, type Searched } from '../../kit/search/entry.ts';
import { containsText, fold } from '../../kit/text.ts';
import { LEAD, leadOf } from './lead.ts';

/** A list over all stewards of the records that deal with the issue. */
function merged(kind: ListKind): FieldResolver<IssueRecord, ListArguments> {
  return ({ id }, args) => ({ request: writeRequest(startList(kind, { scope: { by: 'issueId', of: id } }, args)) });
}

const issue: FieldResolvers<IssueRecord, CrossPillarIssue> = {
  pillars: ({ pillars }, _args, context, info) => followStewards(pillars, context, info),
  stakes: ({ id, pillars }, _args, context, info) => {
    const involved = PILLAR_CODES.filter((code) => pillars.includes(code));
    return followAll(
      'Stake',
      involved.map((code) => `${stewardByCode(code).id}:${id}`),
      context,
      info,
    );
  },
  sdgs: ({ sdgs }, _args, context, info) => followAll('Sdg', sdgs, context, info),
  relatedIssues: ({ relatedIssueIds }, _args, context, info) =>
    followAll('CrossPillarIssue', relatedIssueIds, context, info),
  lead: (record) => leadOf(record),
  instruments: merged('Instrument'),
  meetings: merged('Meeting'),
  monitoring: merged('MonitoringItem'),
};

const searched = ({ title, aliases, summary }: IssueRecord): Searched => ({
  title,
  names: [title, ...aliases],
  texts: [summary],
});

/** Cross-pillar issues, which the ASCC keeps. */
export const CROSS_PILLAR_ISSUE = kind({
  collection: {
    entity: 'CrossPillarIssue',
    kind: 'issue',
    name: 'issues',
    derived: { folded: ['String'], allThreePillars: 'Boolean' },
    lookups: ['sdgs', 'documentedLead.pillars', 'crossPillarRoles.bodyId'],
    derive: (record) => ({
      folded: fold(searchedValues(searched(record))),
      allThreePillars: record.pillars.length === PILLAR_CODES.length,
    }),
    searched,
    list: {
      kind: 'CrossPillarIssue',
      scopes: {},
      condition: conditionOf({
        ids: anyOf('_id'),
        pillars: anyOf('pillars'),
        allThreePillars: equals('allThreePillars'),
        leadStatus: anyOf('leadStatus'),
        leadPillar: equals('documentedLead.pillars'),
        sdg: equals('sdgs'),
        text: containsText,
      }),
    },
  },
  resolvers: issue,
  parts: LEAD,
});
