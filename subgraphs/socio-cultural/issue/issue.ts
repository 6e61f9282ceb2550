/** The register of cross-pillar issues. */

import type { CrossPillarIssue } from '../../../schema/generated/graph.ts';
import type { ListKind } from '../../../schema/orders.ts';
import type { IssueRecord } from '../../../schema/records/index.ts';
import { PILLAR_CODES, stewardByCode } from '../../../schema/stewards.ts';
import type { Condition } from '../../kit/collection.ts';
import { anyOf, conditionOf, equals } from '../../kit/conditions.ts';
import { kind, type Kind } from '../../kit/kind.ts';
import { startList, writeRequest, type ListArguments } from '../../kit/list/request.ts';
import { followAll, followStewards } from '../../kit/reference.ts';
import type { FieldResolver, FieldResolvers } from '../../kit/resolvers.ts';
import { searchedValues, type Searched } from '../../kit/search/entry.ts';
import { containsText, fold } from '../../kit/text.ts';
import type { Ledger } from '../lead/ledger.ts';
import type { LedgerReading } from '../lead/reading.ts';
import { issueFields, LEAD_TYPES } from '../lead/resolvers.ts';
import { ledBy, withProposal, withStatus, type Standings } from '../lead/standing.ts';

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
  instruments: merged('Instrument'),
  meetings: merged('Meeting'),
  monitoring: merged('MonitoringItem'),
};

const searched = ({ title, aliases, summary }: IssueRecord): Searched => ({
  title,
  names: [title, ...aliases],
  texts: [summary],
});

/** The conditions on where the lead stands. */
const BY_LEAD: Readonly<Record<string, (standings: Standings, value: never) => Condition>> = {
  leadStatus: withStatus,
  leadPillar: ledBy,
  proposed: withProposal,
};

const conditionOnRecord = conditionOf({
  ids: anyOf('_id'),
  pillars: anyOf('pillars'),
  allThreePillars: equals('allThreePillars'),
  sdg: equals('sdgs'),
  text: containsText,
});

/** Cross-pillar issues, which the ASCC keeps. The ledger says where their lead stands. */
export function crossPillarIssue(ledger: Ledger, reading: LedgerReading): Kind {
  return kind({
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
        condition(filter) {
          const given = Object.entries(filter);
          const onRecord = conditionOnRecord(Object.fromEntries(given.filter(([field]) => !BY_LEAD[field])));
          const onLead = given.flatMap(([field, value]) => (BY_LEAD[field] ? [{ of: BY_LEAD[field], value }] : []));
          if (onLead.length === 0) return onRecord;
          return ledger.standings().then((standings) => ({
            $and: [onRecord, ...onLead.map(({ of, value }) => of(standings, value as never))],
          }));
        },
      },
    },
    resolvers: { ...issue, ...issueFields(reading) },
    parts: LEAD_TYPES,
  });
}
