/** `/health` and `/ready`: whether the process lives, and whether it can answer. */

import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

/** One thing that is asked for `/ready`. */
export interface ReadinessProbe {
  readonly name: string;
  /** Throws when it is not ready. */
  check(): unknown;
  /** The process is ready without it, since all else can still be answered: its state is shown only. */
  readonly isOptional?: boolean;
  /** Of those that say so, which are optional, one at least must answer. */
  readonly isOneNeeded?: boolean;
}

/** How long a probe may take, in milliseconds. */
const PROBE_TIMEOUT_MS = 2_000;

/** Adds the routes. The log says why a probe failed; the answer says only which. */
export function addHealthRoutes(
  app: FastifyInstance,
  { probes, logger, dataSet }: { probes: readonly ReadinessProbe[]; logger: Logger; dataSet?: () => Promise<unknown> },
): void {
  app.get('/health', async () => ({ status: 'ok' }));
  app.get('/ready', async ({ id }, reply) => {
    const results = await Promise.all(
      probes.map(async ({ name, check, isOptional = false, isOneNeeded = false }) => {
        try {
          await withDeadline(check);
          return { name, state: 'ok', isReady: true, isOneNeeded };
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error);
          logger.warn({ reason, probe: name, requestId: id }, isOptional ? 'does not answer' : 'not ready');
          return { name, state: 'failed', isReady: isOptional, isOneNeeded };
        }
      }),
    );
    const ones = results.filter(({ isOneNeeded }) => isOneNeeded);
    const isOneThere = ones.length === 0 || ones.some(({ state }) => state === 'ok');
    const ready = isOneThere && results.every(({ isReady }) => isReady);
    const checks = Object.fromEntries(results.map(({ name, state }) => [name, state]));
    const held = ready && dataSet ? { dataSet: await dataSet() } : {};
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', checks, ...held });
  });
}

async function withDeadline(check: () => unknown): Promise<void> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`no answer within ${PROBE_TIMEOUT_MS} ms`)), PROBE_TIMEOUT_MS);
  try {
    await Promise.race([check(), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
