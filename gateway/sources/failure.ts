/** A call of a subgraph that has no answer: what the client is told, and what the log is. */

import type { Logger } from 'pino';
import { CodedError, pillarUnavailable, subgraphUnavailable } from '../../schema/errors.ts';
import type { SubgraphName } from '../../schema/stewards.ts';
import { MASKED_MESSAGE, pillarOf } from '../../subgraphs/kit/execute.ts';
import type { RequestContext } from '../errors.ts';

/** The error of such a call: the pillar did not answer. The reason is logged, unless the client has left. */
export function failureOfCall(
  cause: unknown,
  { name, logger, context }: { readonly name: string; readonly logger: Logger; readonly context: unknown },
): CodedError {
  const { requestId, signal } = (context ?? {}) as Partial<RequestContext>;
  if (signal?.aborted) logger.debug({ subgraph: name, requestId }, 'a call was given up, since the client has left');
  else logger.error({ err: cause, subgraph: name, requestId }, 'a subgraph did not answer');
  const pillar = pillarOf(name as SubgraphName);
  if (pillar) return pillarUnavailable(pillar, cause);
  // The directory runs in this process: what goes wrong there is a fault of the gateway's own.
  if (name === 'directory') return new CodedError('INTERNAL_SERVER_ERROR', MASKED_MESSAGE, { cause });
  return subgraphUnavailable(name, cause);
}
