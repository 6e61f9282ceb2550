/** A pillar that no longer answers costs its own fields and the merged lists as soon as it is found out; the others answer at once. */

import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { CALL_DEADLINE_MS } from '../../gateway/sources/remote.ts';
import { PILLAR_CODES } from '../../schema/stewards.ts';
import { temporaryFolder } from '../support/store/factory.ts';
import { answerOf, OWN_QUESTION, QUESTION, without, wholeAnswerOf, type Answer } from './loss.ts';
import { startPillars, type Pillars } from './pillars.ts';

const folder = temporaryFolder();
let pillars: Pillars;
/** The answer when nothing fails. */
let whole: Answer;
beforeAll(async () => {
  pillars = await startPillars({ DATA_DIR: folder.path });
  whole = await answer();
});
afterAll(async () => {
  await pillars.stop();
  folder.remove();
});

const answer = (question = QUESTION) => answerOf(pillars.gateway.url, question);
const back = () => wholeAnswerOf(pillars.gateway.url, QUESTION);

test.each(PILLAR_CODES)(
  'the %s hangs, which is found out long before the deadline of a call, and goes on',
  async (code) => {
    expect(whole.errors).toBeUndefined();
    pillars.of(code).signal('SIGSTOP');
    onTestFinished(() => pillars.of(code).signal('SIGCONT'));
    const started = performance.now();
    const waiting = answer();
    const others = PILLAR_CODES.filter((other) => other !== code);
    for (const other of others) expect((await answer(OWN_QUESTION[other])).errors).toBeUndefined();
    expect(await Promise.race([waiting, 'the others have answered'])).toBe('the others have answered');
    expect(await waiting).toEqual(without([code], whole));
    expect(performance.now() - started).toBeLessThan(CALL_DEADLINE_MS);
    pillars.of(code).signal('SIGCONT');
    expect(await back()).toEqual(whole);
  },
);
