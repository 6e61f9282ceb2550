/** Rules 10, 11 and 14: the lead of an issue, as long as nobody has decided. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGraph, type Graph } from '../support/graph.ts';
import { ask, idList } from './asking.ts';
import { graphSpelling, records, type DataRecord } from './data.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());

const ISSUES = records('issues');
const LEAD = `{
  status pillars { code } bodies { id } memberState { code } label kind explicit statement supporting { code } since
  version sources { title } candidates { pillar { code } body { id } reason basis }
}`;

async function leads(asOf?: string): Promise<DataRecord[]> {
  const args = asOf ? `(asOf: "${asOf}")` : '';
  const { crossPillarIssues } = await ask(
    graph,
    `{ crossPillarIssues(orderBy: ID_ASC, first: 200) { nodes { id lead${args} ${LEAD} } } }`,
  );
  return crossPillarIssues.nodes;
}

describe('the lead', () => {
  test('rule 10: an undetermined lead has empty lists and nulls', async () => {
    const undetermined = (await leads()).filter(({ lead }) => lead.status === 'UNDETERMINED');
    expect(idList(undetermined)).toEqual(idList(ISSUES.filter(({ documentedLead }) => documentedLead === null)));
    for (const { lead } of undetermined) {
      expect(lead).toEqual({
        status: 'UNDETERMINED',
        pillars: [],
        bodies: [],
        memberState: null,
        label: null,
        kind: null,
        explicit: null,
        statement: null,
        supporting: [],
        since: null,
        version: 0,
        sources: [],
        candidates: lead.candidates,
      });
    }
  });

  test('rule 10: `since` is null and `version` 0 before any decision, also where the lead is documented', async () => {
    const documented = (await leads()).filter(({ lead }) => lead.status === 'DOCUMENTED');
    expect(idList(documented)).toEqual(idList(ISSUES.filter(({ documentedLead }) => documentedLead !== null)));
    for (const { lead } of documented) expect(lead).toMatchObject({ since: null, version: 0, supporting: [] });
  });

  test('rule 10: a documented lead is the one of the record, its bodies in the order of the record', async () => {
    for (const { id, lead } of await leads()) {
      const { documentedLead } = ISSUES.find((issue) => issue.id === id);
      if (documentedLead === null) continue;
      const { pillars, bodyIds, countryCode, label, kind, explicit, statement } = documentedLead;
      expect(lead, id).toMatchObject({
        status: 'DOCUMENTED',
        pillars: pillars.map((code: string) => ({ code })),
        bodies: bodyIds.map((body: string) => ({ id: body })),
        memberState: countryCode && { code: countryCode },
        label,
        kind: graphSpelling(kind),
        explicit,
        statement,
      });
    }
  });

  test.for(['1967-08-08', '2018-05-24', '2999-12-31'])(
    'rule 11: a documented lead has no date and holds as of %s',
    async (asOf) => {
      expect(await leads(asOf)).toEqual(await leads());
    },
  );

  test('rule 14: `candidates` are the editorial candidates of the issue, whatever the status', async () => {
    for (const { id, lead } of await leads()) {
      const { candidateLeads } = ISSUES.find((issue) => issue.id === id);
      expect(lead.candidates, id).toEqual(
        candidateLeads.map(({ pillar, bodyId, reason, basis }: DataRecord) => ({
          pillar: { code: pillar },
          body: bodyId && { id: bodyId },
          reason,
          basis: graphSpelling(basis),
        })),
      );
    }
  });
});
