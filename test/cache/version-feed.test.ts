/** What a gateway makes of a version feed: which lines count, for how long, and what it does when there are none. */

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createVersionFeed, type VersionFeed } from '../../gateway/cache/version-feed.ts';
import { verify } from '../../subgraphs/kit/signing.ts';
import { feedLine, VERSIONS_SIGNED } from '../../subgraphs/kit/version/feed.ts';
import { SECRET } from '../support/services/services.ts';

interface FakeFeed {
  readonly feed: VersionFeed;
  /** How often it was asked. */
  readonly asked: readonly IncomingMessage[];
  /** Says a version again and again, on whatever connection there is; nothing where it is left out. */
  say(epoch?: string, number?: number): void;
  /** Says one once; `late` says how long ago it was written, in milliseconds. */
  sayLate(epoch: string, number: number, late: number): void;
  write(text: string): void;
  end(): void;
}

/** A feed whose lines the test writes. */
async function startFakeFeed(status = () => 200): Promise<FakeFeed> {
  const asked: IncomingMessage[] = [];
  let current: ServerResponse | undefined;
  const server = createServer((request, response) => {
    asked.push(request);
    response.writeHead(status(), { 'content-type': 'application/x-ndjson' }).flushHeaders();
    if (response.statusCode === 200) current = response;
    else response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const feed = createVersionFeed({ name: 'ascc', url, secret: SECRET, logger: pino({ level: 'silent' }) });
  onTestFinished(async () => {
    await feed.stop();
    server.close();
  });
  await vi.waitFor(() => expect(asked.length).toBeGreaterThan(0));
  const write = (text: string) => void current?.write(text);
  // The clock of the other process has nothing to do with ours.
  const sayLate: FakeFeed['sayLate'] = (epoch, number, late) =>
    write(feedLine({ version: { epoch, number }, at: 1_000_000 + performance.now() - late }));
  let timer: NodeJS.Timeout | undefined;
  onTestFinished(() => clearInterval(timer));
  return {
    feed,
    asked,
    write,
    say(epoch, number = 0) {
      clearInterval(timer);
      if (epoch !== undefined) timer = setInterval(() => sayLate(epoch, number, 0), 10);
    },
    sayLate,
    end: () => void current?.end(),
  };
}

const becomes = ({ feed }: FakeFeed, version: string | undefined) =>
  vi.waitFor(() => expect(feed.current).toBe(version), { timeout: 5_000, interval: 5 });

test('the version is that of the last line; who asks for them signs', async () => {
  const fake = await startFakeFeed();
  expect(fake.feed.current).toBeUndefined();
  for (const number of [1, 2, 7]) {
    fake.say('a', number);
    await becomes(fake, `a.${number}`);
  }
  fake.say('b', 3);
  await becomes(fake, 'b.3');
  const [{ method, url, headers }] = fake.asked as [IncomingMessage];
  expect([method, url]).toEqual(['GET', '/versions']);
  expect(verify({ secret: SECRET, now: Date.now(), headers, body: VERSIONS_SIGNED }).valid).toBe(true);
  expect(verify({ secret: SECRET, now: Date.now(), headers, body: '' }).valid).toBe(false);
});

test('lines that were written long ago do not count, however many arrive', async () => {
  const fake = await startFakeFeed();
  fake.say('a', 1);
  await becomes(fake, 'a.1');
  fake.say();
  let late = 300;
  const saying = setInterval(() => fake.sayLate('a', 1, (late += 10)), 10);
  onTestFinished(() => clearInterval(saying));
  await becomes(fake, undefined);
  expect(fake.asked).toHaveLength(1);
  clearInterval(saying);
  fake.say('a', 2);
  await becomes(fake, 'a.2');
});

test('a feed that says nothing is not live, and is taken again', async () => {
  const fake = await startFakeFeed();
  fake.say('a', 1);
  await becomes(fake, 'a.1');
  fake.say();
  await becomes(fake, undefined);
  await vi.waitFor(() => expect(fake.asked.length).toBeGreaterThan(1), { timeout: 5_000 });
});

test('an answer that says of a newer version is believed at once; one that was late is not', async () => {
  const fake = await startFakeFeed();
  const { feed } = fake;
  fake.say('a', 5);
  await vi.waitFor(() => {
    expect(feed.current).toBe('a.5');
    for (const text of ['a.4', 'nonsense', undefined]) feed.heard(text);
    expect(feed.current).toBe('a.5');
    feed.heard('a.6');
    expect(feed.current).toBe('a.6');
  });
  fake.say('a', 7);
  await vi.waitFor(() => {
    expect(feed.current).toBe('a.7');
    feed.heard('b.8');
    expect(feed.current).toBeUndefined();
  });
  fake.say('b', 8);
  await becomes(fake, 'b.8');
});

test('what was confirmed before an answer said of a write does not count', async () => {
  const fake = await startFakeFeed();
  fake.say('a', 1);
  await becomes(fake, 'a.1');
  fake.say();
  fake.feed.heard('b.1');
  fake.sayLate('a', 1, 100);
  fake.sayLate('b', 1, 0);
  const seen = new Set<string | undefined>();
  await vi.waitFor(
    () => {
      seen.add(fake.feed.current);
      expect(fake.feed.current).toBe('b.1');
    },
    { interval: 1 },
  );
  expect(seen).not.toContain('a.1');
});

test('a subgraph that knows no version, ends the feed, talks nonsense or refuses has no version', async () => {
  let status = 200;
  const fake = await startFakeFeed(() => status);
  for (const harm of [
    () => fake.write(feedLine(undefined)),
    () => fake.end(),
    () => fake.write('{"version":"a"}\n'),
    () => fake.write('x'.repeat(2_000)),
  ]) {
    fake.say('a', 1);
    await becomes(fake, 'a.1');
    fake.say();
    harm();
    await becomes(fake, undefined);
  }
  const before = fake.asked.length;
  status = 401;
  fake.end();
  await vi.waitFor(() => expect(fake.asked.length).toBeGreaterThan(before + 2), { timeout: 5_000 });
  expect(fake.feed.current).toBeUndefined();
});
