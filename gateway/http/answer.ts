/** Runs one operation for a request over HTTP, through the server's plugins. */

import type { ApolloServer } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { RequestContext } from '../errors.ts';
import type { GraphqlRequest } from './graphql-request.ts';

/** An answer as it may be shown. */
export interface Answer {
  /** The status of the table where the whole operation was refused, else 200. */
  readonly status: number;
  /** Headers that belong to it, such as `allow`. */
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined where the operation was refused as a whole, null where nothing is left of it. */
  readonly data: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors: readonly GraphQLFormattedError[];
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** Runs operations. */
export type Run = (request: GraphqlRequest, context: RequestContext) => Promise<Answer>;

/** Runs operations on a server, which must have started. */
export function createRun(apollo: ApolloServer<RequestContext>): Run {
  return async (request, contextValue) => {
    const { http, body } = await apollo.executeOperation(request, { contextValue });
    if (body.kind !== 'single') throw new Error('an answer in parts was not asked for');
    const { data, errors = [], extensions } = body.singleResult;
    return { status: http.status ?? 200, headers: Object.fromEntries(http.headers), data, errors, extensions };
  };
}

/** The answer as a JSON text, errors first. */
export function jsonText({ data, errors, extensions }: Pick<Answer, 'data' | 'errors' | 'extensions'>): string {
  return `${JSON.stringify({ ...(errors.length > 0 && { errors }), data, extensions })}\n`;
}
