/** The address of a MongoDB deployment: what is wrong with it, what of it may be shown, and which options it gives. */

const SCHEME = /^mongodb(?:\+srv)?:\/\//;
const HOST = /^(?:[A-Za-z0-9_.-]+|\[[0-9A-Fa-f:.]+\])(?::(?<port>\d{1,5}))?$|^[A-Za-z0-9_.%-]+\.sock$/;
const NEEDS_ENCODING = /[:/?#[\]@]/;
const MASK = '***';

/**
 * The scheme and the hosts of a URI, credentials masked: `mongodb://***@db1:27017,db2:27017`. What does not read as hosts is masked
 * too, since in a malformed URI it may be a password; the database and the options are left out.
 */
export function shownAddress(uri: string): string {
  const { scheme, credentials, hosts } = partsOf(uri);
  const isShown = scheme !== '' && hosts.every(isHost);
  return `${scheme}${credentials === undefined ? '' : `${MASK}@`}${isShown ? hosts.join(',') : MASK}`;
}

/** What is wrong with the form of a URI; undefined if nothing is, save perhaps its options. Repeats nothing that may be secret. */
export function malformation(uri: string): string | undefined {
  const { scheme, credentials, hosts } = partsOf(uri);
  if (scheme === '') return 'it must begin with mongodb:// or mongodb+srv://';
  const [user = '', ...password] = credentials?.split(/:(.*)/s, 2) ?? [];
  if ([user, ...password].some((part) => NEEDS_ENCODING.test(part)))
    return 'the user or the password, which end at the last "@", hold one of : / ? # [ ] @, which must be percent-encoded ("@" is %40)';
  if (credentials !== undefined && (user === '' || !isPercentEncoded(credentials)))
    return 'the user is missing, or a "%" before the "@" is not followed by two hexadecimal digits';
  if (!hosts.every(isHost))
    return 'after the credentials it must name hosts, as host or host:port, separated by commas';
  return undefined;
}

/** The names of the options that a URI gives, in lower case: MongoDB takes `maxpoolsize` for `maxPoolSize`. */
export function optionsGiven(uri: string): ReadonlySet<string> {
  const at = uri.indexOf('?');
  return new Set(at === -1 ? [] : [...new URLSearchParams(uri.slice(at + 1)).keys()].map((name) => name.toLowerCase()));
}

/** Credentials that are not encoded may hold any sign, so they end at the last "@" of all. */
function partsOf(uri: string): { scheme: string; credentials: string | undefined; hosts: string[] } {
  const [scheme = ''] = SCHEME.exec(uri) ?? [];
  const rest = uri.slice(scheme.length);
  const at = rest.lastIndexOf('@');
  const [hosts = ''] = rest.slice(at + 1).split(/[/?]/, 1);
  return { scheme, credentials: at === -1 ? undefined : rest.slice(0, at), hosts: hosts.split(',') };
}

function isHost(text: string): boolean {
  const match = HOST.exec(text);
  return match !== null && Number(match.groups?.['port'] ?? 1) <= 65_535;
}

function isPercentEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
