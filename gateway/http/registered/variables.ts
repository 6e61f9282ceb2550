/** The variables of a registered operation out of the parameters of an address. */

import {
  coerceInputValue,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  print,
  typeFromAST,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  type VariableDefinitionNode,
} from 'graphql';
import { suggestionList } from 'graphql/jsutils/suggestionList.js';
import { CodedError } from '../../../schema/errors.ts';
import { LAYOUT_PARAMETERS } from '../export/options.ts';
import type { RegisteredOperation } from './operations.ts';

/** The variables. Throws `BAD_USER_INPUT`, or a scalar's own code, with the name of the parameter, what was received and what is allowed. */
export function variablesOf(
  { name, variables }: RegisteredOperation,
  parameters: URLSearchParams,
  schema: GraphQLSchema,
): Record<string, unknown> {
  const known = variables.map((each) => each.variable.name.value);
  for (const given of new Set(parameters.keys()))
    if (!known.includes(given) && !(LAYOUT_PARAMETERS as readonly string[]).includes(given))
      throw unknown(given, { name, known });
  return Object.fromEntries(
    variables.flatMap((definition) => {
      const value = valueOf(definition, parameters, schema);
      return value === undefined ? [] : [[definition.variable.name.value, value]];
    }),
  );
}

/** The type of a variable. Throws where the schema has none. */
export function inputTypeOf({ type }: VariableDefinitionNode, schema: GraphQLSchema): GraphQLInputType {
  // Which overload is meant shows only at run time.
  const found = typeFromAST(schema, type as Parameters<typeof typeFromAST>[1] & object);
  if (isInputType(found)) return found;
  throw new Error(`The schema has no input type ${print(type)}`);
}

/** What a parameter of a type may be, in words. */
export function allowedWords(type: GraphQLInputType): string {
  const bare = getNullableType(type);
  if (isListType(bare)) return `${allowedWords(bare.ofType as GraphQLInputType)}; several by commas or by repetition`;
  if (isEnumType(bare))
    return `one of ${bare
      .getValues()
      .map(({ name }) => name)
      .join(', ')}`;
  if (isInputObjectType(bare)) return `the JSON of an object of the type ${bare.name}`;
  switch (getNamedType(bare).name) {
    case 'Int':
      return 'a whole number';
    case 'Float':
      return 'a number';
    case 'Boolean':
      return 'true or false';
    case 'ID':
      return 'an id';
    case 'String':
      return 'a text';
    default: {
      const { name, description } = getNamedType(bare);
      return description ? `a ${name}: ${description}` : `a ${name}`;
    }
  }
}

function unknown(
  given: string,
  { name, known }: { readonly name: string; readonly known: readonly string[] },
): CodedError {
  const all = [...known, ...LAYOUT_PARAMETERS];
  const [near] = suggestionList(given, all);
  return new CodedError(
    'BAD_USER_INPUT',
    `The parameter ${JSON.stringify(given)} is unknown: ${name} takes ${all.join(', ')}${near ? `. Did you mean ${near}?` : ''}`,
  );
}

function valueOf(definition: VariableDefinitionNode, parameters: URLSearchParams, schema: GraphQLSchema): unknown {
  const { value: name } = definition.variable.name;
  const type = inputTypeOf(definition, schema);
  const given = parameters.getAll(name);
  if (given.length === 0) {
    if (!isNonNullType(type) || definition.defaultValue) return undefined;
    throw new CodedError('BAD_USER_INPUT', `The parameter ${name} is missing: needed is ${allowedWords(type)}`);
  }
  const fail = (found: string, fault?: GraphQLError): never => {
    // A scalar of ours says itself what was received and what is allowed.
    const own = fault instanceof CodedError ? fault : fault?.originalError;
    if (own instanceof CodedError) throw new CodedError(own.code, `The parameter ${name}: ${own.message}`);
    throw new CodedError('BAD_USER_INPUT', `The parameter ${name} is ${found}: allowed is ${allowedWords(type)}`);
  };
  const shown = given.map((each) => JSON.stringify(each)).join(' and ');
  const list = isListType(getNullableType(type));
  if (!list && given.length > 1) fail(`given ${given.length} times`);
  const value = list ? listOf(given, type) : plainOf(given[0] as string, type);
  if (value === undefined) fail(shown);
  coerceInputValue(value, type, (_path, _invalid, fault) => fail(shown, fault));
  return value;
}

/** By repetition, as JSON, or by commas. */
function listOf(given: readonly string[], type: GraphQLInputType): unknown {
  const inner = (getNullableType(type) as { readonly ofType: GraphQLInputType }).ofType;
  const [only = ''] = given;
  if (given.length === 1 && only.trimStart().startsWith('[')) return json(only);
  const isObject = isInputObjectType(getNamedType(type));
  const parts = given.length === 1 && !isObject ? (only === '' ? [] : only.split(',')) : given;
  const values = parts.map((part) => plainOf(part, inner));
  return values.includes(undefined) ? undefined : values;
}

/** The value of one text; undefined where it is none of the type. */
function plainOf(text: string, type: GraphQLInputType): unknown {
  const bare = getNullableType(type);
  if (isInputObjectType(bare)) return json(text);
  switch (getNamedType(bare).name) {
    case 'Int':
      return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
    case 'Float':
      return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined;
    case 'Boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    default:
      return text;
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
