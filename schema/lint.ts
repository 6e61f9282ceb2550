/** What a schema must keep to: everything described, names of one style, every connection paged, deprecations that say what to ask instead. */

import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  specifiedDirectives,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/** A part of the schema, by its coordinate (`Query.meetings(first:)`), and what is wrong with it. */
interface Fault {
  readonly coordinate: string;
  readonly fault: string;
}

const PAGING = ['first', 'after', 'last', 'before'];
const TYPE_NAME = /^[A-Z][A-Za-z0-9]*$/;
const FIELD_NAME = /^[a-z][A-Za-z0-9]*$/;
const VALUE_NAME = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;

/** The faults of a schema, one line each; none where it is in order. */
export function lintSchema(schema: GraphQLSchema): string[] {
  const faults: Fault[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isIntrospectionType(type) && !isSpecifiedScalarType(type)) faults.push(...typeFaults(type));
  }
  for (const directive of schema.getDirectives()) {
    if (specifiedDirectives.includes(directive)) continue;
    const coordinate = `@${directive.name}`;
    faults.push(...part(coordinate, directive, FIELD_NAME));
    for (const argument of directive.args)
      faults.push(...part(`${coordinate}(${argument.name}:)`, argument, FIELD_NAME));
  }
  return faults.map(({ coordinate, fault }) => `${coordinate} ${fault}`);
}

function typeFaults(type: GraphQLNamedType): Fault[] {
  const faults = part(type.name, type, TYPE_NAME);
  if (isEnumType(type)) {
    for (const value of type.getValues()) faults.push(...part(`${type.name}.${value.name}`, value, VALUE_NAME));
  } else if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) {
      faults.push(...part(`${type.name}.${field.name}`, field, FIELD_NAME));
    }
  } else if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) faults.push(...fieldFaults(type.name, field));
  }
  return faults;
}

function fieldFaults(owner: string, field: GraphQLField<unknown, unknown>): Fault[] {
  const coordinate = `${owner}.${field.name}`;
  const faults = part(coordinate, field, FIELD_NAME);
  for (const argument of field.args) faults.push(...part(`${coordinate}(${argument.name}:)`, argument, FIELD_NAME));
  const missing = PAGING.filter((name) => !field.args.some((argument) => argument.name === name));
  if (named(field.type).endsWith('Connection') && missing.length > 0) {
    faults.push({ coordinate, fault: `returns a connection but lacks ${missing.join(', ')}` });
  }
  return faults;
}

/** What is deprecated says what to ask instead, and from when on it is gone: a release or a day. */
function deprecationFaults(coordinate: string, reason: string): Fault[] {
  const faults: Fault[] = [];
  if (!/`[A-Za-z][\w.():]*`/.test(reason))
    faults.push({ coordinate, fault: 'is deprecated without naming its replacement in backticks' });
  if (!/\b[Rr]emoved (in \d+\.\d+(\.\d+)?|on \d{4}-\d{2}-\d{2})/.test(reason))
    faults.push({ coordinate, fault: 'is deprecated without "removed in 1.2.0" or "removed on 2027-03-01"' });
  return faults;
}

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly deprecationReason?: string | null | undefined;
}

function part(coordinate: string, { name, description, deprecationReason }: Described, style: RegExp): Fault[] {
  const faults = typeof deprecationReason === 'string' ? deprecationFaults(coordinate, deprecationReason) : [];
  if (!style.test(name)) faults.push({ coordinate, fault: `is not named as ${style.source} wants` });
  if (!description?.trim()) faults.push({ coordinate, fault: 'has no description' });
  else if (description !== description.trim()) faults.push({ coordinate, fault: 'has a description with blank ends' });
  return faults;
}

function named(type: GraphQLOutputType): string {
  return isNonNullType(type) || isListType(type) ? named(type.ofType) : type.name;
}
