/** What of an error reaches the client: its message when it was written for clients, a code of the table, and nothing of the inside. */

import type { Context as Trace } from '@opentelemetry/api';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { HeaderMap, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import type { Logger } from 'pino';
import {
  CodedError,
  cutMessage,
  detailsOf,
  ERRORS,
  isErrorCode,
  type CodedErrorOptions,
  type ErrorCode,
} from '../schema/errors.ts';
import { MASKED_MESSAGE } from '../subgraphs/kit/execute.ts';
import type { OperationNote } from '../subgraphs/kit/server/app.ts';
import type { Viewer } from '../subgraphs/kit/viewer.ts';
import type { Briefs } from './briefs/briefs.ts';
import type { KeptAnswer } from './cache/answers.ts';
import type { Measured } from './limits/measure.ts';

/** What every request carries through the gateway. */
export interface RequestContext extends BaseContext {
  /** Under this id the log has the request, and the errors that were masked. */
  readonly requestId: string;
  /** Who asks, by a valid token. */
  readonly viewer?: Viewer | undefined;
  /** The same as text, passed on to remote subgraphs under the gateway's signature; empty where there is no token. What callers share, they share under it. */
  readonly identity?: string;
  /** Aborted when the client has left: nobody waits for the answer. */
  readonly signal?: AbortSignal;
  /** What was read for the mutations of the operation, by their names in the answer. */
  readonly briefs?: Briefs | undefined;
  /** Below which its spans stand. */
  readonly trace?: Trace | undefined;
  /** Nobody is asked anything: the answer is what would be asked. */
  readonly isDryRun?: boolean;
  /** What the operation of a dry run measures. */
  readonly measured?: Measured | undefined;
  /** Only queries are run: the method of the request promises that nothing changes. */
  readonly isReadOnly?: boolean;
  /** The name of the registered operation of which this one is a part. */
  readonly partOf?: string | undefined;
  /** Whether the answer may be kept. */
  readonly mayKeep?: boolean;
  /** What is found out about the operation on its way. */
  readonly note?: AnswerNote;
}

/** What whoever sends an answer is told of it. */
export interface AnswerNote extends OperationNote {
  /** Where the data are kept. */
  kept?: KeptAnswer | undefined;
}

/** Names under which libraries report what the table calls otherwise. */
const SYNONYMS: Readonly<Record<string, ErrorCode>> = {
  INVALID_GRAPHQL: 'GRAPHQL_VALIDATION_FAILED',
  PERSISTED_QUERY_NOT_FOUND: 'BAD_REQUEST',
  PERSISTED_QUERY_NOT_SUPPORTED: 'BAD_REQUEST',
  MAX_RECURSIVE_SELECTIONS_EXCEEDED: 'GRAPHQL_VALIDATION_FAILED',
};

/** Formats an error for the client. Everything that is not an expected failure is masked. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const code = codeOf(formatted, error);
  const { message, locations, path } = formatted;
  return {
    message: code === 'INTERNAL_SERVER_ERROR' ? MASKED_MESSAGE : shownMessage(message),
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: { code, ...detailsOf(formatted.extensions) },
  };
}

/** What the parser says of a document that nests too deeply for it is of no use to a client. */
function shownMessage(message: string): string {
  if (message.includes('Maximum call stack')) return 'The request nests too deeply to be read';
  return cutMessage(message.trim());
}

/** Logs what is masked, whole and with the request id, and puts the id into the answer; refuses operations that cannot be chosen. */
export function errorsPlugin(logger: Logger): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ request, operation, document, contextValue: { isReadOnly } }) {
          if (!operation) throw unresolved(request.operationName, document.definitions.length);
          if (isReadOnly === true && operation.operation !== 'query') throw onlyByPost(operation.operation);
        },
        async didEncounterErrors({ errors, contextValue: { requestId } }) {
          for (const error of errors) {
            if (isMaskedHere(error)) logger.error({ err: error.originalError ?? error, requestId }, 'a request failed');
          }
        },
        async willSendResponse({ response, contextValue: { requestId } }) {
          if (response.body.kind !== 'single') return;
          for (const { extensions } of response.body.singleResult.errors ?? []) {
            if (extensions?.['code'] === 'INTERNAL_SERVER_ERROR') Object.assign(extensions, { requestId });
          }
        },
      };
    },
  };
}

function unresolved(name: string | undefined, definitions: number): GraphQLError {
  const message = name
    ? `The document has no operation named ${JSON.stringify(name)}`
    : definitions === 0
      ? 'The document has no operation'
      : 'The document has several operations: operationName must name one';
  return refusal('OPERATION_RESOLUTION_FAILURE', message);
}

function onlyByPost(operation: string): GraphQLError {
  return refusal('METHOD_NOT_ALLOWED', `A ${operation} is sent by POST: GET answers queries`, { allow: 'POST' });
}

/** An error that refuses a whole operation before it runs: with the HTTP status of the table, and with what was measured and is allowed where a limit is exceeded. */
export function refusal(
  code: ErrorCode,
  message: string,
  headers: Readonly<Record<string, string>> = {},
  details: CodedErrorOptions = {},
): GraphQLError {
  const { extensions, nodes } = new CodedError(code, message, details);
  const http = { status: ERRORS[code].status, headers: new HeaderMap(Object.entries(headers)) };
  return new GraphQLError(message, { nodes: nodes ?? null, extensions: { ...extensions, http } });
}

/** What is said of an operation that was not begun, for the reason that is given. */
export function notBegun(reason: unknown): string {
  return `The graph has more operations than it answers: ${reason instanceof Error ? reason.message : String(reason)}`;
}

/** What a subgraph masked was logged where it happened. */
function isMaskedHere(error: GraphQLError): boolean {
  return codeOf(error, error) === 'INTERNAL_SERVER_ERROR' && error.extensions['serviceName'] === undefined;
}

/** The code of the table; that of a scalar's refusal also where validation found it first. */
function codeOf({ extensions }: Pick<GraphQLFormattedError, 'extensions'>, error: unknown): ErrorCode {
  const original = error instanceof GraphQLError ? error.originalError : undefined;
  if (original instanceof CodedError) return original.code;
  const code = extensions?.['code'];
  if (isErrorCode(code)) return code;
  return (typeof code === 'string' && SYNONYMS[code]) || 'INTERNAL_SERVER_ERROR';
}
