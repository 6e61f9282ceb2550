/** The variables of a request by the types that an operation gives them. */

import { getVariableValues, type GraphQLSchema, type VariableDefinitionNode } from 'graphql';

/** Each shows the whole value, so that a value with many faults would cost more to refuse than to answer. */
const MAX_ERRORS = 5;

/** Coerces them, with the defaults of the operation; the first few faults where they do not fit. */
export function readVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[] | undefined,
  variables: Readonly<Record<string, unknown>>,
): ReturnType<typeof getVariableValues> {
  if (!definitions || definitions.length === 0) return { coerced: {} };
  const read = getVariableValues(schema, definitions, { ...variables }, { maxErrors: MAX_ERRORS });
  // One more says that there are more.
  return read.errors ? { errors: read.errors.slice(0, MAX_ERRORS) } : read;
}
