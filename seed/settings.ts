/** The settings of the seed command: its flags and the environment, read once. */

import { parseArgs } from 'node:util';

/** What the settings come to. */
export interface SeedSettings {
  /** The folder of the embedded store. */
  readonly dataDir: string;
  /** How many generations of synthetic records to load beside the data set; 0 for none. */
  readonly scale: number;
  /** Validate the data set and load nothing. */
  readonly check: boolean;
}

/** A setting that stops the command. Its message is one line that names the setting, what was received and what is allowed. */
class SeedSettingError extends Error {
  override readonly name = 'SeedSettingError';
}

const USAGE = 'allowed are --scale <number>, --data-dir <folder>, --check';

/** Reads the settings; a flag goes before its variable, an empty variable counts as not set. Throws a SeedSettingError. */
export function readSeedSettings(source: {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly args: readonly string[];
}): SeedSettings {
  const { scale, check, ...flags } = readFlags(source.args);
  if (source.env['MONGODB_URI'])
    throw new SeedSettingError(
      'MONGODB_URI is set: MongoDB is not supported yet; allowed is to leave it unset (the store is in DATA_DIR)',
    );
  if (scale !== undefined && !/^[1-9]\d{0,3}$/.test(scale))
    throw new SeedSettingError(`--scale is ${JSON.stringify(scale)}: allowed is a whole number from 1 to 9999`);
  const dataDir = flags['data-dir'] ?? (source.env['DATA_DIR'] || './data');
  if (dataDir === '' || dataDir.includes('\0'))
    throw new SeedSettingError(`--data-dir is ${JSON.stringify(dataDir)}: allowed is the path of a folder`);
  return { dataDir, scale: Number(scale ?? 0), check: check ?? false };
}

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { scale: { type: 'string' }, 'data-dir': { type: 'string' }, check: { type: 'boolean' } },
      strict: true,
      allowPositionals: false,
    }).values;
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split(/\.\s|\n/);
    throw new SeedSettingError(`${reason}: ${USAGE}`, { cause: error });
  }
}
