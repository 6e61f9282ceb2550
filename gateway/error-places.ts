/** Where in the answer an error of a subgraph belongs: at the null that it costs, in names of the API, never of a hidden field. */

import { GraphQLError } from 'graphql';

/** Under this key the extensions of an error carry its origin; a symbol, so it never reaches the client. */
export const ORIGIN = Symbol('origin of a subgraph error');

/** An entity as a subgraph was asked for it. */
export interface Representation {
  readonly __typename?: string;
  readonly id?: unknown;
}

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
type Json = Record<string, unknown>;

interface Place {
  readonly path: Path;
  /** Null where the answer is null already above the fetch. */
  readonly value: Json | null;
}

/** The errors with a path that exists in the data and ends in a null wherever there is one; the same error of the same place once. */
export function placeErrors(data: unknown, errors: readonly GraphQLError[]): GraphQLError[] {
  const taken = new Set<string>();
  const seen = new Set<string>();
  const placed: GraphQLError[] = [];
  for (const error of errors) {
    const origin = (error.extensions as { [ORIGIN]?: Origin })[ORIGIN];
    const path = origin ? placeOf(data, origin, taken) : error.path && cut(data, error.path);
    const identity = JSON.stringify([error.message, error.extensions['code'], path]);
    if (seen.has(identity)) continue;
    seen.add(identity);
    placed.push(path === error.path ? error : moved(error, path));
  }
  return placed;
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
function placeOf(data: unknown, origin: Origin, taken: Set<string>): Path {
  const places = [...placesAt(data, origin.at)];
  const own = places.filter(({ value }) => value !== null && concerns(value, origin.asked));
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
  const differs = (mine: unknown, its: unknown) => typeof mine === 'string' && its !== undefined && mine !== its;
  return asked.some(({ __typename, id }) => !differs(value['__typename'], __typename) && !differs(value['id'], id));
}

function* placesAt(data: unknown, at: readonly string[], path: Path = []): Generator<Place> {
  const [head, ...tail] = at;
  if (data === null || data === undefined) {
    if (data === null) yield { path, value: null };
  } else if (Array.isArray(data)) {
    const below = head === '@' ? tail : at;
    for (const [index, item] of data.entries()) yield* placesAt(item, below, [...path, index]);
  } else if (typeof data === 'object') {
    if (head === undefined) yield { path, value: data as Json };
    else if (Object.hasOwn(data, head)) yield* placesAt((data as Json)[head], tail, [...path, head]);
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
