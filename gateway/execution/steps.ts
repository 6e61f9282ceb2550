/** A plan as steps: each one call of a subgraph, as soon as what it needs is there; what one subgraph is asked at the same depth is one call. */

import { combined } from './document.ts';
import type { FetchNode, PlanNode } from './plan.ts';
import type { Variants } from './variants.ts';

/** Under which values of boolean variables a fetch takes place. */
export type Conditions = readonly { readonly variable: string; readonly value: boolean }[];

/** A fetch of a step. */
export interface StepPart {
  readonly fetch: FetchNode;
  readonly conditions: Conditions;
}

/** One call. */
export interface Step {
  readonly subgraph: string;
  readonly parts: readonly StepPart[];
  /** The steps that must have ended, by their place in the list; all stand before it. */
  readonly after: readonly number[];
  /** What is sent for some of the parts, by their places: those for which there is nothing to ask are left out. */
  documentOf(parts: readonly number[]): FetchNode;
}

/** The steps of a plan, in an order in which they can be taken. */
export function stepsOf(plan: PlanNode | undefined, variants: Variants): Step[] {
  const planned = plan ? new Flattening().run(plan) : [];
  const groups = new Map<string, Planned[]>();
  for (const [index, one] of planned.entries()) {
    const { subgraph, entities, operationKind } = one.fetch;
    const canJoin = entities.length > 0 && operationKind === 'query';
    const key = canJoin ? `${one.depth} ${subgraph}` : `alone ${index}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const ordered = [...groups.values()].sort((a, b) => depthOf(a) - depthOf(b));
  const placeOf = new Map(ordered.flatMap((group, place) => group.map((one) => [one, place] as const)));
  return ordered.map((group, index) => {
    const after = new Set(
      group.flatMap((one) => one.after.map((other) => placeOf.get(planned[other] as Planned) ?? 0)),
    );
    return createStep(group, { index, after: [...after], variants });
  });
}

interface Planned extends StepPart {
  /** By their places among all fetches. */
  readonly after: readonly number[];
  /** One more than the deepest of those. */
  readonly depth: number;
}

function depthOf(group: readonly Planned[]): number {
  return group[0]?.depth ?? 0;
}

class Flattening {
  readonly #planned: Planned[] = [];

  run(plan: PlanNode): readonly Planned[] {
    this.#add(plan, [], []);
    return this.#planned;
  }

  /** Gives the fetches with which the node ends. */
  #add(node: PlanNode, after: readonly number[], conditions: Conditions): readonly number[] {
    switch (node.kind) {
      case 'fetch': {
        const depth = Math.max(-1, ...after.map((place) => this.#planned[place]?.depth ?? 0)) + 1;
        return [this.#planned.push({ fetch: node, conditions, after, depth }) - 1];
      }
      case 'sequence':
        return node.nodes.reduce((last, each) => {
          const ends = this.#add(each, last, conditions);
          return ends.length === 0 ? last : ends;
        }, after);
      case 'parallel':
        return node.nodes.flatMap((each) => this.#add(each, after, conditions));
      case 'condition': {
        const branch = (part: PlanNode | undefined, value: boolean) =>
          part ? this.#add(part, after, [...conditions, { variable: node.variable, value }]) : [];
        return [...branch(node.then, true), ...branch(node.otherwise, false)];
      }
    }
  }
}

function createStep(
  parts: readonly Planned[],
  { index, after, variants }: Pick<Step, 'after'> & { readonly index: number; readonly variants: Variants },
): Step {
  const write = (places: readonly number[]) => {
    const document = combined(places.map((place) => (parts[place] as Planned).fetch));
    return { document, characters: document.operation.length };
  };
  let whole: FetchNode | undefined;
  return {
    subgraph: parts[0]?.fetch.subgraph ?? '',
    parts,
    after,
    documentOf(places) {
      if (places.length === parts.length) return (whole ??= write(places).document);
      return variants(`step ${index}: ${places.join(' ')}`, () => write(places)).document;
    },
  };
}

/** How many characters the documents of some parts have together. */
export function charactersOf(parts: readonly StepPart[]): number {
  return parts.reduce((sum, { fetch }) => sum + fetch.operation.length, 0);
}
