/** How resolvers are written: by type and field, each a thin function of its record. */

import type { GraphQLResolveInfo, GraphQLScalarType } from 'graphql';
import type { Context } from './context.ts';

/** Answers one field. */
export type FieldResolver<Parent, Args = never> = (
  parent: Parent,
  args: Args,
  context: Context,
  info: GraphQLResolveInfo,
) => unknown;

/** Resolvers of the fields of `Type` (a type of the graph) that a record does not hold under the same name. */
export type FieldResolvers<Parent, Type> = {
  readonly [Field in Exclude<keyof Type, '__typename'>]?: FieldResolver<Parent>;
};

/** Resolvers by the name of the type, as the subgraph server takes them. */
export type ResolverMap = Record<string, Record<string, unknown> | GraphQLScalarType>;
