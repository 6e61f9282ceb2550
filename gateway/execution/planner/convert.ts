/** The query plans of Apollo's planner and of Hive's, which differ in spelling, as plans of this gateway. */

import type {
  FetchDataRewrite,
  FetchNode as ApolloFetch,
  PlanNode as ApolloNode,
  QueryPlan as ApolloPlan,
} from '@apollo/query-planner';
import type {
  BatchFetchNode,
  EntityBatchAlias,
  FetchNode as HiveFetch,
  FetchNodePathSegment,
  FetchRewrite,
  FlattenNodePathSegment,
  PlanNode as HiveNode,
  QueryPlan as HivePlan,
  RequiresSelection,
} from '@graphql-hive/router-query-planner';
import { isAbstractType, type GraphQLSchema } from 'graphql';
import type { EntityFetch, FetchNode, PathSegment, PlanNode, Required, Rewrite, RewriteSegment } from '../plan.ts';

const FRAGMENT = '... on ';

type Path = readonly PathSegment[];
type ForeignNode = NonNullable<ApolloPlan['node']> | HiveNode;
type ForeignRequired = NonNullable<ApolloFetch['requires']>[number] | RequiresSelection;
type ForeignRewrites = readonly (FetchDataRewrite | FetchRewrite)[] | undefined;

/** Apollo's plan; undefined where nothing is to be fetched. `schema` is the whole supergraph's. Throws where the plan holds what is not executed here. */
export function convertApolloPlan({ node }: ApolloPlan, schema: GraphQLSchema): PlanNode | undefined {
  return node && new Conversion(schema, ({ name, alias }) => ({ sent: name, read: alias ?? name })).node(node, []);
}

/** The same for Hive's plan. */
export function convertHivePlan({ node }: HivePlan, schema: GraphQLSchema): PlanNode | undefined {
  return node && new Conversion(schema, ({ name, alias }) => ({ sent: alias ?? name, read: name })).node(node, []);
}

/** Under which key a required field stands in the answer so far, and under which it is sent. */
type Keys = (field: { readonly name: string; readonly alias?: string }) => {
  readonly read: string;
  readonly sent: string;
};

class Conversion {
  readonly #schema: GraphQLSchema;
  readonly #keys: Keys;

  constructor(schema: GraphQLSchema, keys: Keys) {
    this.#schema = schema;
    this.#keys = keys;
  }

  node(node: ForeignNode, path: Path): PlanNode {
    switch (node.kind) {
      case 'Sequence':
        return { kind: 'sequence', nodes: node.nodes.map((each) => this.node(each, path)) };
      case 'Parallel':
        return { kind: 'parallel', nodes: node.nodes.map((each) => this.node(each, path)) };
      case 'Flatten':
        return this.node(node.node, [...path, ...node.path.map(segment)]);
      case 'Condition':
        return this.#condition(node, path);
      case 'Fetch':
        return this.#fetch(node, path);
      case 'BatchFetch':
        return this.#batch(node);
      default:
        throw unknown(`a node ${JSON.stringify(node.kind)}`);
    }
  }

  #condition(node: Extract<ApolloNode | HiveNode, { kind: 'Condition' }>, path: Path): PlanNode {
    return {
      kind: 'condition',
      variable: node.condition,
      // oxlint-disable-next-line unicorn/no-thenable -- a part of a plan is never awaited
      ...(node.ifClause && { then: this.node(node.ifClause, path) }),
      ...(node.elseClause && { otherwise: this.node(node.elseClause, path) }),
    };
  }

  #fetch(fetch: ApolloFetch | HiveFetch, path: Path): FetchNode {
    if ('contextRewrites' in fetch && fetch.contextRewrites?.length) throw unknown('an argument taken from context');
    const { requires, inputRewrites, outputRewrites } = fetch;
    // A fetch without requirements is one of root fields, below which nothing has been answered yet.
    if (!requires?.length) return this.#call(fetch, [], this.#rewrites(outputRewrites));
    const entities = {
      alias: '_entities',
      representations: 'representations',
      paths: [path],
      requires: requires.map((one) => this.#required(one)),
      inputRewrites: this.#rewrites(inputRewrites),
      outputRewrites: this.#rewrites(outputRewrites),
    };
    return this.#call(fetch, [entities], []);
  }

  #batch(batch: BatchFetchNode): FetchNode {
    const entities = batch.entityBatch.aliases.map((each: EntityBatchAlias): EntityFetch => ({
      alias: each.alias,
      representations: each.representationsVariableName,
      paths: each.paths.map((path) => path.map(segment)),
      requires: each.requires.map((one) => this.#required(one)),
      inputRewrites: this.#rewrites(each.inputRewrites),
      outputRewrites: this.#rewrites(each.outputRewrites),
    }));
    return this.#call(batch, entities, []);
  }

  #call(
    {
      serviceName,
      operation,
      operationName,
      operationKind = 'query',
      variableUsages,
    }: ApolloFetch | HiveFetch | BatchFetchNode,
    entities: readonly EntityFetch[],
    outputRewrites: readonly Rewrite[],
  ): FetchNode {
    if (operationKind === 'subscription') throw unknown('a subscription');
    const variables = variableUsages ?? [];
    return {
      kind: 'fetch',
      subgraph: serviceName,
      operation,
      operationName,
      operationKind,
      variables,
      entities,
      outputRewrites,
    };
  }

  #required(node: ForeignRequired): Required {
    if (node.kind === 'FragmentSpread') throw unknown('a requirement with a named fragment');
    const selections = node.selections?.map((one) => this.#required(one));
    if (node.kind === 'InlineFragment') return { kind: 'on', type: node.typeCondition, selections: selections ?? [] };
    const { read, sent } = this.#keys(node);
    return { kind: 'field', name: sent, ...(read !== sent && { alias: read }), ...(selections && { selections }) };
  }

  #rewrites(rewrites: ForeignRewrites = []): readonly Rewrite[] {
    return rewrites.map((rewrite): Rewrite => {
      const plain =
        'KeyRenamer' in rewrite ? rewrite.KeyRenamer : 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite;
      const path = plain.path.map((element) => this.#rewriteSegment(element));
      return 'renameKeyTo' in plain
        ? { kind: 'rename', path, to: plain.renameKeyTo }
        : { kind: 'set', path, value: plain.setValueTo };
    });
  }

  #rewriteSegment(element: string | FetchNodePathSegment): RewriteSegment {
    if (typeof element !== 'string')
      return 'Key' in element
        ? { key: element.Key }
        : { types: element.TypenameEquals.flatMap((name) => this.#typesBehind(name)) };
    return element.startsWith(FRAGMENT)
      ? { types: this.#typesBehind(element.slice(FRAGMENT.length)) }
      : { key: element };
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

function segment(element: string | number | FlattenNodePathSegment): PathSegment {
  if (element === '@') return { kind: 'items' };
  if (typeof element !== 'object') return { kind: 'field', key: String(element) };
  return 'Field' in element ? { kind: 'field', key: element.Field } : { kind: 'on', types: element.TypeCondition };
}

function unknown(what: string): Error {
  return new Error(`The plan has ${what}, which this gateway does not execute`);
}
