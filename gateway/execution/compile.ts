/** An operation compiled once: its plan as steps, its answer as functions. */

import type { GraphQLDataSource } from '@apollo/gateway';
import type { Context as Trace } from '@opentelemetry/api';
import {
  Kind,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import type { KeptAnswer } from '../cache/answers.ts';
import { inSpan } from '../metrics/tracing.ts';
import { plannable } from './aliases.ts';
import type { SupergraphFacts } from './facts.ts';
import { compileIntrospection, type Introspect } from './introspection.ts';
import { createLosses, type Failure } from './losses.ts';
import { fragmentsOf } from './normalise.ts';
import type { EntityFetch, FetchNode, OperationPlanner, PathSegment, PlannedOperation, PlanNode } from './plan.ts';
import { compileProjection, type Project } from './project.ts';
import { projectWithErrors } from './project-with-errors.ts';
import { responseKeys } from './document.ts';
import { compileStep, type Run } from './run-step.ts';
import { shapeOf, type SelectedObject } from './shape.ts';
import { charactersOf, stepsOf, type Step } from './steps.ts';
import { readVariables } from './values.ts';
import type { Variant, Variants } from './variants.ts';
import { createWalks, Reached, type Walks } from './walks.ts';

/** What operations are compiled with. */
export interface CompileOptions {
  /** The API. */
  readonly schema: GraphQLSchema;
  readonly facts: SupergraphFacts;
  readonly planner: OperationPlanner;
  /** Who answers for a subgraph. Throws where there is nobody. */
  readonly sourceOf: (subgraph: string) => GraphQLDataSource;
  /** The failure of a call that has no answer. */
  readonly failed: (subgraph: string, cause: unknown, run: Run) => Failure;
  /** Room for what an operation is made into for the values of a request. */
  readonly variants: () => Variants;
  /** Told of each call for entities: how many places of the answer they fill, and how many keys are sent. */
  readonly onEntities?: ((subgraph: string, places: number, keys: number) => void) | undefined;
}

/** An answer. */
export interface Executed {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphQLError[];
  /** Where it is kept. */
  readonly kept?: KeptAnswer | undefined;
}

/** A compiled operation. */
export interface CompiledOperation {
  readonly kind: OperationDefinitionNode['operation'];
  /** The names of its variables. */
  readonly variables: readonly string[];
  /** Whom it may ask, whatever the variables are. */
  readonly subgraphs: readonly string[];
  /** How many the documents of its calls have: its memory grows with them. */
  readonly characters: number;
  /** As the planner made it; undefined where nothing is to be fetched. */
  readonly plan: PlanNode | undefined;
  readonly steps: readonly Step[];
  /** Runs it with the variables of a request. Rejects never; malformed variables are errors without data. */
  run(variables: Readonly<Record<string, unknown>>, request: Run['request']): Promise<Executed>;
}

/** Compiles the only operation of a document. Rejects where it cannot be planned. */
export async function compileOperation(
  asked: PlannedOperation,
  options: CompileOptions,
  trace?: Trace,
): Promise<CompiledOperation> {
  const { schema, planner, facts } = options;
  const planned = plannable(asked, facts.fieldNames);
  const { document } = planned;
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('The document has no operation');
  const fragments = fragmentsOf(document);
  const plan = await inSpan({ name: 'plan', parent: trace }, () => planner.plan(planned));
  const variants = options.variants();
  const steps = stepsOf(plan, variants);
  const walks = createWalks(facts);
  const takes = steps.map((step) => compileTake(step, steps, { ...options, walks }));
  const conditionNames = conditionVariables(document);
  const definitions = operation.variableDefinitions ?? [];
  const writingOf = (conditions: Readonly<Record<string, unknown>>): Writing => {
    const key = conditionNames.map((name) => (conditions[name] === true ? '1' : '0')).join('');
    return variants(`written ${key}`, () => {
      const root = shapeOf({ schema, operation, fragments, conditions });
      const introspect = compileIntrospection(root, { schema, operation, fragments });
      return { root, introspect, ...compileProjection(root) };
    });
  };

  return {
    kind: operation.operation,
    plan,
    steps,
    variables: definitions.map(({ variable }) => variable.name.value),
    characters: charactersOf(steps.flatMap(({ parts }) => parts)),
    subgraphs: [...new Set(steps.map(({ subgraph }) => subgraph))],
    async run(variables, request) {
      const { errors, coerced: conditions } = readVariables(schema, definitions, variables);
      if (errors) return { errors };
      const data: Record<string, unknown> = {};
      const run: Run = { data, reached: new Reached(data), losses: createLosses(), variables, conditions, request };
      await takeAll(takes, run);
      const { root, introspect, project } = writingOf(conditions);
      const introspected = introspect(variables);
      const projected = run.losses.isEmpty ? project(data, introspected) : undefined;
      if (projected) return { data: projected as Record<string, unknown> };
      const written = projectWithErrors(root, { data, losses: run.losses, introspected });
      return written.errors.length === 0 ? { data: written.data } : written;
    },
  };
}

/** How an answer is written for one combination of conditions. */
interface Writing extends Variant {
  readonly root: SelectedObject;
  readonly introspect: Introspect;
  readonly project: Project;
}

interface Take {
  readonly after: readonly number[];
  readonly run: (run: Run) => Promise<void> | void;
}

/** Each step as soon as those before it have ended. */
async function takeAll(takes: readonly Take[], run: Run): Promise<void> {
  const ended: (Promise<void> | void)[] = [];
  for (const { after, run: take } of takes) {
    const waits = after.map((place) => ended[place]).filter((one) => one !== undefined);
    ended.push(waits.length === 0 ? take(run) : Promise.all(waits).then(() => take(run)));
  }
  await Promise.all(ended);
}

function compileTake(
  step: Step,
  steps: readonly Step[],
  { facts, walks, sourceOf, failed, onEntities }: CompileOptions & { readonly walks: Walks },
): Take {
  const source = sourceOf(step.subgraph);
  const before = steps.slice(0, steps.indexOf(step)).flatMap(({ parts }) => parts.map(({ fetch }) => fetch));
  const run = compileStep(step, {
    facts,
    walks,
    source,
    onEntities,
    failed: (cause, current) => failed(step.subgraph, cause, current),
    giverOf: (entities) => giverOf(entities, before),
  });
  return { after: step.after, run };
}

/** The subgraph whose fetch reaches deepest towards the objects of an entity fetch, and gives them. */
function giverOf({ paths }: EntityFetch, before: readonly FetchNode[]): string | undefined {
  const path = keysOf(paths[0] ?? []);
  let giver: string | undefined;
  let depth = -1;
  for (const fetch of before) {
    const { subgraph, entities } = fetch;
    const keys = responseKeys(fetch);
    const places = entities.length === 0 ? [{ at: [] as string[], gives: keys.root }] : [];
    for (const { alias, paths: its } of entities)
      places.push(...its.map((one) => ({ at: keysOf(one), gives: keys.below(alias) })));
    for (const { at, gives } of places) {
      const next = path[at.length];
      const isAbove = next !== undefined && at.every((key, index) => key === path[index]) && gives.includes(next);
      if (!isAbove || at.length <= depth) continue;
      depth = at.length;
      giver = subgraph;
    }
  }
  return giver;
}

function keysOf(path: readonly PathSegment[]): string[] {
  return path.flatMap((segment) => (segment.kind === 'field' ? [segment.key] : []));
}

/** The variables on which `@skip` and `@include` depend. */
function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: given }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
