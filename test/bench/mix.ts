/** What the users of a day ask, as one sequence of requests: most of it registered, some of it never asked before, now and then a decision. */

import { readFileSync } from 'node:fs';

/** The sequence. */
export interface Mix {
  /** Makes the request of that number; says what was wrong with the answer. */
  take(turn: number): Promise<string | undefined>;
  /** How many of each kind were made, in words. */
  taken(): string;
}

interface Issue {
  readonly id: string;
  readonly pillars: readonly { readonly code: string }[];
  readonly lead: { readonly version: number };
}

/** Out of a hundred requests. Decisions take the place of registered ones: each is made durable, and grows the store. */
const SHARES: Readonly<Record<string, number>> = { registered: 55, varied: 30, unseen: 10, export: 5 };
/** Has no factor in common with a hundred, so that each kind comes as often as its share. */
const STRIDE = 37;

const EXPORTS = ['instruments', 'meetings', 'observations'];
const VARIED = ['small-varied', 'heavy-varied'].map((name) =>
  readFileSync(new URL(`operations/${name}.graphql`, import.meta.url), 'utf8'),
);
const DECIDE = `mutation ($input: AssignLeadPillarInput!) {
  assignLeadPillar(input: $input) { issue { lead { version } } userErrors { message } }
}`;

/** Makes it for a running graph, at an address without a path, with so many decisions in a hundred requests. */
export async function createMix({
  url,
  token,
  decisions = 1,
}: {
  readonly url: string;
  readonly token: string;
  readonly decisions?: number;
}): Promise<Mix> {
  const registered = (SHARES['registered'] ?? 0) - decisions;
  if (!Number.isInteger(decisions) || decisions < 0 || registered < 0)
    throw new RangeError(`${decisions} in a hundred cannot be decisions: allowed are 0 to ${SHARES['registered']}`);
  const shares = { ...SHARES, registered, decision: decisions };
  const order = Object.entries(shares).flatMap(([kind, share]) => Array.from({ length: share }, () => kind));
  const counts = new Map<string, number>();
  const names = ((await (await fetch(`${url}/q`)).json()) as { operations: { name: string }[] }).operations.map(
    ({ name }) => name,
  );
  const issues = await issuesOf(url);
  const versions = new Map(issues.map(({ id, lead }) => [id, lead.version]));
  const at = <T>(list: readonly T[], turn: number): T => list[turn % list.length] as T;

  const KINDS: Readonly<Record<string, (turn: number) => Promise<string | undefined>>> = {
    registered: (turn) => get(`${url}/q/${at(names, turn)}`),
    export: (turn) => get(`${url}/q/${at(EXPORTS, turn)}?format=csv&all=true`),
    varied(turn) {
      const { id } = at(issues, turn);
      return post(at(VARIED, turn), { id, ids: [id, at(issues, turn + 7).id] });
    },
    unseen: (turn) =>
      post(`query Unseen${turn} { crossPillarIssue(id: "${at(issues, turn).id}") { a${turn}: title } }`),
    decision() {
      // One issue after the other, so that no two decisions on one are ever under way.
      const { id, pillars } = at(issues, counts.get('decision') ?? 0);
      const input = { issueId: id, pillar: pillars[0]?.code, leadBodyId: 'asean:acc', rationale: 'As agreed.' };
      return post(DECIDE, { input: { ...input, expectedVersion: versions.get(id) } }, (data) => {
        const { issue, userErrors } = data['assignLeadPillar'] as {
          issue: Pick<Issue, 'lead'> | null;
          userErrors: { message: string }[];
        };
        if (issue) versions.set(id, issue.lead.version);
        return userErrors[0]?.message;
      });
    },
  };

  async function post(
    query: string,
    variables: object = {},
    faultOf: (data: Record<string, unknown>) => string | undefined = () => undefined,
  ): Promise<string | undefined> {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: Record<string, unknown>; errors?: unknown };
    return errors || !data ? JSON.stringify(errors) : faultOf(data);
  }

  return {
    async take(turn) {
      const kind = at(order, turn * STRIDE);
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      try {
        const fault = await KINDS[kind]?.(turn);
        return fault && `${kind}: ${fault}`;
      } catch (error) {
        return `${kind}: ${String(error)}`;
      }
    },
    taken: () => [...counts].map(([kind, count]) => `${count} ${kind}`).join(', '),
  };
}

async function get(address: string): Promise<string | undefined> {
  const response = await fetch(address);
  const text = await response.text();
  return response.status === 200 && !text.startsWith('{"errors"') ? undefined : `${response.status} ${text}`;
}

async function issuesOf(url: string): Promise<readonly Issue[]> {
  const query = '{ crossPillarIssues(first: 200) { nodes { id pillars { code } lead { version } } } }';
  const response = await fetch(`${url}/graphql?query=${encodeURIComponent(query)}`, {
    headers: { 'apollo-require-preflight': '1' },
  });
  const { data } = (await response.json()) as { data: { crossPillarIssues: { nodes: readonly Issue[] } } };
  return data.crossPillarIssues.nodes;
}
