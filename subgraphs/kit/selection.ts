/** What a field's own selection asks for, so that nothing is fetched that nobody wants. */

import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/** The part of the resolve info that is read here. */
export type SelectionInfo = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** What a selection holds, and what was last asked about it. */
interface Found {
  readonly names: ReadonlySet<string>;
  known: ReadonlySet<string> | undefined;
  more: boolean;
}

/** What was found of a field's nodes, by path, for as long as their document is kept. */
const FOUND = new WeakMap<SelectionInfo['fieldNodes'], Map<string, Found>>();

/** The names of the fields selected on what the field returns, through fragments of any type. `path` first follows fields by name (`nodes`). */
export function selectedFields(info: SelectionInfo, path: readonly string[] = []): ReadonlySet<string> {
  return foundOf(info, path).names;
}

/** Whether anything but these fields is selected on what the field returns. */
export function selectsMoreThan(
  info: SelectionInfo,
  known: ReadonlySet<string>,
  path: readonly string[] = [],
): boolean {
  const found = foundOf(info, path);
  if (found.known !== known) {
    found.known = known;
    found.more = [...found.names].some((name) => !known.has(name));
  }
  return found.more;
}

function foundOf(info: SelectionInfo, path: readonly string[]): Found {
  let places = FOUND.get(info.fieldNodes);
  if (!places) FOUND.set(info.fieldNodes, (places = new Map()));
  const place = path.length < 2 ? (path[0] ?? '') : path.join(' ');
  let found = places.get(place);
  if (!found) places.set(place, (found = { names: namesBelow(info, path), known: undefined, more: false }));
  return found;
}

function namesBelow(info: SelectionInfo, path: readonly string[]): ReadonlySet<string> {
  let sets = info.fieldNodes.map((node) => node.selectionSet);
  for (const name of path) sets = sets.flatMap((set) => setsBelow(set, name, info));
  const names = new Set<string>();
  for (const set of sets) collect(set, info, names);
  return names;
}

function collect(set: SelectionSetNode | undefined, info: SelectionInfo, names: Set<string>): void {
  for (const selection of set?.selections ?? []) {
    if (selection.kind === Kind.FIELD) names.add(selection.name.value);
    else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet, info, names);
    else collect(info.fragments[selection.name.value]?.selectionSet, info, names);
  }
}

function setsBelow(set: SelectionSetNode | undefined, name: string, info: SelectionInfo): SelectionSetNode[] {
  return (set?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return setsBelow(selection.selectionSet, name, info);
    if (selection.kind === Kind.FRAGMENT_SPREAD)
      return setsBelow(info.fragments[selection.name.value]?.selectionSet, name, info);
    return selection.name.value === name && selection.selectionSet ? [selection.selectionSet] : [];
  });
}
