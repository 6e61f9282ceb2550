/** What is asked of the graph in each way to run it: the registered operations, random pages of merged lists, and what is refused. */

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { MERGED_LISTS, type MergedList } from '../federation/whole-lists.ts';

/** The body of a request. */
export interface GraphRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** A request with a name for the test that sends it. */
export interface NamedRequest extends GraphRequest {
  readonly name: string;
}

/** A request that is answered with an error of this code of the table. */
export interface RefusedRequest extends NamedRequest {
  readonly code: string;
}

const OPERATIONS = new URL('../../gateway/operations/', import.meta.url);

/** All registered operations, with the defaults of their variables. */
export const REGISTERED: readonly NamedRequest[] = readdirSync(OPERATIONS)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => ({
    name: file.replace('.graphql', ''),
    query: readFileSync(new URL(file, OPERATIONS), 'utf8'),
  }));

/** A page that is asked for, and from which end its list is read on. */
export interface PageRequest extends GraphRequest {
  readonly end: 'first' | 'last';
}

/** The same seed, the same pages. */
const SEED = 20_180_525;

/** Random pages of merged lists. */
export const PAGES: readonly PageRequest[] = fc.sample(fc.oneof(...MERGED_LISTS.map(pageOf)), {
  seed: SEED,
  numRuns: 16,
});

/** The page behind one that was answered, from the same end; undefined where there is none. */
export function pageBehind({ query, variables, end }: PageRequest, answer: string): GraphRequest | undefined {
  const { data } = JSON.parse(answer) as { data: { page: { pageInfo: PageInfo } } };
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = data.page.pageInfo;
  if (end === 'first') return hasNextPage ? { query, variables: { ...variables, after: endCursor } } : undefined;
  return hasPreviousPage ? { query, variables: { ...variables, before: startCursor } } : undefined;
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

function pageOf(list: MergedList): fc.Arbitrary<PageRequest> {
  const orders = Object.keys(list.orders);
  return fc
    .record({
      // Many filters find nothing, so that every other page is without one.
      filter: fc.option(list.filters, { freq: 2, nil: {} }),
      orderBy: orders.length > 0 ? fc.option(fc.constantFrom(...orders)) : fc.constant(undefined),
      size: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 200 })),
      end: fc.constantFrom('first' as const, 'last' as const),
    })
    .map(({ filter, orderBy, size, end }) => ({
      query: pageQuery(list),
      variables: { filter, orderBy, [end]: size },
      end,
    }));
}

function pageQuery({ field, filterType, orderType }: MergedList): string {
  const [variable, argument] = orderType ? [`, $orderBy: ${orderType}`, ', orderBy: $orderBy'] : ['', ''];
  return `query ($filter: ${filterType}, $first: Int, $after: String, $last: Int, $before: String${variable}) {
    page: ${field}(filter: $filter, first: $first, after: $after, last: $last, before: $before${argument}) {
      totalCount edges { cursor node { __typename id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`;
}

/** Requests that are refused, as a whole or in one field. */
export const REFUSED: readonly RefusedRequest[] = [
  {
    name: 'pages that are too large or negative, beside one that is not',
    query: '{ meetings(first: 201) { totalCount } smartCities(first: -1) { totalCount } pillars { name } }',
    code: 'INVALID_PAGE_SIZE',
  },
  {
    name: 'a page from both ends of a list of one pillar',
    query: '{ pillars { code meetings(first: 1, last: 1) { totalCount } } }',
    code: 'INVALID_PAGE_SIZE',
  },
  {
    name: 'a cursor that is none',
    query: '{ instruments(after: "nothing") { totalCount } crossPillarIssues(before: "nothing") { totalCount } }',
    code: 'INVALID_CURSOR',
  },
  {
    name: 'a filter that contradicts itself',
    query: '{ meetings(filter: { from: "2025-06-30", to: "2025-05-01" }) { totalCount } }',
    code: 'INVALID_FILTER',
  },
  {
    name: 'a text beyond its length in a list below an issue',
    query:
      'query ($text: String) { crossPillarIssue(id: "smart-cities") { id instruments(filter: { text: $text }) { totalCount } } }',
    variables: { text: 'x'.repeat(1_001) },
    code: 'INVALID_FILTER',
  },
  {
    name: 'a day that no calendar has',
    query: 'query ($from: Date) { meetings(filter: { from: $from }) { totalCount } }',
    variables: { from: '2025-02-30' },
    code: 'INVALID_DATE',
  },
  {
    name: 'a variable of the wrong type',
    query: 'query ($first: Int) { bodies(first: $first) { totalCount } }',
    variables: { first: 'two' },
    code: 'BAD_USER_INPUT',
  },
  { name: 'a field that the graph does not have', query: '{ pillars { colour } }', code: 'GRAPHQL_VALIDATION_FAILED' },
  { name: 'what is no GraphQL', query: '{ pillars {', code: 'GRAPHQL_PARSE_FAILED' },
];
