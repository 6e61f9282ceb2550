/** Answers that are kept take the memory that they are counted with. */

import { expect, test } from 'vitest';
import { createAnswers } from '../../gateway/cache/answers.ts';
import { createVersions } from '../../gateway/cache/versions.ts';
import { createPacking } from '../../gateway/http/packing.ts';

test('a short one, and what it is packed into, holds no memory beside its bytes', async () => {
  const versions = createVersions(new Map([['apsc', { current: '1' }]]));
  const stamp = versions.stampOf(['apsc']);
  const answers = createAnswers({ versions, maxBytes: 1_048_576, onLook: () => undefined }).begin();
  const answer = stamp && answers.keep('a key', { text: 'x'.repeat(2_000) }, stamp);
  if (!answer) throw new Error('it was to be kept');
  const packing = createPacking();
  const packed = await Promise.all([packing.pack(answer, 'gzip'), packing.pack(answer, 'br')]);
  const held = [answer.body, ...packed].map(({ buffer, length }) => buffer.byteLength - length);
  expect(held).toEqual([0, 0, 0]);
});
