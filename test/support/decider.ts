/**
 * A process that decides until it is killed: `node decider.ts <data folder or MongoDB address> <seed>`. It prints a line of JSON for each
 * decision that was acknowledged. Several deciders are at work at once, also on the same issues.
 */

import { pino } from 'pino';
import { stewardByCode } from '../../schema/stewards.ts';
import { createExecutor } from '../../subgraphs/kit/execute.ts';
import type { StoreSettings } from '../../subgraphs/kit/store/open.ts';
import { openPillars } from '../../subgraphs/open.ts';
import { SECRETARIAT } from './decisions.ts';

const DECIDERS = 8;

/** Where the decisions are kept, by the argument of a decider. */
export function storeAt(place: string): StoreSettings {
  return place.startsWith('mongodb:') ? { kind: 'mongodb', uri: place } : { kind: 'embedded', dataDir: place };
}

interface Answer {
  readonly payload: {
    readonly issue: { readonly lead: { readonly version: number } };
    readonly decision: { readonly id: string; readonly hash: string } | null;
  } | null;
}

async function main([place = '', seed = '0']: readonly string[]): Promise<void> {
  const [pillar] = await openPillars(storeAt(place), [stewardByCode('ASCC')]);
  if (!pillar) throw new Error('The ASCC was not opened');
  const executor = createExecutor({ subgraph: pillar.subgraph, logger: pino({ level: 'silent' }) });
  const ask = async (text: string, variables = {}) => {
    const brief = { payload: { data: { leadBody: [], relevantBodies: [], crossPillarIssue: null }, errors: [] } };
    const { data } = await executor.run({ text, variables, viewer: SECRETARIAT, brief });
    return data;
  };
  const { crossPillarIssues } = (await ask(
    '{ crossPillarIssues(first: 200) { nodes { id pillars { code } lead { version } } } }',
  )) as { crossPillarIssues: { nodes: { id: string; pillars: { code: string }[]; lead: { version: number } }[] } };
  const issues = crossPillarIssues.nodes;
  const versions = new Map(issues.map(({ id, lead }) => [id, lead.version]));
  process.stdout.write('open\n');
  const decide = async (start: number): Promise<never> => {
    for (let n = start; ; n += 1) {
      const issue = issues[(n * 5) % issues.length];
      if (!issue) throw new Error('There are no issues');
      const input = {
        issueId: issue.id,
        pillar: issue.pillars[n % issue.pillars.length]?.code,
        rationale: `Decision ${n} of run ${seed}, at some length: ${'as agreed, '.repeat(n % 40)}finally.`,
        expectedVersion: versions.get(issue.id),
        ...(n % 2 === 0 && { idempotencyKey: `${seed}.${start}.${n}` }),
      };
      const text = `mutation ($input: ${n % 3 ? 'Assign' : 'Propose'}LeadPillarInput!) {
        payload: ${n % 3 ? 'assign' : 'propose'}LeadPillar(input: $input) { issue { lead { version } } decision { id hash } }
      }`;
      const { payload } = ((await ask(text, { input })) ?? { payload: null }) as unknown as Answer;
      if (payload?.decision) process.stdout.write(`${JSON.stringify(payload.decision)}\n`);
      if (payload) versions.set(issue.id, payload.issue.lead.version);
    }
  };
  await Promise.all(Array.from({ length: DECIDERS }, (_, decider) => decide(decider)));
}

if (import.meta.main) await main(process.argv.slice(2));
