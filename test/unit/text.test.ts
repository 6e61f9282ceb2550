/** Text as filters compare it. */

import fc from 'fast-check';
import { Query } from 'mingo';
import { expect, test } from 'vitest';
import { containsText, fold } from '../../subgraphs/kit/text.ts';

test('folds all values that are given, lists too, and passes over what is missing', () => {
  expect(fold('ASEAN Vision', null, undefined, ['SOMTC', 'Ha Noi'])).toEqual(['asean vision', 'somtc', 'ha noi']);
});

test('keeps accents: only case is folded', () => {
  expect(fold('Việt Nam', 'VIỆT NAM')).toEqual(['việt nam', 'việt nam']);
});

test('finds a text in any of the folded values, whatever its case', () => {
  const matches = new Query({ ...containsText('vIsIoN') });
  expect(matches.test({ folded: ['ict', 'asean vision 2025'] })).toBe(true);
  expect(matches.test({ folded: ['ict'] })).toBe(false);
});

test('takes the text as it is, never as a pattern', () => {
  const awkward = fc.string({
    unit: fc.constantFrom('.', '*', '+', '?', '(', ')', '[', ']', '\\', '^', '$', '|', '-', 'a', 'B'),
  });
  fc.assert(
    fc.property(awkward, awkward, (text, value) => {
      const found = new Query({ ...containsText(text) }).test({ folded: fold(value) });
      expect(found).toBe(value.toLowerCase().includes(text.toLowerCase()));
    }),
  );
});
