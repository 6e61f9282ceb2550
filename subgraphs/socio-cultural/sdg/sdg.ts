/** The Sustainable Development Goals and the priority areas of the complementarities with the 2030 Agenda. */

import type { Sdg, SdgPriorityArea } from '../../../schema/generated/graph.ts';
import type { SdgPriorityAreaRecord, SdgRecord } from '../../../schema/records/index.ts';
import { elementsServing } from '../../kinds/blueprint-element/contribution.ts';
import { contributionsTo } from '../../kit/contribution.ts';
import { kind } from '../../kit/kind.ts';
import { followAll, followStewards } from '../../kit/reference.ts';
import type { FieldResolvers } from '../../kit/resolvers.ts';

const sdg: FieldResolvers<SdgRecord, Sdg> = {
  priorityAreas: ({ priorityAreaIds }, _args, context, info) =>
    followAll('SdgPriorityArea', priorityAreaIds, context, info),
  issues: ({ number }, _args, context) => context.related('CrossPillarIssue', 'sdgs', number, ['title']),
  blueprintElements: async (record, _args, context, info) => {
    const own = await elementsServing(record.number, context);
    const others = contributionsTo<string>('blueprintElements', record, ['apsc', 'aec']);
    return followAll('BlueprintElement', [...own, ...others].sort(), context, info);
  },
};

/** Goals, which the ASCC keeps. */
export const SDG = kind({
  collection: {
    entity: 'Sdg',
    kind: 'sdg',
    name: 'sdgs',
    searched: ({ number, title }) => ({
      title: `SDG ${number}: ${title}`,
      names: [title],
      texts: [],
      id: String(number),
    }),
  },
  resolvers: sdg,
});

const priorityArea: FieldResolvers<SdgPriorityAreaRecord, SdgPriorityArea> = {
  sdgs: ({ sdgs }, _args, context, info) => followAll('Sdg', sdgs, context, info),
  pillars: ({ pillars }, _args, context, info) => followStewards(pillars, context, info),
  issues: ({ issueIds }, _args, context, info) => followAll('CrossPillarIssue', issueIds, context, info),
  blueprintElements: ({ blueprintElementIds }, _args, context, info) =>
    followAll('BlueprintElement', blueprintElementIds, context, info),
  instruments: ({ instrumentIds }, _args, context, info) => followAll('Instrument', instrumentIds, context, info),
};

/** Priority areas, which the ASCC keeps. */
export const SDG_PRIORITY_AREA = kind({
  collection: {
    entity: 'SdgPriorityArea',
    kind: 'sdg-priority-area',
    name: 'sdgPriorityAreas',
    searched: ({ title, summary }) => ({ title, names: [title], texts: [summary] }),
  },
  resolvers: priorityArea,
});
