/** Random values of arguments: real ids, words and dates of the data set, values of the vocabularies, and some that nobody has. */

import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLEnumType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLScalarType,
} from 'graphql';
import { records } from '../semantics/data.ts';
import type { Random } from './random.ts';

/** Cursors that the graph gave, by the root field and its order, such as `meetings STARTS_DESC`. */
export type Cursors = ReadonlyMap<string, string>;

const idsOf = (...names: readonly string[]) => names.flatMap((name) => records(name).map(({ id }) => String(id)));

/** Ids by the name of the argument, or of the root field whose `id` it is. */
const IDS: Readonly<Record<string, readonly string[]>> = {
  adoptedAtId: idsOf('meetings'),
  agendaIssueId: idsOf('issues'),
  blueprintElement: idsOf('blueprint-elements'),
  body: idsOf('bodies'),
  bodyIds: idsOf('bodies'),
  chairedBy: idsOf('member-states'),
  cityId: idsOf('smart-cities'),
  cityIds: idsOf('smart-cities'),
  code: idsOf('member-states'),
  codes: idsOf('member-states'),
  crossPillarIssue: idsOf('issues'),
  ids: idsOf('issues'),
  indicators: idsOf('indicators'),
  initiative: idsOf('initiatives'),
  instrument: idsOf('instruments'),
  instrumentId: idsOf('instruments'),
  issueId: idsOf('issues'),
  meeting: idsOf('meetings'),
  memberStates: idsOf('member-states'),
  monitoringItem: idsOf('monitoring'),
  partner: idsOf('partners'),
  partnerId: idsOf('partners'),
  readinessIndicator: idsOf('indicators'),
  regionalEntity: idsOf('regional-entities'),
  sdgPriorityArea: idsOf('sdg-priority-areas'),
  sector: idsOf('sectors'),
  sectorId: idsOf('sectors'),
  smartCity: idsOf('smart-cities'),
  smartCityPartnership: idsOf('smart-city-partnerships'),
  smartCityProject: idsOf('smart-city-projects'),
  visionDocument: idsOf('vision'),
};

const UNKNOWN_IDS = ['aec:nope', 'asean:nope', 'nope:nope', 'nope', '', 'USA'];
const WORDS = ['smart', 'ASEAN', 'e', 'committee', 'zzzz', 'SOC-COM', ''];
const DATES = ['2007-11-20', '2015-11-22', '2018-05-25', '2020-02-29', '2025-05-26', '2031-01-01'];
const PARTIAL_DATES = ['2018', '2020-11', '2025-05-26'];
const CURSORLESS = 'not-a-cursor';

/** What a value is drawn for. */
export interface ValuePlace {
  /** The name of the argument or input field. */
  readonly name: string;
  /** The field that takes the argument. */
  readonly field: string;
  /** A cursor that fits the list, where one is known. */
  readonly cursor?: string | undefined;
}

/** A value of the type, as JSON. */
export function drawValue(random: Random, type: GraphQLInputType, place: ValuePlace): unknown {
  if (isNonNullType(type)) return drawValue(random, type.ofType, place);
  if (isListType(type)) {
    const size = random.chance(0.05) ? 0 : 1 + random.below(3);
    return Array.from({ length: size }, () => drawValue(random, type.ofType, place));
  }
  if (isEnumType(type)) return drawEnum(random, type);
  if (isInputObjectType(type)) return drawInput(random, type, place);
  return drawScalar(random, type, place);
}

function drawEnum(random: Random, type: GraphQLEnumType): string {
  return random.pick(type.getValues()).name;
}

function drawInput(random: Random, type: GraphQLInputObjectType, { field }: ValuePlace): Record<string, unknown> {
  const given = random.some(Object.values(type.getFields()), random.below(3));
  return Object.fromEntries(
    given.map(({ name, type: own }) => [name, random.chance(0.03) ? null : drawValue(random, own, { name, field })]),
  );
}

function drawScalar(random: Random, { name: type }: GraphQLScalarType, place: ValuePlace): unknown {
  const { name, field, cursor } = place;
  switch (type) {
    case 'Boolean':
      return random.chance(0.5);
    case 'Int':
      return drawInt(random, name);
    case 'ID': {
      const known = IDS[name === 'id' ? field : name] ?? [];
      return known.length > 0 && random.chance(0.85) ? random.pick(known) : random.pick(UNKNOWN_IDS);
    }
    case 'Date':
      return random.pick(DATES);
    case 'PartialDate':
      return random.pick(PARTIAL_DATES);
    case 'DateTime':
      return `${random.pick(DATES)}T08:30:00Z`;
    default:
      if (name !== 'after' && name !== 'before') return random.pick(WORDS);
      return cursor !== undefined && random.chance(0.9) ? cursor : CURSORLESS;
  }
}

function drawInt(random: Random, name: string): number {
  if (/year/i.test(name)) return 2014 + random.below(12);
  if (/number|sdg/i.test(name)) return random.below(19);
  // Rows multiply with each list inside a list.
  return random.chance(0.02) ? 201 : random.below(4);
}
