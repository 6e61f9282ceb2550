/** The reference page: it says all that the schema says, and its links lead somewhere. */

import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { referencePage } from '../../schema/reference.ts';

const read = (name: string) => readFileSync(new URL(`../../schema/generated/${name}`, import.meta.url), 'utf8');
const PAGE = read('reference.md');
const API = buildSchema(read('api.graphql'));
const TYPES = Object.values(API.getTypeMap()).filter(({ name }) => !name.startsWith('__'));

/** As it stands in one line of the page, whatever signs the formatter escapes. */
const plain = (text: string) => text.replace(/\\(.)/g, '$1').replace(/[_*]/g, '').replace(/\s+/g, ' ').trim();
const TEXT = plain(PAGE);

describe('the reference page', () => {
  test('has every type, by its name', () => {
    const missing = TYPES.filter(
      ({ name }) =>
        !['ID', 'String', 'Int', 'Float', 'Boolean'].includes(name) &&
        !PAGE.includes(`### ${name}\n`) &&
        !PAGE.includes(`\`${name}\``),
    );
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  test('has the description of every field, argument, input and value', () => {
    const missing: string[] = [];
    const expectDescribed = (coordinate: string, description: string | null | undefined) => {
      if (!TEXT.includes(plain(description ?? ''))) missing.push(coordinate);
    };
    for (const type of TYPES) {
      if (isEnumType(type))
        for (const value of type.getValues()) expectDescribed(`${type.name}.${value.name}`, value.description);
      if (isInputObjectType(type))
        for (const field of Object.values(type.getFields()))
          expectDescribed(`${type.name}.${field.name}`, field.description);
      if (!isObjectType(type) && !isInterfaceType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        if (/(Connection|Edge)$/.test(type.name)) continue;
        expectDescribed(`${type.name}.${field.name}`, field.description);
        for (const argument of field.args)
          if (!['first', 'after', 'last', 'before'].includes(argument.name))
            expectDescribed(`${type.name}.${field.name}(${argument.name}:)`, argument.description);
      }
    }
    expect(missing).toEqual([]);
  });

  test('has no link that leads nowhere', () => {
    const anchors = new Set([...PAGE.matchAll(/^#+ (.+)$/gm)].map(([, title]) => `#${title?.toLowerCase()}`));
    const links = [...PAGE.matchAll(/\]\((#[^)]+)\)/g)].map(([, anchor]) => anchor as string);
    expect(links.length).toBeGreaterThan(500);
    expect(links.filter((anchor) => !anchors.has(anchor))).toEqual([]);
  });

  test('shows defaults as one writes them, and what is deprecated', () => {
    const page = referencePage(
      buildSchema(`
        "Root."
        type Query {
          "Things."
          things("Order." by: Order = UP): [Int!]!
          "Old."
          old: Int @deprecated(reason: "Ask \`things\`. Removed in 1.2.0.")
        }
        "Orders."
        enum Order { "Up." UP }`),
    );
    expect(page).toContain('  - `by` · [Order](#order), `UP` where left out · Order.');
    expect(page).toContain('- `old` · Int · Old. **Deprecated:** Ask `things`. Removed in 1.2.0.');
    expect(page).toContain('- `things` · \\[Int!\\]! · Things.');
  });
});
