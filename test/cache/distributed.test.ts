/** Several gateways and several processes of a pillar: whoever writes, however feeds break, what a gateway has kept is served only while it is surely the answer of now. */

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readVersion } from '../../subgraphs/kit/version/data-version.ts';
import { openLedger, type Ledger } from '../../subgraphs/socio-cultural/lead/ledger.ts';
import { MUTATIONS } from '../support/decisions.ts';
import { startMongodbServer, type MongodbServer } from '../support/mongodb-server/server.ts';
import { describeOn } from '../support/store/describe-on.ts';
import { embedded, temporaryFolder } from '../support/store/factory.ts';
import { FERRETDB } from '../support/store/mongodb-servers.ts';
import { bearer } from '../support/tokens.ts';
import { startDistributedCache, type DistributedCache, type Gateway } from './distributed.ts';

const ISSUES = ['smart-cities', 'blue-economy', 'connectivity'];

/** Of all the writes of a run, however many issues they are about. */
const QUESTIONS = [
  ...ISSUES.map((id) => `{ crossPillarIssue(id: "${id}") { title lead { status version pillars { code } } } }`),
  '{ leadDecisions(first: 200) { totalCount nodes { id kind actor } } pillar(code: AEC) { leads { id } } }',
];

type Command =
  | { readonly do: 'decide' | 'read'; readonly gateway: 0 | 1; readonly issue: number }
  | { readonly do: 'write beside'; readonly issue: number }
  | { readonly do: 'cut' | 'hang' | 'mend' | 'compare'; readonly gateway: 0 | 1 };

const gateway = fc.constantFrom(0 as const, 1 as const);
const issue = fc.nat({ max: ISSUES.length - 1 });
const COMMANDS = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: fc.constant('decide' as const), gateway, issue }) },
    { weight: 6, arbitrary: fc.record({ do: fc.constant('read' as const), gateway, issue }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('write beside' as const), issue }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('cut', 'hang', 'mend', 'compare', 'compare'), gateway }) },
  ),
  { minLength: 4, maxLength: 14 },
) as fc.Arbitrary<Command[]>;

for (const { name, ...server } of [
  { ...FERRETDB, name: 'one process', missing: undefined, prepare: async () => undefined },
  FERRETDB,
])
  describeOn(
    { ...server, name },
    name === 'one process' ? 'one process of the pillar' : 'siblings of the pillar',
    () => {
      const folder = temporaryFolder();
      let database: MongodbServer | undefined;
      let parts: DistributedCache;
      let secretariat: string;
      let beside: Ledger;
      beforeAll(async () => {
        secretariat = await bearer({ scope: 'lead:assign', desk: 'ASEAN Secretariat' });
        if (name !== 'one process') database = await startMongodbServer({ dataDir: `${folder.path}/data` });
        const settings = database ? ({ kind: 'mongodb', uri: database.uri } as const) : embedded(folder.path);
        parts = await startDistributedCache(settings, folder.path);
        beside = await openLedger(parts.siblings.at(-1)!.store.connection);
      });
      afterAll(async () => {
        await parts.stop();
        await database?.stop();
        folder.remove();
      });

      const versionOf = async ({ ask }: Gateway, of: number) =>
        JSON.parse(await ask(QUESTIONS[of]!)).data.crossPillarIssue.lead.version as number;

      const decide = async ({ ask }: Gateway, of: number): Promise<boolean> => {
        const { oracle } = parts;
        const input = {
          issueId: ISSUES[of],
          pillar: 'AEC',
          rationale: 'As agreed.',
          expectedVersion: await versionOf(oracle, of),
        };
        const { data } = JSON.parse(await ask(MUTATIONS.assign, { input }, secretariat));
        return data.payload.decision !== null;
      };

      const writeBeside = async (of: number) => {
        const previous = await beside.newest(ISSUES[of]!, 'any');
        const { id: _, hash: __, previousHash: ___, version: ____, decidedAt: _____, ...resolution } = previous!;
        expect(
          await beside.append({ ...resolution, kind: 'PROPOSED' }, { previous, idempotencyKey: null }),
        ).not.toBeNull();
      };

      /** Waits until the gateway knows of the newest write, or knows that it does not know. */
      const caughtUp = ({ feed }: Gateway) =>
        vi.waitFor(
          () => {
            const number = Math.max(...parts.siblings.map(({ store }) => store.version.last?.version.number ?? 0));
            const { current } = feed;
            if (current !== undefined) expect(readVersion(current)?.number).toBeGreaterThanOrEqual(number);
          },
          { timeout: 10_000, interval: 2 },
        );
      const live = ({ feed }: Gateway) =>
        vi.waitFor(() => expect(feed.current).toBeDefined(), { timeout: 20_000, interval: 5 });
      const notLive = ({ feed }: Gateway) =>
        vi.waitFor(() => expect(feed.current).toBeUndefined(), { timeout: 10_000, interval: 5 });

      /** What each gateway may still serve: what it was told last, or anything that came after. */
      async function run(commands: readonly Command[]): Promise<void> {
        const { gateways, oracle } = parts;
        const now = await Promise.all(ISSUES.map((_, of) => versionOf(oracle, of)));
        for (const each of gateways) {
          each.relay.mend();
          await live(each);
          await caughtUp(each);
        }
        const atLeast: readonly [number[], number[]] = [[...now], [...now]];
        for (const command of commands) {
          switch (command.do) {
            case 'decide':
              expect(await decide(gateways[command.gateway], command.issue)).toBe(true);
              now[command.issue]! += 1;
              // Whoever writes through a gateway reads it there at once.
              atLeast[command.gateway][command.issue] = now[command.issue]!;
              break;
            case 'write beside':
              await writeBeside(command.issue);
              now[command.issue]! += 1;
              break;
            case 'read': {
              const version = await versionOf(gateways[command.gateway], command.issue);
              expect(version).toBeGreaterThanOrEqual(atLeast[command.gateway][command.issue]!);
              expect(version).toBeLessThanOrEqual(now[command.issue]!);
              break;
            }
            case 'compare':
              await caughtUp(gateways[command.gateway]);
              for (const question of QUESTIONS)
                expect(await gateways[command.gateway].ask(question)).toBe(await oracle.ask(question));
              atLeast[command.gateway].splice(0, now.length, ...now);
              break;
            case 'mend':
              gateways[command.gateway].relay.mend();
              break;
            case 'cut':
            case 'hang':
              gateways[command.gateway].relay[command.do]();
              await notLive(gateways[command.gateway]);
              break;
          }
        }
      }

      test('what is kept is served without a call, and no longer when another gateway or another process has written', async () => {
        const { gateways, oracle } = parts;
        for (const of of ISSUES.keys()) await decide(oracle, of);
        for (const [index, one] of gateways.entries()) {
          await live(one);
          await caughtUp(one);
          const first = await one.ask(QUESTIONS[0]!);
          const before = one.calls;
          expect(await one.ask(QUESTIONS[0]!)).toBe(first);
          expect(one.calls).toBe(before);
          for (const write of [() => decide(gateways[1 - index]!, 0), () => writeBeside(0)]) {
            await write();
            await caughtUp(one);
            expect(await one.ask(QUESTIONS[0]!)).toBe(await oracle.ask(QUESTIONS[0]!));
          }
          expect(one.calls).toBe(before + 2);
        }
      });

      test('whatever is written, read and broken in whatever order', async () => {
        await fc.assert(fc.asyncProperty(COMMANDS, run), {
          numRuns: name === 'one process' ? 12 : 3,
          endOnFailure: true,
        });
      });

      test('a feed is for gateways alone, and ends with the subgraph', async () => {
        const unsigned = await fetch(`${parts.url}/versions`);
        expect([unsigned.status, await unsigned.json()]).toMatchObject([401, { errors: [{ message: /missing/ }] }]);
        expect((await fetch(`${parts.url}/versions`, { method: 'POST' })).status).toBe(405);
      });

      // The embedded store is the process itself: there is no database to hang.
      if (name === 'one process') return;
      test('a database that hangs is no feed that is live', async () => {
        const [one] = parts.gateways;
        one.relay.mend();
        await live(one);
        await one.ask(QUESTIONS[0]!);
        await database!.kill('SIGSTOP');
        await notLive(one);
        const before = one.calls;
        const asked = one.ask(QUESTIONS[0]!);
        await vi.waitFor(() => expect(one.calls).toBe(before + 1));
        await database!.kill('SIGCONT');
        expect(await asked).toBe(await parts.oracle.ask(QUESTIONS[0]!));
      });
    },
  );
