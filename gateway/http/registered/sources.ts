/** The documents and pages that the records of an answer cite: the operation is run once more with the provenance of each record. */

import {
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type FieldNode,
  type GraphQLSchema,
} from 'graphql';

/** A document or page, and how many records of the answer cite it. */
export interface CitedSource {
  readonly title: string;
  readonly publisher: string | null;
  readonly date: string | null;
  readonly url: string | null;
  readonly records: number;
}

/** The key under which it is asked for: no operation of the project has a field of this name. */
const KEY = 'citedProvenance';

const PROVENANCE = parse(`{ ${KEY}: provenance { sources { title publisher date url } } }`);

/** The operation with the provenance of every record that has one. */
export function withProvenance(query: string, schema: GraphQLSchema): string {
  const [definition] = PROVENANCE.definitions;
  const field = definition?.kind === Kind.OPERATION_DEFINITION && definition.selectionSet.selections[0];
  const types = new TypeInfo(schema);
  const document = visit(
    parse(query),
    visitWithTypeInfo(types, {
      SelectionSet: {
        leave(set) {
          const type = types.getParentType();
          if (!field || !(isObjectType(type) || isInterfaceType(type)) || !('provenance' in type.getFields())) return;
          return { ...set, selections: [...set.selections, field as FieldNode] };
        },
      },
    }),
  );
  return print(document);
}

/** What the records of such an answer cite, the most cited first. */
export function citedSources(data: unknown): CitedSource[] {
  const counted = new Map<string, { source: Omit<CitedSource, 'records'>; records: number }>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key !== KEY) look(inner);
      else for (const source of (inner as { sources?: readonly CitedSource[] } | null)?.sources ?? []) count(source);
    }
  };
  const count = ({ title, publisher, date, url }: Omit<CitedSource, 'records'>): void => {
    const identity = JSON.stringify([title, url]);
    const known = counted.get(identity) ?? { source: { title, publisher, date, url }, records: 0 };
    counted.set(identity, { ...known, records: known.records + 1 });
  };
  look(data);
  return [...counted.values()]
    .map(({ source, records }) => ({ ...source, records }))
    .toSorted((a, b) => b.records - a.records || (a.title < b.title ? -1 : 1));
}
