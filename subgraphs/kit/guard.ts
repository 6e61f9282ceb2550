/** The subgraph's own check of who may: whatever a gateway has let through, a protected field is answered only for a viewer that its directives allow. */

import { defaultFieldResolver, Kind, type DocumentNode, type GraphQLFieldResolver, type TypeNode } from 'graphql';
import type { Context } from './context.ts';
import { demandsOf, refusalOf, type Demand } from './demands.ts';
import type { ResolverMap } from './resolvers.ts';

/** In the SDL of a subgraph the directives have their own names. */
const NAMES = { authenticated: 'authenticated', requiresScopes: 'requiresScopes' };

/** The resolvers, those of protected fields guarded: by what the field, its type and the type of its values demand. Errors: `UNAUTHENTICATED`, `FORBIDDEN`. */
export function guarded(resolvers: ResolverMap, { definitions }: DocumentNode): ResolverMap {
  const demandsOfType = new Map<string, Demand[]>();
  for (const node of definitions) {
    if (!('name' in node) || !node.name || !('directives' in node)) continue;
    const demands = demandsOf(node.directives as never, NAMES);
    if (demands.length > 0) demandsOfType.set(node.name.value, demands);
  }
  const guards: ResolverMap = {};
  for (const node of definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
    for (const { name, directives, type } of node.fields ?? []) {
      const demands = [
        ...demandsOf(directives, NAMES),
        ...(demandsOfType.get(node.name.value) ?? []),
        ...(demandsOfType.get(named(type)) ?? []),
      ];
      if (demands.length === 0) continue;
      const own = (resolvers[node.name.value] ?? {}) as Record<string, GraphQLFieldResolver<unknown, Context>>;
      guards[node.name.value] ??= { ...own };
      Object.assign(guards[node.name.value] as object, { [name.value]: guard(own[name.value], demands) });
    }
  }
  return { ...resolvers, ...guards };
}

function guard(
  resolve: GraphQLFieldResolver<unknown, Context> = defaultFieldResolver,
  demands: readonly Demand[],
): GraphQLFieldResolver<unknown, Context> {
  return (parent, args, context, info) => {
    const refusal = refusalOf(demands, context.viewer);
    if (refusal) throw refusal;
    return resolve(parent, args, context, info);
  };
}

function named(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type);
}
