/** Pillars that are away, hang or stand at each other's addresses: what the gateway says, how soon it stops asking, and that they come back. */

import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { PILLAR_CODES } from '../../schema/stewards.ts';
import { startGateway } from '../support/services/services.ts';
import { temporaryFolder } from '../support/store/factory.ts';
import { answerOf, OWN_QUESTION, QUESTION, without, wholeAnswerOf, type Answer } from './loss.ts';
import { startPillars, type Pillars } from './pillars.ts';

const folder = temporaryFolder();
let pillars: Pillars;
let whole: Answer;
beforeAll(async () => {
  pillars = await startPillars({ DATA_DIR: folder.path });
  whole = await wholeAnswerOf(pillars.gateway.url, QUESTION);
});
afterAll(async () => {
  await pillars.stop();
  folder.remove();
});

const answer = (question = QUESTION) => answerOf(pillars.gateway.url, question);
const readiness = async () => (await fetch(`${pillars.gateway.url}/ready`)).status;

test('one that hangs is no longer waited for, and one log line says so', async () => {
  expect(whole.errors).toBeUndefined();
  const { gateway } = pillars;
  pillars.of('AEC').signal('SIGSTOP');
  onTestFinished(() => pillars.of('AEC').signal('SIGCONT'));
  const waiting = answer(OWN_QUESTION.AEC);
  await gateway.until(/"subgraph":"aec"[^\n]*a subgraph is away/);
  const order: string[] = [];
  const first = waiting.then(() => order.push('asked before'));
  for (let asked = 0; asked < 5; asked += 1) expect(await answer()).toEqual(without(['AEC'], whole));
  order.push('asked after');
  await first;
  expect(order).toEqual(['asked after', 'asked before']);
  pillars.of('AEC').signal('SIGCONT');
  expect(await wholeAnswerOf(gateway.url, QUESTION)).toEqual(whole);
  expect(gateway.out().match(/"subgraph":"aec"[^\n]*a subgraph is away/g)).toHaveLength(1);
  expect(gateway.out()).not.toContain('"stack"');
});

test('one at the address of another is as good as away, and does not answer in its name', async () => {
  const [APSC, ASCC] = [pillars.of('APSC').url, pillars.of('ASCC').url];
  const swapped = await startGateway({ APSC, AEC: ASCC, ASCC });
  onTestFinished(async () => void (await swapped.stop()));
  expect(await answerOf(swapped.url, QUESTION)).toEqual(without(['AEC'], whole));
  const ready = await fetch(`${swapped.url}/ready`);
  expect(await ready.json()).toMatchObject({ checks: { 'subgraph aec': 'failed', 'subgraph ascc': 'ok' } });
});

test('the gateway is ready with one pillar, and not with none', async () => {
  await Promise.all([pillars.kill('APSC'), pillars.kill('AEC')]);
  expect(await readiness()).toBe(200);
  await pillars.kill('ASCC');
  expect(await readiness()).toBe(503);
  const { data, errors = [] } = await answer();
  expect(data).toEqual(without(PILLAR_CODES, whole).data);
  // Who starts a merged list is away, so the others are not asked for their part of it.
  expect(new Set(errors.map(({ extensions }) => (extensions as { pillar: string }).pillar))).toEqual(
    new Set(PILLAR_CODES),
  );
  await Promise.all(PILLAR_CODES.map((code) => pillars.revive(code)));
  await vi.waitUntil(async () => (await readiness()) === 200, { timeout: 10_000 });
  expect(await wholeAnswerOf(pillars.gateway.url, QUESTION)).toEqual(whole);
});
