/** A call of a subgraph that has no answer: what the client is told, and what the log is. */

import type { Logger } from 'pino';
import { CodedError, pillarUnavailable, subgraphUnavailable } from '../../schema/errors.ts';
import type { SubgraphName } from '../../schema/stewards.ts';
import { MASKED_MESSAGE, pillarOf } from '../../subgraphs/kit/execute.ts';
import type { RequestContext } from '../errors.ts';
import { AwayError } from './breaker.ts';
import { DeadlineError } from './deadline.ts';
import { AbsentError } from './steady.ts';

/** The error of such a call: the pillar did not answer, unless the call was refused here with an error for clients. The reason is logged, unless the client has left. */
export function failureOfCall(
  cause: unknown,
  { name, logger, context }: { readonly name: string; readonly logger: Logger; readonly context: unknown },
): CodedError {
  if (cause instanceof CodedError) return cause;
  const { requestId, signal } = (context ?? {}) as Partial<RequestContext>;
  const of = { subgraph: name, requestId };
  if (signal?.aborted && !(signal.reason instanceof DeadlineError))
    logger.debug(of, 'a call was given up, since the client has left');
  else if (isRoutine(cause)) {
    const level = cause instanceof AwayError || (cause instanceof AbsentError && cause.isSaid) ? 'debug' : 'warn';
    logger[level]({ ...of, reason: cause.message }, 'a subgraph did not answer');
  } else logger.error({ err: cause, ...of }, 'a subgraph did not answer');
  const pillar = pillarOf(name as SubgraphName);
  if (pillar) return pillarUnavailable(pillar, cause);
  // The directory runs in this process: what goes wrong there is a fault of the gateway's own.
  if (name === 'directory') return new CodedError('INTERNAL_SERVER_ERROR', MASKED_MESSAGE, { cause });
  return subgraphUnavailable(name, cause);
}

/** What happens while services come and go: it needs no stack, and it is said once. */
function isRoutine(cause: unknown): cause is Error {
  return cause instanceof AbsentError || cause instanceof AwayError || cause instanceof DeadlineError;
}
