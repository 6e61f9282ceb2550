/** Measures a document before it is parsed: its length, its tokens, and how deep its brackets nest. */

import { Lexer, Source, TokenKind } from 'graphql';
import { LIMITS, type Excess } from './table.ts';

const OPENING: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/** The limit that the text exceeds: counting stops there. Undefined where none, and where the text is no GraphQL, which the parser says better. */
export function textExcess(text: string): Excess | undefined {
  if (text.length > LIMITS.length.allowed) return { limit: 'length', measured: text.length };
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  let depth = 0;
  try {
    for (;;) {
      const { kind } = lexer.advance();
      if (kind === TokenKind.EOF) return undefined;
      tokens += 1;
      if (tokens > LIMITS.tokens.allowed) return { limit: 'tokens', measured: tokens };
      if (OPENING.has(kind)) depth += 1;
      else if (CLOSING.has(kind)) depth -= 1;
      if (depth > LIMITS.brackets.allowed) return { limit: 'brackets', measured: depth };
    }
  } catch {
    return undefined;
  }
}
