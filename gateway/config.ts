/** The settings of the gateway: one table, read once at the start, from the environment and from flags. */

import { parseArgs } from 'node:util';

/** What the settings come to. */
export interface Settings {
  /** The address to listen on. */
  readonly host: string;
  /** The port to listen on; 0 lets the system choose a free one. */
  readonly port: number;
  /** The folder of the embedded store. */
  readonly dataDir: string;
  /** Who executes operations: `stock` is Apollo's own executor. */
  readonly execution: 'stock';
  /** The least important level that is logged. */
  readonly logLevel: LogLevel;
}

/** A level of the log. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** One row of the table. */
export interface SettingRow {
  /** The environment variable. */
  readonly variable: string;
  /** The flag of `npm start -- --flag value` that says the same and goes before the variable. */
  readonly flag?: string;
  /** The value in words when neither is set. */
  readonly default: string;
  readonly description: string;
}

/** A setting that stops the start. Its message is one line that names the setting, what was received and what is allowed. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Reads the text of a setting; undefined when the text is not allowed. */
interface Setting<Value> extends SettingRow {
  readonly allowed: string;
  read(text: string): Value | undefined;
}

const TABLE: { readonly [Name in keyof Settings]: Setting<Settings[Name]> } = {
  host: {
    variable: 'HOST',
    flag: 'host',
    default: '127.0.0.1',
    description: 'Address on which the process listens. `0.0.0.0` or `::` lets other machines in.',
    allowed: 'an IP address or a host name',
    read: (text) => (/^[A-Za-z0-9.:_-]{1,253}$/.test(text) ? text : undefined),
  },
  port: {
    variable: 'PORT',
    flag: 'port',
    default: '4000',
    description: 'Port on which the process listens. 0 takes a free one.',
    allowed: 'a whole number from 0 to 65535',
    read: (text) => (/^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined),
  },
  dataDir: {
    variable: 'DATA_DIR',
    flag: 'data-dir',
    default: './data',
    description: 'Folder of the embedded store. It is made when it does not exist.',
    allowed: 'the path of a folder',
    read: (text) => (text.includes('\0') ? undefined : text),
  },
  execution: {
    variable: 'GATEWAY_EXECUTION',
    default: 'stock',
    description: "Who executes operations: `stock` is Apollo's own executor.",
    allowed: 'only "stock"',
    read: (text) => (text === 'stock' ? text : undefined),
  },
  logLevel: {
    variable: 'LOG_LEVEL',
    default: 'info',
    description: `Least important level that is logged: ${LOG_LEVELS.map((level) => `\`${level}\``).join(', ')}.`,
    allowed: `one of ${LOG_LEVELS.join(', ')}`,
    read: (text) => LOG_LEVELS.find((level) => level === text),
  },
};

const MONGODB_URI: SettingRow = {
  variable: 'MONGODB_URI',
  default: 'not set',
  description: 'Reserved for a MongoDB store, which is not supported yet: a value stops the start.',
};

/** The table as people read it, in order. */
export const SETTINGS: readonly SettingRow[] = [...Object.values(TABLE), MONGODB_URI];

/**
 * The settings from the environment and the arguments of the command; a flag goes before its variable, an empty variable counts as
 * not set. Throws a SettingError.
 */
export function readSettings(source: {
  env: Readonly<Record<string, string | undefined>>;
  args?: readonly string[];
}): Settings {
  const flags = readFlags(source.args ?? []);
  if (source.env['MONGODB_URI']) {
    throw new SettingError(
      'MONGODB_URI is set: MongoDB is not supported yet; allowed is to leave it unset (the store is in DATA_DIR)',
    );
  }
  const read = <Value>(setting: Setting<Value>): Value => {
    const { variable, flag, allowed } = setting;
    const fromFlag = flag === undefined ? undefined : flags[flag];
    const text = fromFlag ?? (source.env[variable] || setting.default);
    const value = fromFlag === '' ? undefined : setting.read(text);
    if (value !== undefined) return value;
    const name = fromFlag === undefined ? variable : `--${flag}`;
    throw new SettingError(`${name} is ${JSON.stringify(text)}: allowed is ${allowed}`);
  };
  return {
    host: read(TABLE.host),
    port: read(TABLE.port),
    dataDir: read(TABLE.dataDir),
    execution: read(TABLE.execution),
    logLevel: read(TABLE.logLevel),
  };
}

function readFlags(args: readonly string[]): Record<string, string | undefined> {
  const names = Object.values<SettingRow>(TABLE).flatMap(({ flag }) => flag ?? []);
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split(/\.\s|\n/);
    throw new SettingError(`${reason}: allowed are ${names.map((name) => `--${name} <value>`).join(', ')}`, {
      cause: error,
    });
  }
}
