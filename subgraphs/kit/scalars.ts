/** The scalars of the graph: what a well-formed date, partial date and instant is, the same in the gateway and in every subgraph. */

import { GraphQLScalarType, Kind, print, type ValueNode } from 'graphql';
import { CodedError } from '../../schema/errors.ts';
import { isPartialDate } from '../../schema/records/partial-date.ts';

/** The name of a scalar of the graph. */
export type ScalarName = 'Date' | 'PartialDate' | 'DateTime';

/** The scalars by name, ready as resolvers of a subgraph's schema. All are text in and out. */
export const SCALARS: Readonly<Record<ScalarName, GraphQLScalarType<string, string>>> = {
  Date: scalar('Date', 'a day of the calendar such as "2018-05-25"', isDate),
  PartialDate: scalar(
    'PartialDate',
    'a year, a month or a day such as "2018", "2018-05" or "2018-05-25"',
    isPartialDate,
  ),
  DateTime: scalar('DateTime', 'an instant in UTC such as "2018-05-25T08:30:00Z"', isDateTime),
};

/** As many texts as were well-formed are remembered of each scalar: the same dates are written again and again. */
const MOST_REMEMBERED = 5_000;

function scalar(name: ScalarName, allowed: string, isWellFormed: (text: string) => boolean) {
  const refuse = (received: string, node?: ValueNode): never => {
    throw new CodedError('INVALID_DATE', `${name} cannot be ${received}: allowed is ${allowed}`, { nodes: node });
  };
  const remembered = new Set<unknown>();
  return new GraphQLScalarType<string, string>({
    name,
    serialize(value) {
      if (remembered.has(value)) return value as string;
      const text = value instanceof Date && name === 'DateTime' ? value.toISOString() : value;
      if (typeof text === 'string' && isWellFormed(text)) {
        if (remembered.size >= MOST_REMEMBERED) remembered.clear();
        remembered.add(text);
        return text;
      }
      throw new TypeError(`${name} cannot represent ${JSON.stringify(value)}: allowed is ${allowed}`);
    },
    parseValue(value) {
      return typeof value === 'string' && isWellFormed(value) ? value : refuse(shorten(JSON.stringify(value)));
    },
    parseLiteral(node) {
      const ok = node.kind === Kind.STRING && isWellFormed(node.value);
      return ok ? node.value : refuse(shorten(print(node)), node);
    },
  });
}

/** An ISO 8601 day that the calendar has. */
function isDate(text: string): boolean {
  return text.length === 10 && isPartialDate(text);
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|\+00:00)$/;

/** An RFC 3339 instant in UTC on a day that the calendar has. */
function isDateTime(text: string): boolean {
  const day = INSTANT.exec(text)?.[1];
  return day !== undefined && isDate(day);
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
