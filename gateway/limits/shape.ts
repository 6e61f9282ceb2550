/** Measures a parsed document before it is validated, with its fragments written out and without writing them out: in time linear in the document. */

import {
  Kind,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf } from '../execution/normalise.ts';
import { partOf } from './selected.ts';

/** What a document measures, by the names of the table of limits. Of several operations each figure is that of the one with most. */
export interface Shape {
  readonly operations: number;
  readonly fragments: number;
  readonly directives: number;
  readonly selections: number;
  readonly depth: number;
  readonly rootFields: number;
  readonly aliases: number;
  readonly introspection: number;
  /** Whether fragments spread themselves. */
  readonly isCircular: boolean;
}

/** Measures a document. Fragments that spread themselves count once: validation refuses them. */
export function shapeOf(document: DocumentNode): Shape {
  const fragments = fragmentsOf(document);
  const measuring = new Measuring(fragments);
  const operations = operationsOf(document);
  // Validation reads fragments on their own too, whether or not anything spreads them.
  const all = selectionSetsOf(document).map((set) => measuring.measure(set));
  const measured = operations.map(({ selectionSet }) => measuring.measure(selectionSet));
  const most = (figure: keyof Measured, of: readonly Measured[]) =>
    of.reduce((highest, each) => Math.max(highest, each[figure]), 0);
  return {
    operations: operations.length,
    fragments: document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).length,
    directives: measuring.directives + document.definitions.reduce((sum, node) => sum + directivesAt(node), 0),
    selections: all.reduce((sum, { selections }) => sum + selections, 0),
    depth: most('depth', all),
    rootFields: most('fields', measured),
    aliases: most('aliases', all),
    introspection: most('introspection', all),
    isCircular: measuring.isCircular,
  };
}

/** The selections of its operations and fragments. */
export function selectionSetsOf({ definitions }: DocumentNode): SelectionSetNode[] {
  return definitions.flatMap((node) => ('selectionSet' in node ? [node.selectionSet] : []));
}

/** The operations of a document. */
export function operationsOf({ definitions }: DocumentNode): OperationDefinitionNode[] {
  return definitions.filter((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION);
}

/** What a selection measures. */
interface Measured {
  /** Fields and fragments, at any depth. */
  readonly selections: number;
  readonly depth: number;
  /** Fields of this selection itself. */
  readonly fields: number;
  readonly aliases: number;
  /** Lists inside each other below fields that introspect. */
  readonly introspection: number;
  /** The same if the selection is itself below one. */
  readonly metaLists: number;
}

const NOTHING: Measured = { selections: 0, depth: 0, fields: 0, aliases: 0, introspection: 0, metaLists: 0 };
const INTROSPECTING = new Set(['__schema', '__type']);
/** The fields of introspection that are lists. */
const META_LISTS = new Set([
  'types',
  'directives',
  'fields',
  'interfaces',
  'possibleTypes',
  'enumValues',
  'inputFields',
  'args',
  'locations',
]);

class Measuring {
  /** Directives of the selections that were measured, each where it is written. */
  directives = 0;
  isCircular = false;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #known = new Map<SelectionSetNode, Measured>();

  constructor(fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#fragments = fragments;
  }

  measure(set: SelectionSetNode): Measured {
    const known = this.#known.get(set);
    if (known === NOTHING) this.isCircular = true;
    if (known) return known;
    // Whoever comes here again from inside has gone in a circle.
    this.#known.set(set, NOTHING);
    let { selections, depth, fields, aliases, introspection, metaLists } = NOTHING;
    for (const selection of set.selections) {
      this.directives += directivesAt(selection);
      const one = this.#measureOne(selection);
      selections += 1 + one.selections;
      depth = Math.max(depth, one.depth);
      fields += one.fields;
      aliases += one.aliases;
      introspection = Math.max(introspection, one.introspection);
      metaLists = Math.max(metaLists, one.metaLists);
    }
    const measured = { selections, depth, fields, aliases, introspection, metaLists };
    this.#known.set(set, measured);
    return measured;
  }

  #measureOne(selection: SelectionNode): Measured {
    if (selection.kind !== Kind.FIELD) {
      const part = partOf(selection, this.#fragments);
      return part ? this.measure(part.selectionSet) : NOTHING;
    }
    const below = selection.selectionSet ? this.measure(selection.selectionSet) : NOTHING;
    const { value: name } = selection.name;
    return {
      selections: below.selections,
      depth: 1 + below.depth,
      fields: 1,
      aliases: below.aliases + (selection.alias ? 1 : 0),
      introspection: INTROSPECTING.has(name) ? below.metaLists : below.introspection,
      metaLists: below.metaLists + (META_LISTS.has(name) ? 1 : 0),
    };
  }
}

function directivesAt(node: object): number {
  const { directives = [], variableDefinitions = [] } = node as {
    readonly directives?: readonly DirectiveNode[];
    readonly variableDefinitions?: readonly object[];
  };
  return directives.length + variableDefinitions.reduce<number>((sum, each) => sum + directivesAt(each), 0);
}
