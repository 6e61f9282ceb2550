/** Spans through OpenTelemetry's API: who starts the process with an SDK gets them; without one they are nothing. */

import {
  context,
  propagation,
  ProxyTracerProvider,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
} from '@opentelemetry/api';

/** What a span is. */
export interface SpanOptions {
  readonly name: 'operation' | 'plan' | 'call';
  /** Below which it stands; the active one where it is left out. */
  readonly parent?: Context | undefined;
  readonly attributes?: Attributes;
}

const TRACER = 'asean-cross-pillar-graph';

/** Where a request stands: below the span that is active, or else below the one that its headers name (https://www.w3.org/TR/trace-context/). */
export function traceOf(headers: Readonly<Record<string, unknown>>): Context {
  const active = context.active();
  return trace.getSpan(active) ? active : propagation.extract(active, headers);
}

/** The span of what was done at once; `about` is asked only where somebody gets it. */
export function markSpan(about: () => SpanOptions): void {
  const provider = trace.getTracerProvider();
  if (provider instanceof ProxyTracerProvider && !provider.getDelegateTracer(TRACER)) return;
  const { name, parent, attributes = {} } = about();
  provider.getTracer(TRACER).startSpan(name, { attributes }, parent).end();
}

/** Runs what the span is about, with the span active; a rejection is its error. */
export async function inSpan<T>(
  { name, parent = context.active(), attributes = {} }: SpanOptions,
  run: (inner: Context) => Promise<T>,
): Promise<T> {
  const span = trace.getTracer(TRACER).startSpan(name, { attributes }, parent);
  try {
    const inner = trace.setSpan(parent, span);
    return await context.with(inner, () => run(inner));
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.message : String(error) });
    throw error;
  } finally {
    span.end();
  }
}
