/**
 * The verbs of the ledger, which read it beside whoever writes: `npm run ledger:verify` recomputes every chain and, with `-- --heads FILE`,
 * compares it with heads kept elsewhere; `npm run ledger:heads` prints the heads, signed.
 */

import { readFile } from 'node:fs/promises';
import { generatedSecret, keptSecret, LEDGER_SECRET_FILE } from '../../kit/settings/generated-secret.ts';
import { readSettings, required, SettingError, type Setting } from '../../kit/settings/setting.ts';
import { storeSettings } from '../../kit/settings/store.ts';
import { settingsOf, TABLE, type ValuesOf } from '../../kit/settings/table.ts';
import { openStore } from '../../kit/store/open.ts';
import { readIndexedIds, readLedger } from '../lead/ledger.ts';
import { readHeads, signHeads } from './heads.ts';
import { indexFault, verifyLedger } from './verify.ts';

type LedgerSettings = ValuesOf<'npm run ledger:heads'> & { readonly heads: string | undefined };

const HEADS: Setting<string | undefined> = {
  variable: '',
  flag: 'heads',
  default: null,
  description: 'File of heads that `npm run ledger:heads` printed earlier.',
  allowed: 'the path of a file',
  read: (text) => text,
};

const VERBS = { verify, heads } as const;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  const [verb = '', ...args] = process.argv.slice(2);
  if (verb !== 'verify' && verb !== 'heads')
    throw new SettingError(`The verb is ${JSON.stringify(verb)}: allowed is verify or heads`);
  const rows = { ...settingsOf('npm run ledger:heads'), heads: HEADS };
  await VERBS[verb](readSettings<LedgerSettings>(rows, { env: process.env, args }));
} catch (error) {
  process.stderr.write(`${(error instanceof Error ? error.message : String(error)).split('\n', 1)[0]}\n`);
  process.exitCode = 1;
}

async function verify(settings: LedgerSettings): Promise<void> {
  const kept = settings.heads === undefined ? undefined : await keptHeads(settings.heads, settings);
  const { fault, decisions, heads } = await reading(settings, kept?.heads);
  if (fault !== undefined) throw new Error(fault);
  const compared = kept ? `, and holds all ${kept.heads.length} heads of ${kept.printedAt}` : '';
  say(`The ledger is sound: ${counted(decisions, 'decision')} on ${counted(heads.length, 'issue')}${compared}.`);
}

async function heads(settings: LedgerSettings): Promise<void> {
  const { fault, heads: found } = await reading(settings);
  if (fault !== undefined) throw new Error(`${fault}; its heads are not signed`);
  say(JSON.stringify(signHeads(found, { secret: await secretOf(settings, generatedSecret), at: new Date() }), null, 2));
}

async function reading(settings: LedgerSettings, kept?: Parameters<typeof verifyLedger>[1]) {
  const choice = storeSettings(settings, `npm run ledger:verify (process ${process.pid})`);
  const store = await openStore('asean_ascc', choice.kind === 'embedded' ? { ...choice, mode: 'read' } : choice);
  try {
    // The documents first: whoever adds one meanwhile has added it to the indexes as well.
    const decisions = await readLedger(store.connection);
    const verdict = await verifyLedger(decisions, kept);
    return { ...verdict, fault: verdict.fault ?? indexFault(decisions, await readIndexedIds(store.connection)) };
  } finally {
    await store.close();
  }
}

async function keptHeads(file: string, settings: LedgerSettings): Promise<ReturnType<typeof readHeads>> {
  const secret = await secretOf(settings, keptSecret);
  if (secret === undefined)
    throw new Error(
      `${file} cannot be compared with: ${settings.dataDir} holds no ${LEDGER_SECRET_FILE}, by which its signature is checked; LEDGER_SECRET may name it`,
    );
  try {
    return readHeads(await readFile(file, 'utf8'), secret);
  } catch (error) {
    throw new Error(`${file} cannot be compared with: ${(error as Error).message}`, { cause: error });
  }
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** With the embedded store the data folder has a secret of its own. */
async function secretOf<T>(
  { ledgerSecret, mongodbUri, dataDir }: LedgerSettings,
  inFolder: (dataDir: string, file: string) => Promise<T>,
): Promise<T | string> {
  if (ledgerSecret !== undefined) return ledgerSecret;
  if (mongodbUri === undefined) return inFolder(dataDir, LEDGER_SECRET_FILE);
  return required(ledgerSecret, TABLE.ledgerSecret, 'it signs the heads of a ledger on MongoDB');
}
