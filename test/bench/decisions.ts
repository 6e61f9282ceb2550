/** How long a decision takes until it is durable, and what 50 deciders at once on all issues come to: `node test/bench/decisions.ts` alone, and a part of `npm run bench`. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { AUTH_SECRET_FILE, generatedSecret } from '../../subgraphs/kit/settings/generated-secret.ts';
import { median, seed, startProcess } from './process.ts';

const ALONE = { warmUp: 30, measured: 200 };
const DECIDERS = 50;
const ROUNDS = 10;

interface Issue {
  readonly id: string;
  readonly pillars: readonly { readonly code: string }[];
}

interface Payload {
  readonly issue: { readonly lead: { readonly version: number } };
  readonly decision: { readonly id: string } | null;
}

/** The figures as rows of a table. */
export async function benchDecisions(): Promise<string[][]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'decisions-bench-'));
  try {
    await seed(dataDir, 1);
    const token = await tokenFor(dataDir);
    const graph = await startProcess(dataDir);
    try {
      return await measure(createAsk(graph.url, token));
    } finally {
      await graph.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}

type Ask = (query: string, variables?: object) => Promise<Record<string, unknown>>;

async function measure(ask: Ask): Promise<string[][]> {
  const { crossPillarIssues } = (await ask('{ crossPillarIssues(first: 200) { nodes { id pillars { code } } } }')) as {
    crossPillarIssues: { nodes: Issue[] };
  };
  const issues = crossPillarIssues.nodes;
  const versions = new Map<string, number>();
  const decide = async (n: number): Promise<Payload> => {
    const issue = issues[n % issues.length] as Issue;
    const input = {
      issueId: issue.id,
      pillar: issue.pillars[0]?.code,
      leadBodyId: 'asean:acc',
      rationale: 'As the Council has agreed.',
      expectedVersion: versions.get(issue.id) ?? 0,
    };
    const answer = await ask(
      `mutation ($input: AssignLeadPillarInput!) {
        payload: assignLeadPillar(input: $input) { issue { lead { version } } decision { id } }
      }`,
      { input },
    );
    const payload = answer['payload'] as Payload;
    versions.set(issue.id, Math.max(versions.get(issue.id) ?? 0, payload.issue.lead.version));
    return payload;
  };
  const times: number[] = [];
  for (let n = 0; n < ALONE.warmUp + ALONE.measured; n += 1) {
    const start = performance.now();
    await decide(n);
    if (n >= ALONE.warmUp) times.push(performance.now() - start);
  }
  const before = [...versions.values()].reduce((sum, version) => sum + version, 0);
  const start = performance.now();
  const won = await Promise.all(
    Array.from({ length: DECIDERS }, async (_, decider) => {
      let wins = 0;
      for (let round = 0; round < ROUNDS; round += 1) if ((await decide(decider + round * 11)).decision) wins += 1;
      return wins;
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  const wins = won.reduce((sum, each) => sum + each, 0);
  const { leadDecisions } = (await ask('{ leadDecisions { totalCount } }')) as {
    leadDecisions: { totalCount: number };
  };
  const lost = before + wins - leadDecisions.totalCount;
  return [
    ['one decision after another, durable, median', `${median(times).toFixed(1)} ms`],
    [
      `${DECIDERS} deciders at once on ${issues.length} issues`,
      `${(wins / seconds).toFixed(0)} decisions/s, ${((DECIDERS * ROUNDS) / seconds).toFixed(0)} answers/s with conflicts`,
    ],
    ['lost updates', String(lost)],
  ];
}

async function tokenFor(dataDir: string): Promise<string> {
  const secret = new TextEncoder().encode(await generatedSecret(dataDir, AUTH_SECRET_FILE));
  return new SignJWT({ scope: 'lead:assign' })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('bench')
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(secret);
}

function createAsk(url: string, token: string): Ask {
  return async (query, variables = {}) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: Record<string, unknown>; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
}

if (import.meta.main) for (const row of await benchDecisions()) console.log(`| ${row.join(' | ')} |`);
