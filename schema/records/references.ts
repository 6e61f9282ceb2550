/** Finds and changes the references in a record, by the shape of its kind. */

import type * as z from 'zod';
import { references, type RecordKindName } from './values.ts';

/** A reference found in a record: where it stands, to which kind, and the id. */
export interface Reference {
  readonly path: readonly (string | number)[];
  readonly kind: RecordKindName;
  readonly id: string;
}

/** All references of a record, in the order of its shape. A value that does not fit the shape is passed over. */
export function referencesIn(shape: z.ZodType, value: unknown): Reference[] {
  const found: Reference[] = [];
  collect(placesOf(shape), value, [], found);
  return found;
}

/** A copy of a record in which each reference is what `change` makes of it. All else is shared with the record. */
export function withReferences<Value>(
  shape: z.ZodType,
  value: Value,
  change: (reference: Omit<Reference, 'path'>) => string,
): Value {
  return rebuilt(placesOf(shape), value, change) as Value;
}

/** Where references stand below a shape; undefined where there are none. */
type Places =
  | { readonly at: 'here'; readonly kind: RecordKindName }
  | { readonly at: 'members'; readonly members: readonly (readonly [name: string, places: Places])[] }
  | { readonly at: 'list'; readonly element: Places }
  | undefined;

const PLACES = new WeakMap<z.core.$ZodType, { readonly places: Places }>();

function placesOf(shape: z.core.$ZodType): Places {
  const known = PLACES.get(shape);
  if (known) return known.places;
  const places = lookFor(shape);
  PLACES.set(shape, { places });
  return places;
}

function lookFor(shape: z.core.$ZodType): Places {
  const reference = references.get(shape as z.ZodType);
  if (reference) return { at: 'here', kind: reference.kind };
  const def = (shape as z.core.$ZodTypes)._zod.def;
  if (def.type === 'nullable') return placesOf(def.innerType);
  if (def.type === 'array') {
    const element = placesOf(def.element);
    return element && { at: 'list', element };
  }
  if (def.type !== 'object') return undefined;
  const members = Object.entries(def.shape).flatMap(([name, member]) => {
    const places = placesOf(member);
    return places ? [[name, places] as const] : [];
  });
  return members.length ? { at: 'members', members } : undefined;
}

function collect(places: Places, value: unknown, path: readonly (string | number)[], found: Reference[]): void {
  if (!places) return;
  if (places.at === 'here') {
    if (typeof value === 'string') found.push({ path, kind: places.kind, id: value });
  } else if (places.at === 'list') {
    if (Array.isArray(value))
      value.forEach((member, index) => collect(places.element, member, [...path, index], found));
  } else if (isObject(value)) {
    for (const [name, member] of places.members) collect(member, value[name], [...path, name], found);
  }
}

function rebuilt(places: Places, value: unknown, change: (reference: Omit<Reference, 'path'>) => string): unknown {
  if (!places) return value;
  if (places.at === 'here') return typeof value === 'string' ? change({ kind: places.kind, id: value }) : value;
  if (places.at === 'list')
    return Array.isArray(value) ? value.map((member) => rebuilt(places.element, member, change)) : value;
  if (!isObject(value)) return value;
  const changed = places.members.map(([name, member]) => [name, rebuilt(member, value[name], change)] as const);
  return { ...value, ...Object.fromEntries(changed) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
