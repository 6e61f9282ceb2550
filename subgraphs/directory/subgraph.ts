/** The directory: a subgraph without data. It knows the stewards and whose record an id is, answers with references, and merges. */

import { pageField, totalField } from '../../schema/derive/hidden.ts';
import { CodedError } from '../../schema/errors.ts';
import type { SplitKind } from '../../schema/kinds.ts';
import type { ListKind, PagedKind } from '../../schema/orders.ts';
import { PILLARS, STEWARDS, type PillarCode } from '../../schema/stewards.ts';
import { buildSubgraph } from '../kit/build.ts';
import { mergePages } from '../kit/list/connection.ts';
import type { Page, Row } from '../kit/list/page.ts';
import { readRequest, startList, writeRequest, type ListArguments, type ListRequest } from '../kit/list/request.ts';
import { refer, referSteward } from '../kit/reference.ts';
import type { HitRow } from '../kit/search/hit.ts';
import { startSearch, type SearchArguments } from '../kit/search/start.ts';
import { selectedFields, type SelectionInfo } from '../kit/selection.ts';
import type { Subgraph } from '../kit/subgraph.ts';

/** The kinds with a list over all stewards. */
const MERGED_KINDS = [
  'Body',
  'Meeting',
  'Instrument',
  'MonitoringItem',
  'SmartCityProject',
  'RegionalEntity',
] as const satisfies readonly (ListKind & SplitKind)[];

type Representation = Readonly<Record<string, unknown>> & { readonly request: string };

/** Makes the directory. */
export function createDirectory(): Subgraph {
  return buildSubgraph({
    name: 'directory',
    kinds: [],
    collections: [],
    resolvers: {
      Query: {
        pillars: () => PILLARS.map(({ code }) => referSteward(code)),
        pillar: (_root: unknown, { code }: { readonly code: PillarCode }) => referSteward(code),
        community: () => referSteward('ASEAN'),
        stewards: () => STEWARDS.map(({ code }) => referSteward(code)),
        bodies: listOf('Body'),
        meetings: listOf('Meeting'),
        instruments: listOf('Instrument'),
        monitoring: listOf('MonitoringItem'),
        smartCityProjects: listOf('SmartCityProject'),
        regionalEntities: listOf('RegionalEntity'),
        search: (_root: unknown, args: SearchArguments) => ({ request: writeRequest(startSearch(args)) }),
        body: lookUp('Body'),
        meeting: lookUp('Meeting'),
        instrument: lookUp('Instrument'),
        monitoringItem: lookUp('MonitoringItem'),
        regionalEntity: lookUp('RegionalEntity'),
        smartCityProject: lookUp('SmartCityProject'),
        sector: lookUp('Sector'),
        blueprintElement: lookUp('BlueprintElement'),
        bodiesById,
      },
      ...Object.fromEntries(MERGED_KINDS.map((kind) => [`Merged${kind}Connection`, { __resolveReference: merge }])),
      MergedSearchHitConnection: { __resolveReference: mergeHits },
    },
  });
}

function listOf(kind: ListKind) {
  return (_root: unknown, args: ListArguments) => ({ request: writeRequest(startList(kind, {}, args)) });
}

function lookUp(kind: Exclude<SplitKind, 'Steward'>) {
  return (_root: unknown, { id }: { readonly id: string }) => refer(kind, id);
}

/** The most ids of one look-up. */
const MAX_IDS = 100;

function bodiesById(_root: unknown, { ids }: { readonly ids: readonly string[] }) {
  if (ids.length > MAX_IDS)
    throw new CodedError('BAD_USER_INPUT', `There are ${ids.length} ids: ${MAX_IDS} are allowed`);
  return ids.map((id) => refer('Body', id));
}

function merge(representation: Representation, _context: unknown, info: SelectionInfo) {
  const request = readRequest(representation.request);
  return mergeRows<Row>(representation, request, info, ({ id }) => refer(request.kind, id));
}

/** Hits are whole in the pages of the pillars: nobody is asked again. */
function mergeHits(representation: Representation, _context: unknown, info: SelectionInfo) {
  const request = readRequest<'SearchHit'>(representation.request);
  return mergeRows<HitRow>(representation, request, info, ({ hit }) => ({
    ...hit,
    steward: referSteward(hit.steward),
  }));
}

/**
 * One page out of those of the pillars. Only what the planner sent is there: pages, totals or both. Null where a pillar's part is
 * missing: the list would be incomplete, and the error of that pillar is already told.
 */
function mergeRows<Found extends Row>(
  representation: Representation,
  request: ListRequest<PagedKind>,
  info: SelectionInfo,
  nodeOf: (row: Found) => unknown,
) {
  const pages = contributions<Page<Found>>(representation, pageField);
  const totals = contributions<number>(representation, totalField);
  if (pages === null || totals === null) return null;
  return {
    ...representation,
    ...(pages && mergePages(request, selectedFields(info), pages, nodeOf)),
    ...(totals && { totalCount: totals.reduce((sum, total) => sum + total, 0) }),
  };
}

/** What all pillars contribute; undefined where it was not asked for, null where one is missing. */
function contributions<T>(representation: Representation, fieldOf: typeof pageField): T[] | null | undefined {
  const found = PILLARS.map(({ subgraph }) => representation[fieldOf(subgraph)] as T | null | undefined);
  if (found.every((each) => each === undefined)) return undefined;
  return found.some((each) => each === null || each === undefined) ? null : (found as T[]);
}
