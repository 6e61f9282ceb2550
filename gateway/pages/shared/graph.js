/** Asks the graph, as any client does: one POST with JSON, and the bearer token where there is one. */

import { session } from './session.js';

const LONGEST_MS = 30_000;

/** No answer came: whether the graph received the request is not known. */
export class LostError extends Error {}

/** The graph refuses the token, or wants one. */
export class RefusedError extends Error {}

/** The answer: `data` and `errors`, a list. Throws a LostError or a RefusedError. */
export async function ask(query, variables = {}) {
  const token = session()?.token;
  let response;
  let answer;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(LONGEST_MS),
    });
    answer = await response.json();
  } catch (error) {
    const reason = response ? `what came with status ${response.status} cannot be read` : error.message;
    throw new LostError(`The graph does not answer (${reason})`, { cause: error });
  }
  const { data = null, errors = [] } = answer;
  const refusal = errors.find(({ extensions }) => extensions?.code === 'UNAUTHENTICATED');
  if (response.status === 401 || refusal) throw new RefusedError(refusal?.message ?? 'The token is refused');
  if (data === null && errors.length === 0)
    throw new LostError(`The graph does not answer (status ${response.status})`);
  return { data, errors };
}

/** Why a place of the answer is empty: the message of the error there, above it or below it; undefined where there is none. */
export function reasonAt(errors, ...path) {
  const hit = errors.find(({ path: at = [] }) => {
    const shared = Math.min(at.length, path.length);
    return shared > 0 && at.slice(0, shared).every((step, index) => step === path[index]);
  });
  return hit?.message;
}
