/** Makes the mongoose model of a kind of record from the zod shape that its data are validated with. */

import mongoose, { type Connection, type Model, type Schema, type SchemaDefinition } from 'mongoose';
import type { z } from 'zod';
import { definitionOf } from './shape.ts';

/** A record as it is stored: its shape, its id, who keeps it, and whatever fields its kind derives. */
export type StoredRecord<Shape extends z.ZodObject = z.ZodObject> = z.output<Shape> & {
  _id: string;
  steward: string;
} & Record<string, unknown>;

/** An index: its paths in order, with options where it has any. */
export type IndexDeclaration =
  Record<string, 1 | -1> | [paths: Record<string, 1 | -1>, options: { unique?: boolean; name?: string }];

/** What a model is made of. */
export interface ModelDeclaration<Shape extends z.ZodObject> {
  /** The model's name (`Body`). */
  name: string;
  /** The collection's name (`bodies`), used as it is. */
  collection: string;
  /** The record without its `_id`. */
  shape: Shape;
  /** Fields that the kind computes when it stores, in mongoose's terms; a type is given as `{ $type: Number }` or `Number`. */
  derived?: SchemaDefinition;
  /** The indexes, built when the model is initialised. */
  indexes?: readonly IndexDeclaration[];
}

const OPTIONS = {
  strict: 'throw',
  versionKey: false,
  minimize: false,
  id: false,
  typeKey: '$type',
} as const;

/**
 * Defines the model of a kind of record on a connection. Fields that are not declared are refused; nulls and empty lists stay as
 * they are; `type` is a field like others. `await model.init()` builds the indexes.
 */
export function defineModel<Shape extends z.ZodObject>(
  connection: Connection,
  { name, collection, shape, derived = {}, indexes = [] }: ModelDeclaration<Shape>,
): Model<StoredRecord<Shape>> {
  const definition = { ...definitionOf(shape, OPTIONS), _id: String, steward: String, ...derived };
  const schema: Schema = new mongoose.Schema(definition, { ...OPTIONS, collection, autoCreate: false });
  for (const index of indexes) {
    if (Array.isArray(index)) schema.index(...index);
    else schema.index(index);
  }
  return connection.model(name, schema, collection) as unknown as Model<StoredRecord<Shape>>;
}
