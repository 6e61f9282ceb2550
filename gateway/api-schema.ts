/** Keeps the schema of the API at hand, as the gateway last loaded it. */

import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';

/** A plugin that is told of each schema, and the newest of them. */
export interface ApiSchema {
  readonly plugin: ApolloServerPlugin;
  /** Throws before the server has started. */
  current(): GraphQLSchema;
}

/** Makes it. */
export function createApiSchema(): ApiSchema {
  let newest: GraphQLSchema | undefined;
  return {
    plugin: {
      async serverWillStart() {
        return { schemaDidLoadOrUpdate: ({ apiSchema }) => void (newest = apiSchema) };
      },
    },
    current() {
      if (!newest) throw new Error('The server has not started');
      return newest;
    },
  };
}
