/** The ledger and the feed outlive everything that is done to the data set; what was forged, cut or rewritten is named. */

import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Connection } from 'mongoose';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDataset, type Dataset } from '../../seed/dataset.ts';
import { load } from '../../seed/load.ts';
import { createVersions } from '../../seed/versions.ts';
import { createExecutor } from '../../subgraphs/kit/execute.ts';
import { openStore } from '../../subgraphs/kit/store/open.ts';
import { closePillars, openPillars } from '../../subgraphs/open.ts';
import { records } from '../semantics/data.ts';
import { MUTATIONS, SECRETARIAT } from '../support/decisions.ts';
import { openSeededPillars } from '../support/pillars.ts';
import { embedded } from '../support/store/factory.ts';
import { command, importStore, runNode } from '../transfer/stores.ts';

const LEDGER = join(import.meta.dirname, '../../subgraphs/socio-cultural/ledger/main.ts');
const ELEMENT = records('blueprint-elements', ['ascc'])[0].id;
const ISSUES = ['civil-service', 'smart-cities'];

let folder: string;
let dataDir: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-'));
  dataDir = join(folder, 'data');
  const pillars = await openSeededPillars({ settings: embedded(dataDir) });
  const ascc = pillars.find(({ steward }) => steward.code === 'ASCC')!;
  const executor = createExecutor({ subgraph: ascc.subgraph, logger: pino({ level: 'silent' }) });
  const brief = { payload: { data: { crossPillarIssue: null }, errors: [] } };
  const run = async (text: string, input: Record<string, unknown>) => {
    const { data, errors } = await executor.run({ text, variables: { input }, viewer: SECRETARIAT, brief });
    const payload = data?.['payload'] as { userErrors: unknown[] } | undefined;
    if (payload?.userErrors.length !== 0) throw new Error(JSON.stringify(errors ?? payload));
  };
  for (const issueId of ISSUES)
    for (let expectedVersion = 0; expectedVersion < 3; expectedVersion += 1)
      await run(MUTATIONS.assign, { issueId, pillar: 'ASCC', rationale: 'As agreed.', expectedVersion });
  await run(MUTATIONS.report, { elementId: ELEMENT, periodEnd: '2025-06-30', status: 'ON_TRACK', narrative: 'Well.' });
  await closePillars(pillars);
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs a verb of the ledger. */
const verb = (name: 'verify' | 'heads', at: string, ...args: string[]) =>
  runNode([LEDGER, name, '--data-dir', at, ...args]);

let copies = 0;

/** A copy of the store in which the database of the ASCC was tampered with. */
async function tampered(tamper: (connection: Connection) => Promise<unknown>): Promise<string> {
  copies += 1;
  const copy = join(folder, `copy${copies}`);
  await cp(dataDir, copy, { recursive: true });
  const store = await openStore('asean_ascc', embedded(copy));
  await tamper(store.connection);
  await store.close();
  return copy;
}

type Ids = { _id: string };
const ledgerOf = (connection: Connection) => connection.collection<Ids & Record<string, unknown>>('leadDecisions');
const SOUND = { code: 0, stderr: '', stdout: 'The ledger is sound: 6 decisions on 2 issues.\n' };

describe('npm run ledger:verify', () => {
  test('says that a ledger is sound, also beside whoever writes to it', async () => {
    const store = await openStore('asean_ascc', embedded(dataDir));
    expect(await verb('verify', dataDir)).toEqual(SOUND);
    await store.close();
  });

  test.for<[string, (connection: Connection) => Promise<unknown>, string]>([
    [
      'a decision that was changed',
      (connection) => ledgerOf(connection).updateOne({ _id: 'civil-service:2' }, { $set: { pillar: 'APSC' } }),
      'The first broken link is civil-service:2: its hash is not that of its fields: the decision was changed',
    ],
    [
      'an actor who was changed, in the last decision too',
      (connection) => ledgerOf(connection).updateOne({ _id: 'smart-cities:3' }, { $set: { actor: 'somebody' } }),
      'The first broken link is smart-cities:3: its hash is not that of its fields: the decision was changed',
    ],
    [
      'a decision that was taken out',
      (connection) => ledgerOf(connection).deleteMany({ _id: { $in: ['civil-service:2'] } } as never),
      'The first broken link is civil-service:3: its version is 3 where 2 was expected: a decision is missing or was added',
    ],
    [
      'a chain whose beginning is cut',
      (connection) => ledgerOf(connection).deleteMany({ _id: { $in: ['smart-cities:1'] } } as never),
      'The first broken link is smart-cities:2: its version is 2 where 1 was expected: a decision is missing or was added',
    ],
    [
      'a hash that was made to fit',
      (connection) => ledgerOf(connection).updateOne({ _id: 'smart-cities:1' }, { $set: { hash: 'f'.repeat(64) } }),
      'The first broken link is smart-cities:1: its hash is not that of its fields: the decision was changed',
    ],
    [
      'a text that has no canonical form, in a decision without a hash',
      (connection) =>
        ledgerOf(connection).updateOne(
          { _id: 'smart-cities:3' },
          { $set: { rationale: 'half \ud800' }, $unset: { hash: '' } },
        ),
      'The first broken link is smart-cities:3: it has no hash',
    ],
    [
      'a text that has no canonical form',
      (connection) => ledgerOf(connection).updateOne({ _id: 'smart-cities:3' }, { $set: { rationale: 'half \ud800' } }),
      'The first broken link is smart-cities:3: its fields have no canonical JSON, so no hash is theirs: the decision was changed',
    ],
  ])('names %s', async ([, tamper, message]) => {
    expect(await verb('verify', await tampered(tamper))).toEqual({ code: 1, stdout: '', stderr: `${message}\n` });
  });

  test.for<[string, string, string]>([
    [
      'what is no JSON',
      `UPDATE "documents:leadDecisions" SET document = '{' WHERE id = 'smart-cities:2'`,
      'The document smart-cities:2 of asean_ascc.leadDecisions cannot be read: it is no JSON',
    ],
    [
      'a number that is not finite, in a decision without a hash',
      `UPDATE "documents:leadDecisions" SET document = replace(json_remove(document, '$.hash'), '"evidence":null', '"evidence":1e999') WHERE id = 'smart-cities:3'`,
      'The first broken link is smart-cities:3: it has no hash',
    ],
    [
      'what an index of the store lacks',
      `DELETE FROM "index:leadDecisions:issueId_1_version_1" WHERE key = (SELECT max(key) FROM "index:leadDecisions:issueId_1_version_1")`,
      'The index of the ledger lacks smart-cities:3: the ledger holds 6 decisions, and readers come to 5',
    ],
  ])('names %s, written past the store', async ([, sql, message]) => {
    const copy = await tampered(async () => undefined);
    const file = new DatabaseSync(join(copy, 'asean_ascc.sqlite'));
    expect(file.prepare(sql).run().changes).toBe(1);
    file.close();
    expect(await verb('verify', copy)).toEqual({ code: 1, stdout: '', stderr: `${message}\n` });
    expect(await verb('heads', copy)).toMatchObject({ code: 1, stdout: '' });
  });

  test('compared with heads without a secret it makes none', async () => {
    const copy = await tampered(async () => undefined);
    await rm(join(copy, 'ledger.secret'), { force: true });
    const before = await readdir(copy);
    expect(await verb('verify', copy, '--heads', join(folder, 'any.json'))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`${copy} holds no ledger.secret`),
    });
    expect(await readdir(copy)).toEqual(before);
  });

  test('compared with heads kept elsewhere it shows a tail that was cut', async () => {
    const { stdout } = await verb('heads', dataDir);
    const heads = join(folder, 'heads.json');
    await writeFile(heads, stdout);
    expect((await verb('verify', dataDir, '--heads', heads)).stdout).toMatch(
      /^The ledger is sound: 6 decisions on 2 issues, and holds all 2 heads of \d{4}-.*Z\.\n$/,
    );
    const cut = await tampered((connection) =>
      ledgerOf(connection).deleteMany({ _id: { $in: ['smart-cities:3'] } } as never),
    );
    expect(await verb('verify', cut)).toEqual({ ...SOUND, stdout: SOUND.stdout.replace('6', '5') });
    expect(await verb('verify', cut, '--heads', heads)).toEqual({
      code: 1,
      stdout: '',
      stderr: 'The chain is cut: smart-cities:3 stands in the file of heads and not in the ledger\n',
    });
    const forged = join(folder, 'forged.json');
    await writeFile(forged, stdout.replace('"version": 3', '"version": 2'));
    expect((await verb('verify', dataDir, '--heads', forged)).stderr).toBe(
      `${forged} cannot be compared with: its signature is not that of its heads with the secret known here\n`,
    );
  });
});

describe('the loader', () => {
  test('leaves decisions and reports as they are', async () => {
    const copy = await tampered(async () => undefined);
    const outcome = await runNode([join(import.meta.dirname, '../../seed/main.ts'), '--data-dir', copy]);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(await verb('verify', copy)).toEqual(SOUND);
    const store = await openStore('asean_ascc', embedded(copy, { mode: 'read' }));
    expect(await store.connection.collection('progressReports').countDocuments({})).toBe(1);
    await store.close();
  });

  test.for([
    ['issue', 'smart-cities'],
    ['blueprint-element', ELEMENT],
  ] as const)('refuses to remove the %s %s, and changes nothing', async ([kind, id]) => {
    const copy = await tampered(async () => undefined);
    const whole = await readDataset();
    const lacking: Dataset = {
      ...whole,
      hash: 'another',
      entries: (of) => {
        const entries = whole.entries(of);
        return of === kind ? (entries.filter((entry) => entry.id !== id) as typeof entries) : entries;
      },
    };
    const pillars = await openPillars(embedded(copy));
    const { store, shelves } = pillars.find(({ steward }) => steward.code === 'ASCC')!;
    const versions = createVersions(store.connection);
    const before = await versions.read();
    await expect(load({ shelves, versions, dataset: lacking, log: () => undefined })).rejects.toThrow(
      `The data set lacks ${id}, on which decisions or reports rest: nothing was changed`,
    );
    expect(await versions.read()).toEqual(before);
    await closePillars(pillars);
  });
});

describe('a move', () => {
  test('carries the ledger and the feed', async () => {
    const out = join(folder, 'out');
    expect((await command('export', ['--out', out, '--data-dir', dataDir])).code).toBe(0);
    const to = join(folder, 'to');
    expect((await command('import', ['--from', out, '--data-dir', to])).code).toBe(0);
    expect(await verb('verify', to)).toEqual(SOUND);
    const store = await openStore('asean_ascc', embedded(to, { mode: 'read' }));
    expect(await store.connection.collection('progressReports').countDocuments({})).toBe(1);
    await store.close();
  });

  test('is refused where the ledger is broken, on the way out and on the way in', async () => {
    const broken = await tampered((connection) =>
      ledgerOf(connection).updateOne({ _id: 'civil-service:1' }, { $set: { rationale: 'Otherwise.' } }),
    );
    const fault = 'leadDecisions: The first broken link is civil-service:1: its hash is not that of its fields';
    const exported = await command('export', ['--out', join(folder, 'never'), '--data-dir', broken]);
    expect(exported.stderr).toContain(fault);
    // Somebody may write such a file without the verb.
    const { exportStore } = await import('../transfer/stores.ts');
    const files = join(folder, 'files');
    await exportStore(embedded(broken), files);
    expect(await readFile(join(files, 'asean_ascc.ndjson'), 'utf8')).toContain('Otherwise.');
    const target = join(folder, 'target');
    expect((await command('import', ['--from', files, '--data-dir', target])).stderr).toContain(fault);
    expect(await importStore(embedded(target), files)).not.toEqual([]);
  });
});
