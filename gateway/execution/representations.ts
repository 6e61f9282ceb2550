/** What a subgraph is asked for entities: the objects at a path of the data, and of each its type, keys and required fields; the same one once. */

import type { SupergraphFacts } from './facts.ts';
import { distinct, type Loss, type Losses } from './losses.ts';
import type { EntityFetch, Required } from './plan.ts';
import { rewrite } from './rewrite.ts';
import type { Reached, Walks } from './walks.ts';

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
export type Ask = (reached: Reached, losses: Losses) => Asked;

/** Compiles an entity fetch. */
export function compileAsk(
  { paths, requires, inputRewrites }: EntityFetch,
  { facts, walks: all }: { readonly facts: SupergraphFacts; readonly walks: Walks },
): Ask {
  const walks = paths.map((path) => all.along(path));
  const fieldsOf = requiredFields(requires, facts);
  return (reached, losses) => {
    const representations: Json[] = [];
    const targets: Target[] = [];
    const lost: { object: Json; losses: readonly Loss[] }[] = [];
    const byType = new Map<unknown, Known | null>();
    for (const object of reached.byAll(walks)) {
      const type = object['__typename'];
      let known = byType.get(type);
      if (known === undefined) byType.set(type, (known = knownOf(fieldsOf(type), representations)));
      if (!known) continue;
      const lossesOfIt = losses.isEmpty ? NOT_LOST : known.lossesOf(object, losses);
      if (lossesOfIt.length > 0) {
        lost.push({ object, losses: lossesOfIt });
        continue;
      }
      const index = known.indexOf(object);
      if (index !== undefined) targets.push({ object, index });
    }
    if (inputRewrites.length > 0) rewrite(representations, inputRewrites, facts.isA);
    return { representations, targets, lost };
  };
}

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

/** None of a type of which nothing is asked. New representations are added to the list. */
function knownOf(fields: readonly CompiledField[], representations: Json[]): Known | null {
  return fields.some(({ name }) => name === '__typename') ? new Known(fields, representations) : null;
}

/** The representations of one type so far: who has the same is found without one being made again. */
class Known {
  readonly #fields: readonly CompiledField[];
  readonly #representations: Json[];
  /** The only field beside the type, as nearly all keys have. */
  readonly #only: CompiledField | undefined;
  readonly #byOnly = new Map<unknown, number>();
  readonly #byText = new Map<string, number>();

  constructor(fields: readonly CompiledField[], representations: Json[]) {
    this.#fields = fields;
    this.#representations = representations;
    const [only, ...others] = fields.filter(({ name }) => name !== '__typename');
    if (others.length === 0) this.#only = only;
  }

  /** Why what would be sent of an object is not there. */
  lossesOf(object: Json, losses: Losses): readonly Loss[] {
    return distinct(this.#fields.flatMap(({ key }) => (isMissing(object[key]) ? losses.lossesOf(object, key) : [])));
  }

  /** The place of what is sent of an object. Undefined where it is none that is asked for, or has not all of it. */
  indexOf(object: Json): number | undefined {
    const value = this.#only && object[this.#only.key];
    if (!this.#only || (typeof value === 'object' && value !== null)) return this.#indexOfParts(object);
    let index = this.#byOnly.get(value);
    if (index === undefined) {
      index = this.#add(this.#valuesOf(object));
      if (index !== undefined) this.#byOnly.set(value, index);
    }
    return index;
  }

  /** By their text as JSON: nothing in a string makes two of them one, and many cost no more than each of them. */
  #indexOfParts(object: Json): number | undefined {
    const values = this.#valuesOf(object);
    if (!values) return undefined;
    const text = JSON.stringify(values);
    let index = this.#byText.get(text);
    if (index === undefined) {
      index = this.#add(values);
      if (index !== undefined) this.#byText.set(text, index);
    }
    return index;
  }

  /** What is sent of an object, in the order of the fields. Undefined where it has not all of it. */
  #valuesOf(object: Json): unknown[] | undefined {
    const values: unknown[] = [];
    for (const { key, below } of this.#fields) {
      const value = object[key];
      const part = below && typeof value === 'object' && value !== null ? pick(value, below) : value;
      if (part === undefined) return undefined;
      values.push(part);
    }
    return values;
  }

  #add(values: readonly unknown[] | undefined): number | undefined {
    if (!values) return undefined;
    const representation: Json = {};
    for (const [at, { name }] of this.#fields.entries()) representation[name] = values[at];
    return this.#representations.push(representation) - 1;
  }
}
