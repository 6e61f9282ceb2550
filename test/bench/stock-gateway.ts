/** Apollo's gateway and server as they come, over HTTP subgraphs: what the project's own gateway is measured against. A process of its own. */

import { readFileSync } from 'node:fs';
import { ApolloGateway, LocalGraphQLDataSource, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { createDirectory } from '../../subgraphs/directory/subgraph.ts';
import { launch } from '../support/services/process.ts';
import { answering, type Service } from '../support/services/services.ts';

/** Starts it over the addresses of the three subgraphs, by their names in the supergraph. */
export function startStockGateway(urls: Readonly<Record<string, string>>): Promise<Service> {
  const args = [JSON.stringify(urls)];
  const launched = launch({ file: 'test/bench/stock-gateway.ts', args, env: { APOLLO_TELEMETRY_DISABLED: '1' } });
  return answering(launched, /stock gateway at (http:\S+)/);
}

async function main([text = '{}']: readonly string[]): Promise<void> {
  const urls = JSON.parse(text) as Readonly<Record<string, string>>;
  const directory = new LocalGraphQLDataSource(createDirectory().schema);
  const gateway = new ApolloGateway({
    supergraphSdl: readFileSync(new URL('../../schema/generated/supergraph-open.graphql', import.meta.url), 'utf8'),
    buildService: ({ name }) =>
      name === 'directory' ? directory : new RemoteGraphQLDataSource({ url: `${urls[name]}/graphql` }),
  });
  const { url } = await startStandaloneServer(new ApolloServer({ gateway }), {
    listen: { port: 0, host: '127.0.0.1' },
  });
  console.log(`stock gateway at ${url.replace(/\/$/, '')}`);
}

if (import.meta.main) await main(process.argv.slice(2));
