/** Canonical JSON: the same value is the same text, whoever writes it. */

/** JSON with the keys of objects in code-unit order and without undefined members (RFC 8785 for the values that the graph uses). */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
