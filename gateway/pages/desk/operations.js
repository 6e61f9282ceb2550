/** What the desk asks of the graph. */

const DECISION = `fragment Decision on LeadDecision {
  id version kind actor decidedAt rationale hash
  pillar { code name }
  leadBody { id acronym name }
  supporting { code }
  relevantBodies { id acronym name }
  sources { title publisher url date }
  evidence { ranking { pillar { code } score } }
}`;

const LEAD = `fragment Leading on Lead {
  status label kind explicit statement version since
  pillars { code name }
  bodies { id acronym name }
  memberState { name }
  supporting { code }
  sources { title publisher url date }
}`;

/** The register, with what the list shows. */
export const ISSUES = `query DeskIssues($after: String) {
  crossPillarIssues(first: 200, after: $after) {
    nodes {
      id title aliases
      pillars { code }
      lead {
        status label version
        pillars { code }
        bodies { acronym name }
        memberState { name }
        proposal { actor decidedAt pillar { code } }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** One issue. A documented lead has no date, so the day on which ASEAN was founded asks for it alone. */
export const ISSUE = `query DeskIssue($id: ID!) {
  crossPillarIssue(id: $id) {
    id title summary
    pillars { code name }
    stakes {
      pillar { code name }
      rationale
      bodies { why body { id acronym name } }
      otherActors { label why }
      evidence { bodies instruments meetings monitoringItems }
    }
    lead {
      ...Leading
      proposal { ...Decision }
      candidates { pillar { code } body { id acronym name } reason }
    }
    documented: lead(asOf: "1967-08-08") { ...Leading }
    leadHistory { ...Decision }
    leadRecommendation { method ranking { pillar { code name } score reasons } }
  }
}
${LEAD}
${DECISION}`;

/** The bodies that a decision may name. */
export const BODIES = `query DeskBodies {
  stewards {
    id name
    bodies(first: 200) { nodes { id acronym name pillar { code } } pageInfo { hasNextPage } }
  }
}`;

/** Whether the graph takes the token. */
export const GREETING = 'query DeskGreeting { __typename }';

/** The mutation of each kind of decision. */
export const MUTATIONS = {
  PROPOSED: mutation('ProposeLeadPillar', 'proposeLeadPillar'),
  ASSIGNED: mutation('AssignLeadPillar', 'assignLeadPillar'),
  WITHDRAWN: mutation('WithdrawLeadPillar', 'withdrawLeadPillar'),
};

function mutation(name, field) {
  return `mutation Desk${name}($input: ${name}Input!) {
    payload: ${field}(input: $input) {
      decision { id version kind actor decidedAt hash }
      userErrors { code message field }
    }
  }`;
}
