/** Writes one random document: fields with aliases and arguments, fragments of every sort, directives, variables. */

import {
  astFromValue,
  doTypesOverlap,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  print,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { Random } from './random.ts';
import { drawValue, type Cursors, type ValuePlace } from './values.ts';

/** What a document is written from. */
export interface WriterOptions {
  readonly schema: GraphQLSchema;
  readonly random: Random;
  readonly cursors: Cursors;
}

/** A document and the values of its variables. It may be invalid: fields of one name may exclude each other. */
export interface Written {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Fragment {
  readonly name: string;
  readonly on: GraphQLCompositeType;
}

/** Few, so that they collide, also with names of fields and with keys. */
const ALIASES = ['a', 'b', 'id', 'name', 'nodes', 'title', 'code', 'request', 'A1'];
const INTROSPECTION = [
  '__typename',
  '__schema { queryType { name } }',
  '__type(name: "Body") { kind name possibleTypes { name } }',
  'shape: __type(name: "PageInfo") { name fields { name type { kind ofType { name } } } }',
];

/** A writer of one document. */
export function createWriter({ schema, random, cursors }: WriterOptions): { write(): Written } {
  const fragments: (Fragment & { readonly text: string })[] = [];
  const declarations: string[] = [];
  const variables: Record<string, unknown> = {};
  const composites = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLCompositeType => isCompositeType(type) && !type.name.startsWith('__'),
  );

  const literal = (value: unknown, type: GraphQLInputType) => {
    const node = astFromValue(value, type);
    return node ? print(node) : 'null';
  };

  /** Sometimes as a variable: given, left to its default, or null where that may be. */
  function valueText(type: GraphQLInputType, place: ValuePlace): string {
    const value = drawValue(random, type, place);
    if (!random.chance(0.3)) return literal(value, type);
    const name = `v${declarations.length}`;
    const otherValue = random.chance(0.4) ? drawValue(random, type, place) : undefined;
    declarations.push(`$${name}: ${String(type)}${otherValue === undefined ? '' : ` = ${literal(otherValue, type)}`}`);
    if (otherValue === undefined || random.chance(0.5)) {
      const mayBeLeftOut = !isNonNullType(type) && otherValue === undefined;
      if (!mayBeLeftOut || random.chance(0.8)) variables[name] = value;
    }
    return `$${name}`;
  }

  function argumentsText(field: GraphQLField<unknown, unknown>, isRoot: boolean): string {
    const byName = new Map(field.args.map((arg) => [arg.name, arg]));
    const given = field.args.filter(({ name, type }) => {
      if (isNonNullType(type)) return true;
      if (name === 'first') return random.chance(0.85);
      if (name === 'last') return false;
      if (name === 'after' || name === 'before') return isRoot && random.chance(0.15);
      return random.chance(0.25);
    });
    const last = byName.get('last');
    const turned = given.map((arg) => (arg.name === 'first' && last && random.chance(0.25) ? last : arg));
    const isWhole = !turned.some(({ name }) => name === 'filter');
    const order = isWhole && !turned.some(({ name }) => name === 'orderBy') ? cursors.get(field.name) : undefined;
    const texts = turned.map(
      ({ name, type }) => `${name}: ${valueText(type, { name, field: field.name, cursor: order })}`,
    );
    return texts.length > 0 ? `(${texts.join(', ')})` : '';
  }

  function directiveText(): string {
    if (!random.chance(0.1)) return '';
    const condition = schema.getType('Boolean') as GraphQLInputType;
    const wanted = random.chance(0.6)
      ? String(random.chance(0.7))
      : `${conditionVariable(literal(random.chance(0.7), condition))}`;
    return ` @${random.pick(['skip', 'include'])}(if: ${wanted})`;
  }

  function conditionVariable(value: string): string {
    const name = `v${declarations.length}`;
    const hasDefault = random.chance(0.4);
    declarations.push(`$${name}: Boolean!${hasDefault ? ` = ${value}` : ''}`);
    if (!hasDefault || random.chance(0.5)) variables[name] = random.chance(0.6);
    return `$${name}`;
  }

  function fieldText(field: GraphQLField<unknown, unknown>, depth: number, isRoot: boolean): string {
    const named = getNamedType(field.type);
    const alias = random.chance(0.25) ? `${random.pick(ALIASES)}: ` : '';
    const below = isCompositeType(named) ? ` ${setText(named, depth - 1)}` : '';
    return `${alias}${field.name}${argumentsText(field, isRoot)}${directiveText()}${below}`;
  }

  function fragmentText(type: GraphQLCompositeType, depth: number): string {
    const known = fragments.filter(({ on }) => doTypesOverlap(schema, on, type));
    if (known.length > 0 && random.chance(0.3)) return `...${random.pick(known).name}${directiveText()}`;
    const on = random.pick(composites.filter((each) => doTypesOverlap(schema, each, type)));
    if (random.chance(0.3)) {
      const text = setText(on, depth);
      const name = `F${fragments.length}`;
      fragments.push({ name, on, text: `fragment ${name} on ${on.name} ${text}` });
      return `...${name}${directiveText()}`;
    }
    if (random.chance(0.15)) return `...${directiveText()} ${setText(type, depth)}`;
    return `... on ${on.name}${directiveText()} ${setText(on, depth)}`;
  }

  function setText(type: GraphQLCompositeType, depth: number, isRoot = false): string {
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
    const open = depth > 0 ? fields : leaves;
    const chosen = random.some(open, 1 + random.below(isRoot ? 2 : 4));
    const texts = chosen.map((field) => fieldText(field, depth, isRoot));
    const again = chosen.filter(({ args }) => args.length === 0 && !isRoot);
    if (again.length > 0 && random.chance(0.1)) texts.push(fieldText(random.pick(again), depth, isRoot));
    if (random.chance(0.2) || texts.length === 0) texts.push(random.chance(0.2) ? 't: __typename' : '__typename');
    if (!isRoot && depth >= 0) while (random.chance(0.3)) texts.push(fragmentText(type, depth - 0.5));
    if (isRoot && random.chance(0.1)) texts.push(random.pick(INTROSPECTION));
    return `{ ${random.some(texts, texts.length).join(' ')} }`;
  }

  return {
    write() {
      const root = schema.getQueryType();
      if (!root) throw new Error('the schema has no queries');
      const set = setText(root, 2 + random.below(4), true);
      const head = declarations.length > 0 ? `query Q(${declarations.join(', ')})` : 'query';
      return { text: [`${head} ${set}`, ...fragments.map(({ text }) => text)].join('\n'), variables };
    },
  };
}
