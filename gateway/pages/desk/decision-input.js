/** From a draft to the input of its mutation, with what can be said before anything is sent. */

/** Bodies that the text may mean: by the id in brackets, the id, the acronym, the name. Undefined where it means none or several. */
export function bodyIdOf(text, bodies) {
  const typed = text.trim();
  const id = /\(([a-z]+:[^()\s]+)\)$/.exec(typed)?.[1] ?? (/^[a-z]+:\S+$/.test(typed) ? typed : undefined);
  if (id !== undefined) return id;
  const same = (value) => value?.toLowerCase() === typed.toLowerCase();
  const found = bodies.filter(({ acronym, name }) => same(acronym) || same(name));
  return found.length === 1 ? found[0].id : undefined;
}

/** The input, or the problems with their fields. */
export function inputOf(draft, { issueId, bodies }) {
  const { kind, pillar, rationale, version, key } = draft;
  const problems = [];
  const need = (field, message) => problems.push({ field, message });
  const base = { issueId, rationale, expectedVersion: version, idempotencyKey: key };
  if (rationale.trim() === '') need('rationale', 'Say why: the rationale is part of the record.');
  if (kind === 'WITHDRAWN') return { input: base, problems };
  if (!pillar) need('pillar', 'Choose the pillar.');
  const bodyId = (text, field) => {
    if (text.trim() === '') return undefined;
    const id = bodyIdOf(text, bodies);
    if (id === undefined) need(field, `"${text.trim()}" is not one body: choose one of the list, or write its id.`);
    return id;
  };
  const leadBodyId = bodyId(draft.leadBody, 'leadBodyId');
  const last = bodyId(draft.relevantBody, 'relevantBodyIds');
  const relevantBodyIds = [...new Set([...draft.relevantBodies.map(({ id }) => id), ...(last ? [last] : [])])];
  const input = {
    ...base,
    pillar,
    ...(leadBodyId && { leadBodyId }),
    relevantBodyIds,
    ...(kind === 'ASSIGNED' && { supporting: draft.supporting.filter((code) => code !== pillar) }),
    sources: draft.sources.map(sourceOf),
  };
  return { input, problems };
}

/** Where a refusal belongs: the field of a user error as a path, or what the message of a malformed variable names. */
export function problemOf({ field, message }) {
  const [, named] = /"input\.([\w.[\]]+)"/.exec(message) ?? [];
  return { field: field?.join('.') ?? named?.replace(/\[(\d+)\]/g, '.$1'), message };
}

function sourceOf({ title, ...others }) {
  return {
    title,
    ...Object.fromEntries(
      Object.entries(others)
        .filter(([, value]) => value.trim() !== '')
        .map(([name, value]) => [name, value.trim()]),
    ),
  };
}
