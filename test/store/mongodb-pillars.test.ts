/** The three pillars over the wire: seeded there, every record, list, filter and look-up is what it is on the embedded store. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDataset, type Dataset } from '../../seed/dataset.ts';
import { load } from '../../seed/load.ts';
import { createVersions, storeState } from '../../seed/versions.ts';
import { ORDERS } from '../../schema/orders.ts';
import { PILLARS } from '../../schema/stewards.ts';
import type { Collection } from '../../subgraphs/kit/collection.ts';
import type { Context } from '../../subgraphs/kit/context.ts';
import { valuesAt } from '../../subgraphs/kit/document.ts';
import type { Row } from '../../subgraphs/kit/list/page.ts';
import { startList, type List, type ListRequest } from '../../subgraphs/kit/list/request.ts';
import type { SearchModel } from '../../subgraphs/kit/search/entry.ts';
import { searchPage, searchTotal } from '../../subgraphs/kit/search/pages.ts';
import { startSearch, type SearchArguments } from '../../subgraphs/kit/search/start.ts';
import type { StoreSettings } from '../../subgraphs/kit/store/open.ts';
import { closePillars, openPillars, type OpenPillar } from '../../subgraphs/open.ts';
import { describeOn } from '../support/store/describe-on.ts';
import { embedded, temporaryFolder } from '../support/store/factory.ts';
import { FERRETDB, MONGOD, type RunningServer, type TestServer } from '../support/store/mongodb-servers.ts';

/** Conditions of every form that the kinds know: substrings in lists of texts, ranges, values in lists, look-ups of their own. */
const FILTERS: Readonly<Record<string, readonly Record<string, unknown>[]>> = {
  Body: [{ text: 'asean' }, { text: '(a' }, { levels: ['MINISTERIAL'], text: 'meeting' }, { acronym: 'ACC' }],
  Meeting: [{ from: '2024-01-01', to: '2025-12-31' }, { text: 'summit' }, { types: [] }, { chairedBy: 'MYS' }],
  Instrument: [{ text: 'declaration' }, { from: '2015' }, { legallyBinding: true }],
  RegionalEntity: [{ text: 'centre' }],
  CrossPillarIssue: [{ text: 'smart' }, { text: 'a/b-c' }, { allThreePillars: true }, { leadPillar: 'ASCC' }],
  SmartCity: [{ memberStates: ['VNM', 'THA'] }, { pilot: true }, { pilot: false }],
  Observation: [
    { fromYear: 2020, toYear: 2023 },
    { latest: true, memberStates: ['SGP'] },
  ],
  Initiative: [{ text: 'digital' }],
  Partner: [{ text: 'united' }],
};

/** One word and several, values that equal the text, kinds and stewards. */
const SEARCHES: readonly SearchArguments[] = [
  { text: 'smart cities' },
  { text: 'turk' },
  { text: 'nothing of the kind' },
  { text: 'digital', kinds: ['INSTRUMENT', 'SECTOR'] },
  { text: 'asean', pillars: ['APSC', 'ASCC'] },
];

for (const server of [FERRETDB, MONGOD])
  describeOn({ ...server, missing: server.missing ?? server.shared }, `the pillars on ${server.name}`, () =>
    compare(server),
  );

function compare(server: TestServer): void {
  const folder = temporaryFolder();
  const here = new Map<string, OpenPillar>();
  const there = new Map<string, OpenPillar>();
  let running: RunningServer;
  let dataset: Dataset;
  beforeAll(async () => {
    dataset = await readDataset();
    running = await server.start();
    await seed(here, embedded(folder.path));
    await seed(there, { kind: 'mongodb', uri: running.uri });
  }, 180_000);
  afterAll(async () => {
    await closePillars([...here.values(), ...there.values()]);
    await running.stop();
    folder.remove();
  });

  async function seed(into: Map<string, OpenPillar>, settings: StoreSettings): Promise<void> {
    for (const pillar of await openPillars(settings)) {
      into.set(pillar.steward.code, pillar);
      const versions = createVersions(pillar.store.connection);
      await load({ shelves: pillar.shelves, versions, dataset, log: () => undefined });
    }
  }

  for (const { code } of PILLARS) {
    /** Asks both stores for the same, each in a request of its own. */
    async function expectSame(ask: (context: Context, pillar: OpenPillar) => Promise<unknown>): Promise<void> {
      const [ours, theirs] = [here, there].map((pillars) => pillars.get(code) as OpenPillar) as [
        OpenPillar,
        OpenPillar,
      ];
      const answer = await ask(ours.subgraph.createContext() as Context, ours);
      expect(await ask(theirs.subgraph.createContext() as Context, theirs)).toEqual(answer);
    }

    test(`${code}: each record is stored, and the version of the data with them`, async () => {
      await expectSame(async (_, { store, shelves }) => ({
        state: storeState(await createVersions(store.connection).read(), dataset),
        records: await Promise.all(shelves.map(({ model }) => model.find({}).sort({ _id: 1 }).lean())),
      }));
    });

    test(`${code}: each collection has its indexes, by the same names`, async () => {
      await expectSame((_, { shelves }) => Promise.all(shelves.map(indexesOf)));
    });

    test(`${code}: each list is the same in each order, page by page, from both ends`, async () => {
      await expectSame(async (context, { shelves }) => {
        const lists: Record<string, unknown> = {};
        for (const { list } of shelves) {
          for (const orderBy of Object.keys(list ? ORDERS[list.kind] : {})) {
            const request = startList(list!.kind, {}, { orderBy });
            const total = await context.pages(list!.kind).total(request);
            lists[`${list!.kind} ${orderBy}`] = [total, await walk(context, request, total)];
          }
        }
        return lists;
      });
    });

    test(`${code}: filters find the same`, async () => {
      await expectSame(async (context, { shelves }) => {
        const found: [object, unknown][] = [];
        for (const { list } of shelves) {
          for (const filter of (list && FILTERS[list.kind]) ?? []) {
            const request = startList(list!.kind, {}, { filter, first: 200 });
            found.push([
              filter,
              [await context.pages(list!.kind).page(request), await context.pages(list!.kind).total(request)],
            ]);
          }
        }
        return found;
      });
    });

    test(`${code}: searches find the same, page by page, from both ends`, async () => {
      await expectSame(async (_, { shelves, subgraph }) => {
        const model = shelves.find(({ beside }) => beside)?.beside?.model as SearchModel;
        const shelf = { model, stewards: code === 'APSC' ? (['APSC', 'ASEAN'] as const) : [code] };
        const found: unknown[] = [subgraph.name];
        for (const search of SEARCHES) {
          const first = await searchPage(shelf, startSearch({ ...search, first: 3 }));
          const list = startSearch({ ...search, last: 3 });
          const next = { ...list, from: 'start' as const, after: first.rows.at(-1)?.key ?? null };
          found.push(
            first,
            await searchPage(shelf, list),
            await searchPage(shelf, next),
            await searchTotal(shelf, list),
          );
        }
        return found;
      });
    });

    test(`${code}: lists under many parents are the same`, async () => {
      await expectSame(async (context, { shelves }) => {
        const pages: unknown[] = [];
        for (const { model, list } of shelves) {
          const documents = list ? await model.find({}).sort({ _id: 1 }).lean() : [];
          for (const [by, path] of Object.entries(list?.scopes ?? {})) {
            const parents = distinct(documents, path);
            const requests = parents.map((of) =>
              startList(list!.kind, { scope: { by, of: String(of) } }, { first: 3 }),
            );
            pages.push(await Promise.all(requests.map((request) => context.pages(list!.kind).page(request))));
          }
        }
        return pages;
      });
    });

    test(`${code}: look-ups by indexed values are the same`, async () => {
      await expectSame(async (context, { shelves }) => {
        const found: unknown[] = [];
        for (const shelf of shelves) {
          const documents = await shelf.model.find({}).sort({ _id: 1 }).lean();
          for (const { key } of await indexesOf(shelf)) {
            const path = Object.keys(key)[0] as string;
            const values = distinct(documents, path).slice(0, 5) as (string | number)[];
            found.push(await Promise.all(values.map((value) => context.related(shelf.entity, path, value))));
          }
        }
        return found;
      });
    });
  }
}

async function indexesOf({ model }: Collection): Promise<{ name: string; key: object }[]> {
  const indexes = await model.collection.listIndexes().toArray();
  return indexes
    .map(({ name, key }) => ({ name: String(name), key: key as object }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** All rows in two pages from each end. */
async function walk(context: Context, list: List, total: number): Promise<Row[][]> {
  const ends: Row[][] = [];
  for (const from of ['start', 'end'] as const) {
    const rows: Row[] = [];
    for (let more = true; more;) {
      const key = rows.at(-1)?.key ?? null;
      const position = from === 'start' ? { after: key, before: null } : { after: null, before: key };
      const request: ListRequest = { ...list, ...position, from, size: Math.ceil(total / 2) + 1 };
      const page = await context.pages(list.kind).page(request);
      expect(page.ahead).toBe(rows.length > 0);
      rows.push(...page.rows);
      more = page.more;
    }
    ends.push(rows);
  }
  return ends;
}

function distinct(documents: readonly unknown[], path: string): unknown[] {
  const values = documents.flatMap((document) => valuesAt(document, path.split('.')));
  return [...new Set(values)].filter((value) => value !== null && value !== undefined);
}
