/** Apollo's gateway and server as they come, over HTTP subgraphs: what the project's own gateway is measured against. A process of its own. */

import { readFileSync } from 'node:fs';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { launch } from '../support/services/process.ts';
import { answering, type Service } from '../support/services/services.ts';

/** Starts it over a supergraph in a file, in which the addresses of the subgraphs stand. */
export function startStockGateway(supergraphFile: string): Promise<Service> {
  const launched = launch({
    file: 'test/bench/stock-gateway.ts',
    args: [supergraphFile],
    env: { APOLLO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
  });
  return answering(launched, /stock gateway at (http:\S+)/);
}

interface Context {
  readonly identity?: string | undefined;
}

/** Passes on who asks, as a gateway before access rules of subgraphs has to. */
class IdentifiedSource extends RemoteGraphQLDataSource<Context> {
  override willSendRequest({
    request,
    context,
  }: Parameters<NonNullable<RemoteGraphQLDataSource<Context>['willSendRequest']>>[0]) {
    const { identity } = context as Context;
    if (identity) request.http?.headers.set('authorization', identity);
  }
}

async function main([supergraphFile = '']: readonly string[]): Promise<void> {
  const gateway = new ApolloGateway({
    supergraphSdl: readFileSync(supergraphFile, 'utf8'),
    buildService: ({ url }) => new IdentifiedSource(url ? { url } : {}),
  });
  const { url } = await startStandaloneServer(new ApolloServer<Context>({ gateway }), {
    listen: { port: 0, host: '127.0.0.1' },
    context: async ({ req }) => ({ identity: req.headers.authorization }),
  });
  console.log(`stock gateway at ${url.replace(/\/$/, '')}`);
}

if (import.meta.main) await main(process.argv.slice(2));
