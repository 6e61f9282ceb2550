/** The API as committed: facts of its structure that users and the gateway rest on. */

import { readFileSync } from 'node:fs';
import {
  buildSchema,
  isEnumType,
  isInterfaceType,
  isObjectType,
  isTypeSubTypeOf,
  Kind,
  parse,
  validateSchema,
  type GraphQLInterfaceType,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { SUBGRAPHS } from '../../schema/compose.ts';
import * as vocabularies from '../../schema/generated/vocabularies.ts';
import { concreteType, keepersOf, KINDS, SINGLE_KINDS, type SplitKind } from '../../schema/kinds.ts';
import { lintSchema } from '../../schema/lint.ts';

const read = (name: string) => readFileSync(new URL(`../../schema/generated/${name}`, import.meta.url), 'utf8');
const API_SDL = read('api.graphql');
const API = buildSchema(API_SDL);
const KIND_NAMES = Object.keys(KINDS) as SplitKind[];

test('is a valid schema in which everything is described', () => {
  expect(validateSchema(API)).toEqual([]);
  expect(lintSchema(API)).toEqual([]);
});

describe.each(KIND_NAMES)('%s', (kind) => {
  const type = API.getType(kind) as GraphQLInterfaceType;

  test('is an interface with one concrete type a keeper', () => {
    expect(isInterfaceType(type)).toBe(true);
    const names = API.getPossibleTypes(type).map(({ name }) => name);
    expect(names.sort()).toEqual(
      keepersOf(kind)
        .map((steward) => concreteType(kind, steward))
        .sort(),
    );
  });

  test('has each of its fields on each concrete type, of the same type or a narrower one, with the same arguments', () => {
    for (const concrete of API.getPossibleTypes(type)) {
      for (const field of Object.values(type.getFields())) {
        const own = concrete.getFields()[field.name];
        expect(own, `${concrete.name}.${field.name}`).toBeDefined();
        if (!own) continue;
        expect(isTypeSubTypeOf(API, own.type, field.type), `${concrete.name}.${field.name}: ${String(own.type)}`).toBe(
          true,
        );
        expect(own.args.map(({ name, type: of }) => `${name}: ${String(of)}`)).toEqual(
          field.args.map(({ name, type: of }) => `${name}: ${String(of)}`),
        );
      }
    }
  });
});

test('each kind that one steward keeps is a type with its key', () => {
  for (const [kind, { key }] of Object.entries(SINGLE_KINDS)) {
    const type = API.getType(kind);
    expect(isObjectType(type) && Object.keys(type.getFields()), kind).toContain(key);
  }
});

test('narrower types lead from a pillar to its own records', () => {
  const typeOf = (coordinate: string) => {
    const [owner, field] = coordinate.split('.') as [string, string];
    const type = API.getType(owner);
    return isObjectType(type) || isInterfaceType(type) ? String(type.getFields()[field]?.type) : undefined;
  };
  expect(typeOf('Body.steward')).toBe('Steward!');
  expect(typeOf('EconomicBody.steward')).toBe('EconomicCommunity!');
  expect(typeOf('CommunityBody.steward')).toBe('AseanCommunity!');
});

test('hidden names do not show', () => {
  const names = Object.values(API.getTypeMap()).flatMap((type) =>
    isObjectType(type) || isInterfaceType(type) ? [type.name, ...Object.keys(type.getFields())] : [type.name],
  );
  const hidden = names.filter((name) => /^(apsc|aec|ascc|directory)[A-Z]|^(Page|Contribution|request|_.*)$/.test(name));
  expect(hidden.filter((name) => !name.startsWith('__'))).toEqual([]);
  expect(API_SDL).not.toMatch(/@(inaccessible|key|shareable|external|requires|by|each|own|contributed)\b/);
});

test('every field that returns a connection can be paged', () => {
  for (const type of Object.values(API.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!String(field.type).replace('!', '').endsWith('Connection')) continue;
      expect(
        field.args.map(({ name }) => name),
        `${type.name}.${field.name}`,
      ).toEqual(expect.arrayContaining(['first', 'after', 'last', 'before']));
    }
  }
});

test('each root field is answered by exactly one subgraph', () => {
  const answered = SUBGRAPHS.flatMap((name) =>
    parse(read(`subgraphs/${name}.graphql`)).definitions.flatMap((node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === 'Query'
        ? (node.fields ?? []).map((field) => field.name.value)
        : [],
    ),
  );
  expect(answered.sort()).toEqual(Object.keys(API.getQueryType()?.getFields() ?? {}).sort());
});

test('the vocabularies of the code are those of the API', () => {
  for (const [name, values] of Object.entries(vocabularies)) {
    const type = API.getType(name);
    expect(
      isEnumType(type) &&
        type
          .getValues()
          .map((value) => value.name)
          .sort(),
      name,
    ).toEqual([...values].sort());
  }
});

test('the graph reads only, and holds nothing of what it cannot do yet', () => {
  expect(API.getMutationType()).toBeUndefined();
  expect(API.getSubscriptionType()).toBeUndefined();
  const lead = API.getType('Lead');
  expect(isObjectType(lead) && Object.keys(lead.getFields())).not.toContain('decision');
  expect(isObjectType(lead) && Object.keys(lead.getFields())).not.toContain('proposal');
  expect(API_SDL).not.toMatch(/leadRecommendation|leadHistory|leadDecisions|LeadDecision|proposed:/);
});
