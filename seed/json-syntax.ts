/** Finds where a text stops being JSON and which keys it repeats: JSON.parse does not always say the one and never the other. */

import { fileFault, shown, type Fault } from './faults.ts';

const STRING = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y;
const BLANK = /[ \t\n\r]*/y;

/** The value of a JSON file, if it is one, and its faults: where it stops being JSON, or which keys an object has more than once. */
export type ParsedJson = { readonly value: unknown; readonly faults: Fault[] } | { readonly faults: Fault[] };

/** Parses a JSON file. */
export function parseJson(file: string, text: string): ParsedJson {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const { line, found } = syntaxFault(text) ?? { line: 1, found: 'something else' };
    return { faults: [fileFault(file, { path: `line ${line}`, found, allowed: 'JSON' })] };
  }
  const faults = repeatedKeys(text).map(({ line, key }) =>
    fileFault(file, {
      path: `line ${line}`,
      found: `the key ${shown(key)} once more`,
      allowed: 'each key once in an object',
    }),
  );
  return { value, faults };
}

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:]/g;

/** The keys of a JSON text that stand in their object a second time, each with its line (from 1). */
function repeatedKeys(text: string): { line: number; key: string }[] {
  const found: { line: number; key: string }[] = [];
  const open: Set<string>[] = [];
  let string = { token: '""', index: 0 };
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (token !== ':') string = { token, index };
    else {
      const key = JSON.parse(string.token) as string;
      const keys = open.at(-1);
      if (keys?.has(key)) found.push({ line: text.slice(0, string.index).split('\n').length, key });
      keys?.add(key);
    }
  }
  return found;
}

/** The line (from 1) of the first character that is not JSON, and what stands there; undefined where the text is JSON. */
function syntaxFault(text: string): { line: number; found: string } | undefined {
  const scan = new Scan(text);
  const fits = scan.value() && scan.atEnd();
  if (fits) return undefined;
  const line = text.slice(0, scan.offset).split('\n').length;
  const rest = text.slice(scan.offset).split('\n', 1)[0] ?? '';
  return { line, found: scan.offset >= text.length ? 'the end of the file' : JSON.stringify(rest.slice(0, 40)) };
}

class Scan {
  offset = 0;
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }

  value(): boolean {
    this.take(BLANK);
    if (this.next('{')) return this.members('}', () => this.take(STRING) && this.blankThen(':') && this.value());
    if (this.next('[')) return this.members(']', () => this.value());
    return this.take(STRING) || this.take(SCALAR);
  }

  atEnd(): boolean {
    this.take(BLANK);
    return this.offset === this.text.length;
  }

  private members(close: string, member: () => boolean): boolean {
    if (this.blankThen(close)) return true;
    do {
      this.take(BLANK);
      if (!member()) return false;
    } while (this.blankThen(','));
    return this.blankThen(close);
  }

  private blankThen(character: string): boolean {
    this.take(BLANK);
    return this.next(character);
  }

  private next(character: string): boolean {
    if (this.text[this.offset] !== character) return false;
    this.offset += 1;
    return true;
  }

  private take(form: RegExp): boolean {
    form.lastIndex = this.offset;
    const match = form.exec(this.text);
    if (match) this.offset += match[0].length;
    return match !== null;
  }
}
