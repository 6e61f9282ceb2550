/** The table of settings: every environment variable of every process, and which process reads it. Long, since it is one table. */

import type { Setting, Settings } from './setting.ts';

/** A level of the log. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Who executes operations: the gateway's own compiled execution, or Apollo's. */
export type Execution = (typeof EXECUTIONS)[number];

/** What the settings come to. */
export interface SettingValues {
  readonly host: string;
  /** 0 lets the system choose a free one. */
  readonly port: number;
  readonly dataDir: string;
  /** Undefined: the store is embedded. */
  readonly mongodbUri: string | undefined;
  readonly execution: Execution;
  /** Undefined: our own. */
  readonly supergraph: string | undefined;
  /** Undefined: in process. */
  readonly apscUrl: string | undefined;
  readonly aecUrl: string | undefined;
  readonly asccUrl: string | undefined;
  readonly seed: boolean;
  readonly signingSecret: string | undefined;
  readonly ledgerSecret: string | undefined;
  readonly authSecret: string | undefined;
  /** A path or an address. */
  readonly authJwks: string | undefined;
  readonly authIssuer: string | undefined;
  readonly authAudience: string | undefined;
  readonly readAccess: 'open' | 'authenticated';
  /** Origins; `*` alone for all. */
  readonly explain: boolean;
  readonly corsOrigins: readonly string[];
  readonly cacheMb: number;
  readonly logLevel: LogLevel;
}

/** A process that is configured by settings. */
export type ProcessName =
  | 'npm start'
  | 'gateway'
  | 'subgraph'
  | 'npm run seed'
  | 'npm run export'
  | 'npm run import'
  | 'npm run token'
  | 'npm run ledger:verify'
  | 'npm run ledger:heads';

/** One row of the table as people read it. */
export interface SettingRow {
  readonly variable: string;
  readonly flag?: string;
  /** The value in words when neither is set. */
  readonly default: string;
  readonly readBy: readonly ProcessName[];
  readonly description: string;
}

const EXECUTIONS = ['compiled', 'stock'] as const;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** The fewest characters of a secret that signs. */
export const SECRET_LENGTH = 32;

/** All settings. */
export const TABLE: Settings<SettingValues> = {
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
    description:
      'Port on which the process listens; 0 takes a free one. The default of a subgraph alone is 4001 (APSC), 4002 (AEC) or 4003 (ASCC).',
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
  mongodbUri: {
    variable: 'MONGODB_URI',
    default: null,
    isSecret: true,
    description:
      'MongoDB deployment (`mongodb://…`) that holds the databases `asean_apsc`, `asean_aec` and `asean_ascc`, instead of the embedded store.',
    allowed: 'the address of a MongoDB deployment',
    // Opening the store says in detail what is wrong with an address.
    read: (text) => text,
  },
  execution: {
    variable: 'GATEWAY_EXECUTION',
    default: 'compiled',
    description:
      "Who executes operations: `compiled` is the gateway's own execution, which compiles each operation once; `stock` is Apollo's executor.",
    allowed: '"compiled" or "stock"',
    read: (text) => EXECUTIONS.find((execution) => execution === text),
  },
  supergraph: {
    variable: 'SUPERGRAPH',
    default: null,
    description:
      'Another supergraph than the one of this graph, which a gateway alone then serves: a file, watched, or an address (`https://…`), asked every ten seconds. Its subgraphs are called unsigned at the addresses it names.',
    allowed: 'the path of a file or an http address',
    read: (text) => (text.includes('\0') ? undefined : text),
  },
  apscUrl: remote('APSC', 4001),
  aecUrl: remote('AEC', 4002),
  asccUrl: remote('ASCC', 4003),
  seed: {
    variable: 'SEED',
    default: 'false',
    description: 'Whether a subgraph alone loads the data set of its pillar into an empty store when it starts.',
    allowed: '"true" or "false"',
    read: asBoolean,
  },
  signingSecret: secret(
    'SUBGRAPH_SIGNING_SECRET',
    ', the same for the gateway and the subgraphs: signs the calls between them. A subgraph alone needs it, and a gateway with a remote subgraph.',
  ),
  ledgerSecret: secret(
    'LEDGER_SECRET',
    ' that signs the heads of the ledger of decisions. One is made in `DATA_DIR` where it is not set; with `MONGODB_URI` it is needed.',
  ),
  authSecret: secret(
    'AUTH_SECRET',
    ' with which bearer tokens are signed (HS256). Not beside `AUTH_JWKS`. `npm start` makes one in `DATA_DIR` where neither is set; a gateway alone refuses every token then.',
  ),
  authJwks: {
    variable: 'AUTH_JWKS',
    default: null,
    description:
      'The public keys of whoever issues bearer tokens (a JSON Web Key Set): a file, or an `https:` address. Needs `AUTH_ISSUER` and `AUTH_AUDIENCE`. Tokens with a shared secret are refused then.',
    allowed: 'the path of a file, or an address with https: (http: on this machine alone)',
    read: (text) => (isFileOrSafeAddress(text) ? text : undefined),
  },
  authIssuer: {
    variable: 'AUTH_ISSUER',
    default: null,
    description: 'Who must have issued a bearer token (its claim `iss`).',
    allowed: 'a text without blank ends',
    read: asText,
  },
  authAudience: {
    variable: 'AUTH_AUDIENCE',
    default: null,
    description:
      'For whom a bearer token must be (its claim `aud`). Where it is not set, a token that names an audience is refused.',
    allowed: 'a text without blank ends',
    read: asText,
  },
  readAccess: {
    variable: 'READ_ACCESS',
    default: 'open',
    description:
      'Who may read: `open` is everybody; `authenticated` closes `/graphql` with introspection, `/q`, `/schema.graphql` and `/metrics` to whoever sends no valid token.',
    allowed: '"open" or "authenticated"',
    read: (text) => (text === 'open' || text === 'authenticated' ? text : undefined),
  },
  explain: {
    variable: 'EXPLAIN',
    default: 'false',
    description:
      'Whether a request with `"extensions": {"explain": true}` is answered with what it would ask of whom, instead of being run.',
    allowed: '"true" or "false"',
    read: asBoolean,
  },
  corsOrigins: {
    variable: 'CORS_ORIGINS',
    default: '',
    description:
      "Origins of other sites whose pages may read answers, such as `https://portal.example`, with commas between; `*` for all. A browser's credentials are never let in.",
    allowed: 'origins such as https://portal.example, with commas between, or *',
    read: (text) => {
      const origins = text === '' ? [] : text.split(',').map((each) => each.trim());
      return text === '*' || origins.every(isOrigin) ? origins : undefined;
    },
  },
  cacheMb: {
    variable: 'CACHE_MB',
    default: '64',
    description:
      'Memory that answers which are kept may take, in megabytes; 0 keeps none. An answer is served for as long as nothing was written to the pillars that it read. With `stock` execution or `SUPERGRAPH` none is kept.',
    allowed: 'a whole number from 0 to 65536',
    read: (text) => (/^\d{1,5}$/.test(text) && Number(text) <= 65_536 ? Number(text) : undefined),
  },
  logLevel: {
    variable: 'LOG_LEVEL',
    default: 'info',
    description: `Least important level that is logged: ${LOG_LEVELS.map((level) => `\`${level}\``).join(', ')}.`,
    allowed: `one of ${LOG_LEVELS.join(', ')}`,
    read: (text) => LOG_LEVELS.find((level) => level === text),
  },
};

const LISTENING = ['host', 'port', 'logLevel'] as const;
const STORE = ['dataDir', 'mongodbUri'] as const;
const AUTH = ['authSecret', 'authJwks', 'authIssuer', 'authAudience'] as const;
const GATEWAY = ['execution', 'apscUrl', 'aecUrl', 'asccUrl', 'signingSecret', 'corsOrigins', 'cacheMb'] as const;

const READ_BY = {
  'npm start': [...LISTENING, ...STORE, ...GATEWAY, ...AUTH, 'readAccess', 'explain'],
  gateway: [...LISTENING, ...GATEWAY, ...AUTH, 'readAccess', 'explain', 'supergraph'],
  subgraph: [...LISTENING, ...STORE, 'seed', 'signingSecret'],
  'npm run seed': STORE,
  'npm run export': STORE,
  'npm run import': STORE,
  'npm run ledger:verify': [...STORE, 'ledgerSecret'],
  'npm run ledger:heads': [...STORE, 'ledgerSecret'],
  'npm run token': ['dataDir', ...AUTH],
} as const satisfies Record<ProcessName, readonly (keyof SettingValues)[]>;

/** What a process reads, by name. */
export type ValuesOf<Process extends ProcessName> = Pick<SettingValues, (typeof READ_BY)[Process][number]>;

/** The settings that a process reads, in the order of the table. */
export function settingsOf<Process extends ProcessName>(process: Process): Settings<ValuesOf<Process>> {
  const names: readonly string[] = READ_BY[process];
  const own = Object.entries(TABLE).filter(([name]) => names.includes(name));
  return Object.fromEntries(own) as unknown as Settings<ValuesOf<Process>>;
}

/** The table as people read it, in order. */
export const SETTINGS: readonly SettingRow[] = Object.entries<Setting<unknown>>(TABLE).map(
  ([name, { variable = '', flag, default: fallback, description }]) => ({
    variable,
    ...(flag !== undefined && { flag }),
    default: fallback || 'not set',
    readBy: (Object.keys(READ_BY) as ProcessName[]).filter((process) =>
      (READ_BY[process] as readonly string[]).includes(name),
    ),
    description,
  }),
);

/** `what` goes on from "Secret of at least so many characters". */
function secret(variable: string, what: string): Setting<string | undefined> {
  return {
    variable,
    default: null,
    isSecret: true,
    description: `Secret of at least ${SECRET_LENGTH} characters${what}`,
    allowed: `a text of at least ${SECRET_LENGTH} characters, such as \`openssl rand -hex 32\` gives`,
    read: (text) => (text.length >= SECRET_LENGTH ? text : undefined),
  };
}

function remote(code: string, port: number): Setting<string | undefined> {
  const example = `http://127.0.0.1:${port}/graphql`;
  return {
    variable: `${code}_URL`,
    default: null,
    description: `Whole address of the subgraph of the ${code} (\`${example}\`). \`npm start\` runs it in process where it is not set; a gateway alone needs it.`,
    allowed: `an address such as ${example}, without a user`,
    read: (text) => (isAddress(text) ? text : undefined),
  };
}

function isOrigin(text: string): boolean {
  return /^https?:\/\/[\w.:[\]-]+$/.test(text) && URL.parse(text)?.origin === text;
}

function isAddress(text: string): boolean {
  const url = URL.parse(text);
  return (
    url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && url.hash === ''
  );
}

function asBoolean(text: string): boolean | undefined {
  return text === 'true' || text === 'false' ? text === 'true' : undefined;
}

function asText(text: string): string | undefined {
  return text.trim() === text ? text : undefined;
}

/** Keys that came over the network in the clear could be anybody's. */
function isFileOrSafeAddress(text: string): boolean {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(text)) return !text.includes('\0');
  const url = URL.parse(text);
  const isHere = url !== null && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  return isAddress(text) && (url?.protocol === 'https:' || isHere);
}
