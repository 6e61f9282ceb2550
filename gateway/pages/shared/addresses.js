/** Asks registered operations, with the bearer token of the tab where there is one. */

import { RefusedError } from './graph.js';
import { session } from './session.js';

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

/** What an address answers, as JSON, whole. Throws a RefusedError where the graph wants a token or refuses the one it has. */
export async function askAddress(address) {
  const answer = await askForParts(address);
  if (answer.errors.length > 0) throw new Error(answer.errors[0].message);
  return answer;
}

/** The same where parts of it are missing as well: its `errors`, a list, say which. Throws where nothing is there. */
export async function askForParts(address) {
  const response = await fetch(address, { headers: { accept: 'application/json', ...identity() } });
  const { errors = [], ...answer } = await response.json();
  const refusal = errors.find(({ extensions }) => extensions?.code === 'UNAUTHENTICATED');
  if (response.status === 401 || refusal) throw new RefusedError(refusal?.message ?? 'The graph wants a token');
  if (errors.length > 0 && !answer.data) throw new Error(errors[0].message);
  if (!response.ok) throw new Error(`The graph answers with status ${response.status}`);
  return { ...answer, errors };
}

/** Lets the browser keep a table that only the holder of the token may read. */
export async function download(address, fileName) {
  const response = await fetch(address, { headers: identity() });
  if (!response.ok) throw new Error(`The table is refused (status ${response.status})`);
  const url = URL.createObjectURL(await response.blob());
  Object.assign(document.createElement('a'), { href: url, download: fileName }).click();
  URL.revokeObjectURL(url);
}
