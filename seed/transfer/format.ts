/**
 * The form of a transfer file: lines of JSON. Each database is a section: a header, one line a document, and a closing line that
 * holds the counts and a hash of all lines before it. A file has one section or more.
 */

import { z } from 'zod';

/** How the names of transfer files end. */
export const ENDING = '.ndjson';

/** Which data a database holds. */
export const DATA_SET_SHAPE = z.object({ version: z.string(), hash: z.string(), synthetic: z.number() });

/** Which data a database holds. */
export type DataSet = z.output<typeof DATA_SET_SHAPE>;

const DIGEST = z.string().regex(/^[0-9a-f]{64}$/);
const COUNT = z.int().nonnegative();

const HEADER = z.strictObject({
  /** The version of this form. */
  transfer: z.literal(1),
  database: z.string().min(1),
  /** Which section of its file this is, from 1, and how many the file has. */
  section: COUNT.positive(),
  sections: COUNT.positive(),
  /** All databases of the same export, in whichever files. */
  databases: z.array(z.string()),
  dataSet: z.strictObject(DATA_SET_SHAPE.shape),
  /** The same for all sections of an export. */
  exportedAt: z.iso.datetime(),
});

const LINE = z.strictObject({ collection: z.string().min(1), document: z.unknown() });

const CLOSING = z.strictObject({
  documents: COUNT,
  collections: z.record(z.string(), COUNT),
  /** Over the bytes of the header and the documents of the section, with their line ends. */
  sha256: DIGEST,
});

/** The first line of a section. */
export type Header = z.output<typeof HEADER>;
/** The line of a document. */
export type Line = z.output<typeof LINE>;
/** The last line of a section. */
export type Closing = z.output<typeof CLOSING>;

/** The header that a parsed line is; undefined where it is none. */
export const headerOf = (value: unknown): Header | undefined => HEADER.safeParse(value).data;
/** The document line that a parsed line is; undefined where it is none. */
export const lineOf = (value: unknown): Line | undefined => LINE.safeParse(value).data;
/** The closing line that a parsed line is; undefined where it is none. */
export const closingOf = (value: unknown): Closing | undefined => CLOSING.safeParse(value).data;
