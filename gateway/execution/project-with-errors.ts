/**
 * Writes the answer of an execution in which something was lost: each missing value has its error. Null goes up to the nearest place that
 * may be null, as the specification has it, and the error names that place; one that a subgraph places deeper keeps its path.
 */

import { GraphQLError } from 'graphql';
import { withoutStack } from '../../schema/errors.ts';
import { clientAlias } from './aliases.ts';
import type { Failure, Key, Loss, Losses } from './losses.ts';
import type { FieldShape, SelectedObject, Shape } from './shape.ts';

/** An answer with what went wrong. */
export interface Projected {
  /** Null where the root itself was lost. */
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly GraphQLError[];
}

/** How many errors an answer tells: a list may lose a value in each of its rows. */
const MAX_ERRORS = 1_000;

/** An error of the answer, not yet made. */
interface Told {
  readonly message: string;
  readonly path?: readonly Key[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** Writes it. Errors stand in the order of the answer; beyond a thousand the last one says how many there are. `introspected`: the fields of the schema, by key. */
export function projectWithErrors(
  root: SelectedObject,
  { data, losses, introspected }: { data: object; losses: Losses; introspected: Readonly<Record<string, unknown>> },
): Projected {
  const writer = new Writer(losses, introspected);
  const written = writer.object(root, data);
  const answer = written instanceof Lost ? null : (written as Record<string, unknown>);
  if (written instanceof Lost) writer.tell(written);
  return { data: answer, errors: madeOf([...writer.errors, ...writer.untold(data, answer)]) };
}

/** In place of a value that may not be null and is. */
class Lost {
  readonly message: string;
  /** Of the field or item that is null. */
  readonly path: readonly Key[];
  readonly losses: readonly Loss[];
  constructor(message: string, path: readonly Key[], losses: readonly Loss[] = []) {
    this.message = message;
    this.path = [...path];
    this.losses = losses;
  }
}

class Writer {
  readonly errors: Told[] = [];
  readonly #losses: Losses;
  readonly #introspected: Readonly<Record<string, unknown>>;
  readonly #path: Key[] = [];

  constructor(losses: Losses, introspected: Readonly<Record<string, unknown>>) {
    this.#losses = losses;
    this.#introspected = introspected;
  }

  object(selected: SelectedObject, data: object): object {
    const { __typename: named } = data as { readonly __typename?: string };
    const isAbstract = selected.possible.length !== 1 || selected.possible[0] !== selected.type.name;
    const type = isAbstract ? named : selected.type.name;
    const fields = selected.fields(type);
    if (!fields) return this.#lost(`A value of ${selected.type.name} has a type that the graph does not have`);
    const written: Record<string, unknown> = {};
    for (const field of fields) {
      this.#path.push(field.key);
      const value = this.#field(field, data, type);
      this.#path.pop();
      if (value instanceof Lost) return value;
      written[field.key] = value;
    }
    return written;
  }

  #field({ dataKey, name, shape, source }: FieldShape, data: object, type: string | undefined): unknown {
    if (source === 'introspection') return this.#introspected[dataKey];
    if (source === 'type') return type ?? this.#lost('The type of a value is not known');
    const value = this.#value(shape, data, dataKey);
    if (value !== null || !shape.isNonNull) return value;
    return this.#lost(`Cannot return null for non-nullable field ${type ?? ''}.${name}`);
  }

  /** The value of a key of an object, or of an index of a list. Null only where it may be, or where nothing explains it. */
  #value(shape: Shape, parent: object, key: Key): unknown {
    const before = this.errors.length;
    const value = this.#written(shape, (parent as Record<Key, unknown>)[key], () => this.#losses.lossesOf(parent, key));
    if (!(value instanceof Lost) || shape.isNonNull) return value;
    // What was lost below a null is lost with it: one error for one null.
    this.errors.length = before;
    this.tell(value);
    return null;
  }

  #written(shape: Shape, value: unknown, lossesOf: () => readonly Loss[]): unknown {
    if (value === null || value === undefined) {
      const losses = lossesOf();
      return losses[0] ? this.#lost(losses[0].failure.message, losses) : null;
    }
    switch (shape.kind) {
      case 'leaf':
        if (shape.values && !shape.values.has(value)) return this.#lost('A value is none of its enum');
        return value;
      case 'list':
        return Array.isArray(value) ? this.#list(shape.item, value) : this.#lost('A list was expected');
      case 'object':
        if (typeof value !== 'object' || Array.isArray(value)) return this.#lost('An object was expected');
        return this.#losses.isAbsent(value) ? null : this.object(shape.selected, value);
    }
  }

  #list(item: Shape, list: readonly unknown[]): unknown {
    const written: unknown[] = [];
    for (const index of list.keys()) {
      this.#path.push(index);
      const value = this.#value(item, list, index);
      this.#path.pop();
      if (value instanceof Lost) return value;
      if (value === null && item.isNonNull) return this.#lost('Cannot return null for an item of a list without nulls');
      written.push(value);
    }
    return written;
  }

  #lost(message: string, losses?: readonly Loss[]): Lost {
    return new Lost(message, this.#path, losses);
  }

  /** The errors of a loss that ends here, at a value that may be null. */
  tell({ message, path, losses }: Lost): void {
    if (losses.length === 0) {
      this.errors.push({ message, path, extensions: { code: 'INTERNAL_SERVER_ERROR' } });
      return;
    }
    const place = this.#path.length === 0 ? path : [...this.#path];
    for (const { failure, below } of losses) {
      failure.isTold = true;
      this.errors.push(toldOf(failure, below.length === 0 ? place : [...path, ...below.map(clientStep)]));
    }
  }

  /** Errors that explain no null of the answer: a subgraph gave a value in spite of them, or what they cost is null already. */
  untold(data: object, answer: object | null): Told[] {
    return this.#losses.failures.flatMap(({ object, key, loss: { failure } }) => {
      if (failure.isTold) return [];
      failure.isTold = true;
      const path = [...(pathTo(data, object) ?? []), ...(key === undefined ? [] : [key])];
      const place = visible(answer, path.map(clientStep));
      const isExplained = this.errors.some(({ path = [] }) => place.every((step, index) => path[index] === step));
      return isExplained && place.length > 0 ? [] : [toldOf(failure, place)];
    });
  }
}

function toldOf({ message, extensions }: Failure, path: readonly Key[]): Told {
  return { message, path, extensions };
}

function madeOf(told: readonly Told[]): GraphQLError[] {
  const said = told.slice(0, MAX_ERRORS);
  const next = told[MAX_ERRORS];
  if (next) {
    const message = `The answer has ${told.length} errors, of which the first ${MAX_ERRORS} are told.`;
    said.push({ message, extensions: { code: next.extensions['code'], measured: told.length, allowed: MAX_ERRORS } });
  }
  return withoutStack(() => said.map(({ message, ...where }) => new GraphQLError(message, where)));
}

/** A step of a path in the data as it is in the answer. */
function clientStep(key: Key): Key {
  return typeof key === 'string' ? clientAlias(key) : key;
}

/** The part of a path that exists in the answer. */
function visible(answer: unknown, path: readonly Key[]): Key[] {
  const seen: Key[] = [];
  let value = answer;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) break;
    seen.push(key);
    value = (value as Record<Key, unknown>)[key];
  }
  return seen;
}

/** Where an object first stands in the data. */
function pathTo(data: object, object: object, seen = new Set<object>()): Key[] | undefined {
  if (data === object) return [];
  if (seen.has(data)) return undefined;
  seen.add(data);
  for (const [key, value] of Object.entries(data)) {
    if (typeof value !== 'object' || value === null) continue;
    const rest = pathTo(value as object, object, seen);
    if (rest) return [Array.isArray(data) ? Number(key) : key, ...rest];
  }
  return undefined;
}
