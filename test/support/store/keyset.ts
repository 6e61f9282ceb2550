/** The filter for what lies behind a position in a sorted list, in the form that stores answer from an index. */

/** The sort fields of a row with its values, in order; the last is `_id`. */
export type Position = readonly (readonly [path: string, value: unknown])[];

/** What comes after the position in a list sorted by its fields in one direction; null comes first in ascending order. */
export function keysetFilter(position: Position, direction: 1 | -1): Record<string, unknown> {
  const branches = position.flatMap(([path, value], at) => {
    const beyond = step(value, direction);
    if (!beyond) return [];
    const equal = position.slice(0, at).map(([before, same]) => [before, same] as const);
    return beyond.map((condition) => Object.fromEntries([...equal, [path, condition]]));
  });
  return branches.length === 1 ? (branches[0] as Record<string, unknown>) : { $or: branches };
}

function step(value: unknown, direction: 1 | -1): unknown[] | undefined {
  if (direction === 1) return value === null ? [{ $ne: null }] : [{ $gt: value }];
  return value === null ? undefined : [{ $lt: value }, null];
}
