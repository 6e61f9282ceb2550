/** The headers of pages and of all that they load. */

/** Scripts, styles and answers from our own address only; nothing inline, no eval, no form that is sent by the browser itself. */
export function pageHeaders({ images = "'self'" } = {}): Readonly<Record<string, string>> {
  return {
    'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self'; img-src ${images}; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  };
}
