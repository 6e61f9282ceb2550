/** What a remote subgraph answered: read with care, since it may be anything, and its errors presented or masked. */

import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { detailsOf, isErrorCode } from '../../schema/errors.ts';
import type { SubgraphName } from '../../schema/stewards.ts';
import { MASKED_MESSAGE, pillarOf } from '../../subgraphs/kit/execute.ts';

/** How much of an answer that cannot be used stands in the log, in characters. */
const SHOWN_LENGTH = 300;

/** An answer whose shape is known to be one. */
export interface RemoteAnswer {
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly unknown[];
}

/** Reads the text of an answer. Throws where it is no GraphQL answer, with the address and how it begins. */
export function readAnswer(text: string, url: string): RemoteAnswer {
  const answer = parsed(text);
  if (isObject(answer)) {
    const { data = null, errors = [] } = answer;
    const isAnswer = 'data' in answer || 'errors' in answer;
    if (isAnswer && (data === null || isObject(data)) && Array.isArray(errors)) return { data, errors };
  }
  throw new Error(`${url} answered with what is no GraphQL answer: ${shortened(text)}`);
}

/** An error with a code of the table keeps message, path and code; all else is logged and masked. */
export function presented(
  error: unknown,
  { name, logger, requestId }: { name: string; logger: Logger; requestId: string | undefined },
): GraphQLFormattedError {
  const { message, path, extensions } = isObject(error) ? error : {};
  const pillar = pillarOf(name as SubgraphName);
  const place = isPath(path) ? { path } : {};
  const code = isObject(extensions) ? extensions['code'] : undefined;
  if (typeof message === 'string' && isErrorCode(code) && code !== 'INTERNAL_SERVER_ERROR')
    // It may be about another pillar than the one that answers.
    return { message, ...place, extensions: { ...(pillar && { pillar }), ...detailsOf(extensions), code } };
  logger.error({ answered: error, subgraph: name, requestId }, 'a subgraph answered with a failure');
  return {
    message: MASKED_MESSAGE,
    ...place,
    extensions: { ...(pillar && { pillar }), code: 'INTERNAL_SERVER_ERROR' },
  };
}

/** How a text begins, for the log. */
export function shortened(text: string): string {
  return JSON.stringify(text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPath(value: unknown): value is (string | number)[] {
  return Array.isArray(value) && value.every((key) => typeof key === 'string' || typeof key === 'number');
}
