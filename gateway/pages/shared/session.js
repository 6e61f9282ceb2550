/** Who is signed in: a bearer token that was pasted in, kept for this tab alone. What it says is shown; whether it counts is for the graph to say. */

const KEY = 'desk.token';

/** What ends later is not said to end. */
const LAST_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59);

/** What the token says of its holder; undefined where nobody is signed in. */
export function session() {
  const token = sessionStorage.getItem(KEY);
  if (token === null) return undefined;
  try {
    return { token, ...readToken(token) };
  } catch {
    signOut();
    return undefined;
  }
}

/** Keeps the token. Throws an error for people where the text is none. */
export function signIn(text) {
  const token = text.trim().replace(/^(authorization:\s*)?bearer\s+/i, '');
  readToken(token);
  sessionStorage.setItem(KEY, token);
}

/** Forgets the token. Drafts stay. */
export function signOut() {
  sessionStorage.removeItem(KEY);
}

function readToken(token) {
  let claims;
  try {
    const bytes = Uint8Array.from(atob(token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/')), (each) =>
      each.charCodeAt(0),
    );
    claims = { ...JSON.parse(new TextDecoder().decode(bytes)) };
  } catch {
    throw new Error('This is no bearer token: it has three parts with dots between them. Paste all of it.');
  }
  const scopes = ['scope', 'scp', 'scopes'].flatMap((claim) => {
    const value = claims[claim] ?? [];
    return (typeof value === 'string' ? value.split(' ') : [value].flat()).filter(isText);
  });
  return {
    office: [claims.desk, claims.sub].find(isText) ?? 'a holder without a name',
    scopes,
    pillars: Array.isArray(claims.pillars) ? claims.pillars.filter(isText) : undefined,
    ends: typeof claims.exp === 'number' && claims.exp * 1000 <= LAST_INSTANT ? new Date(claims.exp * 1000) : undefined,
  };
}

function isText(value) {
  return typeof value === 'string' && value !== '';
}
