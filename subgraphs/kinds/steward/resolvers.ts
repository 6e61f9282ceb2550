/** A pillar: what pillar.json says of it, and the records that it keeps. */

import type {
  Blueprint,
  Council,
  Pillar,
  PillarAim as PillarAimType,
  StrategicPlan,
} from '../../../schema/generated/graph.ts';
import type {
  BlueprintPart,
  CouncilPart,
  PillarAim,
  PillarRecord,
  StrategicPlanPart,
} from '../../../schema/records/index.ts';
import { stewardById } from '../../../schema/stewards.ts';
import type { Condition } from '../../kit/collection.ts';
import { kind } from '../../kit/kind.ts';
import { follow } from '../../kit/reference.ts';
import type { FieldResolvers } from '../../kit/resolvers.ts';
import { ownList, STEWARD_FIELDS } from './lists.ts';

const pillar: FieldResolvers<PillarRecord, Pillar> = {
  ...STEWARD_FIELDS,
  vision: ({ visionStatement }) => visionStatement,
  seniorOfficials: ({ seniorOfficials }, _args, context, info) => follow('Body', seniorOfficials.bodyId, context, info),
  coordinatingConference: ({ coordinatingConference }, _args, context, info) =>
    follow('Body', coordinatingConference.bodyId, context, info),
  sectors: ({ code }, _args, context) => context.related('Sector', 'steward', code, ['order']),
  stakes: ownList('Stake'),
  smartCityProjects: ownList('SmartCityProject'),
  blueprint: ({ id, blueprint }) => ({ ...blueprint, pillarId: id }),
};

const council: FieldResolvers<CouncilPart, Council> = {
  body: ({ bodyId }, _args, context, info) => follow('Body', bodyId, context, info),
  firstMeeting: ({ firstMeetingId }, _args, context, info) => follow('Meeting', firstMeetingId, context, info),
};

const aim: FieldResolvers<PillarAim, PillarAimType> = {
  blueprintElement: ({ blueprintElementId }, _args, context, info) =>
    follow('BlueprintElement', blueprintElementId, context, info),
};

interface ElementArguments {
  readonly kinds?: readonly string[] | null;
  readonly sdg?: number | null;
}

const blueprint: FieldResolvers<BlueprintPart & { readonly pillarId: string }, Blueprint> = {
  instrument: ({ instrumentId }, _args, context, info) => follow('Instrument', instrumentId, context, info),
  adoptedAt: ({ adoptedAtMeetingId }, _args, context, info) => follow('Meeting', adoptedAtMeetingId, context, info),
  periodFrom: ({ period }) => period.from,
  periodTo: ({ period }) => period.to,
  elements: ({ pillarId, instrumentId }, { kinds, sdg }: ElementArguments, context) => {
    const conditions: Condition[] = [{ steward: stewardById(pillarId)?.code, instrumentId }];
    if (kinds) conditions.push({ kind: { $in: kinds } });
    if (sdg !== null && sdg !== undefined) conditions.push({ sdgs: sdg });
    return context.all('BlueprintElement', { $and: conditions });
  },
};

const strategicPlan: FieldResolvers<StrategicPlanPart, StrategicPlan> = {
  instrument: ({ instrumentId }, _args, context, info) => follow('Instrument', instrumentId, context, info),
  adoptedAt: ({ adoptedAtMeetingId }, _args, context, info) => follow('Meeting', adoptedAtMeetingId, context, info),
  predecessor: ({ predecessorInstrumentId }, _args, context, info) =>
    follow('Instrument', predecessorInstrumentId, context, info),
  periodFrom: ({ period }) => period.from,
  periodTo: ({ period }) => period.to,
};

/** Pillars, as the three pillar subgraphs keep one each. */
export const PILLAR = kind({
  collection: { entity: 'Pillar', kind: 'pillar', name: 'pillars' },
  resolvers: pillar,
  parts: { Council: council, PillarAim: aim, Blueprint: blueprint, StrategicPlan: strategicPlan },
});
