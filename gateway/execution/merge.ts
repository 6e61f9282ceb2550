/** Puts what a subgraph answered into the data that are there already. */

type Json = Record<string, unknown>;

/** Merges `source` into `target`, in place. What is not there yet is taken as it is, not copied. */
export function merge(target: object, source: object): void {
  const into = target as Json;
  const from = source as Json;
  for (const key in from) {
    const value = from[key];
    const known = into[key];
    if (known === undefined || known === null || !isObject(value) || !isObject(known)) {
      if (value !== undefined && (known === undefined || value !== null)) into[key] = value;
    } else if (known !== value) mergeValues(known, value);
  }
}

function mergeValues(target: object, source: object): void {
  if (!Array.isArray(target) || !Array.isArray(source)) {
    merge(target, source);
    return;
  }
  for (const [index, value] of source.entries()) {
    const known: unknown = target[index];
    if (isObject(known) && isObject(value)) mergeValues(known, value);
    else if (known === undefined || known === null) target[index] = value;
  }
}

/** A copy that shares no object with the value. */
export function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copy) as T;
  if (!isObject(value)) return value;
  const copied: Json = {};
  for (const key in value as Json) copied[key] = copy((value as Json)[key]);
  return copied as T;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
