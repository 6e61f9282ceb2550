/** Deciding at the same time: one wins, nobody's decision is lost or written twice. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLedger } from '../../subgraphs/socio-cultural/ledger/verify.ts';
import { readLedger } from '../../subgraphs/socio-cultural/lead/ledger.ts';
import { records } from '../semantics/data.ts';
import { office, reasons, SECRETARIAT, send } from '../support/decisions.ts';
import { startGraph, type Graph } from '../support/graph.ts';

const ISSUES = records('issues').map(({ id, pillars }) => ({ id: id as string, pillar: pillars[0] as string }));

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());

test('of many who decide on one state one wins; the others learn of the conflict and see the state', async () => {
  const [{ id, pillar }] = ISSUES as [(typeof ISSUES)[number]];
  const all = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      send(graph, 'assign', { issueId: id, pillar, expectedVersion: 0, rationale: `By office ${n}.` }),
    ),
  );
  const won = all.filter(({ data }) => data.payload.decision !== null);
  expect(won).toHaveLength(1);
  for (const answer of all.filter((each) => !won.includes(each))) {
    expect(reasons(answer)).toEqual(['VERSION_CONFLICT expectedVersion']);
    expect(answer.data.payload.issue.lead).toMatchObject({ status: 'ASSIGNED', version: 1 });
  }
});

test('a key that comes many times at once makes one decision, which all get', async () => {
  const { id, pillar } = ISSUES[1]!;
  const input = { issueId: id, pillar, expectedVersion: 0, idempotencyKey: 'letter 17' };
  const all = await Promise.all(Array.from({ length: 20 }, () => send(graph, 'assign', input)));
  const hashes = all.map(({ data }) => data.payload.decision?.hash);
  expect(new Set(hashes).size).toBe(1);
  expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(all[0]?.data.payload.issue.lead.version).toBe(1);
});

test('a key that comes again gives the first decision whatever the version is meanwhile; with another input it is refused', async () => {
  const { id, pillar } = ISSUES[2]!;
  const input = {
    issueId: id,
    pillar,
    expectedVersion: 0,
    idempotencyKey: 'letter 18',
    sources: [{ title: 'x', date: '2026' }],
  };
  const first = await send(graph, 'assign', input);
  await send(graph, 'withdraw', { issueId: id, expectedVersion: 1 });
  expect((await send(graph, 'assign', input)).data.payload.decision).toEqual(first.data.payload.decision);
  for (const other of [{ rationale: 'Other.' }, { expectedVersion: 2 }, { issueId: ISSUES[3]!.id }])
    expect(reasons(await send(graph, 'assign', { ...input, ...other }))).toEqual(['INVALID idempotencyKey']);
  const { pillar: _, sources: __, ...withdrawal } = input;
  expect(reasons(await send(graph, 'withdraw', withdrawal))).toEqual(['INVALID idempotencyKey']);
});

test('a key is its actor’s own', async () => {
  const { id, pillar } = ISSUES[4]!;
  const input = { issueId: id, pillar, idempotencyKey: 'the same' };
  for (const [expectedVersion, actor] of ['APSC desk', 'AEC desk'].entries()) {
    const viewer = office(actor, ['lead:propose']);
    const { data } = await send(graph, 'propose', { ...input, expectedVersion }, viewer);
    expect(data.payload.decision).toMatchObject({ actor, version: expectedVersion + 1 });
  }
});

test('50 deciders on all issues: each decision is there once, in a sound chain', async () => {
  const wins = new Map<string, number>();
  const versions = new Map<string, number>(
    (
      await graph.ask('{ crossPillarIssues(first: 200) { nodes { id lead { version } } } }')
    ).data.crossPillarIssues.nodes.map(({ id, lead }: { id: string; lead: { version: number } }) => [id, lead.version]),
  );
  const before = [...versions.values()].reduce((sum, version) => sum + version, 0);
  await Promise.all(
    Array.from({ length: 50 }, async (_, n) => {
      for (let round = 0; round < 4; round += 1) {
        const { id, pillar } = ISSUES[(n * 8 + round * 3) % ISSUES.length]!;
        const expectedVersion = versions.get(id) ?? 0;
        const { data } = await send(
          graph,
          round % 2 ? 'propose' : 'assign',
          { issueId: id, pillar, expectedVersion },
          SECRETARIAT,
        );
        const { decision, issue } = data.payload;
        if (decision) wins.set(decision.id, (wins.get(decision.id) ?? 0) + 1);
        versions.set(id, Math.max(versions.get(id) ?? 0, issue.lead.version));
      }
    }),
  );
  expect([...wins.values()].every((count) => count === 1)).toBe(true);
  const { decisions, fault } = await verifyLedger(await readLedger(graph.connection('ASCC')));
  expect(fault).toBeUndefined();
  expect(decisions).toBe(before + wins.size);
  expect(wins.size).toBeGreaterThan(35);
});
