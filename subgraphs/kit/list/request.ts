/** What a list is asked for: whoever starts it checks the arguments, once, and everybody else trusts the request. */

import { CodedError } from '../../../schema/errors.ts';
import { orderOf, type ListKind, type PagedKind } from '../../../schema/orders.ts';
import type { StewardCode } from '../../../schema/stewards.ts';
import { canonicalJson } from '../canonical.ts';
import { keptTexts } from '../kept-texts.ts';
import { readCursor } from './cursor.ts';
import type { Key } from './key.ts';
import { DEFAULT_PAGE_SIZE, sizeFault } from './page-size.ts';

/** The most characters of a `text` filter: beyond some ten thousand neither MongoDB nor the embedded store takes the pattern. */
const MAX_TEXT_LENGTH = 1_000;

/** What the list belongs to: the rows that have this value at a scope of their kind (`issueId`, `bodyId` …). */
export interface Scope {
  readonly by: string;
  readonly of: string;
}

/** Which list it is, whatever the page. */
export interface List<Kind extends PagedKind = ListKind> {
  readonly kind: Kind;
  /** Only the records of this steward; null: of all whom the subgraph keeps. */
  readonly steward: StewardCode | null;
  readonly scope: Scope | null;
  /** The conditions that were given, without nulls. */
  readonly filter: Readonly<Record<string, unknown>>;
  /** The name of the order. */
  readonly order: string;
}

/** A page of a list. `after` and `before` narrow the list first, then the size counts. */
export interface ListRequest<Kind extends PagedKind = ListKind> extends List<Kind> {
  readonly size: number;
  readonly from: 'start' | 'end';
  readonly after: Key | null;
  readonly before: Key | null;
}

/** The arguments of a field that returns a connection. */
export interface ListArguments {
  readonly filter?: Readonly<Record<string, unknown>> | null;
  readonly orderBy?: string | null;
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

const NO_FILTER: Readonly<Record<string, unknown>> = Object.freeze({});

/**
 * Checks the arguments and makes the request.
 * Throws `INVALID_PAGE_SIZE`, `INVALID_CURSOR` or `INVALID_FILTER` with what was received and what is allowed.
 */
export function startList<Kind extends PagedKind>(
  kind: Kind,
  at: { readonly steward?: StewardCode; readonly scope?: Scope },
  { filter, orderBy, first, after, last, before }: ListArguments,
): ListRequest<Kind> {
  const list: List<Kind> = {
    kind,
    steward: at.steward ?? null,
    scope: at.scope ?? null,
    filter: filter ? checkFilter(filter) : NO_FILTER,
    order: orderOf(kind, orderBy).name,
  };
  const fault = sizeFault({ first, last });
  if (fault) throw new CodedError('INVALID_PAGE_SIZE', fault.message, fault);
  return {
    ...list,
    size: last ?? first ?? DEFAULT_PAGE_SIZE,
    from: isGiven(last) ? 'end' : 'start',
    after: isGiven(after) ? readCursor(list, 'after', after) : null,
    before: isGiven(before) ? readCursor(list, 'before', before) : null,
  };
}

/** The request as the key of a merged list: canonical JSON, so that the same list is the same key. */
export function writeRequest(request: ListRequest<PagedKind>): string {
  const { after, before, filter, from, kind, order, scope, size, steward } = request;
  const text = JSON.stringify;
  const within = scope ? `{"by":"${scope.by}","of":${text(scope.of)}}` : 'null';
  const kept = steward === null ? 'null' : `"${steward}"`;
  return `{"after":${text(after)},"before":${text(before)},"filter":${filter === NO_FILTER ? '{}' : canonicalJson(filter)},"from":"${from}","kind":"${kind}","order":"${order}","scope":${within},"size":${size},"steward":${kept}}`;
}

/** Requests come again for each part of a page, and with each operation that asks for the same list. */
const READ = keptTexts<ListRequest<PagedKind>>({ most: 2_000, characters: 1_000_000 });

/** The request behind the key of a merged list. It is shared: nobody changes it. */
export function readRequest<Kind extends PagedKind = ListKind>(text: string): ListRequest<Kind> {
  let request = READ.get(text);
  if (!request) READ.set(text, (request = JSON.parse(text) as ListRequest<PagedKind>));
  return request as ListRequest<Kind>;
}

/** Checks the conditions that contradict themselves, and leaves out nulls. Throws `INVALID_FILTER`. */
export function checkFilter(filter: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => isGiven(value)));
  for (const [from, to] of RANGES) {
    const start = given[from] as string | number | undefined;
    const end = given[to] as string | number | undefined;
    if (isGiven(start) && isGiven(end) && start > end) {
      throw new CodedError(
        'INVALID_FILTER',
        `\`${from}\` (${start}) comes after \`${to}\` (${end}): give a range that is not empty.`,
      );
    }
  }
  const { text } = given;
  if (typeof text === 'string' && text.length > MAX_TEXT_LENGTH) {
    throw textTooLong(text.length, 'characters', MAX_TEXT_LENGTH);
  }
  return given;
}

/** The refusal of a `text` that has too much of what is counted. */
export function textTooLong(measured: number, counted: string, allowed: number): CodedError {
  const message = `\`text\` has ${measured} ${counted}: allowed are up to ${allowed}.`;
  return new CodedError('INVALID_FILTER', message, { measured, allowed });
}

const RANGES = [
  ['from', 'to'],
  ['fromYear', 'toYear'],
  ['since', 'until'],
] as const;

function isGiven<T>(value: T): value is NonNullable<T> {
  return value !== null && value !== undefined;
}
