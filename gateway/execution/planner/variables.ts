/**
 * A client may give a variable the name that planners give to the representations of entities. Such an operation is planned with its
 * variables under other names, and in each call of its plan the client's names are written back and the planner's are changed.
 */

import { Kind, parse, print, visit, type DocumentNode } from 'graphql';
import type { EntityFetch, FetchNode, OperationPlanner, PlanNode } from '../plan.ts';

/** The names that Apollo's planner and Hive's give. */
const PLANNERS_OWN = /^(representations|__batch_reps_\d+)$/;
/** The same planner, for any names of variables. */
export function withOwnVariables(planner: OperationPlanner): OperationPlanner {
  return {
    async plan(operation, options) {
      const names = variablesOf(operation.document);
      if (!names.some((name) => PLANNERS_OWN.test(name))) return planner.plan(operation, options);
      const mark = markFor(names);
      const document = renamed(operation.document, (name) => mark + name);
      const plan = await planner.plan({ document, text: print(document) }, options);
      return plan && new Restoration(mark).node(plan);
    },
    stop: () => planner.stop(),
  };
}

function variablesOf({ definitions }: DocumentNode): readonly string[] {
  return definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION
      ? (node.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
      : [],
  );
}

function renamed(document: DocumentNode, rename: (name: string) => string): DocumentNode {
  return visit(document, {
    Variable: ({ name }) => ({ kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: rename(name.value) } }),
  });
}

/** Begins each variable that was changed, and each of the planner's in such a plan: no variable of the client's begins so. */
function markFor(names: readonly string[]): string {
  let mark = 'own_';
  while (names.some((name) => name.startsWith(mark))) mark += '_';
  return mark;
}

class Restoration {
  readonly #mark: string;

  constructor(mark: string) {
    this.#mark = mark;
  }

  node(node: PlanNode): PlanNode {
    switch (node.kind) {
      case 'fetch':
        return this.#fetch(node);
      case 'condition': {
        const { then, otherwise } = node;
        return {
          kind: 'condition',
          variable: this.#swap(node.variable),
          // oxlint-disable-next-line unicorn/no-thenable -- a part of a plan is never awaited
          ...(then && { then: this.node(then) }),
          ...(otherwise && { otherwise: this.node(otherwise) }),
        };
      }
      default:
        return { ...node, nodes: node.nodes.map((each) => this.node(each)) };
    }
  }

  #fetch(fetch: FetchNode): FetchNode {
    const document = parse(fetch.operation, { noLocation: true });
    return {
      ...fetch,
      operation: print(renamed(document, (name) => this.#swap(name))),
      variables: fetch.variables.map((name) => this.#swap(name)),
      entities: fetch.entities.map((entities): EntityFetch => ({
        ...entities,
        representations: this.#swap(entities.representations),
      })),
    };
  }

  /** What bears the mark is the client's and loses it; the rest is the planner's and gets it. */
  #swap(name: string): string {
    return name.startsWith(this.#mark) ? name.slice(this.#mark.length) : this.#mark + name;
  }
}
