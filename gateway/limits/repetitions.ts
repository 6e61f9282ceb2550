/** Measures how much of a document is said again: validation compares every two fields that share a place in the answer. */

import { Kind, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import { fragmentsOf } from '../execution/normalise.ts';
import { selectionSetsOf, type Shape } from './shape.ts';

/**
 * How many comparisons validation makes to see that fields under the same name at the same place agree: each of them with each other, and
 * their arguments value by value. Writes fragments out: only for a document whose selections are few.
 */
export function repetitionsOf(document: DocumentNode, { isCircular }: Pick<Shape, 'isCircular'>): number {
  const fragments = fragmentsOf(document);
  // A circle is written out once: validation refuses it, but compares it too.
  const inside = new Set<string>();
  let comparisons = 0;
  const compare = (sets: readonly SelectionSetNode[]): void => {
    const groups = new Map<string, FieldNode[]>();
    for (const set of sets) collect(set, { fragments, groups, inside, isCircular });
    for (const fields of groups.values()) {
      const others = fields.length - 1;
      if (others > 0) comparisons += (others * fields.length) / 2;
      if (others > 0) comparisons += others * fields.reduce((sum, { arguments: given }) => sum + valuesIn(given), 0);
      const below = fields.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
      if (below.length > 0) compare(below);
    }
  };
  for (const set of selectionSetsOf(document)) compare([set]);
  return comparisons;
}

interface Collecting {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly groups: Map<string, FieldNode[]>;
  /** The fragments that are being written out. */
  readonly inside: Set<string>;
  readonly isCircular: boolean;
}

function collect(set: SelectionSetNode, collecting: Collecting): void {
  const { fragments, groups, inside, isCircular } = collecting;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const name = (selection.alias ?? selection.name).value;
      const fields = groups.get(name);
      if (fields) fields.push(selection);
      else groups.set(name, [selection]);
      continue;
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      collect(selection.selectionSet, collecting);
      continue;
    }
    const name = selection.name.value;
    const fragment = fragments.get(name);
    if (!fragment || inside.has(name)) continue;
    inside.add(name);
    collect(fragment.selectionSet, collecting);
    if (!isCircular) inside.delete(name);
  }
}

/** The values of arguments, those inside lists and objects included. */
function valuesIn(node: unknown): number {
  if (Array.isArray(node)) return node.reduce<number>((sum, each) => sum + valuesIn(each), 0);
  const { value, values, fields, kind } = node as {
    readonly kind?: string;
    readonly value?: unknown;
    readonly values?: readonly unknown[];
    readonly fields?: readonly unknown[];
  };
  if (kind === Kind.ARGUMENT || kind === Kind.OBJECT_FIELD) return valuesIn(value);
  return 1 + valuesIn(values ?? fields ?? []);
}
