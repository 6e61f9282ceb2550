/** A remote subgraph behind a breaker and a bounded queue: absent, slow or overrun, it costs its own fields and holds nobody up. */

import type { GraphQLDataSource } from '@apollo/gateway';
import type { Logger } from 'pino';
import { CodedError } from '../../schema/errors.ts';
import type { SubgraphName } from '../../schema/stewards.ts';
import { pillarOf } from '../../subgraphs/kit/execute.ts';
import type { RequestContext } from '../errors.ts';
import { createBreaker, AwayError, type BreakerOptions, type BreakerState } from './breaker.ts';
import { createLimit, FullError, type LimitOptions } from './limit.ts';
import { isMutation, type RemoteSource } from './remote.ts';

/** What it is made of. */
export interface SteadySourceOptions extends Pick<
  BreakerOptions,
  'probeEveryMs' | 'probeDeadlineMs' | 'silenceMs' | 'suspiciousMs'
> {
  readonly name: string;
  readonly remote: RemoteSource;
  /** Whether its documents are all valid for the right subgraph, so that one that is refused says that another one listens at the address. Nothing is asked before a probe has told them apart. */
  readonly isOurs: boolean;
  readonly logger: Logger;
  readonly limit?: LimitOptions;
}

/** The source with its state. */
export interface SteadySource extends GraphQLDataSource {
  readonly state: BreakerState;
  /** Calls that are under way. */
  readonly running: number;
  /** Calls that wait for their turn. */
  readonly waiting: number;
  /** Asks whether it is there, now. Rejects where it is not. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** A call has no answer, for a reason of the network or of whoever listens there. */
export class AbsentError extends Error {
  override readonly name = 'AbsentError';
  /** Whether the log has the same reason already, and no answer after it. */
  readonly isSaid: boolean;

  constructor(cause: unknown, isSaid: boolean) {
    super(cause instanceof Error ? cause.message || String(cause) : String(cause), { cause });
    this.isSaid = isSaid;
  }
}

/** Of the 64 connections to a subgraph some are left for probes. What waits longer than a few seconds waits for an overrun subgraph. */
const LIMIT: LimitOptions = { running: 52, waiting: 600, waitMs: 5_000 };

/** Makes the source. It asks for nothing yet. */
export function createSteadySource({
  name,
  remote,
  isOurs,
  logger,
  limit: width = LIMIT,
  ...timing
}: SteadySourceOptions): SteadySource {
  const limit = createLimit(width);
  const pillar = pillarOf(name as SubgraphName);
  let complaint: string | undefined;
  const breaker = createBreaker({
    ...timing,
    probe: (signal) => remote.check(signal),
    isProven: !isOurs,
    onChange(state, reason) {
      if (state !== 'open') logger.info({ subgraph: name }, 'a subgraph answers');
      else
        logger.warn(
          { subgraph: name, reason: reasonOf(reason) },
          'a subgraph is away: it is not asked until it answers a probe',
        );
    },
  });

  /** What stays bad is said once. */
  function absent(error: unknown): unknown {
    if (error instanceof CodedError || error instanceof AwayError) return error;
    const reason = reasonOf(error);
    const isSaid = reason === complaint;
    complaint = reason;
    return new AbsentError(error, isSaid);
  }

  return {
    async process(options) {
      const { signal } = (options.context ?? {}) as Partial<RequestContext>;
      const isRead = !isMutation(options.request.query ?? '');
      const askInTurn = async (given: AbortSignal | undefined) => {
        breaker.assertThere();
        return remote.process({ ...options, context: { ...options.context, signal: given } } as typeof options);
      };
      try {
        // What is away is refused before the queue, in which calls that hang may stand, and at its end.
        const answer = await breaker.pass((given) => limit.run(() => askInTurn(given), given), { signal, isRead });
        const refused = isOurs && answer.errors?.find(({ extensions }) => isRefusal(extensions));
        if (refused) {
          breaker.suspect();
          throw new Error(`it cannot answer the document: ${refused.message}`);
        }
        complaint = undefined;
        return answer;
      } catch (error) {
        if (error instanceof FullError && breaker.state !== 'open') throw overloaded(name, pillar, error);
        // Who has left says nothing about the subgraph.
        throw signal?.aborted ? error : absent(error);
      }
    },
    get state() {
      return breaker.state;
    },
    get running() {
      return limit.running;
    },
    get waiting() {
      return limit.waiting;
    },
    check: () => breaker.check(),
    async close() {
      breaker.stop();
      await remote.close();
    },
  };
}

function overloaded(name: string, pillar: ReturnType<typeof pillarOf>, cause: FullError): CodedError {
  const message = `The ${pillar ?? `subgraph ${JSON.stringify(name)}`} has more calls than it answers: ${cause.message}`;
  return new CodedError('OVERLOADED', message, { pillar, cause });
}

function isRefusal(extensions: Readonly<Record<string, unknown>> | undefined): boolean {
  return extensions?.['code'] === 'GRAPHQL_VALIDATION_FAILED';
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message || String(error) : String(error);
}
