/** Apollo's query plans as plans of this gateway. */

import type {
  FetchDataRewrite,
  FetchNode as ApolloFetch,
  PlanNode as ApolloNode,
  QueryPlan,
  QueryPlanSelectionNode,
} from '@apollo/query-planner';
import { isAbstractType, type GraphQLSchema } from 'graphql';
import type { EntityFetch, FetchNode, PathSegment, PlanNode, Required, Rewrite, RewriteSegment } from '../plan.ts';

const FRAGMENT = '... on ';

/** The plan; undefined where nothing is to be fetched. `schema` is the whole supergraph's. Throws where the plan holds what is not executed here. */
export function planOfApollo({ node }: QueryPlan, schema: GraphQLSchema): PlanNode | undefined {
  return node && new Conversion(schema).node(node, []);
}

class Conversion {
  readonly #schema: GraphQLSchema;

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  node(node: NonNullable<QueryPlan['node']>, path: readonly PathSegment[]): PlanNode {
    switch (node.kind) {
      case 'Sequence':
        return { kind: 'sequence', nodes: node.nodes.map((each) => this.node(each, path)) };
      case 'Parallel':
        return { kind: 'parallel', nodes: node.nodes.map((each) => this.node(each, path)) };
      case 'Flatten':
        return this.node(node.node, [...path, ...node.path.flatMap(segment)]);
      case 'Condition':
        return this.#condition(node, path);
      case 'Fetch':
        return this.#fetch(node, path);
      default:
        throw new Error(`The plan has a node ${JSON.stringify(node.kind)}, which this gateway does not execute`);
    }
  }

  #condition(
    { condition, ifClause, elseClause }: Extract<ApolloNode, { kind: 'Condition' }>,
    path: readonly PathSegment[],
  ): PlanNode {
    return {
      kind: 'condition',
      variable: condition,
      // oxlint-disable-next-line unicorn/no-thenable -- a part of a plan is never awaited
      ...(ifClause && { then: this.node(ifClause, path) }),
      ...(elseClause && { otherwise: this.node(elseClause, path) }),
    };
  }

  #fetch(fetch: ApolloFetch, path: readonly PathSegment[]): FetchNode {
    const { serviceName, operation, operationName, operationKind, variableUsages, requires } = fetch;
    if (operationKind === 'subscription' || fetch.contextRewrites?.length)
      throw new Error('The plan has a subscription or an argument from context, which this gateway does not execute');
    const outputRewrites = this.#rewrites(fetch.outputRewrites);
    return {
      kind: 'fetch',
      subgraph: serviceName,
      operation,
      operationName,
      operationKind,
      variables: variableUsages ?? [],
      entities: requires ? [this.#entities(requires, fetch, path)] : [],
      outputRewrites: requires ? [] : outputRewrites,
    };
  }

  #entities(
    requires: readonly QueryPlanSelectionNode[],
    { inputRewrites, outputRewrites }: ApolloFetch,
    path: readonly PathSegment[],
  ): EntityFetch {
    return {
      alias: '_entities',
      representations: 'representations',
      paths: [path],
      requires: requires.map(required),
      inputRewrites: this.#rewrites(inputRewrites),
      outputRewrites: this.#rewrites(outputRewrites),
    };
  }

  #rewrites(rewrites: readonly FetchDataRewrite[] = []): readonly Rewrite[] {
    return rewrites.map((rewrite): Rewrite => {
      const path = rewrite.path.map((element): RewriteSegment =>
        element.startsWith(FRAGMENT) ? { types: this.#typesBehind(element.slice(FRAGMENT.length)) } : { key: element },
      );
      return rewrite.kind === 'KeyRenamer'
        ? { kind: 'rename', path, to: rewrite.renameKeyTo }
        : { kind: 'set', path, value: rewrite.setValueTo };
    });
  }

  /** With the type itself: a subgraph that knows an interface as an object answers with the interface's name. */
  #typesBehind(name: string): readonly string[] {
    const type = this.#schema.getType(name);
    if (!isAbstractType(type)) return [name];
    const { objects, interfaces } =
      'getFields' in type ? this.#schema.getImplementations(type) : { objects: type.getTypes(), interfaces: [] };
    return [name, ...[...objects, ...interfaces].map((each) => each.name)];
  }
}

function segment(element: string | number): readonly PathSegment[] {
  return element === '@' ? [{ kind: 'items' }] : [{ kind: 'field', key: String(element) }];
}

function required(node: QueryPlanSelectionNode): Required {
  if (node.kind === 'InlineFragment')
    return { kind: 'on', type: node.typeCondition, selections: node.selections.map(required) };
  const { name, alias, selections } = node;
  return {
    kind: 'field',
    name,
    ...(alias !== undefined && { alias }),
    ...(selections && { selections: selections.map(required) }),
  };
}
