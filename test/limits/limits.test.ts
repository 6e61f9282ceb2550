/** Limits: what would cost too much to plan or to answer is told apart from what is merely large. */

import { readFileSync } from 'node:fs';
import { buildSchema, Kind, parse, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { nestedLists } from '../../gateway/limits/nested-lists.ts';
import { LIMITS } from '../../gateway/limits/table.ts';
import { contributedFields, weightOf } from '../../gateway/limits/weight.ts';

const text = (name: string) => readFileSync(new URL(`../../schema/generated/${name}.graphql`, import.meta.url), 'utf8');
const schema = buildSchema(text('api'));
const contributed = contributedFields(parse(text('supergraph')));

function measure(query: string): { weight: number; lists: number } {
  const { definitions } = parse(query);
  const operation = definitions.find(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  if (!operation) throw new Error('no operation');
  const fragments = new Map(
    definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );
  return {
    weight: weightOf(operation, { schema, contributed, fragments }),
    lists: nestedLists(operation, { schema, fragments }),
  };
}

const nested = (field: string, times: number) => `${`${field} { `.repeat(times)}id${' }'.repeat(times)}`;

describe('weight', () => {
  it('counts a leaf of a plain type once, and one of an interface for each type behind it', () => {
    expect(measure('{ smartCity(id: "bangkok") { name } }').weight).toBe(1);
    expect(measure('{ body(id: "aec:aem") { name acronym } }').weight).toBe(8);
    expect(measure('{ body(id: "aec:aem") { ... on EconomicBody { name acronym } } }').weight).toBe(2);
  });

  it('doubles below a field to which other subgraphs contribute', () => {
    expect(measure('{ meetings { totalCount } }').weight).toBe(2);
    expect(measure('{ meetings { nodes { title } } }').weight).toBe(8);
  });

  it('takes a field as narrow as the concrete type has it', () => {
    expect(measure('{ body(id: "x") { ... on EconomicBody { steward { name } } } }').weight).toBe(1);
  });

  it('reads through named fragments and does the same work for each only once', () => {
    const chain = Array.from(
      { length: 40 },
      (_, n) =>
        `fragment F${n} on CrossPillarIssue { a: relatedIssues { ...F${n + 1} } b: relatedIssues { ...F${n + 1} } }`,
    );
    const query = `{ crossPillarIssue(id: "x") { ...F0 } } ${chain.join(' ')} fragment F40 on CrossPillarIssue { id }`;
    expect(measure(query)).toEqual({ weight: 2 ** 40, lists: 40 });
  });

  it('is beyond the limit for interfaces inside each other', () => {
    expect(measure(`{ bodies { nodes { ${nested('parent', 8)} } } }`).weight).toBeGreaterThan(LIMITS.weight.allowed);
  });
});

describe('nested lists', () => {
  it('are counted along the deepest path, through connections and fragments', () => {
    expect(measure('{ pillars { name leads { title } } meetings { nodes { title } } }').lists).toBe(2);
    expect(measure('{ smartCities { nodes { ... on SmartCity { projects { nodes { title } } } } } }').lists).toBe(2);
  });

  it('are beyond the limit where rows would multiply', () => {
    expect(measure(`{ crossPillarIssue(id: "x") { ${nested('relatedIssues', 9)} } }`).lists).toBeGreaterThan(
      LIMITS.lists.allowed,
    );
  });

  it('leave introspection alone', () => {
    expect(
      measure(`{ __schema { types { fields { args { type { ${nested('ofType', 9).replace('id', 'name')} } } } } } }`),
    ).toEqual({ weight: 1, lists: 0 });
  });
});
