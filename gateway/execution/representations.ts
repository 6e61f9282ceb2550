/** What a subgraph is asked for entities: the objects at a path of the data, and of each its type, keys and required fields; the same one once. */

import type { SupergraphFacts } from './facts.ts';
import { distinct, type Loss, type Losses } from './losses.ts';
import type { EntityFetch, PathSegment, Required } from './plan.ts';
import { rewrite } from './rewrite.ts';

type Json = Record<string, unknown>;

/** An object of the data, and which of the representations stands for it. */
export interface Target {
  readonly object: Json;
  readonly index: number;
}

/** What one entity fetch asks, and where its answer goes. */
export interface Asked {
  readonly representations: readonly Json[];
  readonly targets: readonly Target[];
  /** Objects for which nothing can be asked, since what would be sent was lost. */
  readonly lost: readonly { readonly object: Json; readonly losses: readonly Loss[] }[];
}

/** Reads the data of an execution. */
export type Ask = (data: Json, losses: Losses) => Asked;

/** Compiles an entity fetch. */
export function compileAsk({ paths, requires, inputRewrites }: EntityFetch, facts: SupergraphFacts): Ask {
  const walks = paths.map((path) => compileWalk(path, facts));
  const fieldsOf = requiredFields(requires, facts);
  return (data, losses) => {
    const representations: Json[] = [];
    const targets: Target[] = [];
    const lost: { object: Json; losses: readonly Loss[] }[] = [];
    const seen = new Set<Json>();
    const known = new Known();
    const visit = (object: Json) => {
      if (seen.has(object)) return;
      seen.add(object);
      const found = represent(object, fieldsOf(object['__typename']), losses);
      if (found === undefined) return;
      if ('losses' in found) {
        lost.push({ object, losses: found.losses });
        return;
      }
      let index = known.indexOf(found);
      if (index === -1) {
        index = representations.length;
        known.add(found, index);
        representations.push(found.representation);
      }
      targets.push({ object, index });
    };
    for (const walk of walks) walk(data, visit);
    if (inputRewrites.length > 0) rewrite(representations, inputRewrites, facts.isA);
    return { representations, targets, lost };
  };
}

// ---- the objects at a path ------------------------------------------------------------------------------------------

type Walk = (value: unknown, visit: (object: Json) => void) => void;

function compileWalk(path: readonly PathSegment[], facts: SupergraphFacts): Walk {
  const [segment, ...rest] = path;
  if (segment === undefined) return eachObject;
  const next = compileWalk(rest, facts);
  switch (segment.kind) {
    case 'field': {
      const { key } = segment;
      const into: Walk = (value, visit) => {
        if (typeof value !== 'object' || value === null) return;
        if (Array.isArray(value)) for (const item of value) into(item, visit);
        else next((value as Json)[key], visit);
      };
      return into;
    }
    case 'items':
      return (value, visit) => {
        if (Array.isArray(value)) for (const item of value) next(item, visit);
      };
    case 'on': {
      const known = new Map<unknown, boolean>([[undefined, true]]);
      const isOn = (type: unknown): boolean => {
        let is = known.get(type);
        if (is === undefined) known.set(type, (is = segment.types.some((one) => facts.isA(String(type), one))));
        return is;
      };
      return (value, visit) =>
        eachObject(value, (object) => {
          if (isOn(object['__typename'])) next(object, visit);
        });
    }
  }
}

function eachObject(value: unknown, visit: (object: Json) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) for (const item of value) eachObject(item, visit);
  else visit(value as Json);
}

// ---- representations ------------------------------------------------------------------------------------------------

type RequiredField = Extract<Required, { kind: 'field' }>;

/** The required fields of an object by its type: read once a type. */
function requiredFields(
  requires: readonly Required[],
  facts: SupergraphFacts,
): (type: unknown) => readonly CompiledField[] {
  const byType = new Map<unknown, readonly CompiledField[]>();
  return (type) => {
    let fields = byType.get(type);
    if (!fields) {
      fields = compileFields(flatten(requires, type, facts), facts);
      byType.set(type, fields);
    }
    return fields;
  };
}

interface CompiledField {
  readonly key: string;
  readonly name: string;
  readonly below: ((type: unknown) => readonly CompiledField[]) | undefined;
}

function compileFields(fields: readonly RequiredField[], facts: SupergraphFacts): CompiledField[] {
  const byName = new Map<string, CompiledField & { selections: Required[] }>();
  for (const { name, alias, selections = [] } of fields) {
    const known = byName.get(name)?.selections ?? [];
    const all = [...known, ...selections];
    const below = all.length === 0 ? undefined : requiredFields(all, facts);
    byName.set(name, { key: alias ?? name, name, below, selections: all });
  }
  return [...byName.values()];
}

function flatten(requires: readonly Required[], type: unknown, facts: SupergraphFacts): RequiredField[] {
  return requires.flatMap((one) => {
    if (one.kind === 'field') return [one];
    const applies =
      one.type === undefined || (type !== undefined && facts.isA(String(type), one.type)) || type === one.type;
    return applies ? flatten(one.selections, type, facts) : [];
  });
}

const NOT_LOST: readonly Loss[] = [];

function isMissing(value: unknown): boolean {
  return value === undefined || value === null;
}

interface Represented {
  readonly representation: Json;
  /** The same for the same scalars. */
  readonly key: string;
  /** The values that are no scalars. */
  readonly values: readonly unknown[];
}

/** Undefined where the object is none that is asked for, or has not what would be sent. */
function represent(
  object: Json,
  fields: readonly CompiledField[],
  losses: Losses,
): Represented | { readonly losses: readonly Loss[] } | undefined {
  const lost = losses.isEmpty
    ? NOT_LOST
    : fields.flatMap(({ key }) => (isMissing(object[key]) ? losses.lossesOf(object, key) : []));
  if (lost.length > 0) return { losses: distinct(lost) };
  const representation: Json = {};
  let key = '';
  const values: unknown[] = [];
  for (const field of fields) {
    const value = object[field.key];
    if (value === undefined) return undefined;
    if (typeof value === 'object' && value !== null) {
      const picked = field.below ? pick(value, field.below) : value;
      if (picked === undefined) return undefined;
      representation[field.name] = picked;
      values.push(field.below ? picked : value);
      key += '\u0000{}';
    } else {
      representation[field.name] = value;
      key += typeof value === 'string' ? `\u0000"${value}` : `\u0000${String(value)}`;
    }
  }
  return representation['__typename'] === undefined ? undefined : { representation, key, values };
}

/** The required part of a value below a field. Undefined where it is not whole. */
function pick(value: unknown, below: (type: unknown) => readonly CompiledField[]): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => pick(item, below));
    return items.some((item) => item === undefined) ? undefined : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const picked: Json = {};
  for (const field of below((value as Json)['__typename'])) {
    const inner = (value as Json)[field.key];
    const part = field.below ? pick(inner, field.below) : inner;
    if (part === undefined) return undefined;
    picked[field.name] = part;
  }
  return picked;
}

/** The representations so far. Values that are no scalars are compared as objects first, as text only where that does not tell. */
class Known {
  readonly #byKey = new Map<string, { readonly values: readonly unknown[]; readonly index: number }[]>();

  indexOf({ key, values }: Represented): number {
    const same = this.#byKey.get(key);
    if (!same) return -1;
    if (values.length === 0) return same[0]?.index ?? -1;
    const isSame = (known: readonly unknown[]) =>
      known.every((value, at) => value === values[at] || JSON.stringify(value) === JSON.stringify(values[at]));
    return same.find((known) => isSame(known.values))?.index ?? -1;
  }

  add({ key, values }: Represented, index: number): void {
    const same = this.#byKey.get(key);
    if (same) same.push({ values, index });
    else this.#byKey.set(key, [{ values, index }]);
  }
}
