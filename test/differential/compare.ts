/** How two answers to one operation differ: in data, in the order of keys, and in errors, by code and path. */

import type { Answer } from '../support/graph.ts';

/** A place where they differ. */
export interface Difference {
  /** `order`: the same keys and values in another order. */
  readonly kind: 'data' | 'order' | 'error';
  readonly path: readonly (string | number)[];
  /** The value, or the codes of the errors of this path; undefined where there are none. */
  readonly stock: unknown;
  readonly compiled: unknown;
}

/** All differences. */
export function differences(stock: Answer, compiled: Answer): Difference[] {
  return [...inData(stock.data, compiled.data), ...inErrors(stock, compiled)];
}

function* inData(stock: unknown, compiled: unknown, path: readonly (string | number)[] = []): Generator<Difference> {
  if (Array.isArray(stock) && Array.isArray(compiled) && stock.length === compiled.length) {
    for (const [index, each] of stock.entries()) yield* inData(each, compiled[index], [...path, index]);
  } else if (isObject(stock) && isObject(compiled) && sameKeys(stock, compiled)) {
    if (Object.keys(stock).join() !== Object.keys(compiled).join()) yield { kind: 'order', path, stock, compiled };
    for (const key of Object.keys(stock)) yield* inData(stock[key], compiled[key], [...path, key]);
  } else if (stock !== compiled) {
    yield { kind: 'data', path, stock, compiled };
  }
}

function* inErrors(stock: Answer, compiled: Answer): Generator<Difference> {
  const [before, after] = [codesByPath(stock), codesByPath(compiled)];
  for (const place of new Set([...before.keys(), ...after.keys()])) {
    const [theirs, ours] = [before.get(place), after.get(place)];
    if (theirs !== ours)
      yield { kind: 'error', path: JSON.parse(place) as (string | number)[], stock: theirs, compiled: ours };
  }
}

/** The codes at each path, as text: without repetition, sorted. */
function codesByPath({ errors = [] }: Answer): Map<string, string> {
  const found = new Map<string, Set<string>>();
  for (const { path = [], extensions } of errors) {
    const place = JSON.stringify(path);
    found.set(place, (found.get(place) ?? new Set()).add(String(extensions?.['code'])));
  }
  return new Map([...found].map(([place, codes]) => [place, [...codes].toSorted().join(' ')]));
}

function sameKeys(a: object, b: object): boolean {
  const [mine, its] = [Object.keys(a).toSorted(), Object.keys(b).toSorted()];
  return mine.length === its.length && mine.every((key, index) => key === its[index]);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
