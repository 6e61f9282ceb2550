/** Executes the operations of one supergraph: each compiled once, identical reads in flight as one. */

import type { Context as Trace } from '@opentelemetry/api';
import { getOperationAST } from 'graphql';
import type { AnswersOfSupergraph } from '../cache/answers.ts';
import { notBegun, refusal } from '../errors.ts';
import { keptTexts } from '../../subgraphs/kit/kept-texts.ts';
import { RETRY_AFTER_SECONDS } from '../../subgraphs/kit/server/errors.ts';
import type { CacheOutcome } from '../metrics/metrics.ts';
import { limited, OPERATION_DEADLINE_MS } from '../sources/deadline.ts';
import { createCoalescer } from './coalesce.ts';
import { compileOperation, type CompiledOperation, type CompileOptions, type Executed } from './compile.ts';
import type { PlannedOperation } from './plan.ts';
import type { Run } from './run-step.ts';
import { readVariables } from './values.ts';
import { createVariants } from './variants.ts';

/** What an executor is made of. */
export interface ExecutorOptions extends Omit<CompileOptions, 'variants'> {
  /** How long an operation may take, in milliseconds; what is missing then is lost as if its pillar had not answered. */
  readonly deadlineMs?: number | undefined;
  /** Told of each read that was joined to an identical one. */
  readonly onJoin?: (() => void) | undefined;
  /** Where answers are kept. */
  readonly answers?: AnswersOfSupergraph | undefined;
}

/** A request to execute. */
export interface ExecuteRequest {
  readonly operation: PlannedOperation;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Who asks: what one caller is answered is never given to another. */
  readonly identity: string;
  /** Aborted when the caller has left. */
  readonly signal: AbortSignal | undefined;
  /** Whether the answer may come from those that are kept, and may be kept. */
  readonly isKept: boolean;
  /** Below which its spans stand. */
  readonly trace?: Trace | undefined;
  /** What sources are told of the request, whoever waits for the answer. */
  requestFor(signal: AbortSignal): Run['request'];
}

/** Executes operations. */
export interface Executor {
  /** The operation as it would be executed. Rejects where it cannot be planned. */
  compile(operation: PlannedOperation): Promise<CompiledOperation>;
  /** Rejects where the operation cannot be planned. */
  execute(request: ExecuteRequest): Promise<Executed>;
  /** Whether its answer would come from those that are kept, now. Nothing is counted. */
  cacheOutcomeOf(request: Pick<ExecuteRequest, 'operation' | 'variables' | 'identity'>): Promise<CacheOutcome>;
  /** Compiles operations that will be asked for, one after the other; what cannot be compiled is left out. */
  warm(operations: readonly PlannedOperation[]): Promise<void>;
  /** The operations in use, the most recently used first. */
  inUse(): PlannedOperation[];
}

const RETRY_AFTER = { 'retry-after': String(RETRY_AFTER_SECONDS) };
/** Of the operations that are kept compiled, and how many characters the documents of their calls have: each takes some sixty bytes. */
const KEPT = { most: 500, characters: 1_000_000 };
/** As long as a write in another process may take to be known, in milliseconds. */
const JOINED_MS = 50;

interface Kept {
  readonly operation: PlannedOperation;
  readonly compiled: Promise<CompiledOperation>;
}

/** Makes an executor with nothing compiled. */
export function createExecutor({
  deadlineMs = OPERATION_DEADLINE_MS,
  onJoin,
  answers,
  ...options
}: ExecutorOptions): Executor {
  const kept = keptTexts<Kept>(KEPT);
  const compiling = { ...options, variants: createVariants() };
  const flights = createCoalescer<Executed>({ deadlineMs, onJoin });
  const ids = new WeakMap<CompiledOperation, number>();
  let compiledSoFar = 0;

  /** A failure is not kept: whoever asks again has it compiled again. */
  function compiledOf(operation: PlannedOperation, trace?: Trace): Promise<CompiledOperation> {
    const known = kept.get(operation.text);
    if (known) return known.compiled;
    const { text } = operation;
    const compiled: Promise<CompiledOperation> = compileOperation(operation, compiling, trace).then((one) => {
      ids.set(one, compiledSoFar++);
      // How much it takes is known now. One that would take more than the room is kept alone.
      kept.set(text, { operation, compiled }, { size: Math.min(text.length + one.characters, KEPT.characters) });
      return one;
    });
    kept.set(text, { operation, compiled });
    compiled.catch(() => kept.delete(text));
    return compiled;
  }

  /** From what is kept, from an identical read that is under way, or anew. */
  async function read(
    { subgraphs }: CompiledOperation,
    key: string,
    { signal, isKept, run }: Pick<ExecuteRequest, 'signal' | 'isKept'> & { run(given: AbortSignal): Promise<Executed> },
  ): Promise<Executed> {
    if (!answers) return flights.join(key, signal, run);
    // The versions are taken before the data are read: what is written meanwhile raises them.
    const stamp = answers.stampOf(subgraphs);
    // Without one nobody knows of writes, so only who comes at about the same time is given the same.
    if (!stamp) return flights.join(`${key} at ${Math.floor(performance.now() / JOINED_MS)}`, signal, run);
    const found = isKept ? answers.find(key) : undefined;
    if (found) return { data: found.data, kept: found };
    return flights.join(`${key} under ${stamp.text} ${isKept}`, signal, async (given) => {
      const executed = await run(given);
      const { data, errors } = executed;
      return isKept && data && !errors ? { data, kept: answers.keep(key, data, stamp) } : executed;
    });
  }

  /** Under which its answer is kept and joined; undefined for what is neither. */
  function readKeyOf(
    compiled: CompiledOperation,
    { variables, identity }: Pick<ExecuteRequest, 'variables' | 'identity'>,
  ): string | undefined {
    const written = compiled.kind === 'query' ? keyOf(compiled.variables, variables) : undefined;
    return written === undefined ? undefined : `${ids.get(compiled)} ${written} ${identity}`;
  }

  function unfitVariables({ document }: PlannedOperation, variables: ExecuteRequest['variables']) {
    return readVariables(options.schema, getOperationAST(document)?.variableDefinitions, variables).errors;
  }

  return {
    compile: (operation) => compiledOf(operation),
    async execute({ operation, variables, identity, signal, isKept, trace, requestFor }) {
      // Nothing is planned for values that do not fit.
      const errors = kept.has(operation.text) ? undefined : unfitVariables(operation, variables);
      if (errors) return { errors };
      const compiled = await compiledOf(operation, trace);
      const run = async (given: AbortSignal) => {
        // Whoever asked may have left, or the time may be over, before its turn came.
        if (given.aborted) return { errors: [refusal('OVERLOADED', notBegun(given.reason), RETRY_AFTER)] };
        return compiled.run(variables, requestFor(given));
      };
      const isRead = compiled.kind === 'query';
      const key = readKeyOf(compiled, { variables, identity });
      if (key !== undefined) return read(compiled, key, { signal, isKept, run });
      if (!isRead) flights.forget();
      const limit = limited(deadlineMs, signal);
      try {
        return await run(limit.signal);
      } finally {
        limit.release();
        if (!isRead) flights.forget();
      }
    },
    async cacheOutcomeOf({ operation, variables, identity }) {
      const compiled = await compiledOf(operation);
      const key = readKeyOf(compiled, { variables, identity });
      return (key === undefined ? undefined : answers?.outcomeOf(key, compiled.subgraphs)) ?? 'bypass';
    },
    async warm(operations) {
      for (const operation of operations) await compiledOf(operation).catch(() => undefined);
    },
    inUse: () => [...kept.values()].map(({ operation }) => operation),
  };
}

/** The declared variables as text; undefined where one nests too deeply to be written, which then is refused. */
function keyOf(names: readonly string[], variables: Readonly<Record<string, unknown>>): string | undefined {
  try {
    return JSON.stringify(Object.fromEntries(names.map((name) => [name, variables[name]])));
  } catch {
    return undefined;
  }
}
