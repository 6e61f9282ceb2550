/** What a gateway counts, in the text format of Prometheus. Every label has few values, whatever clients send. */

import { Counter, type CounterConfiguration, Gauge, Histogram, Registry } from 'prom-client';
import { ERRORS, isErrorCode } from '../../schema/errors.ts';
import type { BreakerState } from '../sources/breaker.ts';

/** How an operation ended: with data alone, with data and errors, without data, not run but explained, or after its client had left. */
export type Outcome = 'answered' | 'partial' | 'refused' | 'explained' | 'abandoned';

/** Where an answer came from: from the cache, anew since what the cache has no longer stands, anew since it has none, or anew since it is not to be kept. */
export type CacheOutcome = (typeof CACHE_OUTCOMES)[number];

/** What is looked at when somebody asks. */
export interface Watched {
  readonly running: number;
  readonly waiting: number;
  /** Of what has a breaker. */
  readonly state?: BreakerState;
}

/** The counters of one gateway. */
export interface Metrics {
  /** A request over HTTP has ended, or its client has left; the route is a pattern, not an address. */
  request(route: string, status: number): void;
  /** An operation has ended; its name is that of a registered one, or `free-form`. */
  operation(name: string, outcome: Outcome, seconds: number): void;
  /** An answer has an error of this code. */
  error(code: unknown): void;
  /** An operation was not let in. */
  refused(): void;
  /** A call of a subgraph has ended. */
  call(subgraph: string, isAnswered: boolean, seconds: number): void;
  /** A read was joined to an identical one that was under way. */
  joined(): void;
  /** A read was looked for in the cache. */
  cached(outcome: CacheOutcome): void;
  /** A call asked for entities: for so many places of the answer, with so many keys. */
  entities(subgraph: string, places: number, keys: number): void;
  /** Looks at the operations that are let in. */
  watchOperations(watched: Watched): void;
  /** Looks at subgraphs, which may change. */
  watchSubgraphs(subgraphs: () => Iterable<readonly [name: string, Watched]>): void;
  /** All of it, as a text. */
  text(): Promise<string>;
  readonly contentType: string;
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];
const CACHE_OUTCOMES = ['hit', 'stale', 'miss', 'bypass'] as const;
const STATES: Readonly<Record<BreakerState, number>> = { closed: 0, 'half-open': 1, open: 2 };

/** Makes the counters, all at nought. */
export function createMetrics(): Metrics {
  const register = new Registry();
  const own = { registers: [register] };
  const bySubgraph = { ...own, labelNames: ['subgraph'] as const };
  const requests = tallied({
    name: 'graph_requests_total',
    help: 'Requests over HTTP, by route and status.',
    labelNames: ['route', 'status'],
    ...own,
  });
  const operations = tallied({
    name: 'graph_operations_total',
    help: 'Operations by name and by how they ended.',
    labelNames: ['operation', 'outcome'],
    ...own,
  });
  const latency = new Histogram({
    name: 'graph_operation_seconds',
    help: 'How long operations took, by name.',
    labelNames: ['operation'],
    buckets: SECONDS,
    ...own,
  });
  const errors = new Counter({
    name: 'graph_errors_total',
    help: 'Errors in answers, by code.',
    labelNames: ['code'],
    ...own,
  });
  const calls = new Counter({
    name: 'graph_calls_total',
    help: 'Calls of subgraphs, by whether they were answered.',
    labelNames: ['subgraph', 'outcome'],
    ...own,
  });
  const callLatency = new Histogram({
    name: 'graph_call_seconds',
    help: 'How long calls of subgraphs took.',
    buckets: SECONDS,
    ...bySubgraph,
  });
  const joined = new Counter({
    name: 'graph_reads_joined_total',
    help: 'Reads that were answered by an identical one that was under way.',
    ...own,
  });
  const cached = tallied({
    name: 'graph_cache_total',
    help: 'Reads by what the cache of answers had for them.',
    labelNames: ['outcome'],
    ...own,
  });
  const keys = new Counter({
    name: 'graph_entity_keys_total',
    help: 'Keys of entities that were sent.',
    ...bySubgraph,
  });
  const saved = new Counter({
    name: 'graph_entity_keys_saved_total',
    help: 'Keys that were not sent, since the same call had them already.',
    ...bySubgraph,
  });
  let subgraphs: () => Iterable<readonly [string, Watched]> = () => [];
  const gauge = (name: string, help: string, read: (watched: Watched) => number | undefined) =>
    new Gauge({
      name,
      help,
      ...bySubgraph,
      collect() {
        this.reset();
        for (const [subgraph, watched] of subgraphs()) {
          const value = read(watched);
          if (value !== undefined) this.set({ subgraph }, value);
        }
      },
    });
  gauge(
    'graph_breaker_state',
    'Of each subgraph: 0 closed, 1 half-open, 2 open.',
    ({ state }) => state && STATES[state],
  );
  gauge('graph_calls_running', 'Calls that are under way.', ({ running }) => running);
  gauge('graph_calls_waiting', 'Calls that wait for their turn.', ({ waiting }) => waiting);
  const plainGauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      ...own,
      collect() {
        this.set(read());
      },
    });
  plainGauge('process_resident_memory_bytes', 'Memory of the process.', () => process.memoryUsage.rss());
  plainGauge('nodejs_heap_size_used_bytes', 'Heap in use, garbage included.', () => process.memoryUsage().heapUsed);
  plainGauge('nodejs_heap_size_total_bytes', 'Heap that is set aside.', () => process.memoryUsage().heapTotal);
  plainGauge(
    'nodejs_external_memory_bytes',
    'Memory of objects outside the heap.',
    () => process.memoryUsage().external,
  );
  for (const code of Object.keys(ERRORS)) errors.inc({ code }, 0);
  for (const outcome of CACHE_OUTCOMES) cached(outcome, () => ({ outcome }), 0);

  return {
    request: (route, status) => requests(`${status} ${route}`, () => ({ route, status })),
    operation(operation, outcome, seconds) {
      operations(`${outcome} ${operation}`, () => ({ operation, outcome }));
      latency.observe({ operation }, seconds);
    },
    error: (code) => errors.inc({ code: isErrorCode(code) ? code : 'INTERNAL_SERVER_ERROR' }),
    refused: () => errors.inc({ code: 'OVERLOADED' }),
    call(subgraph, isAnswered, seconds) {
      calls.inc({ subgraph, outcome: isAnswered ? 'answered' : 'failed' });
      callLatency.observe({ subgraph }, seconds);
    },
    joined: () => joined.inc(),
    cached: (outcome) => cached(outcome, () => ({ outcome })),
    entities(subgraph, places, sent) {
      keys.inc({ subgraph }, sent);
      saved.inc({ subgraph }, places - sent);
    },
    watchOperations(watched) {
      plainGauge('graph_operations_running', 'Operations that are under way.', () => watched.running);
      plainGauge('graph_operations_waiting', 'Operations that wait for their turn.', () => watched.waiting);
    },
    watchSubgraphs(look) {
      subgraphs = look;
    },
    text: () => register.metrics(),
    contentType: register.contentType,
  };
}

/** Raises a counter under a key, which stands for its labels. */
type Tally = (key: string, labels: () => Readonly<Record<string, string | number>>, by?: number) => void;

/** A counter that every request raises: what the labels are is worked out when somebody looks. */
function tallied(options: CounterConfiguration<string>): Tally {
  const tallies = new Map<string, { readonly labels: Readonly<Record<string, string | number>>; count: number }>();
  const counter: Counter<string> = new Counter({
    ...options,
    collect() {
      for (const tally of tallies.values()) {
        counter.inc(tally.labels, tally.count);
        tally.count = 0;
      }
    },
  });
  return (key, labels, by = 1) => {
    const tally = tallies.get(key);
    if (tally) tally.count += by;
    else tallies.set(key, { labels: labels(), count: by });
  };
}
