/** Monitoring items: systems, components, reviews and figures of monitoring and evaluation. */

import type { MonitoringItem, MonitoringSubItem as MonitoringSubItemType } from '../../../schema/generated/graph.ts';
import type { MonitoringSubItem, RecordOf } from '../../../schema/records/index.ts';
import type { StewardCode } from '../../../schema/stewards.ts';
import { anyOf, conditionOf, equals } from '../../kit/conditions.ts';
import { kind } from '../../kit/kind.ts';
import { follow, followAll, followSteward } from '../../kit/reference.ts';
import type { FieldResolvers } from '../../kit/resolvers.ts';

type StoredItem = RecordOf<'monitoring-item'> & { readonly steward: string };

const monitoringItem: FieldResolvers<StoredItem, MonitoringItem> = {
  steward: ({ steward }, _args, context, info) => followSteward(steward as StewardCode, context, info),
  pillar: ({ pillar }, _args, context, info) => followSteward(pillar, context, info),
  parent: ({ parentId }, _args, context, info) => follow('MonitoringItem', parentId, context, info),
  children: ({ id }, _args, context) => context.related('MonitoringItem', 'parentId', id),
  blueprintElement: ({ blueprintElementId }, _args, context, info) =>
    follow('BlueprintElement', blueprintElementId, context, info),
  periodFrom: ({ period }) => period?.from,
  periodTo: ({ period }) => period?.to,
  responsibleBodies: ({ responsibleBodyIds }, _args, context, info) =>
    followAll('Body', responsibleBodyIds, context, info),
  issues: ({ issueIds }, _args, context, info) => followAll('CrossPillarIssue', issueIds, context, info),
  meetings: ({ meetingIds }, _args, context, info) => followAll('Meeting', meetingIds, context, info),
  instruments: ({ instrumentIds }, _args, context, info) => followAll('Instrument', instrumentIds, context, info),
  partners: ({ partnerIds }, _args, context, info) => followAll('Partner', partnerIds, context, info),
};

const subItem: FieldResolvers<MonitoringSubItem, MonitoringSubItemType> = {
  sector: ({ sectorId }, _args, context, info) => follow('Sector', sectorId, context, info),
  ministerialBody: ({ ministerialBodyId }, _args, context, info) => follow('Body', ministerialBodyId, context, info),
  sectoralBody: ({ sectoralBodyId }, _args, context, info) => follow('Body', sectoralBodyId, context, info),
};

/** Monitoring items, as every steward keeps them. */
export const MONITORING_ITEM = kind({
  collection: {
    entity: 'MonitoringItem',
    kind: 'monitoring-item',
    name: 'monitoringItems',
    lookups: ['parentId'],
    searched: ({ title, code, summary }) => ({ title, names: [title, code], texts: [summary] }),
    list: {
      kind: 'MonitoringItem',
      scopes: { issueId: 'issueIds' },
      condition: conditionOf({
        kinds: anyOf('kind'),
        reviewTypes: anyOf('reviewType'),
        issueId: equals('issueIds'),
        instrumentId: equals('instrumentIds'),
      }),
    },
  },
  resolvers: monitoringItem,
  parts: { MonitoringSubItem: subItem },
});
