/** Cursors: a seal, which ties one to its list, filter and order, and the sort key of a row. Opaque to users, and stable when rows come and go. */

import { createHash } from 'node:crypto';
import { CodedError, withoutStack } from '../../../schema/errors.ts';
import { orderOf, type PagedKind } from '../../../schema/orders.ts';
import { canonicalJson } from '../canonical.ts';
import type { Key, KeyPart } from './key.ts';
import type { List } from './request.ts';

/** Writes the cursors of a list. */
export function cursorWriter(list: List<PagedKind>): (key: Key) => string {
  let seal: string | undefined;
  return (key) => Buffer.from(JSON.stringify([(seal ??= sealOf(list)), ...key])).toString('base64url');
}

/** Reads a cursor of a list. Throws `INVALID_CURSOR` for one that is damaged or of another list, filter or order. */
export function readCursor(list: List<PagedKind>, argument: string, cursor: string): Key {
  const parts = decode(cursor);
  const { order } = orderOf(list.kind, list.order);
  if (!parts || parts.length !== order.by.length + 1) {
    throw new CodedError(
      'INVALID_CURSOR',
      `\`${argument}\` is not a cursor: ${JSON.stringify(cursor.slice(0, 80))}. Take one from \`edges\` or \`pageInfo\` of this list.`,
    );
  }
  if (parts[0] !== sealOf(list)) {
    throw new CodedError(
      'INVALID_CURSOR',
      `\`${argument}\` is a cursor of another list, filter or order. Take one from \`edges\` or \`pageInfo\` of this list.`,
    );
  }
  return parts.slice(1);
}

function sealOf({ kind, steward, scope, filter, order }: List<PagedKind>): string {
  return createHash('sha256')
    .update(canonicalJson({ kind, steward, scope, filter, order }))
    .digest('base64url')
    .slice(0, 8);
}

function decode(cursor: string): KeyPart[] | undefined {
  try {
    const text = Buffer.from(cursor, 'base64url').toString('utf8');
    const parts = withoutStack((): unknown => JSON.parse(text));
    return Array.isArray(parts) && parts.every(isKeyPart) ? parts : undefined;
  } catch {
    return undefined;
  }
}

function isKeyPart(value: unknown): value is KeyPart {
  return value === null || typeof value === 'string' || typeof value === 'number';
}
