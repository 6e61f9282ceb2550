/** The database of running pillars is killed or hangs: each says so in bounded time, serves again by itself, and no acknowledged write is lost. */

import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { PILLAR_CODES } from '../../schema/stewards.ts';
import { openStore } from '../../subgraphs/kit/store/open.ts';
import { startMongodbServer, type MongodbServer } from '../support/mongodb-server/server.ts';
import { describeOn } from '../support/store/describe-on.ts';
import { numberedModel, temporaryFolder } from '../support/store/factory.ts';
import { FERRETDB } from '../support/store/mongodb-servers.ts';
import { answerOf, QUESTION, without, wholeAnswerOf, type Answer } from './loss.ts';
import { startPillars, type Pillars } from './pillars.ts';

/** Far beyond the ten seconds of a call, far below the thirty of a socket. */
const BOUND_MS = 20_000;

describeOn(FERRETDB, `the database of three pillars, on ${FERRETDB.name}`, () => {
  const folder = temporaryFolder();
  const dataDir = join(folder.path, 'data');
  let database: MongodbServer;
  let pillars: Pillars;
  let whole: Answer;
  beforeAll(async () => {
    database = await startMongodbServer({ dataDir });
    pillars = await startPillars({ MONGODB_URI: database.uri });
    whole = await answer();
  });
  afterAll(async () => {
    await pillars.stop();
    await database.stop();
    folder.remove();
  });

  const answer = () => answerOf(pillars.gateway.url, QUESTION);
  const back = () => wholeAnswerOf(pillars.gateway.url, QUESTION);
  const answerWithin = async (boundMs: number): Promise<Answer> => {
    const started = performance.now();
    const answered = await answer();
    expect(performance.now() - started).toBeLessThan(boundMs);
    return answered;
  };
  const statusesOf = (path: string) =>
    Promise.all(PILLAR_CODES.map(async (code) => (await fetch(`${pillars.of(code).url}${path}`)).status));

  test('is killed amid writes and started again on its folder', async () => {
    expect(whole.errors).toBeUndefined();
    const store = await openStore('asean_aec', { kind: 'mongodb', uri: database.uri });
    onTestFinished(() => store.close());
    const numbered = await numberedModel(store.connection);
    let acknowledged = 0;
    let killed: Promise<void> | undefined;
    const writing = (async () => {
      for (;;) {
        await numbered.create([{ _id: String(acknowledged + 1), n: acknowledged + 1 }]);
        acknowledged += 1;
        if (acknowledged === 50) killed = database.kill('SIGKILL');
      }
    })();
    await expect(writing).rejects.toThrow();
    await killed;

    expect(await answerWithin(BOUND_MS)).toEqual(without(PILLAR_CODES, whole));
    expect(await statusesOf('/ready')).toEqual([503, 503, 503]);
    expect(await statusesOf('/health')).toEqual([200, 200, 200]);

    database = await startMongodbServer({ dataDir, port: database.port });
    expect(await back()).toEqual(whole);
    expect(await statusesOf('/ready')).toEqual([200, 200, 200]);
    expect(acknowledged).toBeGreaterThanOrEqual(50);
    expect(await numbered.countDocuments({ n: { $lte: acknowledged } })).toBe(acknowledged);
    expect(await numbered.create([{ _id: 'after', n: 0 }])).toHaveLength(1);
  });

  test('hangs and goes on', async () => {
    await database.kill('SIGSTOP');
    onTestFinished(() => database.kill('SIGCONT'));
    expect(await answerWithin(BOUND_MS)).toEqual(without(PILLAR_CODES, whole));
    await database.kill('SIGCONT');
    expect(await back()).toEqual(whole);
  });
});
