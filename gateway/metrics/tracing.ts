/** Spans through OpenTelemetry's API: who starts the process with an SDK gets them; without one they are nothing. */

import { context, SpanStatusCode, trace, type Attributes, type Context } from '@opentelemetry/api';

/** What a span is. */
export interface SpanOptions {
  readonly name: 'operation' | 'plan' | 'call';
  /** Below which it stands; the active one where it is left out. */
  readonly parent?: Context | undefined;
  readonly attributes?: Attributes;
}

const TRACER = 'asean-cross-pillar-graph';

/** Runs what the span is about; a rejection is its error. */
export async function inSpan<T>(
  { name, parent = context.active(), attributes = {} }: SpanOptions,
  run: (inner: Context) => Promise<T>,
): Promise<T> {
  const span = trace.getTracer(TRACER).startSpan(name, { attributes }, parent);
  try {
    return await run(trace.setSpan(parent, span));
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.message : String(error) });
    throw error;
  } finally {
    span.end();
  }
}
