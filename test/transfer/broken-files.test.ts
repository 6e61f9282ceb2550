/** Files that an import refuses before it writes: each refusal names the file, and the line where it is one. */

import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importFiles } from '../../seed/transfer/import.ts';
import { TransferError } from '../../seed/transfer/transfer-error.ts';
import { embedded, temporaryFolder } from '../support/store/factory.ts';
import { exportStore, fill } from './stores.ts';

const folder = temporaryFolder();
const whole = join(folder.path, 'whole');
const later = join(folder.path, 'later');
const broken = join(folder.path, 'broken');
const from = embedded(join(folder.path, 'from'));
const NAMES = ['asean_apsc.ndjson', 'asean_aec.ndjson', 'asean_ascc.ndjson'];

beforeAll(async () => {
  await fill(from);
  for (const out of [whole, later]) await exportStore(from, out);
});
afterAll(() => folder.remove());

beforeEach(async () => {
  await rm(broken, { recursive: true, force: true });
  await mkdir(broken);
  for (const name of NAMES) await copyFile(join(whole, name), join(broken, name));
});

/** Changes the lines of a file. */
async function edit(name: string, change: (lines: string[]) => string[]): Promise<void> {
  const lines = (await readFile(join(broken, name), 'utf8')).split('\n');
  await writeFile(join(broken, name), change(lines).join('\n'));
}

/** Closes the lines of a section anew, as somebody would who changes a file with care. */
function resealed([header = '', ...rest]: string[], change: (documents: string[]) => string[]): string[] {
  const documents = change(rest.slice(0, -2));
  const counts: Record<string, number> = {};
  for (const line of documents) {
    const { collection } = JSON.parse(line) as { collection: string };
    counts[collection] = (counts[collection] ?? 0) + 1;
  }
  const sha256 = createHash('sha256')
    .update([header, ...documents, ''].join('\n'))
    .digest('hex');
  return [header, ...documents, JSON.stringify({ documents: documents.length, collections: counts, sha256 }), ''];
}

async function refusal(from = broken): Promise<string> {
  const open = () => {
    throw new Error('a store was opened');
  };
  const error: unknown = await importFiles({ from, open, replace: true, log: () => {} }).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(TransferError);
  const { message } = error as TransferError;
  expect(message).not.toContain('\n');
  return message.replaceAll(`${folder.path}/`, '');
}

describe('an import refuses', () => {
  it('a file that was cut between two lines', async () => {
    await edit('asean_aec.ndjson', (lines) => [...lines.slice(0, 700), '']);
    expect(await refusal()).toBe(
      'broken/asean_aec.ndjson:700: the file is cut: the closing line of asean_aec is missing',
    );
  });

  it('a file that was cut within a line', async () => {
    await edit('asean_aec.ndjson', (lines) => [...lines.slice(0, 700), '{"collection":"obs']);
    expect(await refusal()).toBe('broken/asean_aec.ndjson:701: the file is cut: it ends within a line');
  });

  it('one file of several sections that was cut between them', async () => {
    const one = join(broken, 'one.ndjson');
    await exportStore(from, one);
    await edit('one.ndjson', (lines) => [
      ...lines.slice(0, lines.findIndex((line) => line.startsWith('{"documents"')) + 1),
      '',
    ]);
    expect(await refusal(one)).toBe(
      'broken/one.ndjson:5: the file is cut: the closing line of section 2 of 3 is missing',
    );
  });

  it('a file of which a value was changed', async () => {
    await edit('asean_aec.ndjson', (lines) => lines.map((line) => line.replace('"aec:77"', '"aec:7x"')));
    expect(await refusal()).toBe(
      'broken/asean_aec.ndjson:1206: the file was changed: the SHA-256 of the lines of asean_aec is not the one that it says',
    );
  });

  it('a file that lost a line', async () => {
    await edit('asean_aec.ndjson', (lines) => lines.filter((_, at) => at !== 50));
    expect(await refusal()).toBe(
      'broken/asean_aec.ndjson:1205: the file was changed: it holds 1202 documents of observations, and says 1203',
    );
  });

  it('lines that are no JSON, no UTF-8, or nothing that belongs there', async () => {
    await edit('asean_aec.ndjson', (lines) => lines.toSpliced(2, 1, '{"collection":'));
    expect(await refusal()).toBe('broken/asean_aec.ndjson:3: the line is no JSON');
    await writeFile(join(broken, 'asean_aec.ndjson'), Buffer.from([0x7b, 0xff, 0x0a]));
    expect(await refusal()).toBe('broken/asean_aec.ndjson:1: the line is no UTF-8');
    await writeFile(join(broken, 'asean_aec.ndjson'), '{"id":1}\n');
    expect(await refusal()).toBe('broken/asean_aec.ndjson:1: the line is no header of a transfer file');
    await writeFile(join(broken, 'asean_aec.ndjson'), '');
    expect(await refusal()).toBe('broken/asean_aec.ndjson is empty');
  });

  it('a form that it does not know', async () => {
    await edit('asean_aec.ndjson', ([header = '', ...lines]) => [
      header.replace('"transfer":1', '"transfer":2'),
      ...lines,
    ]);
    expect(await refusal()).toBe(
      'broken/asean_aec.ndjson:1: the file has form 2; this version of the code reads form 1',
    );
  });

  it('values that are no documents, also in a file that is closed well', async () => {
    const first = (text: string) =>
      edit('asean_aec.ndjson', (lines) => resealed(lines, ([, ...rest]) => [text, ...rest]));
    await first('{"collection":"observations","document":{"value":1}}');
    expect(await refusal()).toBe('broken/asean_aec.ndjson:2: the document has no _id');
    await first('{"collection":"observations","document":{"_id":"a","at":[{"$date":"soon"}]}}');
    expect(await refusal()).toBe(
      'broken/asean_aec.ndjson:2: at[0] is {"$date":"soon"}, which is no date and no ObjectId',
    );
    await first('{"collection":"observations","document":[]}');
    expect(await refusal()).toBe('broken/asean_aec.ndjson:2: the document is no object');
  });

  it('a database of somebody else, and one without its data set', async () => {
    await edit('asean_aec.ndjson', ([header = '', ...lines]) =>
      resealed([header.replace('"database":"asean_aec"', '"database":"admin"'), ...lines], (all) => all),
    );
    expect(await refusal()).toBe(
      'broken/asean_aec.ndjson: the database is "admin": allowed is one of asean_apsc, asean_aec, asean_ascc',
    );
    await copyFile(join(whole, 'asean_aec.ndjson'), join(broken, 'asean_aec.ndjson'));
    await edit('asean_aec.ndjson', (lines) =>
      resealed(lines, (all) => all.filter((line) => !line.includes('data-set'))),
    );
    expect(await refusal()).toBe('broken/asean_aec.ndjson: asean_aec does not say that its data set is complete');
  });

  it('files that do not belong together', async () => {
    await copyFile(join(later, 'asean_aec.ndjson'), join(broken, 'asean_aec.ndjson'));
    expect(await refusal()).toMatch(
      /^broken\/asean_apsc\.ndjson is of another export than broken\/asean_aec\.ndjson: /,
    );
    await rm(join(broken, 'asean_aec.ndjson'));
    expect(await refusal()).toBe('The folder broken lacks asean_aec of its export; name a file to import it alone');
    await copyFile(join(broken, 'asean_apsc.ndjson'), join(broken, 'again.ndjson'));
    expect(await refusal()).toBe('broken/asean_apsc.ndjson: asean_apsc is also in broken/again.ndjson');
  });

  it('what is not there', async () => {
    expect(await refusal(join(broken, 'none'))).toMatch(/^broken\/none cannot be read: ENOENT/);
    await mkdir(join(broken, 'empty'));
    expect(await refusal(join(broken, 'empty'))).toBe(
      'The folder broken/empty holds no file whose name ends in .ndjson',
    );
  });
});
