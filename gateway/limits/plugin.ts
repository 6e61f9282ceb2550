/** Refuses operations that would cost too much to read, to plan or to answer, before either begins; says on request what one costs. */

import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode, parse, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { refusal } from '../errors.ts';
import { normalise, type NormalisedOperation } from '../execution/normalise.ts';
import type { Admission } from './admission.ts';
import { costFacts } from './cost-facts.ts';
import { createPrices, type Prices } from './prices.ts';
import { nestedLists } from './nested-lists.ts';
import type { Registry } from './registry.ts';
import { allowedBy, excessError, firstExcess } from './table.ts';
import { contributedFields, weightOf } from './weight.ts';

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
}

/** Holds the limits of operations that are valid and may be asked for, as a plugin of the server: last in its list. Errors: those of `LIMITS`. */
export function limitsPlugin({ registry, admission }: LimitsOptions): ApolloServerPlugin {
  let supergraph: Supergraph | undefined;
  return {
    async serverWillStart() {
      return {
        schemaDidLoadOrUpdate({ coreSupergraphSdl }) {
          supergraph = supergraphOf(coreSupergraphSdl ?? '');
        },
      };
    },
    async requestDidStart() {
      let cost: Readonly<Record<string, unknown>> | undefined;
      return {
        async didResolveOperation({ document, operation, schema, request }) {
          if (!operation || !supergraph) return;
          if (operation.operation === OperationTypeNode.SUBSCRIPTION)
            throw refusal('BAD_REQUEST', 'The operation is a subscription: only queries and mutations are answered');
          const normalised = normalise(document, operation);
          const measured = supergraph.measure(normalised, schema, request.variables ?? {});
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

/** What operations are measured against. */
interface Supergraph {
  measure(
    asked: NormalisedOperation,
    schema: GraphQLSchema,
    variables: Readonly<Record<string, unknown>>,
  ): { readonly lists: number; readonly weight: number; readonly cost: number };
}

function supergraphOf(supergraphSdl: string): Supergraph {
  const document = parse(supergraphSdl, { noLocation: true });
  const contributed = contributedFields(document);
  const prices: Prices = createPrices(costFacts(document));
  // The server keeps the documents it has parsed, so an operation that comes again is the same node.
  const known = new WeakMap<OperationDefinitionNode, { readonly lists: number; readonly weight: number }>();
  return {
    measure({ operation, fragments }, schema, variables) {
      let measured = known.get(operation);
      if (!measured) {
        measured = {
          lists: nestedLists(operation, { schema, fragments }),
          weight: weightOf(operation, { schema, contributed, fragments }),
        };
        known.set(operation, measured);
      }
      return { ...measured, cost: prices.costOf({ operation, fragments, variables, schema }) };
    },
  };
}
