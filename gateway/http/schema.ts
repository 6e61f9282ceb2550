/** `/schema.graphql`: the schema of the API, to be kept beside a program or read by its tools. */

import type { FastifyInstance } from 'fastify';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { refuseMethods } from '../../subgraphs/kit/server/errors.ts';
import { lazyAsset, sendAsset } from './assets.ts';

/** Where it is. */
const SCHEMA_PATH = '/schema.graphql';

/** Adds the route. `schema` gives the schema as it is now: the text is made anew when it is another one. */
export function addSchemaRoute(app: FastifyInstance, schema: () => GraphQLSchema): void {
  let made: { readonly of: GraphQLSchema; readonly asset: ReturnType<typeof lazyAsset> } | undefined;
  app.get(SCHEMA_PATH, async (request, reply) => {
    const of = schema();
    if (made?.of !== of) {
      const text = async () => `${printSchema(lexicographicSortSchema(of))}\n`;
      made = { of, asset: lazyAsset('application/graphql; charset=utf-8', text) };
    }
    return sendAsset(await made.asset(), request, reply);
  });
  refuseMethods(app, SCHEMA_PATH, ['GET', 'HEAD']);
}
