/** Settings: what one is, and how a process reads the ones it knows from its environment and its flags. */

import { parseArgs } from 'node:util';

/** One setting: a row of the table. */
export interface Setting<Value> {
  /** The environment variable; none for what only a flag says. */
  readonly variable?: string;
  /** The flag that says the same and goes before the variable. */
  readonly flag?: string;
  /** The flag takes no value: given means `true`. */
  readonly isSwitch?: true;
  /** The text that counts where neither is set; null where the value is undefined then. */
  readonly default: string | null;
  /** The value is never repeated in a message. */
  readonly isSecret?: true;
  readonly description: string;
  /** What is allowed, in words that follow "allowed is". */
  readonly allowed: string;
  /** The value of a text; undefined where the text is not allowed. */
  read(text: string): Exclude<Value, undefined> | undefined;
}

/** Settings by name. */
export type Settings<Values> = { readonly [Name in keyof Values]: Setting<Values[Name]> };

/** A setting that stops a start. Its message is one line that names the setting, what was received and what is allowed. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

/** Where a process is told its settings. */
export interface SettingSource {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly args?: readonly string[];
}

/**
 * The values from the environment and the arguments of the command; a flag goes before its variable, an empty variable counts as not
 * set. Throws a SettingError.
 */
export function readSettings<Values>(settings: Settings<Values>, { env, args = [] }: SettingSource): Values {
  const flags = readFlags(Object.values<Setting<unknown>>(settings), args);
  const read = (setting: Setting<unknown>): unknown => {
    const { variable, flag, default: fallback, allowed, isSecret } = setting;
    const given = flag === undefined ? undefined : flags[flag];
    const text = given ?? ((variable && env[variable]) || fallback);
    if (text === null) return undefined;
    const value = given === '' ? undefined : setting.read(text);
    if (value !== undefined) return value;
    const name = given === undefined ? variable : `--${flag}`;
    // What holds an "@" may hold a password.
    const received = isSecret || text.includes('@') ? 'cannot be used' : `is ${JSON.stringify(text)}`;
    throw new SettingError(`${name} ${received}: allowed is ${allowed}`);
  };
  const values = Object.entries<Setting<unknown>>(settings).map(([name, setting]) => [name, read(setting)]);
  return Object.fromEntries(values) as Values;
}

/** The value of a setting that this process cannot do without. Throws a SettingError that says why it is needed. */
export function required<Value>(
  value: Value | undefined,
  { variable, allowed }: Setting<Value | undefined>,
  why: string,
): Value {
  if (value !== undefined) return value;
  throw new SettingError(`${variable} is not set: ${why}; allowed is ${allowed}`);
}

function readFlags(settings: readonly Setting<unknown>[], args: readonly string[]): Record<string, string | undefined> {
  const known = settings.flatMap(({ flag, isSwitch = false }) => (flag === undefined ? [] : [{ flag, isSwitch }]));
  const options = Object.fromEntries(
    known.map(({ flag, isSwitch }) => [flag, { type: isSwitch ? ('boolean' as const) : ('string' as const) }]),
  );
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
    return Object.fromEntries(Object.entries(values).map(([flag, value]) => [flag, String(value)]));
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split(/\.\s|\n/);
    const usage = known.map(({ flag, isSwitch }) => `--${flag}${isSwitch ? '' : ' <value>'}`).join(', ');
    throw new SettingError(`${reason}: allowed are ${usage}`, { cause: error });
  }
}
