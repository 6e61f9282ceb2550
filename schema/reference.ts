/** The reference page: the API as Markdown, made of the descriptions of the schema, for whoever reads before asking. */

import {
  astFromValue,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  print,
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLEnumValue,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql';

type FieldsType = GraphQLObjectType | GraphQLInterfaceType;
type Described = GraphQLField<unknown, unknown> | GraphQLArgument | GraphQLInputField | GraphQLEnumValue;

const PAGING = new Set(['first', 'after', 'last', 'before']);

/** The page of an API. The same schema gives the same text. */
export function referencePage(schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const roots = [schema.getQueryType(), schema.getMutationType()].filter((type) => !!type);
  const pages = types.filter(isPage);
  const rest = types.filter((type) => !isPage(type) && !roots.some(({ name }) => name === type.name));
  const sections: readonly (readonly [string, readonly GraphQLNamedType[]])[] = [
    ['What may be asked', roots],
    ['Interfaces', rest.filter(isInterfaceType)],
    ['Types', rest.filter(isObjectType)],
    ['Inputs', rest.filter(isInputObjectType)],
    ['Enums', rest.filter(isEnumType)],
    ['Scalars', rest.filter(isScalarType)],
  ];
  return [
    '# Reference of the graph',
    'Every type of the API with its fields, arguments and values, as the schema describes them. Derived from `schema/graph`; never edited.',
    sections.map(([title, each]) => `- ${title}: ${each.map(({ name }) => link(name)).join(', ')}`).join('\n'),
    ...sections.flatMap(([title, each]) => [`## ${title}`, ...each.flatMap((type) => section(type))]),
    ...pageSection(pages),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function section(type: GraphQLNamedType): string[] {
  return [`### ${type.name}`, type.description ?? '', ...body(type)];
}

function body(type: GraphQLNamedType): string[] {
  if (isEnumType(type)) return [valuesOf(type)];
  if (isInputObjectType(type)) return [inputsOf(type)];
  return isObjectType(type) || isInterfaceType(type) ? fieldsOf(type) : [];
}

function valuesOf(type: GraphQLEnumType): string {
  return type
    .getValues()
    .map((value) => `- \`${value.name}\`: ${meaning(value)}`)
    .join('\n');
}

function inputsOf(type: GraphQLInputObjectType): string {
  return Object.values(type.getFields()).map(inputLine).join('\n');
}

/** A type that only repeats an interface says so, and shows what it has beyond it or narrower. */
function fieldsOf(type: FieldsType): string[] {
  const [parent] = [...type.getInterfaces()].sort(
    (a, b) => Object.keys(b.getFields()).length - Object.keys(a.getFields()).length,
  );
  const shown = Object.values(type.getFields()).filter((field) => !isRepeated(field, parent));
  const lines = shown.map(fieldLines).join('\n');
  if (!parent) return [lines];
  const all = `All fields of ${link(parent.name)}`;
  return shown.length === 0 ? [`${all}.`] : [`${all}, and of its own or narrower:`, lines];
}

function isRepeated(field: GraphQLField<unknown, unknown>, parent: GraphQLInterfaceType | undefined): boolean {
  const inherited = parent?.getFields()[field.name];
  return String(inherited?.type) === String(field.type) && inherited?.description === field.description;
}

function fieldLines(field: GraphQLField<unknown, unknown>): string {
  const own = field.args.filter(({ name }) => !PAGING.has(name));
  const paged = own.length < field.args.length ? ' Paged: `first`, `after`, `last`, `before`.' : '';
  const line = `- \`${field.name}\` · ${typeText(field.type)} · ${meaning(field)}${paged}`;
  return [line, ...own.map((argument) => `  ${inputLine(argument)}`)].join('\n');
}

function inputLine(input: GraphQLArgument | GraphQLInputField): string {
  const fallback = astFromValue(input.defaultValue, input.type);
  const value = fallback ? `, \`${print(fallback)}\` where left out` : '';
  return `- \`${input.name}\` · ${typeText(input.type)}${value} · ${meaning(input)}`;
}

function meaning({ description, deprecationReason }: Described): string {
  const deprecated = deprecationReason ? ` **Deprecated:** ${oneLine(deprecationReason)}` : '';
  return `${oneLine(description ?? '')}${deprecated}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The type with its lists and non-null marks, its name a link. */
function typeText(type: GraphQLType): string {
  const { name } = getNamedType(type);
  const [before = '', after = ''] = String(type).split(name);
  return `${escape(before)}${link(name)}${escape(after)}`;
}

function escape(marks: string): string {
  return marks.replace(/[[\]]/g, '\\$&');
}

const BUILT_IN = new Set(['ID', 'String', 'Int', 'Float', 'Boolean']);

function link(name: string): string {
  return BUILT_IN.has(name) ? name : `[${name}](#${isPageName(name) ? 'pages' : name.toLowerCase()})`;
}

// ---- pages ----------------------------------------------------------------------------------------------------------

function isPageName(name: string): boolean {
  return /.(Connection|Edge)$/.test(name);
}

function isPage(type: GraphQLNamedType): type is GraphQLObjectType {
  return isObjectType(type) && isPageName(type.name);
}

/** Connections and edges differ in nothing but what stands in them: they are described once. */
function pageSection(types: readonly GraphQLObjectType[]): string[] {
  const lines = (ending: RegExp): string[] => {
    const [first] = types.filter(({ name }) => ending.test(name));
    return first
      ? Object.values(first.getFields()).map(({ name, description }) => `- \`${name}\`: ${oneLine(description ?? '')}`)
      : [];
  };
  return [
    '## Pages',
    'Lists are read in pages, `XConnection` of one steward or `MergedXConnection` over all. A page has:',
    lines(/Connection$/).join('\n'),
    'Each row of `edges` has:',
    lines(/Edge$/).join('\n'),
    `The types: ${types.map(({ name }) => `\`${name}\``).join(', ')}.`,
  ];
}
