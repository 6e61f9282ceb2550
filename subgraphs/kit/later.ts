/** Values that may be at hand or may have to be waited for: a store in this process answers at once, one elsewhere does not. */

/** A value, or the promise of it. */
export type Later<T> = T | Promise<T>;

/** Whether a value has to be waited for. */
export function isLater<T>(value: Later<T>): value is Promise<T> {
  return value instanceof Promise;
}

/** Goes on with a value: at once where it is at hand. */
export function after<T, U>(value: Later<T>, go: (value: T) => Later<U>): Later<U> {
  return isLater(value) ? value.then(go) : go(value);
}

/** All of these values: at once where all are at hand. */
export function all<T>(values: readonly Later<T>[]): Later<T[]> {
  return values.some(isLater) ? Promise.all(values) : (values as T[]);
}
