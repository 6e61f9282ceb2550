/** Refuses operations that would cost too much to read, to plan or to answer, before either begins; says on request what one costs. */

import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import { refusal, type RequestContext } from '../errors.ts';
import { normalise } from '../execution/normalise.ts';
import type { Admission } from './admission.ts';
import { createMeasure, type Measure } from './measure.ts';
import type { Registry } from './registry.ts';
import { allowedBy, excessError, firstExcess } from './table.ts';

/** What is run in place of a document that is not even read. */
const NOTHING_ASKED = '{ __typename }';

/** Refuses documents and variables before they are read, as a plugin of the server: first in its list, so that they are looked at by nobody else. Errors: those of `LIMITS`. */
export function admissionPlugin(admission: Admission): ApolloServerPlugin {
  return {
    async requestDidStart(requestContext) {
      const asked = requestContext.request;
      const refused = admission.refusalOf(asked);
      if (!refused) return;
      Object.assign(requestContext, { request: { http: asked.http, query: NOTHING_ASKED } });
      return {
        async didResolveOperation() {
          throw refused;
        },
      };
    },
  };
}

/** What the limits are held with. */
export interface LimitsOptions {
  readonly registry: Registry;
  readonly admission: Admission;
  /** Whether the graph is another one than this, whose pages may be of any size. */
  readonly isForeign?: boolean | undefined;
}

/** Holds the limits of operations that are valid and may be asked for, as a plugin of the server: last in its list. A dry run is handed what was measured. Errors: those of `LIMITS`, and `INVALID_PAGE_SIZE`. */
export function limitsPlugin({
  registry,
  admission,
  isForeign = false,
}: LimitsOptions): ApolloServerPlugin<RequestContext> {
  let measure: Measure | undefined;
  return {
    async serverWillStart() {
      return {
        schemaDidLoadOrUpdate({ coreSupergraphSdl }) {
          measure = createMeasure(coreSupergraphSdl ?? '', { isForeign });
        },
      };
    },
    async requestDidStart() {
      let cost: Readonly<Record<string, unknown>> | undefined;
      return {
        async didResolveOperation({ document, operation, schema, request, contextValue }) {
          if (!operation || !measure) return;
          if (operation.operation === OperationTypeNode.SUBSCRIPTION)
            throw refusal('BAD_REQUEST', 'The operation is a subscription: only queries and mutations are answered');
          const normalised = normalise(document, operation);
          const measured = measure(normalised, { schema, variables: request.variables ?? {} });
          if (contextValue.isDryRun === true) Object.assign(contextValue, { measured });
          const isRegistered = firstExcess(measured) !== undefined && registry.has(normalised);
          if (request.extensions?.['cost'] === true) {
            const { cost: points, ...rest } = measured;
            // Whatever is registered costs what it costs.
            const allowed = registry.has(normalised) ? null : allowedBy('cost');
            cost = { cost: points, allowed, ...rest, ...admission.measuresOf(request.query ?? '') };
          }
          const excess = firstExcess(measured, { isRegistered });
          if (excess) throw excessError(excess, { isRegistered });
        },
        async willSendResponse({ response: { body } }) {
          if (!cost || body.kind !== 'single') return;
          body.singleResult.extensions = { ...body.singleResult.extensions, cost };
        },
      };
    },
  };
}
