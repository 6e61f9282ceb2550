/** The security features of a supergraph: which it links and under what names, and the same supergraph without the two about tokens. */

import {
  Kind,
  parse,
  print,
  valueFromASTUntyped,
  visit,
  type ConstDirectiveNode,
  type DirectiveNode,
  type DocumentNode,
  type TypeNode,
} from 'graphql';

/** The names of the two directives in this supergraph; undefined where it does not link the feature. */
export interface SecurityNames {
  readonly authenticated: string | undefined;
  readonly requiresScopes: string | undefined;
}

/** A supergraph that asks for protection which the gateway does not give: it must not be served. */
export class UnenforcedFeatureError extends Error {
  override readonly name = 'UnenforcedFeatureError';
}

interface Link {
  readonly url: string;
  readonly identity: string;
  readonly version: string;
  readonly as: string | undefined;
  /** Imported elements by their own name: the name that they have here. */
  readonly imports: ReadonlyMap<string, string>;
  readonly isForSecurity: boolean;
}

const APOLLO = 'https://specs.apollo.dev/';
/** What the gateway enforces; of `inaccessible` Apollo's own class takes care. */
const ENFORCED: Readonly<Record<string, readonly string[]>> = {
  [`${APOLLO}inaccessible`]: ['v0.1', 'v0.2'],
  [`${APOLLO}authenticated`]: ['v0.1'],
  [`${APOLLO}requiresScopes`]: ['v0.1'],
};
/** Features that protect, whether or not their link says so. */
const PROTECTING = new Set(['authenticated', 'requiresScopes', 'policy'].map((name) => APOLLO + name));

/** The names of the security directives of a supergraph. Throws an UnenforcedFeatureError that names the feature that is not enforced. */
export function securityNames(supergraph: DocumentNode): SecurityNames {
  const links = linksOf(supergraph).filter(({ identity, isForSecurity }) => isForSecurity || PROTECTING.has(identity));
  for (const { url, identity, version } of links) {
    if (ENFORCED[identity]?.includes(version)) continue;
    const known = Object.entries(ENFORCED).flatMap(([name, versions]) => versions.map((each) => `${name}/${each}`));
    throw new UnenforcedFeatureError(
      `The supergraph is refused: its security feature ${url} is not enforced here; enforced are ${known.join(', ')}`,
    );
  }
  const nameOf = (feature: string) => nameIn(links, feature, feature);
  return { authenticated: nameOf('authenticated'), requiresScopes: nameOf('requiresScopes') };
}

/** The name that a directive of one of Apollo's features has in this supergraph; undefined where it does not link the feature. */
export function linkedName(supergraph: DocumentNode, feature: string, directive: string): string | undefined {
  return nameIn(linksOf(supergraph), feature, directive);
}

function nameIn(links: readonly Link[], feature: string, directive: string): string | undefined {
  const link = links.find(({ identity }) => identity === APOLLO + feature);
  if (!link) return undefined;
  const prefix = link.as ?? feature;
  return link.imports.get(`@${directive}`)?.slice(1) ?? (directive === feature ? prefix : `${prefix}__${directive}`);
}

/** The supergraph without `@authenticated` and `@requiresScopes`, for executors that refuse them; the same text where it has neither. Throws as `securityNames`. */
export function withoutSecurity(supergraphSdl: string): string {
  const supergraph = parse(supergraphSdl, { noLocation: true });
  const { authenticated, requiresScopes } = securityNames(supergraph);
  const directives = new Set([authenticated, requiresScopes].filter((name) => name !== undefined));
  if (directives.size === 0) return supergraphSdl;
  const scalars = new Set(
    supergraph.definitions.flatMap((node) =>
      node.kind === Kind.DIRECTIVE_DEFINITION && directives.has(node.name.value)
        ? (node.arguments ?? []).map(({ type }) => named(type))
        : [],
    ),
  );
  const open = visit(supergraph, {
    Directive: (node) => (directives.has(node.name.value) || isSecurityLink(node) ? null : undefined),
    DirectiveDefinition: (node) => (directives.has(node.name.value) ? null : false),
    ScalarTypeDefinition: (node) => (scalars.has(node.name.value) ? null : undefined),
  });
  return `${print(open)}\n`;
}

function isSecurityLink(node: DirectiveNode): boolean {
  const link = node.name.value === 'link' ? linkOf(node as ConstDirectiveNode) : undefined;
  return link !== undefined && [`${APOLLO}authenticated`, `${APOLLO}requiresScopes`].includes(link.identity);
}

function linksOf({ definitions }: DocumentNode): Link[] {
  return definitions
    .filter((node) => node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION)
    .flatMap(({ directives = [] }) => directives)
    .filter(({ name }) => name.value === 'link' || name.value === 'core')
    .map(linkOf);
}

/** A link, also as the first federation wrote it (`@core(feature:)`). */
function linkOf({ arguments: given = [] }: ConstDirectiveNode): Link {
  const values = Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
  const url = String(values['url'] ?? values['feature'] ?? '');
  const [, identity = url, version = ''] = /^(.*?)\/(v\d+\.\d+)\/?$/.exec(url) ?? [];
  const imports = Array.isArray(values['import']) ? (values['import'] as unknown[]) : [];
  return {
    url,
    identity,
    version,
    as: typeof values['as'] === 'string' ? values['as'] : undefined,
    imports: new Map(imports.map(importOf)),
    isForSecurity: values['for'] === 'SECURITY',
  };
}

function importOf(element: unknown): [string, string] {
  if (typeof element === 'string') return [element, element];
  const { name, as } = element as { name: string; as?: string };
  return [name, as ?? name];
}

function named(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type);
}
