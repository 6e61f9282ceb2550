/** How two answers to one operation differ: in data, in the order of keys, and in errors, by code and path. */

import type { Answer } from '../support/graph.ts';

/** A place where they differ. */
export interface Difference {
  /** `keys`: other keys of an object; `order`: the same in another order. */
  readonly kind: 'value' | 'keys' | 'order' | 'error';
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
  } else if (isObject(stock) && isObject(compiled)) {
    const [theirs, ours] = [Object.keys(stock), Object.keys(compiled)];
    const common = theirs.filter((key) => Object.hasOwn(compiled, key));
    if (common.length < theirs.length || common.length < ours.length) yield { kind: 'keys', path, stock, compiled };
    else if (theirs.join() !== ours.join()) yield { kind: 'order', path, stock, compiled };
    for (const key of common) yield* inData(stock[key], compiled[key], [...path, key]);
  } else if (stock !== compiled) {
    yield { kind: 'value', path, stock, compiled };
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

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
