/** A supergraph that is exchanged while requests run: nobody notices but by what is new. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { pino } from 'pino';
import { startGeneralGateway } from '../../../gateway/general.ts';
import { startForeignGateway, startForeignSubgraph, supergraphOf, type RunningSubgraph } from './foreign.ts';

const BOOKS = {
  sdl: 'type Query { books: [Book!]! } type Book @key(fields: "isbn") { isbn: ID! title: String! }',
  resolvers: {
    Query: {
      books: () => [
        { isbn: '1', title: 'One' },
        { isbn: '2', title: 'Two' },
      ],
    },
    Book: { __resolveReference: ({ isbn }: { isbn: string }) => ({ isbn, title: `Book ${isbn}` }) },
  },
};
const STOCK = {
  sdl: 'type Book @key(fields: "isbn") { isbn: ID! copies: Int! }',
  resolvers: {
    Book: { __resolveReference: (book: object) => book, copies: ({ isbn }: { isbn: string }) => Number(isbn) * 10 },
  },
};
const REVIEWS = {
  sdl: 'type Book @key(fields: "isbn") { isbn: ID! stars: Int }',
  resolvers: { Book: { __resolveReference: (book: object) => book, stars: () => 5 } },
};

const startAll = async () => ({
  books: await startForeignSubgraph('books', BOOKS),
  stock: await startForeignSubgraph('stock', STOCK),
  reviews: await startForeignSubgraph('reviews', REVIEWS),
});
const stopAll = (all: Record<string, RunningSubgraph>) =>
  Promise.all(Object.values(all).map((one) => one[Symbol.asyncDispose]()));

const COPIES = [{ copies: 10 }, { copies: 20 }];

test('requests without a pause are all answered while the supergraph is exchanged back and forth, and the new field is served', async () => {
  const all = await startAll();
  const small = supergraphOf([all.books, all.stock]);
  const large = supergraphOf([all.books, all.stock, all.reviews]);
  await using gateway = await startForeignGateway(small);

  const over = new AbortController();
  let answered = 0;
  const failed: unknown[] = [];
  const askOnAndOn = async (place: number) => {
    for (let round = 0; !over.signal.aborted; round++) {
      // Another alias is another operation: some are planned while the supergraph is exchanged.
      const answer = await gateway.ask(`{ books { c${place}_${round % 50}: copies } }`);
      const expected = COPIES.map(({ copies }) => ({ [`c${place}_${round % 50}`]: copies }));
      if (JSON.stringify(answer) !== JSON.stringify({ data: { books: expected } })) failed.push(answer);
      answered++;
    }
  };
  const asking = Array.from({ length: 8 }, (_, place) => askOnAndOn(place));
  for (const next of [large, small, large, small, large]) {
    const exchanged = gateway.logged(/exchanged/);
    await gateway.exchange(next);
    await exchanged;
  }
  expect(await gateway.ask('{ books { stars } }')).toEqual({ data: { books: [{ stars: 5 }, { stars: 5 }] } });
  over.abort();
  await Promise.all(asking);
  expect(failed).toEqual([]);
  expect(answered).toBeGreaterThan(50);
  await stopAll(all);
});

test('a request that began before the exchange ends as it would have, though its subgraph is gone from the supergraph', async () => {
  const held = Promise.withResolvers<void>();
  const called = Promise.withResolvers<void>();
  const books = await startForeignSubgraph('books', {
    ...BOOKS,
    resolvers: {
      ...BOOKS.resolvers,
      Query: {
        async books() {
          called.resolve();
          await held.promise;
          return BOOKS.resolvers.Query.books();
        },
      },
    },
  });
  const stock = await startForeignSubgraph('stock', STOCK);
  await using gateway = await startForeignGateway(supergraphOf([books, stock]));
  const answer = gateway.ask('{ books { copies } }');
  await called.promise;
  const exchanged = gateway.logged(/exchanged/);
  await gateway.exchange(supergraphOf([books]));
  await exchanged;
  held.resolve();
  expect(await answer).toEqual({ data: { books: COPIES } });
  expect((await gateway.ask('{ books { copies } }')).errors).toHaveLength(1);
  await stopAll({ books, stock });
});

test.each([
  ['no GraphQL', 'type Query {', /Syntax Error/],
  ['the schema of an API', 'type Query { books: Int }', /names no subgraphs/],
])('a new text that is %s leaves the old supergraph in use and is logged once', async (_, text, reason) => {
  const all = await startAll();
  await using gateway = await startForeignGateway(supergraphOf([all.books, all.stock]));
  const refused = gateway.logged(/is not used/);
  await gateway.exchange(text);
  await refused;
  expect(await gateway.ask('{ books { copies } }')).toEqual({ data: { books: COPIES } });
  const exchanged = gateway.logged(/exchanged/);
  await gateway.exchange(supergraphOf([all.books, all.reviews]));
  await exchanged;
  expect(await gateway.ask('{ books { stars } }')).toEqual({ data: { books: [{ stars: 5 }, { stars: 5 }] } });
  const complaints = gateway.log.filter(({ msg }) => /is not used/.test(String(msg)));
  expect(complaints.map(({ err }) => (err as Error).message)).toEqual([expect.stringMatching(reason)]);
  await stopAll(all);
});

test('a supergraph at an address is asked again and again, and nothing is read anew while its tag stands', async () => {
  const all = await startAll();
  let served = supergraphOf([all.books, all.stock]);
  const statuses: number[] = [];
  const polled = Promise.withResolvers<void>();
  const registry = createServer((request, response) => {
    const tag = `"${served.length}"`;
    const isKnown = request.headers['if-none-match'] === tag;
    statuses.push(isKnown ? 304 : 200);
    if (statuses.length > 3) polled.resolve();
    response.writeHead(isKnown ? 304 : 200, { etag: tag }).end(isKnown ? undefined : served);
  });
  await new Promise<void>((resolve) => void registry.listen(0, '127.0.0.1', resolve));
  const exchanged = Promise.withResolvers<void>();
  const gateway = await startGeneralGateway({
    settings: { host: '127.0.0.1', port: 0 },
    supergraph: `http://127.0.0.1:${(registry.address() as AddressInfo).port}/supergraph`,
    watch: { pollMs: 50 },
    logger: pino({ level: 'info' }, { write: (line: string) => /was exchanged/.test(line) && exchanged.resolve() }),
    say: () => {},
  });
  await polled.promise;
  expect(statuses.slice(0, 4)).toEqual([200, 304, 304, 304]);
  served = supergraphOf([all.books, all.reviews]);
  await exchanged.promise;
  await gateway.stop();
  registry.closeAllConnections();
  registry.close();
  await stopAll(all);
});
