/** Apollo's query planner in a thread of its own: one operation at a time, each with a deadline, after which the thread is ended and started anew. */

import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { GraphQLError } from 'graphql';
import { refusal } from '../../errors.ts';
import type { OperationPlanner, PlanNode } from '../plan.ts';
import type { ThreadAnswer, ThreadData } from './apollo-thread.ts';

/** What the planner is made of. */
export interface ApolloPlannerOptions {
  readonly supergraphSdl: string;
  /** How long one operation may be planned, in milliseconds. The start of the thread does not count. */
  readonly deadlineMs?: number;
}

/** The default deadline: what the limits let through is planned in a fraction of it. */
const DEADLINE_MS = 5_000;

/** The most memory of the thread, in megabytes. An operation that needs more is given up like one that needs too long. */
const THREAD_MEMORY_MB = 768;

/** A third of the part of it for what does not live long; less of it would slow planning down. */
const THREAD_SEMI_SPACE_MB = 8;

interface Order {
  readonly text: string;
  /** Whoever ordered it does not wait any more. */
  isGivenUp: boolean;
  settle(outcome: { readonly plan: PlanNode | undefined } | { readonly error: Error }): void;
}

/**
 * Makes the planner; its thread starts at once. Rejects with `OPERATION_TOO_HEAVY` after the deadline, and with the planner's own words
 * where it refuses.
 */
export function createApolloPlanner({
  supergraphSdl,
  deadlineMs = DEADLINE_MS,
}: ApolloPlannerOptions): OperationPlanner {
  const waiting: Order[] = [];
  let current: Order | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isReady = false;
  /** Why nothing is planned any more. */
  let ended: Error | undefined;
  let thread = start();

  function start(): Worker {
    isReady = false;
    const workerData: ThreadData = { supergraphSdl };
    // A flag of the process binds its threads against their own limits; what runs already keeps what it was started with.
    setFlagsFromString(`--max-semi-space-size=${THREAD_SEMI_SPACE_MB}`);
    const started = new Worker(new URL('apollo-thread.ts', import.meta.url), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: THREAD_MEMORY_MB },
    });
    started.on('message', (answer: ThreadAnswer) => started === thread && receive(answer));
    started.on('error', (error: Error) => started === thread && breakDown(error));
    started.unref();
    return started;
  }

  function receive(answer: ThreadAnswer): void {
    if (answer.kind === 'ready') isReady = true;
    else if (answer.kind === 'plan') finish({ plan: answer.plan });
    else finish({ error: refused(answer) });
    next();
  }

  function next(): void {
    if (!isReady || current || ended) return;
    do current = waiting.shift();
    while (current?.isGivenUp);
    if (!current) {
      thread.unref();
      return;
    }
    timer = setTimeout(() => restart(refusal('OPERATION_TOO_HEAVY', tooLong(deadlineMs))), deadlineMs);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    thread.postMessage(current.text);
  }

  function finish(outcome: Parameters<Order['settle']>[0]): void {
    clearTimeout(timer);
    current?.settle(outcome);
    current = undefined;
  }

  function restart(error: Error): void {
    const broken = thread;
    thread = start();
    if (waiting.length > 0) thread.ref();
    void broken.terminate();
    finish({ error });
  }

  /** A thread that dies before it can plan would do so again. */
  function breakDown(error: Error): void {
    if (isReady) return restart(error);
    ended = error;
    giveUp(error);
  }

  function giveUp(error: Error): void {
    finish({ error });
    for (const order of waiting.splice(0)) order.settle({ error });
  }

  return {
    plan({ text }, { signal } = {}) {
      return new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        if (ended) throw ended;
        const abort = () => {
          order.isGivenUp = true;
          reject(signal?.reason);
        };
        const order: Order = {
          text,
          isGivenUp: false,
          settle(outcome) {
            signal?.removeEventListener('abort', abort);
            if ('plan' in outcome) resolve(outcome.plan);
            else reject(outcome.error);
          },
        };
        signal?.addEventListener('abort', abort, { once: true });
        waiting.push(order);
        thread.ref();
        next();
      });
    },
    async stop() {
      ended ??= new Error('The planner is stopped');
      giveUp(ended);
      await thread.terminate();
    },
  };
}

function refused({ message, code }: Extract<ThreadAnswer, { kind: 'refused' }>): Error {
  return code === undefined ? new Error(message) : new GraphQLError(message, { extensions: { code } });
}

function tooLong(deadlineMs: number): string {
  return `The operation could not be planned within ${deadlineMs / 1_000} seconds: ask for less at once, or name types with fragments.`;
}
