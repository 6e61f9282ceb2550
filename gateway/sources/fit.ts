/** Whether an answer fits its question, as far as the gateway must rely on it: what is missing without an error would be a silent null. */

import { callDocument } from './call-document.ts';

type Json = Readonly<Record<string, unknown>>;

/** Says what does not fit; undefined where all does. Each field of the root must be there, and one entity for each representation. */
export function misfitOf(query: string, variables: Json | undefined, data: Json | null): string | undefined {
  if (data === null) return 'no data and no error';
  for (const { name, isComposite, representations } of callDocument(query).rootFields) {
    const value = data[name];
    if (value === undefined) return `no ${name} and no error`;
    if (isComposite && value !== null && typeof value !== 'object') return `a ${typeof value} as ${name}`;
    const asked = representations === undefined ? undefined : variables?.[representations];
    if (!Array.isArray(asked)) continue;
    if (!Array.isArray(value) || value.length !== asked.length || !value.every(isEntity))
      return `no list of ${asked.length} entities`;
  }
  return undefined;
}

function isEntity(value: unknown): boolean {
  return typeof value === 'object' && !Array.isArray(value);
}
