/** Finds where a text stops being JSON, since the messages of JSON.parse do not always say. */

const STRING = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y;
const BLANK = /[ \t\n\r]*/y;

/** The line (from 1) of the first character that is not JSON, and what stands there; undefined where the text is JSON. */
export function syntaxFault(text: string): { line: number; found: string } | undefined {
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
