/** Whether an answer fits its question, as far as the gateway must rely on it: what is missing without an error would be a silent null. */

import { Kind, parse, type FieldNode } from 'graphql';
import { LRUCache } from 'lru-cache';

type Json = Readonly<Record<string, unknown>>;

/** Says what does not fit; undefined where all does. */
export type Misfit = (query: string, variables: Json | undefined, data: Json | null) => string | undefined;

interface RootField {
  readonly name: string;
  /** Whether its values are objects. */
  readonly isComposite: boolean;
  /** The variable whose representations it answers, where it is of entities. */
  readonly representations: string | undefined;
}

const KEPT_DOCUMENTS = 2_000;
const ENTITIES = '_entities';

/** Makes the check. Each field of the root must be there, and one entity for each representation. */
export function createMisfit(): Misfit {
  const kept = new LRUCache<string, readonly RootField[]>({ max: KEPT_DOCUMENTS });
  const fieldsOf = (query: string): readonly RootField[] => {
    const known = kept.get(query) ?? rootFields(query);
    kept.set(query, known);
    return known;
  };
  return (query, variables, data) => {
    if (data === null) return 'no data and no error';
    for (const { name, isComposite, representations } of fieldsOf(query)) {
      const value = data[name];
      if (value === undefined) return `no ${name} and no error`;
      if (isComposite && value !== null && typeof value !== 'object') return `a ${typeof value} as ${name}`;
      const asked = representations === undefined ? undefined : variables?.[representations];
      if (!Array.isArray(asked)) continue;
      if (!Array.isArray(value) || value.length !== asked.length || !value.every(isEntity))
        return `no list of ${asked.length} entities`;
    }
    return undefined;
  };
}

function isEntity(value: unknown): boolean {
  return typeof value === 'object' && !Array.isArray(value);
}

/** Those that are asked for whatever the variables are. */
function rootFields(query: string): readonly RootField[] {
  const [operation] = parse(query, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return [];
  return operation.selectionSet.selections
    .filter((selection): selection is FieldNode => selection.kind === Kind.FIELD)
    .filter(({ directives = [] }) => directives.length === 0)
    .map((field) => ({
      name: (field.alias ?? field.name).value,
      isComposite: field.selectionSet !== undefined,
      representations: field.name.value === ENTITIES ? variableOf(field) : undefined,
    }));
}

function variableOf({ arguments: given }: FieldNode): string | undefined {
  const value = given?.[0]?.value;
  return value?.kind === Kind.VARIABLE ? value.name.value : undefined;
}
