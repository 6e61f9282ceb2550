/** References: whatever names a record of any subgraph, answered from its id alone where that is enough. */

import { isSingleKind, SINGLE_KINDS, storedId, typeOfId, type EntityKind } from '../../schema/kinds.ts';
import { PILLARS, stewardByCode, STEWARDS, type StewardCode } from '../../schema/stewards.ts';
import type { StoredRecord } from './collection.ts';
import type { Context } from './context.ts';
import { all, after, type Later } from './later.ts';
import { selectsMoreThan, type SelectionInfo } from './selection.ts';

/** A record that another subgraph fills in. */
export interface Reference {
  readonly __typename: string;
  readonly [key: string]: unknown;
}

const KNOWN_BY_ID: ReadonlySet<string> = new Set(['__typename', 'id']);
const KNOWN_BY_KEY: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries(SINGLE_KINDS).map(([kind, { key }]) => [kind, new Set(['__typename', key])]),
);

/** What a reference to a record of the kind answers by itself. */
export function knownOf(kind: EntityKind): ReadonlySet<string> {
  return KNOWN_BY_KEY[kind] ?? KNOWN_BY_ID;
}

/** What a reference to a steward answers by itself. */
const KNOWN_OF_STEWARD: ReadonlySet<string> = new Set(['__typename', 'id', 'code', 'name', 'order']);

/** A reference by id (for an SDG its number); null for no id, or one that no record of the kind can have. */
export function refer(kind: EntityKind, id: string | number | null | undefined): Reference | null {
  if (id === null || id === undefined) return null;
  if (isSingleKind(kind)) return { __typename: kind, [SINGLE_KINDS[kind].key]: id };
  const type = typeOfId(kind, String(id));
  return type ? { __typename: type, id } : null;
}

const IDENTITIES: ReadonlyMap<StewardCode, Reference> = new Map(
  STEWARDS.map(({ code, id, name, order, type }) => [
    code,
    Object.freeze({ __typename: type, id, name, order, ...(code === 'ASEAN' ? {} : { code }) }),
  ]),
);

/** A steward: its identity, which everybody knows. */
export function referSteward(code: StewardCode): Reference {
  return IDENTITIES.get(code) as Reference;
}

/** What is behind an id: the record where this subgraph keeps it and the selection asks for more than the id, else a reference. */
export function follow(
  kind: EntityKind,
  id: string | number | null | undefined,
  context: Context,
  info: SelectionInfo,
  path: readonly string[] = [],
): Later<StoredRecord | Reference | null> {
  if (id === null || id === undefined) return null;
  const isRead = selectsMoreThan(info, knownOf(kind), path) && isKeptBy(context, kind, id);
  return isRead ? context.record(kind, storedId(kind, id)) : refer(kind, id);
}

/** The same for a list of ids, in its order. */
export function followAll(
  kind: EntityKind,
  ids: readonly (string | number)[],
  context: Context,
  info: SelectionInfo,
  path: readonly string[] = [],
): Later<unknown[]> {
  return all(ids.map((id) => follow(kind, id, context, info, path)));
}

/** A pillar or the Community: its identity, and its record where this subgraph keeps it and the selection asks for more. */
export function followSteward(
  code: StewardCode | null | undefined,
  context: Context,
  info: SelectionInfo,
): Later<Reference | null> {
  if (!code) return null;
  const identity = referSteward(code);
  const steward = stewardByCode(code);
  const hasRecord = code !== 'ASEAN' && steward.subgraph === context.subgraph;
  if (!hasRecord || !selectsMoreThan(info, KNOWN_OF_STEWARD)) return identity;
  return after(context.record('Pillar', steward.id), (record) => ({ ...record, ...identity }));
}

/** The same for a list of pillars, in the order of the graph, whatever the order of the record. */
export function followStewards(
  codes: readonly StewardCode[],
  context: Context,
  info: SelectionInfo,
): Later<(Reference | null)[]> {
  const ordered = codes.map(stewardByCode).toSorted((a, b) => a.order - b.order);
  return all(ordered.map(({ code }) => followSteward(code, context, info)));
}

/** How the ids of the records begin that a subgraph keeps of kinds with several keepers. */
const PREFIXES: ReadonlyMap<string, readonly string[]> = new Map(
  PILLARS.map(({ subgraph }) => [
    subgraph,
    STEWARDS.filter((steward) => steward.subgraph === subgraph).map(({ id }) => `${id}:`),
  ]),
);

function isKeptBy({ subgraph }: Context, kind: EntityKind, id: string | number): boolean {
  if (isSingleKind(kind)) return stewardByCode(SINGLE_KINDS[kind].steward).subgraph === subgraph;
  const text = String(id);
  return PREFIXES.get(subgraph)?.some((prefix) => text.startsWith(prefix)) ?? false;
}
