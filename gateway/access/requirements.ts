/** What a supergraph demands for each of its types and fields, with all that follows from what is written. */

import { parse, type OperationDefinitionNode } from 'graphql';
import { isMet, type Demand } from '../../subgraphs/kit/demands.ts';
import { reach } from './reach.ts';
import { shapeOf, type FieldInput, type Shape } from './shape.ts';

/** What a supergraph demands. */
export interface Requirements {
  readonly shape: Shape;
  /** The demands of `Type` and `Type.field`; nothing for what is open. */
  readonly demands: ReadonlyMap<string, ReadonlySet<Demand>>;
}

/**
 * Reads what a supergraph demands. Beyond what its directives say: a field whose `@requires` or `@fromContext` reads protected fields
 * demands what these demand, and so on; what an interface demands and none of its types says holds for all of them. Throws an
 * UnenforcedFeatureError where the supergraph has a security feature that is not enforced.
 */
export function requirementsOf(supergraphSdl: string): Requirements {
  const shape = shapeOf(parse(supergraphSdl, { noLocation: true }));
  const demands = new Map<string, Set<Demand>>();
  const add = (coordinate: string, more: Iterable<Demand>): boolean => {
    const known = demands.get(coordinate) ?? new Set();
    const size = known.size;
    for (const demand of more) known.add(demand);
    if (known.size > 0) demands.set(coordinate, known);
    return known.size > size;
  };
  for (const [name, { demands: own, fields }] of shape.types) {
    add(name, own);
    for (const [field, { demands: its }] of fields) add(`${name}.${field}`, its);
  }
  inherit(shape, demands, add);
  if (demands.size > 0) requireInputs(shape, demands, add);
  return { shape, demands };
}

type Add = (coordinate: string, more: Iterable<Demand>) => boolean;

/** Composition writes on an interface what its types demand; what is more than that was meant for all of them. */
function inherit(shape: Shape, demands: ReadonlyMap<string, ReadonlySet<Demand>>, add: Add): void {
  for (const [name, { isInterface, fields, possible }] of shape.types) {
    if (!isInterface) continue;
    for (const field of ['', ...fields.keys()]) {
      const of = (type: string) => (field === '' ? type : `${type}.${field}`);
      const behind = [...possible].map((object) => demands.get(of(object)) ?? new Set<Demand>());
      for (const demand of demands.get(of(name)) ?? []) {
        if (isImplied(demand, [...new Set(behind.flatMap((each) => [...each]))])) continue;
        for (const object of possible) add(of(object), [demand]);
      }
    }
  }
}

/** Whether whoever meets all the others meets the demand. */
function isImplied(demand: Demand, others: readonly Demand[]): boolean {
  if (others.length === 0) return false;
  if (others.some((other) => other.every((group) => isMet(demand, new Set(group))))) return true;
  const holders = others.reduce<string[][]>(
    (held, other) => held.flatMap((scopes) => other.map((group) => [...scopes, ...group])).slice(0, MOST_HOLDERS),
    [[]],
  );
  return holders.length < MOST_HOLDERS && holders.every((scopes) => isMet(demand, new Set(scopes)));
}

/** Beyond this many combinations of scopes a demand counts as not implied, which protects more. */
const MOST_HOLDERS = 1_000;

function requireInputs(shape: Shape, demands: ReadonlyMap<string, ReadonlySet<Demand>>, add: Add): void {
  const reads = new Map<string, ReadonlySet<string>>();
  for (const [name, { fields }] of shape.types) {
    for (const [field, { inputs }] of fields) {
      if (inputs.length > 0) reads.set(`${name}.${field}`, reachedBy(inputs, name, shape));
    }
  }
  let isChanged = true;
  while (isChanged) {
    isChanged = false;
    for (const [coordinate, read] of reads) {
      for (const each of read) isChanged = add(coordinate, demands.get(each) ?? []) || isChanged;
    }
  }
}

function reachedBy(inputs: readonly FieldInput[], type: string, shape: Shape): ReadonlySet<string> {
  const reached = new Set<string>();
  for (const { context, selection } of inputs) {
    const { selectionSet } = parse(selection, { noLocation: true }).definitions[0] as OperationDefinitionNode;
    const fragments = new Map();
    for (const each of context === undefined ? [type] : (shape.contexts.get(context) ?? []))
      reach(selectionSet, each, { shape, fragments, onReach: (coordinate) => void reached.add(coordinate) });
  }
  return reached;
}
