/** What is wrong with a data set: one fault a place, naming file, record and field, what was found and what is allowed. */

/** One fault. */
export interface Fault {
  /** Below the data folder: `ascc/issues.json`. */
  readonly file: string;
  /** Of the record; `record 3` where it has no id, null where the file as a whole is at fault. */
  readonly id: string | null;
  /** Of the field: `crossPillarRoles[0].bodyId`; null where the record as a whole is at fault. */
  readonly path: string | null;
  readonly found: string;
  readonly allowed: string;
}

/** A fault of a file as a whole, or of a place in it that is in no one record. */
export function fileFault(
  file: string,
  { path = null, ...fault }: Pick<Fault, 'found' | 'allowed'> & Partial<Fault>,
): Fault {
  return { file, id: null, path, ...fault };
}

/** The data set cannot be used. The message is one line: the first fault, and how many more there are. */
export class BrokenDataError extends Error {
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    const [first] = faults;
    const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
    super(`The data set is broken: ${first ? faultLine(first) : 'no fault is named'}${more}`);
    this.name = 'BrokenDataError';
    this.faults = faults;
  }
}

/** A fault as one line of text. */
export function faultLine({ file, id, path, found, allowed }: Fault): string {
  const place = [file, id, path].filter((part) => part !== null).join(': ');
  return `${place}: found ${found}; allowed: ${allowed}`;
}

/** The path of a field as one writes it: `chairs[0].person`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : (i ? '.' : '') + String(key))).join('');
}

/** A value as a fault shows it: short, on one line. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
