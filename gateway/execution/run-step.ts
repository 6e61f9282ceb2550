/** Takes one step of a plan: asks a subgraph, and puts what it answers, or what that costs, into the execution. */

import type { GraphQLDataSource } from '@apollo/gateway';
import type { GraphQLFormattedError } from 'graphql';
import { responseKeys } from './document.ts';
import type { SupergraphFacts } from './facts.ts';
import type { Failure, Key, Losses } from './losses.ts';
import { copy, merge } from './merge.ts';
import type { EntityFetch, FetchNode } from './plan.ts';
import { compileAsk, type Ask, type Asked } from './representations.ts';
import { rewrite } from './rewrite.ts';
import type { Step, StepPart } from './steps.ts';
import type { Reached, Walks } from './walks.ts';

type Json = Record<string, unknown>;
type ProcessOptions = Parameters<GraphQLDataSource['process']>[0];

/** One execution of an operation. */
export interface Run {
  readonly data: Json;
  /** Where its objects are. */
  readonly reached: Reached;
  readonly losses: Losses;
  /** As the client sent them. */
  readonly variables: Readonly<Json>;
  /** With the defaults of the operation. */
  readonly conditions: Readonly<Json>;
  readonly request: Pick<ProcessOptions, 'context'> & { readonly incomingRequestContext: unknown };
}

/** What a step is compiled with. */
export interface StepOptions {
  readonly facts: SupergraphFacts;
  /** Shared by all steps of an operation. */
  readonly walks: Walks;
  readonly source: GraphQLDataSource;
  /** The failure of a call that has no answer. */
  readonly failed: (cause: unknown, run: Run) => Failure;
  /** Told of each call for entities. */
  readonly onEntities?: ((subgraph: string, places: number, keys: number) => void) | undefined;
  /** Which subgraph gave the objects at the paths of an entity fetch. */
  readonly giverOf: (entities: EntityFetch) => string | undefined;
}

/** Compiles a step. It never rejects: what goes wrong is a loss of the run. */
export function compileStep(step: Step, options: StepOptions): (run: Run) => Promise<void> | void {
  const parts = step.parts.map((part) => compilePart(part, options));
  return (run) => {
    const asking: { readonly part: Part; readonly asked: readonly Asked[]; readonly place: number }[] = [];
    for (const [place, part] of parts.entries()) {
      if (!part.applies(run)) continue;
      const asked = part.entities.map(({ ask }) => ask(run.reached, run.losses));
      for (const [index, { lost }] of asked.entries())
        for (const { object, losses } of lost)
          for (const loss of losses) run.losses.lose(object, part.entities[index]?.keys ?? [], loss);
      const isNeeded = part.entities.length === 0 || asked.some(({ representations }) => representations.length > 0);
      if (isNeeded) asking.push({ part, asked, place });
    }
    if (asking.length === 0) return;
    const fetch = step.documentOf(asking.map(({ place }) => place));
    const given = asking.flatMap(({ part, asked }) =>
      part.entities.map((one, index) => ({ one, asked: asked[index] as Asked })),
    );
    const aliased = fetch.entities.map(({ alias, representations }, index) => ({
      alias,
      representations,
      ...(given[index] as (typeof given)[number]),
    }));
    return take(fetch, aliased, asking[0]?.part as Part);

    async function take(document: FetchNode, entities: readonly Aliased[], part: Part): Promise<void> {
      const answer = await call(document, entities, run, options);
      for (const { asked } of entities)
        options.onEntities?.(step.subgraph, asked.targets.length, asked.representations.length);
      if (entities.length === 0) takeRoot(part, answer, run, options);
      else for (const each of entities) takeEntities(each, answer, run, options, step.subgraph);
      run.reached.forget();
    }
  };
}

interface Part {
  readonly fetch: FetchNode;
  readonly entities: readonly PartEntities[];
  /** The response keys of the root. */
  readonly keys: readonly string[];
  applies(run: Run): boolean;
}

interface PartEntities {
  readonly fetch: EntityFetch;
  readonly ask: Ask;
  /** The response keys of an entity. */
  readonly keys: readonly string[];
  readonly giver: string | undefined;
}

interface Aliased {
  readonly alias: string;
  readonly representations: string;
  readonly one: PartEntities;
  readonly asked: Asked;
}

interface Answer {
  readonly data: Json | null;
  readonly errors: readonly (Failure & { readonly path: readonly Key[] | undefined })[];
}

function compilePart({ fetch, conditions }: StepPart, { facts, walks, giverOf }: StepOptions): Part {
  const keys = responseKeys(fetch);
  return {
    fetch,
    keys: keys.root,
    entities: fetch.entities.map((one) => ({
      fetch: one,
      ask: compileAsk(one, { facts, walks }),
      keys: keys.below(one.alias),
      giver: giverOf(one),
    })),
    applies: (run) => conditions.every(({ variable, value }) => (run.conditions[variable] === true) === value),
  };
}

async function call(
  fetch: FetchNode,
  aliased: readonly Aliased[],
  run: Run,
  { source, failed }: StepOptions,
): Promise<Answer> {
  const variables: Json = {};
  for (const name of fetch.variables) {
    if (run.variables[name] !== undefined) variables[name] = run.variables[name];
  }
  for (const { representations, asked } of aliased) variables[representations] = asked.representations;
  try {
    const answer = await source.process({
      kind: 'incoming operation',
      request: { query: fetch.operation, variables, operationName: fetch.operationName },
      ...run.request,
    } as unknown as ProcessOptions);
    const { data, errors = [] } = answer;
    if (!isObject(data) && errors.length === 0) throw new Error('neither data nor errors');
    return { data: isObject(data) ? data : null, errors: errors.map(failureOf) };
  } catch (cause) {
    return { data: null, errors: [{ ...failed(cause, run), path: undefined }] };
  }
}

function failureOf({ message, path, extensions = {} }: GraphQLFormattedError): Answer['errors'][number] {
  return { message, path, extensions, isTold: false };
}

function takeRoot({ fetch, keys }: Part, { data, errors }: Answer, run: Run, { facts }: StepOptions): void {
  if (data) {
    rewrite(data, fetch.outputRewrites, facts.isA);
    merge(run.data, data);
  }
  for (const failure of errors) loseBelow(run.data, failure.path, keys, failure, run.losses);
}

function takeEntities(
  { alias, one: { fetch, keys, giver }, asked }: Aliased,
  { data, errors }: Answer,
  run: Run,
  { facts }: StepOptions,
  subgraph: string,
): void {
  const list = data?.[alias];
  const entities: readonly unknown[] = Array.isArray(list) ? list : [];
  rewrite(entities, fetch.outputRewrites, facts.isA);
  const mine = errors.filter(({ path }) => path === undefined || path.length === 0 || path[0] === alias);
  const merged = new Set<number>();
  for (const { object, index } of asked.targets) {
    const entity = entities[index];
    if (isObject(entity)) {
      // Each place has objects of its own.
      merge(object, merged.has(index) ? copy(entity) : entity);
      merged.add(index);
    }
    let isExplained = false;
    for (const failure of mine) {
      const [, at, ...below] = failure.path ?? [];
      if (at !== undefined && at !== index) continue;
      isExplained = true;
      loseBelow(object, isObject(entity) ? below : undefined, keys, failure, run.losses);
    }
    if (entity !== null || isExplained) continue;
    const type = String(object['__typename']);
    const isReference = giver !== undefined && facts.onlyRefers(giver, type) && !facts.onlyRefers(subgraph, type);
    if (isReference) run.losses.absent(object);
  }
}

/** Finds the null that an error explains, from an object downwards. Without a path it explains all of the keys that have no value. */
function loseBelow(
  object: object,
  path: readonly Key[] | undefined,
  keys: readonly Key[],
  failure: Failure,
  losses: Losses,
): void {
  if (path === undefined || path.length === 0) {
    const missing = keys.filter((key) => isMissing((object as Record<Key, unknown>)[key]));
    losses.lose(object, missing, { failure, below: [] });
    return;
  }
  let parent = object;
  for (const [index, key] of path.entries()) {
    const value = (parent as Record<Key, unknown>)[key];
    if (!isObject(value) || index === path.length - 1) {
      losses.lose(parent, [key], { failure, below: path.slice(index + 1) });
      return;
    }
    parent = value;
  }
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}
