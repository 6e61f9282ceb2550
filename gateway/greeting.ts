/** What the start prints: where the graph and its pages are, and one query that works as it stands, or with a token where reading needs one. */

const QUERY =
  '{ crossPillarIssue(id: "smart-cities") { title lead { status label } stakes { pillar { name } rationale } } }';

/** The lines, for a server at this address. The query is a line for a shell. */
export function greeting(
  url: string,
  { readAccess = 'open' }: { readonly readAccess?: 'open' | 'authenticated' },
): string {
  const isClosed = readAccess === 'authenticated';
  return [
    'The ASEAN cross-pillar graph is ready.',
    '',
    `  Graph      ${url}/graphql`,
    `  Explorer   ${url}/`,
    `  Dashboard  ${url}/dashboard`,
    `  Desk       ${url}/desk`,
    '',
    `  Ask who leads Smart Cities, and what each pillar has to do with them${isClosed ? ', with a bearer token in place of TOKEN' : ''}:`,
    '',
    `  ${readyMadeQuery(url, isClosed ? " -H 'authorization: Bearer TOKEN'" : '')}`,
    '',
    'Ctrl-C stops it.',
  ].join('\n');
}

function readyMadeQuery(url: string, headers: string): string {
  return `curl -s ${url}/graphql -H 'content-type: application/json'${headers} -d '${JSON.stringify({ query: QUERY })}'`;
}
