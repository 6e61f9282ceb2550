/** Every operation that the project ships: valid against the API, and planned over the supergraph as the gateway plans it. */

import { buildSchema, parse, validate } from 'graphql';
import { createPlanner } from '../../schema/compose.ts';
import { projectFiles, textOf } from './files.ts';

const SHIPPED = /^(gateway\/(operations|pages\/tabs)|test\/bench\/operations)\/[^/]+\.graphql$/;

/** The faults of the operations, one line each. Throws where there is no registered operation at all. */
export function operationFaults(): string[] {
  const paths = projectFiles().filter((path) => SHIPPED.test(path));
  if (!paths.some((path) => path.startsWith('gateway/operations/'))) {
    throw new Error('gateway/operations holds no operation');
  }
  const schema = buildSchema(textOf('schema/generated/api.graphql'));
  const plan = createPlanner(textOf('schema/generated/supergraph.graphql'));
  return paths.flatMap((path) => {
    const text = textOf(path);
    try {
      const invalid = validate(schema, parse(text)).map(({ message }) => `${path}: ${message}`);
      if (invalid.length === 0 && !plan(text).node) return [`${path}: its plan is empty`];
      return invalid;
    } catch (error) {
      return [`${path}: ${error instanceof Error ? error.message : String(error)}`];
    }
  });
}
