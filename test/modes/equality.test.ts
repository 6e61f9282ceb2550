/** However the graph runs, it answers the same bytes: in one process or distributed, on the embedded store or over the wire. */

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startRunning } from '../http/started.ts';
import { startDistributed, type ServiceEnv } from '../support/services/services.ts';
import { describeOn } from '../support/store/describe-on.ts';
import { temporaryFolder } from '../support/store/factory.ts';
import { FERRETDB, MONGOD, type RunningServer } from '../support/store/mongodb-servers.ts';
import { pageBehind, PAGES, REFUSED, REGISTERED, type GraphRequest } from './requests.ts';

/** A way to run the graph: its address, and its end. */
type Start = (env: ServiceEnv) => Promise<{ readonly url: string; stop(): Promise<unknown> }>;

const oneProcess: Start = (env) => startRunning({ env });
const distributed: Start = startDistributed;

const folder = temporaryFolder();
afterAll(() => folder.remove());

/** What one process over the embedded store answers, in the order in which it was asked. */
let expected: readonly Exchange[];

interface Exchange {
  readonly kind: 'registered' | 'page' | 'refused';
  readonly name: string;
  readonly request: GraphRequest;
  readonly answer: string;
}

beforeAll(async () => {
  const { url, stop } = await oneProcess(storeIn('whole'));
  const exchanges: Exchange[] = [];
  const exchange = async (kind: Exchange['kind'], name: string, request: GraphRequest) => {
    const answer = await answerOf(url, request);
    exchanges.push({ kind, name, request, answer });
    return answer;
  };
  for (const request of REGISTERED) await exchange('registered', request.name, request);
  for (const request of REFUSED) await exchange('refused', request.name, request);
  for (const [index, request] of PAGES.entries()) {
    const behind = pageBehind(request, bodyOf(await exchange('page', `page ${index}`, request)));
    if (behind) await exchange('page', `the page behind page ${index}`, behind);
  }
  await stop();
  expected = exchanges;
});

test('what is compared are whole answers, pages with rows, pages behind a cursor, and refusals of each kind', () => {
  const answersOf = (kind: Exchange['kind']) => expectedOf(kind).map(({ answer }) => answer);
  for (const answer of [...answersOf('registered'), ...answersOf('page')]) {
    expect(answer).toMatch(/^200 \{"data":/);
    expect(answer).not.toContain('"errors"');
  }
  expect(answersOf('page').filter((answer) => answer.includes('"node"')).length).toBeGreaterThan(PAGES.length / 2);
  expect(answersOf('page').length).toBeGreaterThan(PAGES.length * 1.2);
  expect(answersOf('refused').map((answer) => /"code":"(\w+)"/.exec(answer)?.[1])).toEqual(
    REFUSED.map(({ code }) => code),
  );
});

describe('distributed over embedded stores, the graph', () =>
  answersTheSame(distributed, () => storeIn('distributed'), expectedOf));

for (const server of [FERRETDB, MONGOD]) {
  // The services write to databases of fixed names.
  const own = { ...server, missing: server.missing ?? server.shared };
  describeOn(own, `on ${server.name}`, () => {
    let running: RunningServer;
    beforeAll(async () => {
      running = await server.start();
    });
    afterAll(() => running.stop());
    const env = () => ({ MONGODB_URI: running.uri });
    // Over the wire each takes long: a part is asked, another one in each way.
    const part = (rest: number) => (kind: Exchange['kind']) => expectedOf(kind).filter((_, at) => at % 4 === rest);
    describe('distributed, the graph', () => answersTheSame(distributed, env, part(0)));
    describe('in one process, the graph', () => answersTheSame(oneProcess, env, part(2)));
  });
}

function expectedOf(kind: Exchange['kind']): Exchange[] {
  return expected.filter((one) => one.kind === kind);
}

function answersTheSame(
  start: Start,
  env: () => ServiceEnv,
  comparedOf: (kind: Exchange['kind']) => readonly Exchange[],
): void {
  let graph: Awaited<ReturnType<Start>>;
  beforeAll(async () => {
    graph = await start(env());
  });
  afterAll(() => graph.stop());

  test.each([
    ['registered operations', 'registered'],
    ['random pages of merged lists', 'page'],
    ['refused requests', 'refused'],
  ] as const)('answers %s as in one process over the embedded store, to the byte', async (_what, kind) => {
    const compared = comparedOf(kind);
    expect(compared.length).toBeGreaterThan(0);
    for (const { name, request, answer } of compared) expect(await answerOf(graph.url, request), name).toBe(answer);
  });
}

function storeIn(name: string): ServiceEnv {
  return { DATA_DIR: join(folder.path, name) };
}

/** Status and body as they came. */
async function answerOf(url: string, { query, variables }: GraphRequest): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return `${response.status} ${await response.text()}`;
}

function bodyOf(answer: string): string {
  return answer.slice(answer.indexOf(' ') + 1);
}
