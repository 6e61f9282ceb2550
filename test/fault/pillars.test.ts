/** A pillar that is killed or replaced by what talks nonsense costs its own fields and the merged lists, no more, and is back by itself. */

import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PILLAR_CODES } from '../../schema/stewards.ts';
import { temporaryFolder } from '../support/store/factory.ts';
import { answerOf, QUESTION, without, wholeAnswerOf, type Answer } from './loss.ts';
import { startPillars, type Impostor, type Pillars } from './pillars.ts';

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

const answer = () => answerOf(pillars.gateway.url, QUESTION);
const back = () => wholeAnswerOf(pillars.gateway.url, QUESTION);

test('nothing is lost while nothing fails', () => {
  expect(whole.errors).toBeUndefined();
  expect(holes(whole.data, whole.data)).toBe(0);
});

describe.each(PILLAR_CODES)('the %s', (code) => {
  test('is killed in the middle of requests and starts again', async () => {
    const asked = Array.from({ length: 8 }, () => answer());
    await pillars.kill(code);
    const degraded = without([code], whole);
    const [{ message, extensions } = {}] = degraded.errors ?? [];
    for (const { data, errors = [] } of await Promise.all(asked)) {
      expect(errors.length > 0).toBe(holes(data, whole.data) > 0);
      for (const error of errors) expect(error).toEqual({ message, extensions, path: error.path });
    }
    expect(await answer()).toEqual(degraded);
    const ready = await fetch(`${pillars.gateway.url}/ready`);
    expect([ready.status, await ready.json()]).toMatchObject([
      200,
      { checks: { supergraph: 'ok', [`subgraph ${code.toLowerCase()}`]: 'failed' } },
    ]);
    await pillars.revive(code);
    expect(await back()).toEqual(whole);
  });
});

test('two that are killed are named apart, each at its own fields', async () => {
  await Promise.all([pillars.kill('AEC'), pillars.kill('ASCC')]);
  const degraded = await answer();
  await Promise.all([pillars.revive('AEC'), pillars.revive('ASCC')]);
  expect(degraded).toEqual(without(['AEC', 'ASCC'], whole));
  expect(await back()).toEqual(whole);
});

describe('in the place of a pillar', () => {
  const json = (text: string) => (response: ServerResponse) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(text);
  const IMPOSTORS: readonly [string, Impostor][] = [
    ['a page', (response) => response.end('<html>mongodb://10.0.0.7</html>')],
    ['half a JSON text', json('{"data":{"_entities":[')],
    ['JSON of another shape', json('[{"data":{}}]')],
    ['an empty answer', json('')],
    ['a failure that shows its inside', (response) => response.writeHead(500).end('at Pool._connect (/srv/aec.ts:12)')],
    ['a refusal', (response) => response.writeHead(401).end('{"errors":[{"message":"The signature is wrong"}]}')],
    ['a redirection', (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
    ['no HTTP', (response) => response.socket?.end('SSH-2.0-OpenSSH_9.2\r\n')],
    ['a closed connection', (response) => response.destroy()],
    [
      'an answer that breaks off',
      (response) => response.writeHead(200, { 'content-length': 9_000 }).write('{"data"', () => response.destroy()),
    ],
    ['no data and no error', json('{"data":null}')],
    ['an answer without the fields', json('{"data":{}}')],
    [
      'fields of other types',
      json('{"data":{"memberStates":7,"smartCities":true,"crossPillarIssues":"x","_entities":{}}}'),
    ],
  ];

  test.each(PILLAR_CODES)('of the %s, whatever else listens at its address costs what it costs', async (code) => {
    await pillars.kill(code);
    const answers: [string, Answer][] = [];
    for (const [what, impostor] of IMPOSTORS) {
      const leave = await pillars.impersonate(code, impostor);
      answers.push([what, await answer()]);
      await leave();
    }
    await pillars.revive(code);
    expect(await back()).toEqual(whole);
    for (const [what, degraded] of answers) expect(degraded, what).toEqual(without([code], whole));
  });
});

/** How many values of the whole are null in an answer. Throws where one is another value. */
function holes(value: unknown, whole: unknown): number {
  if (value === null) return 1;
  if (typeof value !== 'object' || typeof whole !== 'object') {
    expect(value).toBe(whole);
    return 0;
  }
  const [mine, its] = [value, whole].map((each) => Object.entries(each as object)) as [Entries, Entries];
  expect(mine.map(([key]) => key)).toEqual(its.map(([key]) => key));
  return mine.reduce((sum, [, each], index) => sum + holes(each, its[index]?.[1]), 0);
}

type Entries = [string, unknown][];
