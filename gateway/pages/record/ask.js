/** What a record page asks: the registered query of its kind, the meanings of its fields, the version of the data. */

import { addressOf, identity } from '../shared/addresses.js';
import { ask, RefusedError } from '../shared/graph.js';

const TYPE = `query Fields($type: String!) {
  __type(name: $type) { fields { name description type { ...T ofType { ...T ofType { ...T ofType { ...T } } } } } }
}
fragment T on __Type { enumValues { name description } }`;

/** The answer of a registered operation, `data` and `errors`, where parts of it are missing too. Throws a RefusedError where the graph wants a token. */
export async function askOperation(name, variables) {
  const response = await fetch(addressOf(name, variables), {
    headers: { accept: 'application/json', ...identity() },
  });
  const { data = null, errors = [] } = await response.json();
  const refusal = errors.find(({ extensions }) => extensions?.code === 'UNAUTHENTICATED');
  if (response.status === 401 || refusal) throw new RefusedError(refusal?.message ?? 'The graph wants a token');
  const isNoId = errors.some(({ extensions }) => extensions?.code === 'BAD_USER_INPUT');
  if (data === null && isNoId) return { data: {}, errors };
  if (data === null) throw new Error(errors[0]?.message ?? `The graph answers with status ${response.status}`);
  return { data, errors };
}

/** By field of the type: what it means, and what each value of an enum means. Empty where the graph does not say. */
export async function explain(type) {
  const { data } = await ask(TYPE, { type });
  const fields = data?.__type?.fields ?? [];
  return Object.fromEntries(
    fields.map(({ name, description, type: of }) => [name, { description, values: valuesOf(of) }]),
  );
}

/** The versions of the data sets that the graph answers from, without repetition. Every metadata say them; those of the calendar cost little. */
export async function dataSetVersions() {
  const address = addressOf('record-calendar', {}, { suffix: '.metadata.json' });
  const response = await fetch(address, { headers: { accept: 'application/json', ...identity() } });
  const { dataSets = {} } = await response.json();
  return [...new Set(Object.values(dataSets).flatMap((each) => (each ? [each.version] : [])))];
}

function valuesOf(type) {
  for (let at = type; at; at = at.ofType)
    if (at.enumValues) return new Map(at.enumValues.map(({ name, description }) => [name, description]));
  return undefined;
}
