/** Asks registered operations, with the bearer token of the tab where there is one. */

import { RefusedError } from '../desk/graph.js';
import { session } from '../desk/session.js';

/** The headers that say who asks. */
export function identity() {
  const token = session()?.token;
  return token ? { authorization: `Bearer ${token}` } : {};
}

/** The address of an operation with its variables; a suffix as `.metadata.json` stands behind the name. */
export function addressOf(name, variables, { suffix = '', ...layout } = {}) {
  const address = new URL(`/q/${name}${suffix}`, location.origin);
  for (const [key, value] of Object.entries({ ...variables, ...layout }))
    for (const each of [value].flat()) address.searchParams.append(key, each);
  return address.pathname + address.search;
}

/** Where the explorer opens the operation with these variables. */
export function explorerAddress(operation, variables) {
  return `/?${new URLSearchParams({ operation, variables: JSON.stringify(variables) })}`;
}

/** What an address answers, as JSON. Throws a RefusedError where the graph wants a token or refuses the one it has. */
export async function askAddress(address) {
  const response = await fetch(address, { headers: { accept: 'application/json', ...identity() } });
  const answer = await response.json();
  const [error] = answer.errors ?? [];
  if (response.status === 401 || error?.extensions?.code === 'UNAUTHENTICATED')
    throw new RefusedError(error?.message ?? 'The graph wants a token');
  if (error) throw new Error(error.message);
  if (!response.ok) throw new Error(`The graph answers with status ${response.status}`);
  return answer;
}

/** Lets the browser keep a table that only the holder of the token may read. */
export async function download(address, fileName) {
  const response = await fetch(address, { headers: identity() });
  if (!response.ok) throw new Error(`The table is refused (status ${response.status})`);
  const url = URL.createObjectURL(await response.blob());
  Object.assign(document.createElement('a'), { href: url, download: fileName }).click();
  URL.revokeObjectURL(url);
}
