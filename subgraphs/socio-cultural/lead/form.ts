/** The form of what is decided or reported, before it is compared with any record: bounds of texts, sources and lists. */

import type { InputMaybe, SourceInput } from '../../../schema/generated/graph.ts';
import type { Source } from '../../../schema/records/index.ts';
import { userError, type UserError } from './user-error.ts';

const TEXT_LENGTH = 5_000;
const SOURCES = 20;
const TITLE_LENGTH = 500;
const URL_LENGTH = 2_000;
const KEY_LENGTH = 200;

/** The sources as they are stored. */
export function sourcesOf(sources: InputMaybe<readonly SourceInput[]> | undefined): Source[] {
  return (sources ?? []).map(({ title, publisher, url, date }) => ({
    title: title.trim(),
    publisher: publisher?.trim() || null,
    url: url ?? null,
    date: date ?? null,
  }));
}

/** What is wrong with a text that must say something. */
export function textFaults(field: string, text: string): UserError[] {
  if (!isSeen(text)) return [userError('INVALID', field, `\`${field}\` is blank: say why, in words`)];
  return lengthFaults([field], text, TEXT_LENGTH);
}

/** Whether anything of a text can be seen: not blanks, controls, joiners, marks of direction or other signs without a shape alone. */
function isSeen(text: string): boolean {
  return text.replace(/[\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/gu, '') !== '';
}

/** What is wrong with a key of the caller's own. */
export function keyFaults(key: InputMaybe<string> | undefined): UserError[] {
  if (key === null || key === undefined) return [];
  if (key.trim() === '')
    return [
      userError('INVALID', 'idempotencyKey', '`idempotencyKey` is blank: leave it out, or give a text of your own'),
    ];
  return lengthFaults(['idempotencyKey'], key, KEY_LENGTH);
}

/** What is wrong with the sources. A date is checked where it is read: it is a PartialDate. */
export function sourceFaults(sources: InputMaybe<readonly SourceInput[]> | undefined): UserError[] {
  if (!sources) return [];
  if (sources.length > SOURCES)
    return [userError('INVALID', 'sources', `There are ${sources.length} sources: ${SOURCES} are allowed`)];
  return sources.flatMap(({ title, publisher, url }, index) => {
    const at = (field: string) => ['sources', index, field] as const;
    const faults = lengthFaults(at('title'), title, TITLE_LENGTH);
    if (title.trim() === '')
      faults.push(userError('INVALID', at('title'), `The title of source ${index + 1} is blank`));
    if (publisher) faults.push(...lengthFaults(at('publisher'), publisher, TITLE_LENGTH));
    if (url !== null && url !== undefined) faults.push(...urlFaults(at('url'), url));
    return faults;
  });
}

/** What is too long, or no text: half of a surrogate pair is none in any store. */
export function lengthFaults(field: readonly (string | number)[], text: string, allowed: number): UserError[] {
  if (!text.isWellFormed())
    return [userError('INVALID', field, `\`${field.join('.')}\` holds half of a surrogate pair, which is no text`)];
  if (text.length <= allowed) return [];
  return [userError('INVALID', field, `\`${field.join('.')}\` has ${text.length} characters: ${allowed} are allowed`)];
}

function urlFaults(field: readonly (string | number)[], url: string): UserError[] {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol) || /\s/.test(url))
    return [
      userError(
        'INVALID',
        field,
        `${JSON.stringify(url.slice(0, 100))} is no address that begins with http:// or https://`,
      ),
    ];
  return lengthFaults(field, url, URL_LENGTH);
}
