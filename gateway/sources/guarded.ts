/** A data source that never throws: whatever goes wrong becomes one error of the table, and each error says which fields it costs. */

import type { GraphQLDataSource } from '@apollo/gateway';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { callDocument } from './call-document.ts';
import { failureOfCall } from './failure.ts';
import { keepRoot, ORIGIN, type Origin, type Representation } from '../error-places.ts';

type Process = GraphQLDataSource['process'];
type Options = Parameters<Process>[0];

/** The same source, guarded. A call that fails as a whole is the pillar that did not answer; the reason is logged. */
export function guarded(
  source: GraphQLDataSource,
  { name, logger }: { name: string; logger: Logger },
): GraphQLDataSource {
  return {
    async process(options) {
      try {
        const response = await source.process(options);
        if (isOfRoot(options)) keepRoot(options.context, response.data);
        if (!response.errors || response.errors.length === 0) return response;
        return { ...response, errors: response.errors.flatMap((error) => withOrigin(error, options)) };
      } catch (cause) {
        const failure = failureOfCall(cause, { name, logger, context: options.context });
        return { data: null, errors: withOrigin(failure.toJSON(), options) };
      }
    },
  };
}

/** An error of named fields is one error; an error of a whole call is one for each root field, or one for the entities asked for. */
function withOrigin(error: GraphQLFormattedError, options: Options): GraphQLFormattedError[] {
  const at = 'pathInIncomingRequest' in options ? (options.pathInIncomingRequest ?? []).map(String) : [];
  const asked = representationsOf(options);
  const mark = (origin: Origin): GraphQLFormattedError => ({
    ...error,
    extensions: { ...error.extensions, [ORIGIN]: origin },
  });
  const [root, index, ...rest] = error.path ?? [];
  if (root === undefined) {
    const fields = callDocument(options.request.query ?? '').responseNames;
    return asked.length > 0
      ? [mark({ at, fields, rest: [], asked })]
      : fields.map((field) => mark({ at, fields: [field], rest: [], asked }));
  }
  if (asked.length === 0) {
    const [, ...below] = error.path ?? [];
    return [mark({ at, fields: [String(root)], rest: below, asked })];
  }
  const one = typeof index === 'number' ? asked[index] : undefined;
  const [field, ...below] = rest;
  const fields = field === undefined ? callDocument(options.request.query ?? '').responseNames : [String(field)];
  return [mark({ at, fields, rest: below, asked: one ? [one] : asked })];
}

function isOfRoot(options: Options): boolean {
  return representationsOf(options).length === 0;
}

function representationsOf({ request }: Options): readonly Representation[] {
  const representations: unknown = request.variables?.['representations'];
  return Array.isArray(representations) ? (representations as Representation[]) : [];
}
