/** The conformance suite: what every store must do in the same way, by subject, against whatever store a factory opens. */

import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import type { Model } from 'mongoose';
import { freshModel, type StoreFactory, type TestDocument, type TestIndexes } from '../../support/store/factory.ts';
import type { Store } from '../../../subgraphs/kit/store/open.ts';
import { aggregation } from './aggregation.ts';
import { arrays } from './arrays.ts';
import { bulk } from './bulk.ts';
import { concurrency } from './concurrency.ts';
import { crud } from './crud.ts';
import { paging } from './paging.ts';
import { patterns } from './patterns.ts';
import { projections } from './projections.ts';
import { sorting } from './sorting.ts';
import { uniqueness } from './uniqueness.ts';
import { updates } from './updates.ts';

/** What the cases of a subject are given. */
export interface StoreContext {
  /** A model on an empty collection. */
  model(indexes?: TestIndexes): Promise<Model<TestDocument>>;
  store(): Store;
}

/** Runs the suite against a store. What the factory says that the store lacks is skipped with its reason. */
export function describeStore(name: string, factory: StoreFactory): void {
  describe(name, () => {
    let store: Store;
    beforeAll(async () => {
      store = await factory.open();
    });
    afterAll(async () => {
      await store.close();
      await factory.dispose();
    });
    beforeEach(({ task, skip }) => {
      const reason = factory.lacks?.[task.name];
      if (reason !== undefined) skip(reason);
    });
    const context: StoreContext = { model: (indexes) => freshModel(store.connection, indexes), store: () => store };
    describe('documents', () => crud(context));
    describe('order', () => sorting(context));
    describe('projections', () => projections(context));
    describe('lists', () => arrays(context));
    describe('ranges and pages', () => paging(context));
    describe('patterns', () => patterns(context));
    describe('unique indexes', () => uniqueness(context));
    describe('updates', () => updates(context));
    describe('concurrent writes', () => concurrency(context));
    describe('bulk writes', () => bulk(context));
    describe('aggregations', () => aggregation(context));
  });
}
