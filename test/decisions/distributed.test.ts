/** Deciding where each pillar is a process of its own: the token, its office and the brief travel with the signed call. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { SignJWT } from 'jose';
import type { PillarCode } from '../../schema/stewards.ts';
import { MUTATIONS } from '../support/decisions.ts';
import { signedCall, startGateway, startSubgraph, type Service } from '../support/services/services.ts';
import { temporaryFolder } from '../support/store/factory.ts';

const AUTH_SECRET = 'the secret of the tokens of tests, which is not secret';
const folder = temporaryFolder();
const running: Service[] = [];
let gateway: Service;
let subgraphs: Record<PillarCode, Service>;

beforeAll(async () => {
  const codes = ['APSC', 'AEC', 'ASCC'] as const;
  const started = await Promise.all(codes.map((code) => startSubgraph(code, { DATA_DIR: folder.path })));
  subgraphs = Object.fromEntries(codes.map((code, index) => [code, started[index]])) as Record<PillarCode, Service>;
  running.push(...started);
  const urls = Object.fromEntries(codes.map((code) => [code, subgraphs[code].url])) as Record<PillarCode, string>;
  gateway = await startGateway(urls, { AUTH_SECRET });
  running.push(gateway);
});
afterAll(async () => {
  await Promise.all(running.map((service) => service.stop()));
  folder.remove();
});

interface Answer {
  readonly data: { readonly payload: Record<string, never> | null } | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string; readonly pillar?: string } }[];
}

async function assign(input: Record<string, unknown>): Promise<Answer> {
  const token = await new SignJWT({ scope: 'lead:assign', desk: 'ASEAN Secretariat' })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('somebody')
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(new TextEncoder().encode(AUTH_SECRET));
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({
      query: MUTATIONS.assign,
      variables: { input: { issueId: 'smart-cities', pillar: 'AEC', rationale: 'As agreed.', ...input } },
    }),
  });
  return (await response.json()) as Answer;
}

test('a decision names its office, and holds the evidence of all pillars', async () => {
  const { data, errors } = await assign({ expectedVersion: 0, leadBodyId: 'asean:acc' });
  expect(errors).toBeUndefined();
  expect(data?.payload).toMatchObject({
    decision: {
      version: 1,
      actor: 'ASEAN Secretariat',
      leadBody: { id: 'asean:acc' },
      evidence: { ranking: { length: 3 } },
    },
    userErrors: [],
  });
});

test('a call without a brief is refused, even when it is signed', async () => {
  const viewer = { actor: 'x', pillars: null, scopes: ['lead:assign'], subject: 'x' };
  const query = `mutation { assignLeadPillar(input: { issueId: "smart-cities", pillar: AEC, rationale: "x", expectedVersion: 1 }) { decision { id } } }`;
  const call = signedCall(query, { identity: JSON.stringify(viewer) });
  const answer = (await (await fetch(`${subgraphs.ASCC.url}/graphql`, call)).json()) as Answer;
  expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_REQUEST']);
});

test('with the owner of a named body down nothing is written; with evidence alone missing the decision stands', async () => {
  await subgraphs.APSC.stop();
  const refused = await assign({ expectedVersion: 1, leadBodyId: 'asean:acc' });
  expect(refused.errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'PILLAR_UNAVAILABLE', pillar: 'APSC' }]);
  const { data } = await assign({ expectedVersion: 1, leadBodyId: 'aec:aem' });
  expect(data?.payload).toMatchObject({ decision: { version: 2, evidence: null }, userErrors: [] });
});
