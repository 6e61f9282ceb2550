/**
 * A client may call any field by the name of another one (`id: name`). A planner that then needs the other field under its own name
 * finds the wrong value there, or none. So an operation is planned with such aliases changed, and its answer written with the client's.
 */

import { Kind, print, visit, type DocumentNode, type FieldNode } from 'graphql';
import type { PlannedOperation } from './plan.ts';

/** Begins each alias that was changed, and no other. */
const MARK = 'as_';

/** The document with no alias that is also the name of a field; the same document where there is none to change. */
export function withOwnAliases(document: DocumentNode, fieldNames: ReadonlySet<string>): DocumentNode {
  return visit(document, {
    FragmentDefinition: ({ typeCondition }) => (typeCondition.name.value.startsWith('__') ? false : undefined),
    Field(node) {
      if (isIntrospection(node)) return false;
      const alias = node.alias?.value;
      if (alias === undefined || alias === node.name.value) return undefined;
      if (!fieldNames.has(alias) && !alias.startsWith(MARK)) return undefined;
      return { ...node, alias: { kind: Kind.NAME, value: MARK + alias } };
    },
  });
}

/** An operation as it is planned. */
export function plannable(asked: PlannedOperation, fieldNames: ReadonlySet<string>): PlannedOperation {
  const document = withOwnAliases(asked.document, fieldNames);
  return document === asked.document ? asked : { document, text: print(document) };
}

/** The key of a field in the client's answer, by its node in such a document. */
export function clientKey({ alias, name }: FieldNode): string {
  if (!alias || alias.value === name.value) return name.value;
  if (isIntrospection({ name })) return alias.value;
  return clientAlias(alias.value);
}

/** What is asked of the schema itself goes to no planner. */
function isIntrospection({ name: { value } }: Pick<FieldNode, 'name'>): boolean {
  return value.startsWith('__') && value !== '__typename';
}

/** The alias that the client wrote. */
export function clientAlias(alias: string): string {
  return alias.startsWith(MARK) ? alias.slice(MARK.length) : alias;
}

/** The names of all fields of a supergraph, hidden ones too. */
export function fieldNamesOf({ definitions }: DocumentNode): ReadonlySet<string> {
  // The last is no key that an object can be given.
  const names = new Set(['__typename', '__proto__']);
  for (const node of definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const { name } of node.fields ?? []) names.add(name.value);
  }
  return names;
}
