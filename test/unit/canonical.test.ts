/** Canonical JSON: one text for one value. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../subgraphs/kit/canonical.ts';

test('writes the keys of objects in code-unit order, at any depth, and leaves arrays as they are', () => {
  expect(canonicalJson({ b: [3, 1, { d: null, c: true }], a: 'x', Z: 1 })).toBe(
    '{"Z":1,"a":"x","b":[3,1,{"c":true,"d":null}]}',
  );
});

test('leaves members out that are undefined', () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
});

test('is the same text for the same value, whatever the order in which it was built', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).toReversed());
      expect(canonicalJson(reversed)).toBe(canonicalJson(value));
    }),
  );
});

test('is JSON of the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
