/** Where in the answer an error of a subgraph belongs: at the null that it costs, in names of the API, never of a hidden field. */

import { GraphQLError } from 'graphql';

/** Under this key the extensions of an error carry its origin; a symbol, so it never reaches the client. */
export const ORIGIN = Symbol('origin of a subgraph error');

/** An entity as a subgraph was asked for it: its type and its keys. */
export type Representation = Readonly<Record<string, unknown>>;

/** Where an error arose, as the gateway's fetch sees it. */
export interface Origin {
  /** The path of the fetch in the operation, `@` for each list. */
  readonly at: readonly string[];
  /** The fields that it costs, by their names in the answer. */
  readonly fields: readonly string[];
  /** The path below the field. */
  readonly rest: readonly (string | number)[];
  /** The entities that it concerns; empty where the fetch is of the root. */
  readonly asked: readonly Representation[];
}

type Path = readonly (string | number)[];
type Json = Record<string | number, unknown>;

interface Place {
  readonly path: Path;
  /** Null where the answer is null already above the fetch. */
  readonly value: Json | null;
  /** The same object with the keys by which subgraphs know it, where it is known. */
  readonly merged: Json;
}

/** The data of each request before what nobody asked for is left out. */
const ROOTS = new WeakMap<object, Json>();

/** Keeps an answer to a fetch of the root: the gateway merges all that follows into its objects, keys included. */
export function keepRoot(context: unknown, data: unknown): void {
  if (!isObject(context) || !isObject(data)) return;
  ROOTS.set(context, { ...data, ...ROOTS.get(context) });
}

/** What was kept for a request. */
export function rootOf(context: unknown): unknown {
  return isObject(context) ? ROOTS.get(context) : undefined;
}

/**
 * The errors with a path that exists in the data and ends in a null wherever there is one; the same error of the same place once.
 * In the order of their places: pillars are asked at the same time, and who answers first must not show.
 * `merged` are the data with the keys that nobody asked for, as far as they are known.
 */
export function placeErrors(data: unknown, errors: readonly GraphQLError[], merged?: unknown): GraphQLError[] {
  const taken = new Set<string>();
  const seen = new Set<string>();
  const placed: GraphQLError[] = [];
  for (const error of errors) {
    const origin = (error.extensions as { [ORIGIN]?: Origin })[ORIGIN];
    const path = origin ? placeOf({ data, merged }, origin, taken) : error.path && cut(data, error.path);
    const identity = JSON.stringify([error.message, error.extensions['code'], path]);
    if (seen.has(identity)) continue;
    seen.add(identity);
    placed.push(path === error.path ? error : moved(error, path));
  }
  return inOrder(data, placed);
}

function inOrder(data: unknown, errors: readonly GraphQLError[]): GraphQLError[] {
  return errors
    .map((error) => ({ error, places: placesOf(data, error.path ?? []) }))
    .toSorted((a, b) => comparePlaces(a.places, b.places) || compareText(a.error.message, b.error.message))
    .map(({ error }) => error);
}

/** The path by the places of its keys in the answer. */
function placesOf(data: unknown, path: Path): readonly number[] {
  let value = data;
  return path.map((key) => {
    const place = typeof key === 'number' ? key : isObject(value) ? Object.keys(value).indexOf(key) : 0;
    value = isObject(value) ? value[key] : undefined;
    return place;
  });
}

function comparePlaces(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((place, index) => place !== b[index]);
  return at === -1 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1);
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function moved(error: GraphQLError, path: Path | undefined): GraphQLError {
  const { message, extensions, originalError, nodes } = error;
  return new GraphQLError(message, {
    path: path ?? null,
    extensions,
    originalError: originalError ?? null,
    nodes: nodes ?? null,
  });
}

/** The first null that the error explains and that no error has explained yet. */
function placeOf(
  { data, merged }: { readonly data: unknown; readonly merged: unknown },
  origin: Origin,
  taken: Set<string>,
): Path {
  const places = [...placesAt(data, merged, origin.at)];
  const own = places.filter(({ value, merged }) => value !== null && concerns(merged, origin.asked));
  const below = own.flatMap(({ path, value }) =>
    origin.fields
      .filter((field) => value && Object.hasOwn(value, field))
      .map((field) => cut(data, [...path, field, ...origin.rest])),
  );
  const lost = places.filter(({ value }) => value === null).map(({ path }) => path);
  const candidates = [...below.filter((path) => isNull(data, path)), ...lost, ...below];
  const path =
    candidates.find((candidate) => !taken.has(JSON.stringify(candidate))) ?? candidates[0] ?? cut(data, origin.at);
  taken.add(JSON.stringify(path));
  return path;
}

/** Whether an object of the answer may be one of the entities: nothing in it says otherwise. */
function concerns(value: Json, asked: readonly Representation[]): boolean {
  if (asked.length === 0) return true;
  const differs = (mine: unknown, its: unknown) => isScalar(mine) && isScalar(its) && mine !== its;
  return asked.some((entity) => Object.entries(entity).every(([key, its]) => !differs(value[key], its)));
}

function* placesAt(data: unknown, merged: unknown, at: readonly string[], path: Path = []): Generator<Place> {
  const [head, ...tail] = at;
  const mergedAt = (key: string | number) => (isObject(merged) ? merged[key] : undefined);
  if (data === null || data === undefined) {
    if (data === null) yield { path, value: null, merged: {} };
  } else if (Array.isArray(data)) {
    const below = head === '@' ? tail : at;
    for (const [index, item] of data.entries()) yield* placesAt(item, mergedAt(index), below, [...path, index]);
  } else if (isObject(data)) {
    if (head === undefined) yield { path, value: data, merged: { ...data, ...(isObject(merged) && merged) } };
    else if (Object.hasOwn(data, head)) yield* placesAt(data[head], mergedAt(head), tail, [...path, head]);
  }
}

/** The part of the path that exists in the data, up to its first null. */
function cut(data: unknown, path: Path): Path {
  const kept: (string | number)[] = [];
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) break;
    kept.push(key);
    value = (value as Json)[key];
  }
  return kept;
}

function isNull(data: unknown, path: Path): boolean {
  return path.reduce<unknown>((value, key) => (value as Json | null | undefined)?.[key], data) === null;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}
