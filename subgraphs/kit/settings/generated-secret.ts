/** Secrets that a one-process start makes for itself: random, in the data folder, for the eyes of its owner alone. */

import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SECRET_LENGTH } from './table.ts';
import { SettingError } from './setting.ts';

/** The file of the secret that signs tokens where no setting names one. */
export const AUTH_SECRET_FILE = 'auth.secret';

/** The file of the secret that signs the heads of the ledger where no setting names one. */
export const LEDGER_SECRET_FILE = 'ledger.secret';

/** The secret in this file of the data folder; made at the first call, whoever makes it. Throws a SettingError where the file holds none. */
export async function generatedSecret(dataDir: string, file: string): Promise<string> {
  const path = join(dataDir, file);
  return checked(path, (await read(path)) ?? (await make(dataDir, path)));
}

/** The secret in this file of the data folder; undefined where nobody has made one: none is made. Throws a SettingError where the file holds none. */
export async function keptSecret(dataDir: string, file: string): Promise<string | undefined> {
  const path = join(dataDir, file);
  const secret = await read(path);
  return secret === undefined ? undefined : checked(path, secret);
}

function checked(path: string, secret: string): string {
  if (secret.length < SECRET_LENGTH)
    throw new SettingError(
      `${path} holds no secret of at least ${SECRET_LENGTH} characters: remove it, and the next start makes another`,
    );
  return secret;
}

/** A file that is there is whole: it is linked into place when it is written. */
async function make(dataDir: string, path: string): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    const file = await open(draft, 'wx', 0o600);
    await file.writeFile(`${randomBytes(SECRET_LENGTH).toString('hex')}\n`);
    await file.sync();
    await file.close();
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      // Another process was first; its secret counts.
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
  return (await read(path)) ?? '';
}

async function read(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
