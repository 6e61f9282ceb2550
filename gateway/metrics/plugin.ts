/** Counts what the server answers, and says it to the log: each operation under the name of the registered one, all others under one name. */

import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from '../errors.ts';
import { normalise } from '../execution/normalise.ts';
import type { Registry } from '../limits/registry.ts';
import type { Metrics } from './metrics.ts';

/** The name of whatever is not registered: clients choose the names of their operations, and there is no end of them. */
const FREE_FORM = 'free-form';

/** Of the name that a client gave its operation. */
const LOGGED_CHARACTERS = 100;

/** The plugin. */
export function metricsPlugin(metrics: Metrics, registry: Registry): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      const started = performance.now();
      let name = FREE_FORM;
      return {
        async didResolveOperation({ document, operation, contextValue: { note, partOf } }) {
          if (!operation) return;
          name = partOf ?? registry.nameOf(normalise(document, operation)) ?? FREE_FORM;
          if (!note) return;
          note.operation = name;
          if (name === FREE_FORM) note.operationName = operation.name?.value.slice(0, LOGGED_CHARACTERS);
        },
        async willSendResponse({ response: { body }, contextValue: { isDryRun, signal } }) {
          if (body.kind !== 'single') return;
          const { data, errors = [] } = body.singleResult;
          const seconds = (performance.now() - started) / 1_000;
          // Who has left is given no errors.
          if (signal?.aborted) return metrics.operation(name, 'abandoned', seconds);
          const isExplained = isDryRun === true && errors.length === 0;
          const outcome = isExplained ? 'explained' : !data ? 'refused' : errors.length > 0 ? 'partial' : 'answered';
          metrics.operation(name, outcome, seconds);
          for (const { extensions } of errors) metrics.error(extensions?.['code']);
        },
      };
    },
  };
}
