/** Entities of a subgraph: what is behind representations, without a promise where the store answers at once. */

import {
  isObjectType,
  isUnionType,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { isLater } from './later.ts';

type Representation = Readonly<Record<string, unknown>> & { readonly __typename: string };
type ReferenceResolver = (representation: Representation, context: unknown, info: unknown) => unknown;

/**
 * Lets a schema of `@apollo/subgraph` answer `_entities` by the `__resolveReference` of object types alone. Whatever else may be asked
 * for goes the library's way.
 */
export function answerEntitiesAtOnce(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()['_entities'];
  const union = schema.getType('_Entity');
  if (!field?.resolve || !isUnionType(union)) return;
  const otherwise = field.resolve;
  const resolvers = new Map(union.getTypes().map((type) => [type.name, referenceResolverOf(type)]));
  union.resolveType = ({ __typename }: Representation) => __typename;
  field.resolve = ((root, args: { readonly representations: readonly Representation[] }, context, info) => {
    const { representations } = args;
    if (!representations.every(({ __typename }) => resolvers.has(__typename)))
      return otherwise(root, args, context, info);
    return representations.map((representation) => {
      const resolve = resolvers.get(representation.__typename);
      try {
        const found = resolve ? resolve(representation, context, info) : representation;
        return isLater(found)
          ? found.then((entity) => typed(entity, representation), asError)
          : typed(found, representation);
      } catch (error) {
        return asError(error);
      }
    });
  }) as GraphQLFieldResolver<unknown, unknown>;
}

function referenceResolverOf(type: GraphQLObjectType): ReferenceResolver | undefined {
  const { apollo } = type.extensions as { apollo?: { subgraph?: { resolveReference?: ReferenceResolver } } };
  return isObjectType(type) ? apollo?.subgraph?.resolveReference : undefined;
}

/** An entity is of the type for which it was asked. */
function typed(entity: unknown, { __typename }: Representation): unknown {
  if (typeof entity !== 'object' || entity === null) return entity;
  return (entity as Partial<Representation>).__typename === __typename ? entity : { ...entity, __typename };
}

/** A failure is that of its entity, not of the list. */
function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
