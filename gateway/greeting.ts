/** What the start prints: where the graph, the explorer and the desk are, and one query that works as it stands. */

const QUERY =
  '{ crossPillarIssue(id: "smart-cities") { title lead { status label } stakes { pillar { name } rationale } } }';

/** The lines, for a server at this address. The query is a line for a shell. */
export function greeting(url: string): string {
  return [
    'The ASEAN cross-pillar graph is ready.',
    '',
    `  Graph     ${url}/graphql`,
    `  Explorer  ${url}/`,
    `  Desk      ${url}/desk`,
    '',
    '  Ask who leads Smart Cities, and what each pillar has to do with them:',
    '',
    `  ${readyMadeQuery(url)}`,
    '',
    'Ctrl-C stops it.',
  ].join('\n');
}

function readyMadeQuery(url: string): string {
  return `curl -s ${url}/graphql -H 'content-type: application/json' -d '${JSON.stringify({ query: QUERY })}'`;
}
