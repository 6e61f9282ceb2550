/** How tests decide: the offices that may, and the mutations as a client sends them. */

import type { Viewer } from '../../subgraphs/kit/viewer.ts';
import type { Resolution } from '../../subgraphs/socio-cultural/lead/decision.ts';
import type { Answer, Graph } from './graph.ts';

/** An office, with what its token allows. */
export function office(actor: string, scopes: readonly string[], pillars: Viewer['pillars'] = null): Viewer {
  return { subject: actor, actor, scopes, pillars };
}

/** The Secretariat. */
export const SECRETARIAT = office('ASEAN Secretariat', ['lead:assign', 'monitoring:report']);

/** A decision as the ledger takes it. */
export const RESOLUTION: Resolution = {
  issueId: 'smart-cities',
  kind: 'ASSIGNED',
  pillar: 'AEC',
  leadBodyId: null,
  supporting: [],
  relevantBodyIds: [],
  rationale: 'As agreed.',
  sources: [],
  evidence: null,
  actor: SECRETARIAT.actor,
};

const PAYLOAD = `{
  issue { id lead { status version pillars { code } } }
  decision { id version kind pillar { code } leadBody { id } supporting { code } relevantBodies { id } rationale
    sources { title publisher url date } evidence { ranking { pillar { code } score } method } actor decidedAt previousHash hash }
  userErrors { code message field }
}`;

/** The mutations. */
export const MUTATIONS = {
  propose: `mutation ($input: ProposeLeadPillarInput!) { payload: proposeLeadPillar(input: $input) ${PAYLOAD} }`,
  assign: `mutation ($input: AssignLeadPillarInput!) { payload: assignLeadPillar(input: $input) ${PAYLOAD} }`,
  withdraw: `mutation ($input: WithdrawLeadPillarInput!) { payload: withdrawLeadPillar(input: $input) ${PAYLOAD} }`,
  report: `mutation ($input: ReportProgressInput!) { payload: reportProgress(input: $input) {
    report { id element { id } periodEnd status value unit narrative actor reportedAt sources { title url } }
    userErrors { code message field }
  } }`,
} as const;

/** Sends a mutation as an office. */
export function send(
  graph: Graph,
  name: keyof typeof MUTATIONS,
  input: Record<string, unknown>,
  viewer: Viewer | undefined = SECRETARIAT,
): Promise<Answer> {
  return graph.ask(MUTATIONS[name], { input: { rationale: 'As agreed.', ...input } }, viewer);
}

/** Takes a decision that must succeed; gives it. */
export async function taken(
  graph: Graph,
  name: 'propose' | 'assign' | 'withdraw',
  input: Record<string, unknown>,
  viewer?: Viewer,
): Promise<Answer['data']> {
  const answer = await send(graph, name, input, viewer);
  const { decision, userErrors } = answer.data?.payload ?? {};
  if (!decision || answer.errors) throw new Error(JSON.stringify(answer.errors ?? userErrors));
  return decision;
}

/** The codes of the reasons for which nothing was written, with their fields. */
export function reasons({ data, errors }: Answer): string[] {
  if (errors) throw new Error(JSON.stringify(errors));
  return data.payload.userErrors.map(
    ({ code, field }: { code: string; field: string[] | null }) => `${code} ${field?.join('.') ?? ''}`,
  );
}
