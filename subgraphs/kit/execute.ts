/** Runs documents on a subgraph: each is parsed, validated and compiled once; what its resolvers throw is presented, or masked. */

import {
  execute,
  Kind,
  parse,
  validate,
  valueFromASTUntyped,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLFormattedError,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Logger } from 'pino';
import { CodedError, isErrorCode, pillarUnavailable } from '../../schema/errors.ts';
import { stewardById, type PillarCode, type SubgraphName } from '../../schema/stewards.ts';
import { isStoreAway } from './away.ts';
import { keptTexts } from './kept-texts.ts';
import type { Call, Subgraph } from './subgraph.ts';

/** What a caller is told of a failure that nobody expected. */
export const MASKED_MESSAGE = 'Something went wrong';

/** What an executor is made of. */
export interface ExecutorOptions {
  readonly subgraph: Subgraph;
  /** Where failures that nobody expected are written whole. */
  readonly logger: Logger;
}

/** An answer with its errors as they may be shown. */
export interface Answer {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** One document to run. */
export interface Run extends Call {
  /** The text of a document with one operation. */
  readonly text: string;
  readonly variables?: Record<string, unknown> | undefined;
  /** Under this id the log has what is masked. */
  readonly requestId?: string | undefined;
}

/** Runs documents on one subgraph. */
export interface Executor {
  /** Errors keep message, path and code; where the store is away the pillar is unavailable; all else is logged and masked. Throws on a document that the subgraph cannot answer, and with the signal's reason when that is aborted first. */
  run(run: Run): Promise<Answer>;
}

type Variables = Record<string, unknown>;
type Compute = (context: object, variables: Variables) => Promise<ExecutionResult> | ExecutionResult;

interface Compiled {
  readonly compute: Compute;
  readonly isRead: boolean;
}

/** Of the documents that are kept compiled, which takes 30 to 80 bytes a character. */
const KEPT = { most: 1_000, characters: 500_000 };

/** An executor with its own documents. */
export function createExecutor({ subgraph, logger }: ExecutorOptions): Executor {
  const pillar = pillarOf(subgraph.name);
  const kept = keptTexts<Compiled>(KEPT);
  const compiledOf = (text: string): Compiled => {
    const known = kept.get(text);
    if (known) return known;
    const compiled = compile(subgraph, text, logger);
    kept.set(text, compiled);
    return compiled;
  };
  return {
    async run({ text, variables = {}, requestId, viewer, brief, signal }) {
      signal?.throwIfAborted();
      const { compute, isRead } = compiledOf(text);
      // What writes is finished, whoever waits for it.
      const context = subgraph.createContext({ viewer, brief, ...(isRead && { signal }) });
      const result = compute(context, variables);
      const isWaiting = signal !== undefined && result instanceof Promise;
      const { data = null, errors } = await (isWaiting ? untilAborted(result, signal) : result);
      if (!errors || errors.length === 0) return { data };
      return { data, errors: errors.map((error) => present(error, { pillar, logger, requestId })) };
    },
  };
}

/** The result, unless nobody waits for it any more: a store may never answer. */
async function untilAborted<T>(result: Promise<T>, signal: AbortSignal): Promise<T> {
  const given = Promise.withResolvers<never>();
  const onAbort = () => given.reject(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([result, given.promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** The pillar that a subgraph is; none for the directory. */
export function pillarOf(name: SubgraphName): PillarCode | undefined {
  const code = stewardById(name)?.code;
  return code === 'ASEAN' ? undefined : code;
}

function compile({ name, schema }: Subgraph, text: string, logger: Logger): Compiled {
  const document = parse(text, { noLocation: true });
  const faults = validate(schema, document);
  if (faults.length > 0)
    throw new Error(`${name} cannot answer the document: ${faults.map(({ message }) => message).join('; ')}\n${text}`);
  const isRead = document.definitions.every((one) => !('operation' in one) || one.operation === 'query');
  const interpret: Compute = (contextValue, variableValues) =>
    execute({ schema, document, contextValue, variableValues });
  try {
    const query = compileQuery(schema, document, undefined, {
      disablingCapturingStackErrors: true,
    });
    const defaults = defaultsOf(document);
    if (isCompiledQuery(query))
      return {
        isRead,
        compute: (context, variables) => query.query(undefined, context, { ...defaults, ...variables }),
      };
    logger.debug({ subgraph: name, errors: query.errors }, 'a document is interpreted, since it cannot be compiled');
  } catch (error) {
    logger.debug({ subgraph: name, err: error }, 'a document is interpreted, since it cannot be compiled');
  }
  return { isRead, compute: interpret };
}

/** The compiled query refuses a non-null variable that is left out, though it has a default. */
function defaultsOf(document: DocumentNode): Variables {
  const definitions = document.definitions.flatMap((one) =>
    one.kind === Kind.OPERATION_DEFINITION ? (one.variableDefinitions ?? []) : [],
  );
  return Object.fromEntries(
    definitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );
}

interface Presentation {
  readonly pillar: PillarCode | undefined;
  readonly logger: Logger;
  readonly requestId: string | undefined;
}

function present(error: GraphQLError, { pillar, logger, requestId }: Presentation): GraphQLFormattedError {
  const { message, path, extensions } = error;
  const place = path === undefined ? {} : { path };
  const code: unknown = extensions?.['code'];
  if (isErrorCode(code) && code !== 'INTERNAL_SERVER_ERROR')
    return { message, ...place, extensions: { pillar, ...extensions, code } };
  const cause = error.originalError ?? error;
  const isAway = pillar !== undefined && isStoreAway(cause);
  logger.error({ err: cause, pillar, path, requestId }, isAway ? 'the store did not answer' : 'a resolver failed');
  const shown = isAway
    ? pillarUnavailable(pillar)
    : new CodedError('INTERNAL_SERVER_ERROR', MASKED_MESSAGE, { pillar });
  return { message: shown.message, ...place, extensions: shown.extensions };
}
