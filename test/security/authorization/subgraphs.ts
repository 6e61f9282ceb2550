/** The subgraphs of the suite: unsigned HTTP servers over the SDL of `graph/`. Every value that only some may see begins with `protected:`. */

import '../../../gateway/no-telemetry.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { pino } from 'pino';
import type { SubgraphName } from '../../../schema/stewards.ts';
import { createSubgraphServer } from '../../../subgraphs/kit/server/server.ts';

/** The subgraphs as they run. */
export interface RunningSubgraphs {
  /** Whole addresses by name. */
  readonly urls: Readonly<Record<string, string>>;
  /** The supergraph over these addresses. */
  readonly supergraphSdl: string;
  stop(): Promise<void>;
}

type Resolvers = Record<string, Record<string, unknown>>;

const GRAPH = new URL('graph/', import.meta.url);
const MAP = { __typename: 'Map', id: 'm1', title: 'Mekong', price: '12' };

/** Starts them on ports that follow each other from this one; 0 takes free ones. Each start has its own notes and titles. */
export async function startSubgraphs(firstPort = 0): Promise<RunningSubgraphs> {
  const resolvers = createResolvers();
  const names = readdirSync(GRAPH).map((file) => file.replace('.graphql', ''));
  const servers = names.toSorted().map((name, index) => {
    const typeDefs = parse(readFileSync(new URL(`${name}.graphql`, GRAPH), 'utf8'));
    const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers[name] as never }]);
    const server = createSubgraphServer({
      subgraph: { name: name as SubgraphName, schema, createContext: () => ({}) },
      verify: () => ({ valid: true, identity: '' }),
      settings: { host: '127.0.0.1', port: firstPort === 0 ? 0 : firstPort + index },
      logger: pino({ level: 'error' }),
      probes: [],
    });
    return { name, typeDefs, server };
  });
  const services = await Promise.all(
    servers.map(async ({ name, typeDefs, server }) => {
      const { url } = await server.listen();
      return { name, typeDefs, url: `${url}/graphql` };
    }),
  );
  const { supergraphSdl, errors } = composeServices(services);
  if (errors) throw new Error(errors.join('\n'));
  return {
    urls: Object.fromEntries(services.map(({ name, url }) => [name, url])),
    supergraphSdl,
    async stop() {
      for (const { server } of servers) await server.stop();
    },
  };
}

function createResolvers(): Record<string, Resolvers> {
  let notes = 0;
  const book = {
    __typename: 'Book',
    id: 'b1',
    title: 'Tides',
    price: 'protected:price',
    code: 'protected:code',
    author: { id: 'a1' },
  };
  const vault = { __typename: 'Vault', contents: 'protected:contents' };
  return {
    library: {
      Query: {
        motto: () => 'Read',
        book: () => book,
        shelf: () => [book, MAP],
        holdings: () => [
          { __typename: 'Print', id: 'p1', run: 50 },
          { __typename: 'Painting', id: 'protected:id', painter: 'protected:painter' },
        ],
        search: () => [book, vault],
        vault: () => vault,
        audit: () => 'protected:audit',
        report: () => 'protected:report',
        ledger: () => 'protected:ledger',
        sealed: () => 'protected:sealed',
        nobody: () => 'protected:nobody',
        seal: () => 'protected:seal',
        rank: () => 'FIRST',
      },
      Mutation: {
        note: () => (notes += 1),
        notes: () => notes,
        rename: (_parent: unknown, { title }: { title: string }) => ({ ...book, title: `protected:${title}` }),
      },
      Book: { __resolveReference: () => book },
      Map: { __resolveReference: () => MAP },
    },
    loans: {
      Query: { loans: () => [{ day: '2025-05-26', book: { id: 'b1' } }] },
      Book: {
        __resolveReference: (reference: object) => reference,
        borrower: () => 'protected:borrower',
        fee: ({ price }: { price?: string }) => `a tenth of ${price}`,
        label: ({ code }: { code?: string }) => `label of ${code}`,
        rating: () => 5,
      },
    },
    people: {
      Query: { author: ({ id }: { id: string }) => ({ id }) },
      Author: {
        __resolveReference: (reference: object) => reference,
        name: () => 'Siti',
        email: () => 'protected:email',
        books: () => [{ id: 'b1' }],
      },
    },
  };
}
