/** A data source over a subgraph in the same process: no socket and no JSON text between, each document parsed and compiled once. */

import type { GraphQLDataSource } from '@apollo/gateway';
import {
  execute,
  parse,
  validate,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLFormattedError,
  Kind,
  valueFromASTUntyped,
  type DocumentNode,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { CodedError, isErrorCode } from '../../schema/errors.ts';
import { stewardById, type PillarCode, type SubgraphName } from '../../schema/stewards.ts';
import type { Subgraph } from '../../subgraphs/kit/subgraph.ts';

/** What an in-process source is made of. */
export interface InProcessSourceOptions {
  readonly subgraph: Subgraph;
  /** Where failures that nobody expected are written whole. */
  readonly logger: Logger;
  /** Told of each call, before it runs. */
  readonly onCall?: ((name: SubgraphName) => void) | undefined;
  /** How many documents are kept compiled; the least recently used go first. */
  readonly keptDocuments?: number | undefined;
}

type Variables = Record<string, unknown>;
type Run = (context: object, variables: Variables) => Promise<ExecutionResult> | ExecutionResult;

/** The source. Errors keep message, path and code; an error without a code of the table is logged and masked. */
export function createInProcessSource(options: InProcessSourceOptions): GraphQLDataSource {
  const { subgraph, logger, onCall, keptDocuments = 2_000 } = options;
  const pillar = pillarOf(subgraph.name);
  const compiled = new LRUCache<string, Run>({ max: keptDocuments });

  function runOf(text: string): Run {
    const known = compiled.get(text);
    if (known) return known;
    const run = compile(subgraph, text, logger);
    compiled.set(text, run);
    return run;
  }

  return {
    async process({ request, context }) {
      onCall?.(subgraph.name);
      const run = runOf(request.query ?? '');
      const { data, errors } = await run(subgraph.createContext(), request.variables ?? {});
      if (!errors || errors.length === 0) return { data: data ?? null };
      const { requestId } = context as { requestId?: string };
      return {
        data: data ?? null,
        errors: errors.map((error) => present(error, { pillar, logger, requestId })),
      };
    },
  };
}

function compile({ name, schema }: Subgraph, text: string, logger: Logger): Run {
  const document = parse(text, { noLocation: true });
  const faults = validate(schema, document);
  if (faults.length > 0)
    throw new Error(`${name} cannot answer the document: ${faults.map(({ message }) => message).join('; ')}\n${text}`);
  const interpret: Run = (contextValue, variableValues) => execute({ schema, document, contextValue, variableValues });
  try {
    const query = compileQuery(schema, document, undefined, {
      disablingCapturingStackErrors: true,
    });
    const defaults = defaultsOf(document);
    if (isCompiledQuery(query))
      return (context, variables) => query.query(undefined, context, { ...defaults, ...variables });
    logger.debug({ subgraph: name, errors: query.errors }, 'a document is interpreted, since it cannot be compiled');
  } catch (error) {
    logger.debug({ subgraph: name, err: error }, 'a document is interpreted, since it cannot be compiled');
  }
  return interpret;
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
  logger.error({ err: error.originalError ?? error, pillar, path, requestId }, 'a resolver failed');
  const { message: masked, extensions: shown } = new CodedError('INTERNAL_SERVER_ERROR', 'Something went wrong', {
    pillar,
  });
  return { message: masked, ...place, extensions: shown };
}

/** The pillar that a subgraph is; none for the directory. */
export function pillarOf(name: SubgraphName): PillarCode | undefined {
  const code = stewardById(name)?.code;
  return code === 'ASEAN' ? undefined : code;
}
