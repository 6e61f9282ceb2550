/** Rules 5 and 10 to 14: the lead of an issue once there are decisions. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SECRETARIAT, taken } from '../support/decisions.ts';
import { startGraph, type Graph } from '../support/graph.ts';
import { ask, idList } from './asking.ts';
import { records, type DataRecord } from './data.ts';

const LEAD = `status version pillars { code } bodies { id } supporting { code } memberState { code } label kind explicit
  statement since decision { id } proposal { id } sources { title publisher url date } candidates { reason }`;

const UNDETERMINED = records('issues').filter(({ documentedLead }) => documentedLead === null);
const DOCUMENTED = records('issues').filter(({ documentedLead }) => documentedLead?.pillars.length > 0);
const [OPEN, OTHER, ASSIGNED_LATER] = UNDETERMINED as [DataRecord, DataRecord, DataRecord];
const [NAMED, REPLACED] = DOCUMENTED as [DataRecord, DataRecord];

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());

async function leadOf(id: string, asOf?: string): Promise<DataRecord> {
  const args = asOf ? `(asOf: "${asOf}")` : '';
  return (await ask(graph, `{ crossPillarIssue(id: "${id}") { lead${args} { ${LEAD} } } }`)).crossPillarIssue.lead;
}

async function idsWith(filter: string): Promise<string[]> {
  const { crossPillarIssues } = await ask(
    graph,
    `{ crossPillarIssues(first: 200, filter: ${filter}) { nodes { id } } }`,
  );
  return idList(crossPillarIssues.nodes).sort();
}

async function leadsOf(pillar: string): Promise<string[]> {
  return idList((await ask(graph, `{ pillar(code: ${pillar}) { leads { id } } }`)).pillar.leads).sort();
}

const documentedLeads = (pillar: string) =>
  idList(DOCUMENTED.filter(({ documentedLead }) => documentedLead.pillars.includes(pillar)));

/** The version that a decision on the issue expects now. */
async function versionOf(id: string): Promise<number> {
  return (await leadOf(id)).version;
}

async function decide(name: 'propose' | 'assign' | 'withdraw', issueId: string, input: Record<string, unknown> = {}) {
  return taken(graph, name, { issueId, expectedVersion: await versionOf(issueId), ...input }, SECRETARIAT);
}

describe('rule 12: a proposal', () => {
  test('makes an undetermined lead PROPOSED, with all else as undetermined', async () => {
    const before = await leadOf(OPEN.id);
    const { id } = await decide('propose', OPEN.id, { pillar: OPEN.pillars[0] });
    expect(await leadOf(OPEN.id)).toEqual({ ...before, status: 'PROPOSED', version: 1, proposal: { id } });
    expect(await idsWith('{ leadStatus: [PROPOSED] }')).toEqual([OPEN.id]);
    expect(await idsWith('{ leadStatus: [UNDETERMINED] }')).not.toContain(OPEN.id);
    expect(await idsWith('{ proposed: true }')).toEqual([OPEN.id]);
  });

  test('never displaces a documented lead, and shows beside it', async () => {
    const before = await leadOf(NAMED.id);
    const { id } = await decide('propose', NAMED.id, { pillar: NAMED.pillars.at(-1) });
    expect(await leadOf(NAMED.id)).toEqual({ ...before, version: 1, proposal: { id } });
    expect(await idsWith('{ leadStatus: [PROPOSED] }')).toEqual([OPEN.id]);
    expect(await idsWith('{ proposed: true }')).toEqual([OPEN.id, NAMED.id].sort());
    expect(await idsWith('{ proposed: false }')).toHaveLength(records('issues').length - 2);
  });

  test('rule 5: counts for no pillar among its leads', async () => {
    for (const pillar of ['APSC', 'AEC', 'ASCC']) {
      expect(await leadsOf(pillar)).toEqual(documentedLeads(pillar).sort());
      expect(await idsWith(`{ leadPillar: ${pillar} }`)).toEqual(documentedLeads(pillar).sort());
    }
  });
});

describe('rule 12 and 13: an assignment', () => {
  const SOURCES = [
    { title: 'Minutes', publisher: 'ASEAN Secretariat', url: 'https://asean.org/minutes', date: '2026-01' },
  ];

  test('makes the lead, with what the decision says', async () => {
    const [pillar, ...supporting] = OTHER.pillars;
    const decision = await decide('assign', OTHER.id, {
      pillar,
      supporting: supporting.toReversed(),
      leadBodyId: 'asean:acc',
      relevantBodyIds: ['aec:aem'],
      rationale: '  The Council has agreed.  ',
      sources: SOURCES,
    });
    expect(await leadOf(OTHER.id)).toEqual({
      status: 'ASSIGNED',
      version: 1,
      pillars: [{ code: pillar }],
      bodies: [{ id: 'asean:acc' }],
      supporting: supporting.map((code: string) => ({ code })),
      memberState: null,
      label: null,
      kind: 'LED_BY',
      explicit: true,
      statement: 'The Council has agreed.',
      since: decision.decidedAt,
      decision: { id: decision.id },
      proposal: null,
      sources: SOURCES,
      candidates: OTHER.candidateLeads.map(({ reason }: DataRecord) => ({ reason })),
    });
    expect(decision.relevantBodies).toEqual([{ id: 'aec:aem' }]);
    expect(await idsWith('{ leadStatus: [ASSIGNED] }')).toEqual([OTHER.id]);
  });

  test('rule 5: counts for its pillar, and takes a documented lead out of the list of another', async () => {
    const documented = REPLACED.documentedLead.pillars;
    const pillar = REPLACED.pillars.find((code: string) => !documented.includes(code));
    await decide('assign', REPLACED.id, { pillar });
    expect(await leadsOf(pillar)).toContain(REPLACED.id);
    expect(await leadsOf(documented[0])).not.toContain(REPLACED.id);
    expect(await idsWith(`{ leadPillar: ${documented[0]}, leadStatus: [DOCUMENTED] }`)).not.toContain(REPLACED.id);
    expect(await idsWith('{ leadStatus: [] }')).toEqual([]);
  });

  test('settles a proposal, and a later proposal shows beside it', async () => {
    await decide('assign', OPEN.id, { pillar: OPEN.pillars[0] });
    expect(await leadOf(OPEN.id)).toMatchObject({ status: 'ASSIGNED', version: 2, proposal: null });
    const { id } = await decide('propose', OPEN.id, { pillar: OPEN.pillars[1] });
    expect(await leadOf(OPEN.id)).toMatchObject({
      status: 'ASSIGNED',
      pillars: [{ code: OPEN.pillars[0] }],
      version: 3,
      proposal: { id },
    });
  });
});

describe('rule 12: a withdrawal', () => {
  test('leaves an issue undetermined that has no documented lead, and settles a proposal', async () => {
    await decide('withdraw', OPEN.id);
    expect(await leadOf(OPEN.id)).toMatchObject({ status: 'UNDETERMINED', version: 4, since: null, proposal: null });
  });

  test('leaves the documented lead', async () => {
    await decide('withdraw', REPLACED.id);
    expect(await leadOf(REPLACED.id)).toMatchObject({
      status: 'DOCUMENTED',
      version: 2,
      pillars: REPLACED.documentedLead.pillars.map((code: string) => ({ code })),
      since: null,
      decision: null,
    });
  });

  test('is undone by a new assignment', async () => {
    await decide('assign', ASSIGNED_LATER.id, { pillar: ASSIGNED_LATER.pillars[0] });
    await decide('withdraw', ASSIGNED_LATER.id);
    await decide('assign', ASSIGNED_LATER.id, { pillar: ASSIGNED_LATER.pillars[1] });
    expect(await leadOf(ASSIGNED_LATER.id)).toMatchObject({
      status: 'ASSIGNED',
      pillars: [{ code: ASSIGNED_LATER.pillars[1] }],
      version: 3,
    });
  });
});

describe('rule 11: as of a day', () => {
  test('a decision counts from the day it was taken, that day included', async () => {
    const { since } = await leadOf(OTHER.id);
    const day = since.slice(0, 10);
    const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    expect(await leadOf(OTHER.id, day)).toEqual(await leadOf(OTHER.id));
    expect(await leadOf(OTHER.id, '2999-01-01')).toEqual(await leadOf(OTHER.id));
    expect(await leadOf(OTHER.id, before)).toMatchObject({ status: 'UNDETERMINED', version: 0, since: null });
    expect(await leadOf(REPLACED.id, before)).toMatchObject({ status: 'DOCUMENTED', version: 0 });
  });
});

describe('the ledger', () => {
  test('history is oldest first, the list newest first, each decision once', async () => {
    const { crossPillarIssue, leadDecisions } = await ask(
      graph,
      `{
        crossPillarIssue(id: "${OPEN.id}") { leadHistory { version kind previousHash hash } }
        leadDecisions(first: 200) { totalCount nodes { id decidedAt issue { id } } }
      }`,
    );
    const { leadHistory } = crossPillarIssue;
    expect(leadHistory.map(({ kind }: DataRecord) => kind)).toEqual(['PROPOSED', 'ASSIGNED', 'PROPOSED', 'WITHDRAWN']);
    expect(leadHistory.map(({ previousHash }: DataRecord) => previousHash)).toEqual([
      '0'.repeat(64),
      ...leadHistory.slice(0, -1).map(({ hash }: DataRecord) => hash),
    ]);
    const times = leadDecisions.nodes.map(({ decidedAt }: DataRecord) => decidedAt);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(leadDecisions.totalCount).toBe(11);
    expect(new Set(idList(leadDecisions.nodes)).size).toBe(11);
  });

  test('rule 15: its filter joins its conditions', async () => {
    const list = async (filter: string): Promise<DataRecord[]> =>
      (
        await ask(
          graph,
          `{ leadDecisions(first: 200, filter: ${filter}) { nodes { id version kind decidedAt pillar { code } actor } } }`,
        )
      ).leadDecisions.nodes;
    const own = await list(`{ issueId: "${OPEN.id}" }`);
    expect(own.map(({ version }) => version)).toEqual([4, 3, 2, 1]);
    const at = own[1]?.decidedAt;
    expect(idList(await list(`{ issueId: "${OPEN.id}", since: "${at}" }`))).toEqual(idList(own.slice(0, 2)));
    expect(idList(await list(`{ issueId: "${OPEN.id}", until: "${at}" }`))).toEqual(idList(own.slice(1)));
    const later = at.replace('Z', '001Z');
    expect(idList(await list(`{ issueId: "${OPEN.id}", since: "${later}" }`))).toEqual(idList(own.slice(0, 1)));
    expect(idList(await list(`{ issueId: "${OPEN.id}", until: "${later}" }`))).toEqual(idList(own.slice(1)));
    const [finer, finest] = [at.replace('Z', '1Z'), at.replace('Z', '2Z')];
    expect(await list(`{ issueId: "${OPEN.id}", since: "${finer}", until: "${finest}" }`)).toEqual([]);
    expect(await list(`{ issueId: "${OPEN.id}", since: "9999-12-31T23:59:59.9999Z" }`)).toEqual([]);
    expect(await list(`{ issueId: "${OPEN.id}", until: "9999-12-31T23:59:59.9999Z" }`)).toHaveLength(4);
    const whole = at.replace(/\.\d+Z/, '+00:00');
    expect(await list(`{ issueId: "${OPEN.id}", since: "${whole}", until: "${at}" }`)).toContainEqual(own[1]);
    expect((await list('{ kinds: [WITHDRAWN] }')).every(({ kind, pillar }) => kind === 'WITHDRAWN' && !pillar)).toBe(
      true,
    );
    expect(await list('{ kinds: [] }')).toEqual([]);
    expect(await list('{ actor: "nobody" }')).toEqual([]);
    const [byPillar] = await list(`{ issueId: "${OTHER.id}", pillar: ${OTHER.pillars[0]} }`);
    expect(byPillar).toMatchObject({ actor: 'ASEAN Secretariat', kind: 'ASSIGNED' });
  });

  test('rule 16: `since` after `until` is an error', async () => {
    const { errors } = await graph.ask(
      '{ leadDecisions(filter: { since: "2026-01-02T00:00:00Z", until: "2026-01-01T00:00:00Z" }) { totalCount } }',
    );
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['INVALID_FILTER']);
  });

  test('the leads of all issues cost two reads of the ledger', async () => {
    const { queries } = await graph.measure(
      '{ crossPillarIssues(first: 200) { nodes { lead { status since decision { rationale } proposal { rationale } } } } }',
    );
    expect(queries.filter((query) => query.includes('leadDecisions'))).toEqual([
      'ascc.leadDecisions.find',
      'ascc.leadDecisions.find',
    ]);
  });
});
