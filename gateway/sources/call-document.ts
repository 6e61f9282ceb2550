/** The documents of calls, each read once: what they ask of the root, and under which names. */

import { Kind, parse, type FieldNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { keptTexts } from '../../subgraphs/kit/kept-texts.ts';

/** What the gateway has to know of the document of a call. */
export interface CallDocument {
  /** The fields of the root that are asked for whatever the variables are. */
  readonly rootFields: readonly RootField[];
  /** The names under which it asks for fields of the root, or of its entities. */
  readonly responseNames: readonly string[];
}

/** A field of the root. */
export interface RootField {
  /** In the answer. */
  readonly name: string;
  /** Whether its values are objects. */
  readonly isComposite: boolean;
  /** The variable whose representations it answers, where it is of entities. */
  readonly representations: string | undefined;
}

const KEPT = { most: 2_000, characters: 1_000_000 };
const ENTITIES = '_entities';
/** By their text: many calls are of few documents, also when each of them fails. */
const KNOWN = keptTexts<CallDocument>(KEPT);

/** Reads the document of a call. Throws where it is no GraphQL. */
export function callDocument(text: string): CallDocument {
  let known = KNOWN.get(text);
  if (!known) KNOWN.set(text, (known = read(text)));
  return known;
}

function read(text: string): CallDocument {
  const [operation] = parse(text, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return { rootFields: [], responseNames: [] };
  return { rootFields: rootFields(operation), responseNames: responseNames(operation) };
}

function rootFields({ selectionSet }: OperationDefinitionNode): RootField[] {
  return selectionSet.selections
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

function responseNames(operation: OperationDefinitionNode): string[] {
  const names = new Set<string>();
  const visit = ({ selections }: SelectionSetNode) => {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) visit(selection.selectionSet);
      else if (selection.kind === Kind.FIELD && selection.name.value === ENTITIES)
        visit(selection.selectionSet ?? { kind: Kind.SELECTION_SET, selections: [] });
      else if (selection.kind === Kind.FIELD && selection.name.value !== '__typename')
        names.add((selection.alias ?? selection.name).value);
    }
  };
  visit(operation.selectionSet);
  return [...names];
}
