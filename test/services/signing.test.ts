/** The signature of a call: what it covers, for how long it counts, and what a refusal says. */

import { describe, expect, test } from 'vitest';
import { sign, SIGNING_WINDOW_MS, verify } from '../../subgraphs/kit/signing.ts';

const SECRET = 'the secret of these tests, which is not secret';
const NOW = Date.UTC(2026, 10, 26);
const BODY = '{"query":"{ __typename }"}';
const CALL = { secret: SECRET, time: NOW, identity: 'Bearer abc', body: BODY };

const verified = (more: Partial<Parameters<typeof verify>[0]> = {}) =>
  verify({ secret: SECRET, now: NOW, headers: sign(CALL), body: BODY, ...more });

test('a signed call is whose its gateway says', () => {
  expect(verified()).toEqual({ valid: true, identity: 'Bearer abc' });
  expect(verified({ body: Buffer.from(BODY) })).toEqual({ valid: true, identity: 'Bearer abc' });
  expect(verified({ headers: sign({ ...CALL, identity: '' }) })).toEqual({ valid: true, identity: '' });
});

describe('a call is refused', () => {
  test.each(Object.keys(sign(CALL)))('without %s', (name) => {
    const { [name]: _, ...headers } = sign(CALL);
    expect(verified({ headers })).toEqual({
      valid: false,
      fault: 'missing',
      message: `The signature is missing: the call has no ${name}`,
    });
  });

  test.each([
    ['with another body', { body: '{"query":"mutation { erase }"}' }],
    ['with another secret', { secret: 'another secret of these tests, just as long' }],
    ['with another identity', { headers: { ...sign(CALL), 'x-graph-identity': 'Bearer abd' } }],
    ['with another time', { headers: { ...sign(CALL), 'x-graph-time': String(NOW + 1) } }],
    ['with a time that is no number', { headers: { ...sign(CALL), 'x-graph-time': 'now' } }],
    ['with a part moved from the time to the identity', { headers: { ...sign(CALL), 'x-graph-time': '' } }],
    ['with half a signature', { headers: { ...sign(CALL), 'x-graph-signature': 'abcdef' } }],
    ['with a signature that is not hexadecimal', { headers: { ...sign(CALL), 'x-graph-signature': 'z'.repeat(64) } }],
    ['with no signature', { headers: { ...sign(CALL), 'x-graph-signature': '' } }],
  ])('%s, as wrong', (_case, more) => {
    expect(verified(more)).toMatchObject({
      valid: false,
      fault: 'wrong',
      message: expect.stringMatching(/^The signature is wrong: /),
    });
  });

  test('when its signature is older than the window', () => {
    expect(verified({ now: NOW + SIGNING_WINDOW_MS })).toMatchObject({ valid: true });
    expect(verified({ now: NOW + SIGNING_WINDOW_MS + 1_000 })).toEqual({
      valid: false,
      fault: 'old',
      message: 'The signature is old: its time is 31.0 s ago; at most 30 s are allowed, so compare the clocks',
    });
  });

  test('when its signature is of a time to come', () => {
    expect(verified({ now: NOW - SIGNING_WINDOW_MS })).toMatchObject({ valid: true });
    expect(verified({ now: NOW - SIGNING_WINDOW_MS - 1 })).toMatchObject({
      valid: false,
      fault: 'early',
      message: expect.stringMatching(/^The signature is from the future: its time is 30\.0 s ahead; at most 30 s/),
    });
  });
});
