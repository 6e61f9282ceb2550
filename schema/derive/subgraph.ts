/**
 * The SDL of one subgraph, by the pattern of a graph that is owned by record: the directory declares every split interface in full over stubs,
 * a pillar its own types in full and of others' types the key alone, and a list over all stewards is an entity keyed by its request.
 */

import { Kind, print, type DefinitionNode, type FieldDefinitionNode } from 'graphql';
import { PILLARS, type SubgraphName } from '../stewards.ts';
import { contributionField, pageField, totalField } from './hidden.ts';
import { annotated, bare, described, hiddenField, namedType, printFields } from './sdl-text.ts';
import { COST_DIRECTIVES, SECURITY_DIRECTIVES } from './source.ts';
import type { Model, ModelField, ModelType } from './model.ts';

const BUILT_IN = new Set(['ID', 'String', 'Int', 'Float', 'Boolean']);
const PILLAR_SUBGRAPHS = PILLARS.map(({ subgraph }) => subgraph);
const IMPORTS = ['key', 'shareable', 'external', 'requires', 'inaccessible'];

/** The SDL of a subgraph. Throws where the source contradicts itself. */
export function subgraphSdl(model: Model, subgraph: SubgraphName): string {
  const query = model.query.filter(({ by }) => by === subgraph);
  const mutation = model.mutation.filter(({ by }) => by === subgraph);
  const wanted = new Worklist();
  for (const field of [...query, ...mutation]) wanted.addField(field.node);
  for (const type of model.types.values()) if (isAtHome(type, subgraph)) wanted.add(type.name);
  const parts = new Map<string, string>();
  for (const name of wanted) {
    if (BUILT_IN.has(name) || HIDDEN_SCALARS.some((scalar) => scalar.name === name)) continue;
    const leaf = model.leaves.get(name);
    if (leaf) {
      wanted.addLeaf(leaf);
      parts.set(name, print(leaf));
      continue;
    }
    const type = model.types.get(name);
    if (!type) throw new Error(`schema/graph names the type ${name}, which it does not define`);
    const emitted = sizedHere(emit(type, subgraph, model), subgraph, model);
    for (const field of emitted.fields) wanted.addField(field);
    for (const each of model.concretes.get(name) ?? []) wanted.add(each);
    for (const each of emitted.interfaces) wanted.add(each);
    parts.set(name, printType(type, emitted, isDescribedBy(subgraph, type)));
  }
  const roots = [
    ...printRoot('Query', 'What may be asked.', query),
    ...printRoot('Mutation', 'What may be changed.', mutation),
  ];
  const hidden = HIDDEN_SCALARS.filter((scalar) =>
    [...parts.values()].some((part) => new RegExp(`: ${scalar.name}\\b`).test(part)),
  );
  const sorted = [...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part);
  const sdl = [...roots, ...sorted, ...hidden.map(({ sdl }) => sdl)].join('\n\n');
  return `${link(sdl)}\n\n${sdl}\n`;
}

function printRoot(name: string, description: string, fields: readonly ModelField[]): string[] {
  if (fields.length === 0) return [];
  const shown = fields.map(({ node, hidden }) => (hidden ? annotated(node, '@inaccessible') : node));
  return [`"${description}"\ntype ${name} {\n${printFields(shown)}\n}`];
}

const HIDDEN_SCALARS = [
  {
    name: 'Page',
    sdl: `"A pillar's page of a merged list: opaque to planners, unseen by clients."\nscalar Page @inaccessible`,
  },
  {
    name: 'Contribution',
    sdl: `"What a pillar contributes to a short complete list: opaque to planners, unseen by clients."\nscalar Contribution @inaccessible`,
  },
];

/** The names still to be emitted, each once. */
class Worklist {
  readonly #names: string[] = [];
  readonly #seen = new Set<string>();
  add(name: string): void {
    if (this.#seen.has(name)) return;
    this.#seen.add(name);
    this.#names.push(name);
  }
  addField(field: FieldDefinitionNode): void {
    this.add(namedType(field.type));
    for (const argument of field.arguments ?? []) this.add(namedType(argument.type));
  }
  addLeaf(leaf: DefinitionNode): void {
    if (leaf.kind !== Kind.INPUT_OBJECT_TYPE_DEFINITION) return;
    for (const field of leaf.fields ?? []) this.add(namedType(field.type));
  }
  *[Symbol.iterator](): Iterator<string> {
    for (let index = 0; index < this.#names.length; index++) yield this.#names[index] as string;
  }
}

/** Types that a subgraph declares whether its root fields reach them or not. */
function isAtHome(type: ModelType, subgraph: SubgraphName): boolean {
  if (type.role === 'merged') return true;
  if (type.role === 'interface') return subgraph === 'directory';
  if (type.role === 'value') return false;
  return (
    type.keeper === subgraph ||
    type.fields.some((field) => field.by === subgraph || field.contributors.includes(subgraph))
  );
}

/** Whether the subgraph is the one that says what the type is. */
function isDescribedBy(subgraph: SubgraphName, type: ModelType): boolean {
  return type.role === 'value' || (type.keeper ?? 'directory') === subgraph;
}

interface Emitted {
  readonly interfaces: readonly string[];
  readonly directives: string;
  /** With the federation directives of each. */
  readonly fields: readonly FieldDefinitionNode[];
}

function emit(type: ModelType, subgraph: SubgraphName, model: Model): Emitted {
  switch (type.role) {
    case 'value':
      return {
        interfaces: [],
        directives: '@shareable',
        fields: type.fields.map(({ node }) => node),
      };
    case 'local':
      if (type.keeper !== subgraph) throw new Error(`${type.name} has no key, but ${subgraph} refers to it`);
      return { interfaces: [], directives: '', fields: type.fields.map(({ node }) => node) };
    case 'interface':
      return { interfaces: type.interfaces, directives: '', fields: interfaceFields(type, subgraph) };
    case 'merged':
      return { interfaces: [], directives: '@key(fields: "request")', fields: mergedFields(type, subgraph) };
    case 'entity':
      return entity(type, subgraph, model);
  }
}

function interfaceFields(type: ModelType, subgraph: SubgraphName): FieldDefinitionNode[] {
  const shown =
    subgraph === 'directory' ? type.fields : type.fields.filter((field) => field.by === 'every' || isKey(type, field));
  return shown.map(({ node }) => described(without(node, SECURITY_DIRECTIVES), subgraph === 'directory'));
}

function isKey(type: ModelType, { node }: ModelField): boolean {
  return node.name.value === (type.key ?? 'id');
}

function mergedFields(type: ModelType, subgraph: SubgraphName): FieldDefinitionNode[] {
  const request = hiddenField('request', 'ID!', '@inaccessible', 'What is asked for, as canonical JSON.');
  const pages = (directive: string, of: readonly SubgraphName[]): FieldDefinitionNode[] =>
    of.flatMap((name) => [
      hiddenField(pageField(name), 'Page', directive, `The page of the ${name.toUpperCase()}.`),
      hiddenField(totalField(name), 'Int', directive, `How many rows of the list the ${name.toUpperCase()} has.`),
    ]);
  if (subgraph !== 'directory') return [request, ...pages('@inaccessible', [subgraph])];
  return [
    request,
    ...pages('@external', PILLAR_SUBGRAPHS),
    ...type.fields.map(({ node }) => {
      const part = node.name.value === 'totalCount' ? totalField : pageField;
      return annotated(node, requires(PILLAR_SUBGRAPHS.map(part)));
    }),
  ];
}

/** An entity: in full at its keeper's, else its key, the shared identity and what this subgraph adds; at the directory also the interface's fields. */
function entity(type: ModelType, subgraph: SubgraphName, model: Model): Emitted {
  const fields: FieldDefinitionNode[] = [];
  const isKept = type.keeper === subgraph;
  let contributes = false;
  for (const field of type.fields) {
    const isMine = field.by === subgraph;
    if (isMine && field.contributors.length > 0) {
      const names = field.contributors.map((name) => contributionField(name, field.node.name.value));
      fields.push(
        ...names.map((name) =>
          hiddenField(name, 'Contribution', '@external', `A contribution to ${field.node.name.value}.`),
        ),
      );
      fields.push(annotated(field.node, requires(names)));
    } else if (isKey(type, field)) fields.push(described(field.node, isKept));
    else if (field.by === 'every') fields.push(annotated(described(field.node, isKept), '@shareable'));
    else if (isMine) fields.push(field.node);
    else if (subgraph === 'directory' && isSplit(type, model) && !type.beyond.has(field.node.name.value)) {
      fields.push(annotated(bare(without(field.node, [...SECURITY_DIRECTIVES, ...COST_DIRECTIVES])), '@external'));
    }
    if (field.contributors.includes(subgraph)) {
      const name = contributionField(subgraph, field.node.name.value);
      fields.push(
        hiddenField(
          name,
          'Contribution',
          '@inaccessible',
          `The contribution of the ${subgraph.toUpperCase()} to ${field.node.name.value}.`,
        ),
      );
    }
    contributes ||= isMine || field.contributors.includes(subgraph);
  }
  const isResolvable = isKept || contributes;
  return {
    interfaces: type.interfaces,
    directives: `@key(fields: "${type.key}"${isResolvable ? '' : ', resolvable: false'})`,
    fields,
  };
}

/** Only the directory has the rows of a list over all stewards: elsewhere composition refuses to hear how many they are. */
function sizedHere(emitted: Emitted, subgraph: SubgraphName, { types }: Model): Emitted {
  if (subgraph === 'directory') return emitted;
  const isMerged = (node: FieldDefinitionNode) => types.get(namedType(node.type))?.role === 'merged';
  return { ...emitted, fields: emitted.fields.map((node) => (isMerged(node) ? without(node, ['listSize']) : node)) };
}

function isSplit(type: ModelType, model: Model): boolean {
  return type.interfaces.some((name) => model.concretes.has(name));
}

/** For where the field is only named: composition takes what it says of who may from where it is answered, and refuses it on interfaces. */
function without(node: FieldDefinitionNode, directives: readonly string[]): FieldDefinitionNode {
  return { ...node, directives: (node.directives ?? []).filter(({ name }) => !directives.includes(name.value)) };
}

/** The head of a subgraph: what it takes from federation. */
function link(sdl: string): string {
  const used = [...SECURITY_DIRECTIVES, ...COST_DIRECTIVES].filter((name) => new RegExp(`@${name}\\b`).test(sdl));
  const imports = [...IMPORTS, ...used].map((name) => `"@${name}"`).join(', ');
  return `extend schema
  @link(
    url: "https://specs.apollo.dev/federation/v2.9"
    import: [${imports}]
  )`;
}

function requires(names: readonly string[]): string {
  return `@requires(fields: "${names.join(' ')}")`;
}

function printType(type: ModelType, { interfaces, directives, fields }: Emitted, isAtHome: boolean): string {
  const head = type.role === 'interface' ? 'interface' : 'type';
  const implementing = interfaces.length === 0 ? '' : ` implements ${interfaces.join(' & ')}`;
  const description = isAtHome
    ? `${print({ kind: Kind.STRING, value: type.description, block: type.description.length > 90 })}\n`
    : '';
  const security = isAtHome ? type.security.map((each) => `${print(each)} `).join('') : '';
  return `${description}${head} ${type.name}${implementing} ${directives}${directives && ' '}${security}{\n${printFields(fields)}\n}`;
}
