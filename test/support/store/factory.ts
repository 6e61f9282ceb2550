/** Stores for tests: how one is opened, and a collection of its own for each case. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose, { type Connection, type Model, type SchemaDefinition } from 'mongoose';
import { openStore, type EmbeddedSettings, type Store } from '../../../subgraphs/kit/store/open.ts';

/** How the conformance suite gets a store, and gives it back. */
export interface StoreFactory {
  open(): Promise<Store>;
  dispose(): Promise<void>;
  /** The tests of the suite that the server behind the store cannot pass, by name, with the reason. Models do without what they show. */
  readonly lacks?: Readonly<Record<string, string>>;
}

/** A document of the test collections; fields are whatever a case needs. */
export type TestDocument = { _id: string } & Record<string, unknown>;

/** The index declarations of a test collection. */
export type TestIndexes = readonly [paths: Record<string, 1 | -1>, options?: { unique?: boolean }][];

const DEFINITION: SchemaDefinition = {
  _id: String,
  name: String,
  code: String,
  n: Number,
  m: Number,
  at: Date,
  open: Boolean,
  scope: String,
  tags: { $type: [String], default: undefined },
  parts: { $type: [{ _id: false, role: String, size: Number, type: String }], default: undefined },
  chair: {
    $type: new mongoose.Schema({ state: String, since: String }, { _id: false, typeKey: '$type' }),
    default: undefined,
  },
};

let made = 0;

/** A model on a collection that nobody else uses, its indexes built. */
export async function freshModel(connection: Connection, indexes: TestIndexes = []): Promise<Model<TestDocument>> {
  made += 1;
  return testModel(connection, `case${made}`, indexes);
}

/** The model that the writing process and its observers share. */
export async function numberedModel(connection: Connection): Promise<Model<TestDocument>> {
  return testModel(connection, 'numbered', [[{ n: 1, _id: 1 }], [{ tags: 1, n: 1, _id: 1 }]]);
}

async function testModel(connection: Connection, name: string, indexes: TestIndexes): Promise<Model<TestDocument>> {
  const schema = new mongoose.Schema(DEFINITION, {
    strict: 'throw',
    versionKey: false,
    minimize: false,
    id: false,
    typeKey: '$type',
  });
  for (const [paths, options] of indexes) schema.index(paths, options ?? {});
  const model = connection.model(name, schema, name) as unknown as Model<TestDocument>;
  await model.init();
  return model;
}

/** A folder for a test, and its removal. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'store-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The settings of an embedded store in a folder. */
export function embedded(dataDir: string, more: Partial<EmbeddedSettings> = {}): EmbeddedSettings {
  return { kind: 'embedded', dataDir, ...more };
}

/** A factory of embedded stores, each in a folder of its own. */
export function embeddedFactory(): StoreFactory {
  const folder = temporaryFolder();
  return {
    open: () => openStore('asean_test', embedded(folder.path)),
    dispose: async () => folder.remove(),
  };
}
