/** A data source whose calls are counted, timed and traced. */

import type { GraphQLDataSource } from '@apollo/gateway';
import type { SubgraphName } from '../../schema/stewards.ts';
import { pillarOf } from '../../subgraphs/kit/execute.ts';
import type { RequestContext } from '../errors.ts';
import type { Sources } from '../supergraph.ts';
import type { Metrics } from './metrics.ts';
import { inSpan } from './tracing.ts';

/** All sources of a gateway, measured under their names. */
export function measuredSources(sources: Sources, metrics: Metrics): Sources {
  if (typeof sources === 'function') return (subgraph) => measured(sources(subgraph), subgraph.name, metrics);
  return Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, measured(source, name, metrics)]));
}

/** The same source. A call that rejects is one that was not answered. */
function measured(source: GraphQLDataSource, name: string, metrics: Metrics): GraphQLDataSource {
  const pillar = pillarOf(name as SubgraphName);
  const attributes = { 'graph.subgraph': name, ...(pillar && { 'graph.pillar': pillar }) };
  return {
    async process(options) {
      const started = performance.now();
      let isAnswered = false;
      try {
        const { trace } = (options.context ?? {}) as Partial<RequestContext>;
        const span = { name: 'call' as const, parent: trace, attributes };
        const answer = await inSpan(span, () => source.process(options));
        isAnswered = true;
        return answer;
      } finally {
        metrics.call(name, isAnswered, (performance.now() - started) / 1_000);
      }
    },
  };
}
