/** Runs one operation for a request over HTTP, through the server's plugins. */

import type { ApolloServer } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { CodedError } from '../../schema/errors.ts';
import { notBegun, type RequestContext } from '../errors.ts';
import { FullError, type Limit } from '../sources/limit.ts';
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

/** Runs operations on a server, which must have started, as many at a time as the limit lets in. Rejects with `OVERLOADED` where there is no room, of which `onRefused` is told. */
export function createRun(apollo: ApolloServer<RequestContext>, limit: Limit, onRefused: () => void): Run {
  return async (request, contextValue) => {
    const { http, body } = await limit
      .run(() => apollo.executeOperation(request, { contextValue }), contextValue.signal)
      .catch((error: unknown) => {
        // Who left before its turn reads no answer, and no fault is to be logged.
        if (error instanceof FullError) onRefused();
        if (error instanceof FullError || contextValue.signal?.aborted)
          throw new CodedError('OVERLOADED', notBegun(error), { cause: error });
        throw error;
      });
    if (body.kind !== 'single') throw new Error('an answer in parts was not asked for');
    const { data, errors = [], extensions } = body.singleResult;
    return { status: http.status ?? 200, headers: Object.fromEntries(http.headers), data, errors, extensions };
  };
}

/** The answer as a JSON text, errors first. */
export function jsonText({ data, errors, extensions }: Pick<Answer, 'data' | 'errors' | 'extensions'>): string {
  return `${JSON.stringify({ ...(errors.length > 0 && { errors }), data, extensions })}\n`;
}

/** Longer ones are sent as bytes: as texts they would be copied once to be measured and once to be sent. In UTF-16 units. */
const LONG = 8_192;
const BODIES = new WeakMap<object, string | Buffer>();

/** The same as it is sent. Whoever joined an identical read has the same data, which are written once. */
export function jsonBody(answer: Answer): string | Buffer {
  const { data, errors, extensions } = answer;
  const isPlain = data && errors.length === 0 && extensions === undefined;
  const known = isPlain ? BODIES.get(data) : undefined;
  if (known !== undefined) return known;
  const text = jsonText(answer);
  const body = text.length < LONG ? text : Buffer.from(text);
  if (isPlain) BODIES.set(data, body);
  return body;
}
