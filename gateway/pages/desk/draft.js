/** What is typed for a decision and not yet accepted: kept in this tab, an issue each, also over reloads, lost connections and new tokens. */

const BLANK = {
  kind: undefined,
  pillar: undefined,
  leadBody: '',
  supporting: [],
  relevantBodies: [],
  relevantBody: '',
  rationale: '',
  sources: [],
};

/** The draft on an issue; a new one on this version where there is none. It keeps its idempotency key over all retries, and in `sent` what was sent under it last. */
export function openDraft(issueId, version) {
  const kept = sessionStorage.getItem(keyOf(issueId));
  return kept === null ? { ...structuredClone(BLANK), version, key: newKey() } : JSON.parse(kept);
}

/** Keeps the draft. */
export function keepDraft(issueId, draft) {
  sessionStorage.setItem(keyOf(issueId), JSON.stringify(draft));
}

/** Forgets the draft. */
export function dropDraft(issueId) {
  sessionStorage.removeItem(keyOf(issueId));
}

/** Whether anything was entered. */
export function isEntered(draft) {
  return Object.keys(BLANK).some((name) => JSON.stringify(draft[name]) !== JSON.stringify(BLANK[name]));
}

/** All that was entered, as a text to compare. */
export function typedIn(draft) {
  return JSON.stringify(Object.keys(BLANK).map((name) => draft[name]));
}

/** A key under which the graph takes a decision once. */
export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function keyOf(issueId) {
  return `desk.draft.${issueId}`;
}
