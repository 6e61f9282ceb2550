/** The version feed as it travels: what a gateway asks a subgraph for, and the lines that it gets. */

import { readVersion, versionText, type Confirmed } from './data-version.ts';

/** The path of the feed, beside `/graphql`. */
export const VERSIONS_PATH = '/versions';
/** What stands in the place of a body where the call is signed: so its signature fits no other call. */
export const VERSIONS_SIGNED = `GET ${VERSIONS_PATH}`;
/** The header of every answer that says which version the database has after it. */
export const VERSION_HEADER = 'x-graph-version';

/** One line: the version, and when it was the one, by the clock of the subgraph; without a version where none is known. */
export function feedLine(confirmed: Confirmed | undefined): string {
  return `${JSON.stringify(confirmed ? { version: versionText(confirmed.version), at: confirmed.at } : {})}\n`;
}

/** What a line says; undefined where none is known. Throws where it is no line of a feed. */
export function readFeedLine(line: string): Confirmed | undefined {
  const { version: text, at } = JSON.parse(line) as { readonly version?: unknown; readonly at?: unknown };
  if (text === undefined) return undefined;
  const version = readVersion(text);
  if (!version || typeof at !== 'number') throw new Error('a line of the feed says no version');
  return { version, at };
}
