/** Pages: the arguments of a field that returns one, and how they bound its rows. */

import {
  parse,
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type ObjectTypeDefinitionNode,
  type ScalarTypeDefinitionNode,
} from 'graphql';
import { namedType } from './sdl-text.ts';
import type { Source } from './source.ts';

const PAGING = (
  (
    parse(`type T { f(
      "0 to 200 rows from the start, or from behind \`after\`; 25 when neither \`first\` nor \`last\` is given. Not both."
      first: Int
      "Only rows behind this cursor of the list."
      after: String
      "0 to 200 rows from the end, or from before \`before\`, in the order of the list."
      last: Int
      "Only rows ahead of this cursor of the list."
      before: String
    ): Int }`).definitions[0] as ObjectTypeDefinitionNode
  ).fields as readonly FieldDefinitionNode[]
)[0]?.arguments as readonly InputValueDefinitionNode[];

/** The names of the types that are pages. */
export function pagedTypes(source: Source): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [name, { connection }] of source.types) {
    if (connection !== 'none') names.add(`${name}Connection`);
    if (connection === 'merged') names.add(`Merged${name}Connection`);
  }
  return names;
}

/** A field that returns pages takes the paging arguments, and says how they bound its rows; a page over all stewards is asked of each pillar. */
export function withPaging(node: FieldDefinitionNode, paged: ReadonlySet<string>): FieldDefinitionNode {
  const type = namedType(node.type);
  if (!paged.has(type)) return node;
  const given = node.directives ?? [];
  const isCostly = type.startsWith('Merged') && !given.some(({ name }) => name.value === 'cost');
  return {
    ...node,
    arguments: [...(node.arguments ?? []), ...PAGING],
    directives: [...given, PAGE_SIZE, ...(isCostly ? [MERGED_COST] : [])],
  };
}

const [PAGE_SIZE, MERGED_COST] = directives(`
  @listSize(assumedSize: 25, slicingArguments: ["first", "last"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)
  @cost(weight: 4)`) as readonly [ConstDirectiveNode, ConstDirectiveNode];

function directives(text: string): readonly ConstDirectiveNode[] {
  return (parse(`scalar S ${text}`).definitions[0] as ScalarTypeDefinitionNode).directives ?? [];
}
