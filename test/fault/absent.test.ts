/** Pillars that are away, hang, talk nonsense or stand at each other's addresses: what the gateway says, how soon it stops asking, and that they come back. */

import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { PILLAR_CODES } from '../../schema/stewards.ts';
import { startGateway, type Service } from '../support/services/services.ts';
import { temporaryFolder } from '../support/store/factory.ts';
import { AS_IT_IS, asJson, startGarblingProxy, type Garble, type GarblingProxy } from './garbling.ts';
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
  const { errors = [] } = await waiting;
  expect(errors.length).toBeGreaterThan(0);
  for (const { extensions } of errors) expect(extensions).toMatchObject({ code: 'PILLAR_UNAVAILABLE', pillar: 'AEC' });
  for (let asked = 0; asked < 5; asked += 1) expect(await answer()).toEqual(without(['AEC'], whole));
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

describe('one that answers probes', () => {
  let proxy: GarblingProxy;
  let gateway: Service;
  beforeAll(async () => {
    const [APSC, AEC, ASCC] = PILLAR_CODES.map((code) => pillars.of(code).url) as [string, string, string];
    proxy = await startGarblingProxy(AEC);
    gateway = await startGateway({ APSC, AEC: proxy.url, ASCC });
  });
  afterAll(async () => {
    await gateway.stop();
    await proxy[Symbol.asyncDispose]();
  });

  const NONSENSE: readonly [string, RegExp, Garble][] = [
    ['a page', /content type text\/html/, (response) => html(response, '<html>Welcome</html>')],
    ['a page that says it is JSON', /no GraphQL answer/, (response) => asJson(response, '<html>Welcome</html>')],
    ['half of each answer', /no GraphQL answer/, (response, text) => asJson(response, text.slice(0, text.length / 2))],
    ['a list in the place of data', /no GraphQL answer/, (response) => asJson(response, '{"data":[]}')],
    ['an answer to nothing', /and no error/, (response) => asJson(response, '{"data":{}}')],
    ['its answers as pages', /content type text\/html/, html],
  ];

  test.each(NONSENSE)('and talks nonsense otherwise costs its own while it does: %s', async (_what, reason, garble) => {
    proxy.garble(garble);
    expect(await answerOf(gateway.url, QUESTION)).toEqual(without(['AEC'], whole));
    expect(gateway.out()).toMatch(reason);
    proxy.garble(AS_IT_IS);
    expect(await answerOf(gateway.url, QUESTION)).toEqual(whole);
  });

  test('and is slow holds nobody up who asks others, and costs nothing', async () => {
    const released = Promise.withResolvers<void>();
    proxy.garble(async (response, text) => {
      await released.promise;
      asJson(response, text);
    });
    const slow = answerOf(gateway.url, QUESTION);
    for (const code of ['APSC', 'ASCC'] as const)
      expect(await answerOf(gateway.url, OWN_QUESTION[code])).not.toHaveProperty('errors');
    expect(await Promise.race([slow, 'the others have answered'])).toBe('the others have answered');
    released.resolve();
    expect(await slow).toEqual(whole);
  });

  function html(response: ServerResponse, text: string): void {
    response.writeHead(200, { 'content-type': 'text/html' }).end(text);
  }
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
