/** Refuses operations that the viewer may not run, before they are planned: so it holds whoever executes them. */

import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type OperationDefinitionNode } from 'graphql';
import { ERRORS, type CodedError } from '../../schema/errors.ts';
import { refusalOf, type Demand } from '../../subgraphs/kit/demands.ts';
import type { RequestContext } from '../errors.ts';
import { demandsOfOperation } from './authorize.ts';
import type { Requirements } from './requirements.ts';

/** The plugin. Errors: `UNAUTHENTICATED`, `FORBIDDEN`. */
export function accessPlugin(requirements: () => Requirements): ApolloServerPlugin<RequestContext> {
  // The server keeps the documents it has parsed, so an operation that comes again is the same node.
  const known = new WeakMap<OperationDefinitionNode, { of: Requirements; demands: ReadonlySet<Demand> }>();
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, contextValue: { viewer } }) {
          if (!operation) return;
          const current = requirements();
          let weighed = known.get(operation);
          if (weighed?.of !== current) {
            weighed = { of: current, demands: demandsOfOperation({ document, operation }, current) };
            known.set(operation, weighed);
          }
          const refusal = refusalOf(weighed.demands, viewer);
          if (refusal) throw withChallenge(refusal);
        },
      };
    },
  };
}

/** What the answer to a refused request says of tokens, by RFC 6750. */
export const CHALLENGES: Readonly<Partial<Record<CodedError['code'], string>>> = {
  UNAUTHENTICATED: 'Bearer',
  FORBIDDEN: 'Bearer error="insufficient_scope"',
};

function withChallenge({ code, message }: CodedError): GraphQLError {
  const headers = new HeaderMap([['www-authenticate', CHALLENGES[code] ?? 'Bearer']]);
  return new GraphQLError(message, { extensions: { code, http: { status: ERRORS[code].status, headers } } });
}
