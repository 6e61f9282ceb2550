/** Executes the operations of one supergraph: each compiled once, identical reads in flight as one. */

import { getVariableValues, Kind } from 'graphql';
import { LRUCache } from 'lru-cache';
import { createCoalescer } from './coalesce.ts';
import { compileOperation, type CompiledOperation, type CompileOptions, type Executed } from './compile.ts';
import type { PlannedOperation } from './plan.ts';
import type { Run } from './run-step.ts';

/** What an executor is made of. */
export interface ExecutorOptions extends CompileOptions {
  /** How many compiled operations are kept; the least recently used go first. */
  readonly keptOperations?: number | undefined;
}

/** A request to execute. */
export interface ExecuteRequest {
  readonly operation: PlannedOperation;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Who asks: what one caller is answered is never given to another. */
  readonly identity: string;
  /** Aborted when the caller has left. */
  readonly signal: AbortSignal | undefined;
  /** What sources are told of the request, whoever waits for the answer. */
  requestFor(signal: AbortSignal): Run['request'];
}

/** Executes operations. */
export interface Executor {
  /** Rejects where the operation cannot be planned. */
  execute(request: ExecuteRequest): Promise<Executed>;
  /** Compiles operations that will be asked for, one after the other; what cannot be compiled is left out. */
  warm(operations: readonly PlannedOperation[]): Promise<void>;
  /** The operations in use, the most recently used first. */
  inUse(): PlannedOperation[];
}

interface Kept {
  readonly operation: PlannedOperation;
  readonly compiled: Promise<CompiledOperation>;
}

/** Makes an executor with nothing compiled. */
export function createExecutor({ keptOperations = 1_000, ...options }: ExecutorOptions): Executor {
  const kept = new LRUCache<string, Kept>({ max: keptOperations });
  const flights = createCoalescer<Executed>();
  const ids = new WeakMap<CompiledOperation, number>();
  let compiledSoFar = 0;

  /** A failure is not kept: whoever asks again has it compiled again. */
  function compiledOf(operation: PlannedOperation): Promise<CompiledOperation> {
    const known = kept.get(operation.text);
    if (known) return known.compiled;
    const compiled = compileOperation(operation, options).then((one) => {
      ids.set(one, compiledSoFar++);
      return one;
    });
    kept.set(operation.text, { operation, compiled });
    compiled.catch(() => kept.delete(operation.text));
    return compiled;
  }

  function unfitVariables({ document }: PlannedOperation, variables: ExecuteRequest['variables']) {
    const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
    return getVariableValues(options.schema, operation?.variableDefinitions ?? [], variables).errors;
  }

  return {
    async execute({ operation, variables, identity, signal, requestFor }) {
      // Nothing is planned for values that do not fit.
      const errors = kept.has(operation.text) ? undefined : unfitVariables(operation, variables);
      if (errors) return { errors };
      const compiled = await compiledOf(operation);
      const run = (given: AbortSignal = new AbortController().signal) => compiled.run(variables, requestFor(given));
      if (compiled.kind !== 'query') {
        flights.forget();
        return run(signal).finally(flights.forget);
      }
      const key = keyOf(compiled.variables, variables);
      return key === undefined ? run(signal) : flights.join(`${ids.get(compiled)} ${key} ${identity}`, signal, run);
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
