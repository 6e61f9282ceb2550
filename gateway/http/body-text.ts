/** The text of a body of JSON, which is UTF-8: what is read as something else would be written with other characters than were sent. */

import { isUtf8 } from 'node:buffer';
import { CodedError } from '../../schema/errors.ts';

/** ASCII is UTF-8 as well. */
const READ = new Set(['utf-8', 'utf8', 'us-ascii']);
const CHARSET = /;\s*charset\s*=\s*"?([^\s;"]*)/i;

/** The text. Throws `UNSUPPORTED_MEDIA_TYPE` where the content type names another encoding, and `BAD_REQUEST` where the bytes are in one. */
export function bodyText(body: Buffer, contentType = ''): string {
  const [, charset] = CHARSET.exec(contentType) ?? [];
  if (charset !== undefined && !READ.has(charset.toLowerCase()))
    throw new CodedError('UNSUPPORTED_MEDIA_TYPE', `The charset is ${JSON.stringify(charset)}: allowed is utf-8`);
  if (!isUtf8(body)) throw new CodedError('BAD_REQUEST', 'The body is not in UTF-8: send JSON in UTF-8');
  return body.toString();
}
