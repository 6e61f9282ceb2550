/** The error table: every code that an answer may carry, with its HTTP status, what it says and what to do about it. As long as there are codes. */

import { GraphQLError, type ASTNode } from 'graphql';
import { PILLAR_CODES, stewardByCode, type PillarCode } from './stewards.ts';

/** One row of the table. */
export interface ErrorRow {
  /** HTTP status of an answer that holds nothing but this error. An answer that also has data is always 200. */
  readonly status: number;
  /** What it says, in one sentence. */
  readonly sentence: string;
  /** What the caller can do. */
  readonly remedy: string;
}

/** All codes. Documentation, types and tests are held against this table. */
export const ERRORS = {
  GRAPHQL_PARSE_FAILED: {
    status: 400,
    sentence: 'The document is not GraphQL.',
    remedy: 'Correct the syntax at the place that the message names.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    sentence: 'The document asks for what the graph does not have.',
    remedy: 'Compare with the schema; the message often suggests a name.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    sentence: 'The document has several operations, or none of the name that was given.',
    remedy: 'Send `operationName` with the name of one operation of the document.',
  },
  BAD_REQUEST: {
    status: 400,
    sentence: 'The HTTP request is not one that carries a GraphQL operation.',
    remedy: 'Send JSON with a `query` by POST, or a GET with a `query` parameter.',
  },
  CROSS_SITE_REQUEST: {
    status: 403,
    sentence: 'A page of another site had a browser send the request.',
    remedy:
      'Let the page be named in `CORS_ORIGINS`, or send a header that no other site can: `apollo-require-preflight: 1`.',
  },
  NOT_ACCEPTABLE: {
    status: 406,
    sentence: 'The answer has no form that the header `accept` or the parameter `format` allows.',
    remedy: 'Accept JSON, `text/csv` or `application/x-ndjson`.',
  },
  NOT_A_TABLE: {
    status: 400,
    sentence: 'The answer cannot be laid out in rows, or not in the way that was asked.',
    remedy: 'Choose the list whose members are the rows with `rows`; the message names the lists.',
  },
  BODY_TOO_LARGE: {
    status: 413,
    sentence: 'The body is larger than the limit.',
    remedy: 'Send a smaller document; the message says how much is allowed.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    sentence: 'The body has a content type that is not read.',
    remedy: 'Send `content-type: application/json`.',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    sentence: 'The address does not answer this HTTP method.',
    remedy: 'Use a method that the header `allow` names.',
  },
  NOT_FOUND: {
    status: 404,
    sentence: 'There is nothing at this address.',
    remedy: 'The graph is at /graphql, the explorer at /, the registered operations at /q.',
  },
  UNAUTHENTICATED: {
    status: 401,
    sentence: 'The request needs a bearer token and has none, or its token is not valid.',
    remedy: 'Send `authorization: Bearer <token>`; the message says which check a token failed.',
  },
  FORBIDDEN: {
    status: 403,
    sentence: 'The token does not allow what the operation asks for.',
    remedy: 'Use a token with the scopes that the message names, or leave out what needs them.',
  },
  BAD_USER_INPUT: {
    status: 400,
    sentence: 'A variable or an argument has a value of the wrong type.',
    remedy: 'Send a value of the type that the message names.',
  },
  INVALID_DATE: {
    status: 400,
    sentence: 'A date or an instant is malformed or is no day of the calendar.',
    remedy:
      'Send a Date as `2018-05-25`, a PartialDate also as `2018-05` or `2018`, a DateTime as `2018-05-25T08:30:00Z`.',
  },
  INVALID_PAGE_SIZE: {
    status: 400,
    sentence: '`first` or `last` is below 0 or above 200, or both are given.',
    remedy: 'Ask for 0 to 200 rows, from one end.',
  },
  INVALID_CURSOR: {
    status: 200,
    sentence: 'A cursor is not one of this list with this filter and this order.',
    remedy: 'Send a cursor that the same list gave, with the same filter and order.',
  },
  INVALID_FILTER: {
    status: 200,
    sentence: 'The conditions of a filter contradict each other or cannot be read.',
    remedy: 'Correct the condition that the message names.',
  },
  TOO_MANY_VALUES: {
    status: 400,
    sentence: 'The variables hold too many values.',
    remedy: 'Send long lists in parts.',
  },
  VARIABLES_TOO_DEEP: {
    status: 400,
    sentence: 'The variables nest too many lists and objects.',
    remedy: 'Send variables of the types that the schema names: none nests that deep.',
  },
  DOCUMENT_TOO_LONG: {
    status: 400,
    sentence: 'The document is too long.',
    remedy: 'Send values as variables, and leave out comments.',
  },
  TOO_MANY_TOKENS: {
    status: 400,
    sentence: 'The document has too many names, values and marks.',
    remedy: 'Ask in several operations, and send values as variables.',
  },
  DOCUMENT_TOO_DEEP: {
    status: 400,
    sentence: 'The document nests too many brackets.',
    remedy: 'Ask for less inside each other.',
  },
  TOO_MANY_OPERATIONS: {
    status: 400,
    sentence: 'The document has too many operations.',
    remedy: 'Send the operation that is meant, with its fragments.',
  },
  TOO_MANY_FRAGMENTS: {
    status: 400,
    sentence: 'The document has too many fragments.',
    remedy: 'Send only the fragments that the operation spreads.',
  },
  TOO_MANY_DIRECTIVES: {
    status: 400,
    sentence: 'The document has too many directives.',
    remedy: 'Put one `@include` or `@skip` on a fragment in place of many on fields.',
  },
  TOO_MANY_SELECTIONS: {
    status: 400,
    sentence: 'The document selects too many fields, where each fragment is written out.',
    remedy: 'Ask for less, or in several operations; fragments inside fragments multiply.',
  },
  SELECTION_TOO_DEEP: {
    status: 400,
    sentence: 'The operation nests too many fields.',
    remedy: 'Ask for the inner ones by their ids in an operation of their own.',
  },
  TOO_MANY_ROOT_FIELDS: {
    status: 400,
    sentence: 'The operation asks for too many fields of the root.',
    remedy: 'Ask in several operations, or for a list with a filter in place of many look-ups.',
  },
  TOO_MANY_ALIASES: {
    status: 400,
    sentence: 'The operation has too many aliases.',
    remedy: 'Ask in several operations, or for a list with a filter in place of many look-ups.',
  },
  TOO_MANY_REPETITIONS: {
    status: 400,
    sentence: 'The document asks for the same fields again and again.',
    remedy: 'Name each field once.',
  },
  INTROSPECTION_TOO_DEEP: {
    status: 400,
    sentence: 'The introspection nests too many lists, and its answer would multiply.',
    remedy: 'Ask for one type with `__type(name:)`, or take the schema from `/schema.graphql`.',
  },
  OPERATION_TOO_COSTLY: {
    status: 400,
    sentence: 'The operation may answer too many records.',
    remedy:
      'Ask for smaller pages, above all of lists around lists; `extensions: { "cost": true }` in the request shows the cost of one that is answered.',
  },
  OPERATION_TOO_HEAVY: {
    status: 400,
    sentence: 'The operation would take too long to plan: it asks through too many interfaces inside each other.',
    remedy:
      'Ask for less below references to bodies, meetings and the like, or name the type that is meant with a fragment.',
  },
  OPERATION_TOO_DEEP: {
    status: 400,
    sentence: 'The operation nests too many lists: its rows would multiply beyond measure.',
    remedy: 'Ask for the inner lists in an operation of their own.',
  },
  EXPLAIN_DISABLED: {
    status: 403,
    sentence: 'The request asks for a dry run, and the gateway gives none.',
    remedy:
      'Start it with `EXPLAIN=true` and its own execution (`GATEWAY_EXECUTION`), or leave out `extensions.explain`.',
  },
  PILLAR_UNAVAILABLE: {
    status: 200,
    sentence: 'A pillar did not answer, so its own fields and the merged lists to which it belongs are null.',
    remedy: 'Ask again later; `pillar` says which one. All else in the answer is complete.',
  },
  SUBGRAPH_UNAVAILABLE: {
    status: 200,
    sentence: 'A subgraph of another supergraph than ours did not answer, so its fields are null.',
    remedy: 'Ask again later; the message says which one. All else in the answer is complete.',
  },
  OVERLOADED: {
    status: 503,
    sentence: 'More is asked than can be answered in time, of the graph or of the pillar that is named.',
    remedy: 'Ask again after the seconds of the header `retry-after`; ask less at the same time.',
  },
  INTERNAL_SERVER_ERROR: {
    status: 500,
    sentence: 'Something went wrong on the side of the graph.',
    remedy: 'Report the `requestId`: the log has the whole error under it.',
  },
} as const satisfies Record<string, ErrorRow>;

/** A code of the table. */
export type ErrorCode = keyof typeof ERRORS;

/** Whether the text is a code of the table. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERRORS, code);
}

/** The most of a message that is shown, in characters: some repeat what was sent, however long it is. */
const MESSAGE_LENGTH = 1_000;

/** The message, cut where it is too long. */
export function cutMessage(message: string): string {
  return message.length > MESSAGE_LENGTH
    ? `${message.slice(0, MESSAGE_LENGTH)}… (${message.length} characters)`
    : message;
}

/** What an error says beside its message and its code. */
export interface ErrorDetails {
  /** The pillar that it is about. */
  readonly pillar?: PillarCode | undefined;
  /** What was counted where a limit is exceeded, and how much the limit allows. */
  readonly measured?: number | undefined;
  readonly allowed?: number | undefined;
}

/** Of the extensions of any error. */
export function detailsOf(extensions: unknown): ErrorDetails {
  const { pillar, measured, allowed } = (extensions ?? {}) as Readonly<Record<string, unknown>>;
  const about = PILLAR_CODES.find((each) => each === pillar);
  return {
    ...(about && { pillar: about }),
    ...(typeof measured === 'number' && { measured }),
    ...(typeof allowed === 'number' && { allowed }),
  };
}

/**
 * What is made without a look at where it is made: for errors that say themselves what was wrong and may come once a row of a list, since
 * to look takes longer than all else.
 */
export function withoutStack<T>(make: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Where an error belongs. */
export interface CodedErrorOptions extends ErrorDetails {
  /** The part of the document that it is about. */
  readonly nodes?: ASTNode | readonly ASTNode[] | undefined;
  /** What led to it; logged, never sent. */
  readonly cause?: unknown;
}

/** An expected failure: its message is written for the caller and reaches the caller as it is. */
export class CodedError extends GraphQLError {
  /** The row of the table. */
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, { nodes, cause, ...details }: CodedErrorOptions = {}) {
    // As under `withoutStack`.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message, { nodes: nodes ?? null, extensions: { code, ...detailsOf(details) } });
    Error.stackTraceLimit = stackTraceLimit;
    this.name = 'CodedError';
    this.code = code;
    if (cause !== undefined) this.cause = cause;
  }
}

/** The error of a foreign subgraph that did not answer; the message names it. */
export function subgraphUnavailable(name: string, cause?: unknown): CodedError {
  return new CodedError('SUBGRAPH_UNAVAILABLE', `The subgraph ${JSON.stringify(name)} did not answer`, { cause });
}

/** The error of a pillar that did not answer; the message names it. */
export function pillarUnavailable(pillar: PillarCode, cause?: unknown): CodedError {
  const name = stewardByCode(pillar).name.replace(/^ASEAN /, '');
  return new CodedError('PILLAR_UNAVAILABLE', `The ${name} did not answer`, { pillar, cause });
}
