/** Reads the definition of a mongoose schema from a zod shape. */

import mongoose, { type SchemaDefinition, type SchemaOptions } from 'mongoose';
import type { z } from 'zod';

/** What the store needs to know of a zod schema: the parts of its definition that lead on to others. */
interface Definition {
  type: string;
  innerType?: Typed;
  element?: Typed;
  out?: Typed;
  in?: Typed;
  options?: readonly Typed[];
  values?: readonly unknown[];
  entries?: Readonly<Record<string, unknown>>;
  shape?: Readonly<Record<string, Typed>>;
  getter?: () => Typed;
}

interface Typed {
  _zod: { def: Definition };
}

/** The fields of an object as mongoose declares them. Objects within become schemas of their own, so that they may be null. */
export function definitionOf(shape: z.ZodObject, options: SchemaOptions): SchemaDefinition {
  return fieldsOf((shape as unknown as Typed)._zod.def, options);
}

function fieldsOf({ shape = {} }: Definition, options: SchemaOptions): SchemaDefinition {
  return Object.fromEntries(
    Object.entries(shape)
      .filter(([field]) => field !== '_id')
      .map(([field, typed]) => [field, { $type: typeOf(typed, options) }]),
  ) as SchemaDefinition;
}

function typeOf({ _zod: { def } }: Typed, options: SchemaOptions): unknown {
  switch (def.type) {
    case 'number':
    case 'int':
      return Number;
    case 'boolean':
      return Boolean;
    case 'date':
      return Date;
    case 'array':
      return [within(def.element, options)];
    case 'object':
      return partSchema(def, options);
    case 'literal':
      return ofValues(def.values ?? []);
    case 'enum':
      return ofValues(Object.values(def.entries ?? {}));
    case 'pipe':
      return def.out?._zod.def.type === 'transform' ? String : within(def.out, options);
    case 'lazy':
      return within(def.getter?.(), options);
    case 'string':
    case 'template_literal':
    case 'transform':
      return String;
    case 'union':
      return common((def.options ?? []).map((option) => typeOf(option, options)));
    case 'nullable':
    case 'optional':
    case 'nonoptional':
    case 'readonly':
    case 'default':
    case 'prefault':
    case 'catch':
      return within(def.innerType, options);
    default:
      return mongoose.Schema.Types.Mixed;
  }
}

const PARTS = new WeakMap<Definition, unknown>();

/** The schema of an object within records. Many kinds hold the same parts, such as provenance: each is made once. */
function partSchema(def: Definition, options: SchemaOptions): unknown {
  const known = PARTS.get(def) ?? new mongoose.Schema(fieldsOf(def, options), { ...options, _id: false });
  PARTS.set(def, known);
  return known;
}

function within(typed: Typed | undefined, options: SchemaOptions): unknown {
  return typed ? typeOf(typed, options) : mongoose.Schema.Types.Mixed;
}

/** The type that all alternatives share; anything where they differ. */
function common(types: readonly unknown[]): unknown {
  const [first] = types;
  return first !== undefined && types.every((type) => type === first) ? first : mongoose.Schema.Types.Mixed;
}

function ofValues(values: readonly unknown[]): unknown {
  if (values.every((value) => typeof value === 'string')) return String;
  if (values.every((value) => typeof value === 'number')) return Number;
  return values.every((value) => typeof value === 'boolean') ? Boolean : mongoose.Schema.Types.Mixed;
}
