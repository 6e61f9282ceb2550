/** What is refused of a decision, by code and field; nothing is written then. */

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { office, reasons, SECRETARIAT, send, taken } from '../support/decisions.ts';
import { startGraph, type Graph } from '../support/graph.ts';
import { record, records } from '../semantics/data.ts';

const ISSUE = 'smart-cities';
const TWO_PILLARS = records('issues').find(({ pillars }) => pillars.length === 2);
const OUTSIDE = ['APSC', 'AEC', 'ASCC'].find((code) => !TWO_PILLARS.pillars.includes(code));
const VALID = { issueId: ISSUE, pillar: 'AEC', expectedVersion: 0 };

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());
beforeEach(() => graph.mend());

const codes = (errors: Awaited<ReturnType<typeof send>>['errors']) =>
  errors?.map(({ path, extensions }) => [path, extensions?.['code'], extensions?.['pillar']]);

async function count(): Promise<number> {
  return (await graph.ask('{ leadDecisions { totalCount } }')).data.leadDecisions.totalCount;
}

describe('with a reason that whoever sent it can mend:', () => {
  const long = 'x'.repeat(5_001);
  const source = { title: 'Minutes' };
  test.for<[string, Record<string, unknown>, string[]]>([
    ['an unknown issue', { issueId: 'no-such-issue' }, ['NOT_FOUND issueId']],
    ['a pillar without a stake', { issueId: TWO_PILLARS.id, pillar: OUTSIDE }, ['NOT_A_STAKEHOLDER pillar']],
    [
      'a supporter without a stake',
      { issueId: TWO_PILLARS.id, pillar: TWO_PILLARS.pillars[0], supporting: [OUTSIDE] },
      ['NOT_A_STAKEHOLDER supporting'],
    ],
    ['a supporter that leads', { supporting: ['AEC', 'ASCC'] }, ['INVALID supporting']],
    ['a lead body that does not exist', { leadBodyId: 'aec:no-such-body' }, ['NOT_FOUND leadBodyId']],
    ['a lead body with a prefix that nobody has', { leadBodyId: 'nonsense' }, ['NOT_FOUND leadBodyId']],
    ['a lead body of another pillar', { leadBodyId: 'ascc:ascc-council' }, ['BODY_NOT_IN_PILLAR leadBodyId']],
    [
      'relevant bodies that do not exist',
      { relevantBodyIds: ['aec:aem', 'aec:no', 'asean:no'] },
      ['NOT_FOUND relevantBodyIds', 'NOT_FOUND relevantBodyIds'],
    ],
    [
      'too many relevant bodies',
      { relevantBodyIds: Array.from({ length: 51 }, (_, n) => `aec:b${n}`) },
      ['INVALID relevantBodyIds'],
    ],
    ['a blank rationale', { rationale: ' \n ' }, ['INVALID rationale']],
    ['a rationale that nobody can see', { rationale: '\u200b\u2800\0\u202e\u2066\u3164' }, ['INVALID rationale']],
    ['a rationale that is too long', { rationale: long }, ['INVALID rationale']],
    ['a rationale that is no text', { rationale: 'half \ud800' }, ['INVALID rationale']],
    ['a source without a title', { sources: [source, { title: ' ' }] }, ['INVALID sources.1.title']],
    ['an address of another kind', { sources: [{ ...source, url: 'javascript:alert(1)' }] }, ['INVALID sources.0.url']],
    ['an address that is none', { sources: [{ ...source, url: 'asean.org' }] }, ['INVALID sources.0.url']],
    ['too many sources', { sources: Array.from({ length: 21 }, () => source) }, ['INVALID sources']],
    ['a blank key', { idempotencyKey: '' }, ['INVALID idempotencyKey']],
    ['a state that is not this one', { expectedVersion: 7 }, ['VERSION_CONFLICT expectedVersion']],
  ])('%s', async ([, input, expected]) => {
    const answer = await send(graph, 'assign', { ...VALID, ...input });
    expect(reasons(answer)).toEqual(expected);
    expect(answer.data.payload.decision).toBeNull();
    for (const { message } of answer.data.payload.userErrors) expect(message).toMatch(/\S{2,} /);
    expect(await count()).toBe(0);
  });

  test('the issue comes along as it stands, where there is one', async () => {
    const conflict = await send(graph, 'assign', { ...VALID, expectedVersion: 3 });
    expect(conflict.data.payload.issue).toMatchObject({ id: ISSUE, lead: { version: 0 } });
    const unknown = await send(graph, 'assign', { ...VALID, issueId: 'nothing' });
    expect(unknown.data.payload.issue).toBeNull();
  });

  test('a withdrawal where no lead is assigned, also where one is documented or proposed', async () => {
    const documented = records('issues').find(({ documentedLead }) => documentedLead?.pillars.length > 0);
    for (const issueId of [ISSUE, documented.id])
      expect(reasons(await send(graph, 'withdraw', { issueId, expectedVersion: 0 }))).toEqual([
        'NOTHING_TO_WITHDRAW issueId',
      ]);
    expect(await count()).toBe(0);
  });

  test('a date that is none is refused by the graph itself', async () => {
    const { errors } = await send(graph, 'assign', { ...VALID, sources: [{ title: 'x', date: '2018-02-30' }] });
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['INVALID_DATE']);
  });
});

describe('for want of a right:', () => {
  test.for([
    ['assign', office('AEC desk', ['lead:propose'])],
    ['withdraw', office('AEC desk', ['lead:propose'])],
    ['propose', office('a monitor', ['monitoring:report'])],
    ['propose', office('ASCC desk', ['lead:propose'], ['ASCC'])],
    ['propose', office('nobody', ['lead:propose'], [])],
  ] as const)('%s by %j', async ([name, viewer]) => {
    const { pillar, ...others } = VALID;
    const input = name === 'withdraw' ? others : { ...others, pillar };
    expect(codes((await send(graph, name, input, viewer)).errors)).toEqual([[['payload'], 'FORBIDDEN', 'ASCC']]);
    expect(await count()).toBe(0);
  });

  test('a pillar desk proposes what its token allows', async () => {
    const desk = office('ASCC desk', ['lead:propose'], ['ASCC']);
    const { id, actor } = await taken(graph, 'propose', { ...VALID, issueId: 'civil-service', pillar: 'ASCC' }, desk);
    expect({ id, actor }).toEqual({ id: 'civil-service:1', actor: 'ASCC desk' });
  });
});

describe('what other pillars know comes by the brief:', () => {
  test('where the owner of a named body is down nothing is written', async () => {
    const before = await count();
    graph.break('APSC');
    for (const input of [{ leadBodyId: 'asean:acc' }, { relevantBodyIds: ['aec:aem', 'apsc:apsc-council'] }])
      expect(codes((await send(graph, 'assign', { ...VALID, ...input })).errors)).toEqual([
        [['payload'], 'PILLAR_UNAVAILABLE', 'APSC'],
      ]);
    graph.mend();
    expect(await count()).toBe(before);
  });

  test('where only evidence is missing the decision stands without it', async () => {
    graph.break('APSC');
    const issueId = 'transboundary-haze';
    const decision = await taken(graph, 'assign', {
      ...VALID,
      issueId,
      pillar: 'ASCC',
      leadBodyId: 'ascc:ascc-council',
    });
    expect(decision.evidence).toBeNull();
    graph.mend();
    const next = await taken(graph, 'withdraw', { issueId, expectedVersion: 1 });
    expect(next.evidence.ranking).toHaveLength(record('issues', issueId).pillars.length);
  });

  test('the evidence is the recommendation of the moment', async () => {
    const { evidence } = await taken(graph, 'assign', { ...VALID, expectedVersion: 0 });
    const { data } = await graph.ask(
      `{ crossPillarIssue(id: "${ISSUE}") { leadRecommendation { ranking { pillar { code } score } method } } }`,
    );
    expect(evidence).toEqual(data.crossPillarIssue.leadRecommendation);
  });

  test('each of several decisions in one operation has its own, and sees those before it', async () => {
    const { data, errors } = await graph.ask(
      `mutation ($first: AssignLeadPillarInput!, $skip: Boolean!) {
        one: assignLeadPillar(input: $first) { ...Seen }
        ... on Mutation {
          two: withdrawLeadPillar(input: { issueId: "gender-mainstreaming", rationale: "Taken back.", expectedVersion: 1 }) { ...Seen }
        }
        never: assignLeadPillar(input: $first) @skip(if: $skip) { ...Seen }
      }
      fragment Seen on LeadDecisionPayload {
        issue { lead { version status } leadHistory { version } }
        decision { version leadBody { id } evidence { method } }
        userErrors { code }
      }`,
      {
        first: {
          issueId: 'gender-mainstreaming',
          pillar: 'ASCC',
          leadBodyId: 'ascc:ascc-council',
          rationale: 'x',
          expectedVersion: 0,
        },
        skip: true,
      },
      SECRETARIAT,
    );
    expect(errors).toBeUndefined();
    expect(data.one).toMatchObject({
      issue: { lead: { version: 1, status: 'ASSIGNED' }, leadHistory: [{ version: 1 }] },
      decision: { version: 1, leadBody: { id: 'ascc:ascc-council' }, evidence: { method: expect.any(String) } },
    });
    expect(data.two).toMatchObject({
      issue: { lead: { version: 2 }, leadHistory: [{ version: 1 }, { version: 2 }] },
      decision: { version: 2, leadBody: null, evidence: { method: expect.any(String) } },
    });
  });

  test('what is hidden stays hidden', async () => {
    const { errors } = await graph.ask('{ bodiesById(ids: ["aec:aem"]) { id } }');
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });
});
