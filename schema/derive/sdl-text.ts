/** SDL as text: fields with federation directives, hidden fields, and what needs no description. */

import {
  Kind,
  print,
  visit,
  type DefinitionNode,
  type DirectiveNode,
  type FieldDefinitionNode,
  type TypeNode,
} from 'graphql';

/** A field that no client sees, with its directive. */
export function hiddenField(name: string, type: string, directives: string, description: string): FieldDefinitionNode {
  const isNonNull = type.endsWith('!');
  const named = { kind: Kind.NAMED_TYPE, name: nameNode(isNonNull ? type.slice(0, -1) : type) } as const;
  return annotated(
    {
      kind: Kind.FIELD_DEFINITION,
      name: nameNode(name),
      description: { kind: Kind.STRING, value: description },
      type: isNonNull ? { kind: Kind.NON_NULL_TYPE, type: named } : named,
    },
    directives,
  );
}

function nameNode(value: string): { kind: Kind.NAME; value: string } {
  return { kind: Kind.NAME, value };
}

/** The name behind lists and non-null marks. */
export function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

/** Adds a directive as text: it is only printed. */
export function annotated(node: FieldDefinitionNode, text: string): FieldDefinitionNode {
  const directive: DirectiveNode = { kind: Kind.DIRECTIVE, name: nameNode(text.slice(1)) };
  return { ...node, directives: [...(node.directives ?? []), directive] as never };
}

/** Fields as they stand between braces. */
export function printFields(fields: readonly FieldDefinitionNode[]): string {
  return fields.map((field) => print(field).replace(/^/gm, '  ')).join('\n');
}

/** Records are described where they are kept, interfaces where they are whole. Whoever only refers to one needs no description. */
export function described<T extends DefinitionNode | FieldDefinitionNode>(node: T, isHere: boolean): T {
  return isHere ? node : bare(node);
}

/** The node without descriptions. */
export function bare<T extends DefinitionNode | FieldDefinitionNode>(node: T): T {
  return visit(node, {
    enter: (inner) => ('description' in inner && inner.description ? { ...inner, description: undefined } : undefined),
  });
}
