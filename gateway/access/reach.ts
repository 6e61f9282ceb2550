/** What a selection reaches, whatever the names, fragments and variables in it: every type and field that may be read to answer it. */

import { Kind, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import type { Shape } from './shape.ts';

/** Told of each `Type` and `Type.field` that is reached; the same one may come often. */
export type OnReach = (coordinate: string) => void;

/** Where a selection stands: the type that it is written for, and the objects that may be there. */
interface Place {
  readonly type: string;
  readonly objects: ReadonlySet<string>;
}

/** What is needed to follow a selection. */
export interface ReachOptions {
  readonly shape: Shape;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly onReach: OnReach;
}

/**
 * Follows a selection on a type. A field that is selected on an interface is reached on each object that may stand there, and so is each of
 * these objects; a fragment narrows which may. `@skip` and `@include` change nothing. Introspection is not followed.
 */
export function reach(selection: SelectionSetNode, type: string, { shape, fragments, onReach }: ReachOptions): void {
  const followed = new Map<SelectionSetNode, Set<string>>();
  const possible = (name: string): ReadonlySet<string> => shape.types.get(name)?.possible ?? new Set();

  function follow(set: SelectionSetNode, place: Place): void {
    const context = `${place.type} ${[...place.objects].toSorted().join(' ')}`;
    const contexts = followed.get(set) ?? new Set();
    if (contexts.has(context)) return;
    followed.set(set, contexts.add(context));
    for (const each of set.selections) {
      if (each.kind === Kind.FIELD) field(each.name.value, each.selectionSet, place);
      else {
        const part = each.kind === Kind.INLINE_FRAGMENT ? each : fragments.get(each.name.value);
        if (part) follow(part.selectionSet, narrowed(place, part.typeCondition?.name.value));
      }
    }
  }

  function field(name: string, below: SelectionSetNode | undefined, { type: written, objects }: Place): void {
    if (name === '__schema' || name === '__type') return;
    const places = new Set([written, ...objects]);
    const types = new Set<string>();
    for (const each of places) {
      onReach(each);
      const found = shape.types.get(each)?.fields.get(name);
      if (!found) continue;
      onReach(`${each}.${name}`);
      onReach(found.type);
      types.add(found.type);
    }
    if (!below) return;
    const own = shape.types.get(written)?.fields.get(name)?.type;
    for (const each of own === undefined ? types : [own]) {
      const narrower = [...objects].map((object) => shape.types.get(object)?.fields.get(name)?.type);
      const there = new Set(narrower.flatMap((one) => (one === undefined ? [] : [...possible(one)])));
      follow(below, { type: each, objects: there.size > 0 ? there : possible(each) });
    }
  }

  /** A condition that no object can meet narrows nothing: whoever asks so is not trusted to be right. */
  function narrowed({ type: written, objects }: Place, condition: string | undefined): Place {
    if (condition === undefined) return { type: written, objects };
    const wanted = possible(condition);
    const left = new Set([...objects].filter((object) => wanted.has(object)));
    return { type: condition, objects: left.size > 0 ? left : wanted };
  }

  follow(selection, { type, objects: possible(type) });
}
