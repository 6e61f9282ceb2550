/** Bodies as nobody should send them: cut, damaged, of another type, or operations changed at random, some of which happen to be valid. */

import type { Random } from '../../differential/random.ts';

/** A request as bytes. */
export interface OddRequest {
  readonly method?: 'GET' | 'POST';
  /** Behind the address of the graph. */
  readonly query?: string;
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

type Make = (random: Random, operations: readonly string[]) => OddRequest;

const JSON_TYPE = { 'content-type': 'application/json' };
const json = (body: string | Uint8Array): OddRequest => ({ body, headers: JSON_TYPE });
const asked = (query: string) => JSON.stringify({ query });

/** The classes. `operations` are sound ones, which some of them damage. */
export const ODD: Readonly<Record<string, Make>> = {
  'cut bodies': (random, operations) => {
    const whole = Buffer.from(asked(`${random.pick(operations)} # Việt Nam`));
    return json(whole.subarray(0, random.below(whole.length)));
  },
  'bodies in damaged UTF-8': (random, operations) => {
    const bytes = Buffer.from(asked(`${random.pick(operations)} # Việt Nam`));
    for (let n = 0; n < 1 + random.below(20); n++)
      bytes[random.below(bytes.length)] = random.pick([0x80, 0xc3, 0xe1, 0xff, 0x00, 0xed]);
    return json(bytes);
  },
  'random bytes': (random) => json(Uint8Array.from({ length: random.below(500) }, () => random.below(256))),
  'JSON that is no request': (random) =>
    json(
      random.pick([
        'null',
        '1e999',
        '"query"',
        '[]',
        '[{"query":"{ __typename }"}]',
        `[${'{"query":"{ pillars { name } }"},'.repeat(200)}1]`,
        '{}',
        '{"query":null}',
        '{"query":{"query":1}}',
        '{"query":""}',
        '{"query":"{ __typename }","variables":[]}',
        '{"query":"{ __typename }","variables":"{}"}',
        '{"query":"{ __typename }","extensions":7}',
        '{"query":"{ __typename }","operationName":{}}',
        '{"query":"{ __typename }","operationName":"toString"}',
        '{"query":"{ __typename }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}',
        `{"query":"{ __typename }","extensions":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
        `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
        `${'{"query":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
      ]),
    ),
  'keys that mean something to JavaScript': (random) =>
    json(
      random.pick([
        '{"__proto__":{"query":"{ pillars { name } }"}}',
        '{"query":"{ pillars { name } }","__proto__":{"isAdmin":true}}',
        '{"query":"query ($f: MeetingFilter) { meetings(filter: $f) { totalCount } }","variables":{"f":{"__proto__":{"text":"x"}}}}',
        '{"query":"query ($f: MeetingFilter) { meetings(filter: $f) { totalCount } }","variables":{"__proto__":{"f":{}}}}',
        '{"query":"query ($f: MeetingFilter) { meetings(filter: $f) { totalCount } }","variables":{"f":{"constructor":{"prototype":{}}}}}',
        '{"query":"{ __proto__ { a } constructor }"}',
        '{"query":"{ a: __typename __proto__: __typename constructor: __typename toString: __typename }"}',
        '{"query":"query ($__proto__: Int) { meetings(first: $__proto__) { totalCount } }","variables":{"__proto__":1}}',
        '{"query":"{ ...__proto__ } fragment __proto__ on Query { __typename }"}',
        '{"query":"query constructor { __typename }","operationName":"constructor"}',
      ]),
    ),
  'keys that come twice': (random, operations) =>
    json(
      `{"query":"{ pillars {","query":${JSON.stringify(random.pick(operations))},"variables":{"a":1},"variables":${random.pick(['{}', 'null', '[1]', '"x"'])}}`,
    ),
  'wrong content types': (random, operations) => ({
    body: asked(random.pick(operations)),
    headers: {
      'content-type': random.pick([
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'application/graphql',
        'application/jsonx',
        'application/json; charset=utf-16',
        'application/json\t;',
        ';',
        'text/json, application/json',
        'a'.repeat(4_000),
      ]),
    },
  }),
  'encodings and headers of no use': (random, operations) => ({
    body: asked(random.pick(operations)),
    headers: {
      ...JSON_TYPE,
      ...random.pick<Record<string, string>>([
        { 'content-encoding': 'gzip' },
        { 'content-encoding': 'br, gzip, deflate' },
        { accept: 'a'.repeat(8_000) },
        { accept: '*/*;q=nan' },
        { accept: 'text/csv;;;;q=' },
        { 'accept-encoding': 'x'.repeat(5_000) },
        { authorization: 'Bearer ' },
        { authorization: `Bearer ${'a.'.repeat(3_000)}` },
        { authorization: 'Basic eDp5' },
        { origin: 'null' },
        { 'if-none-match': '"'.repeat(2_000) },
        { 'x-request-id': '../../etc/passwd' },
        { cookie: 'a=b; '.repeat(1_000) },
        { range: 'bytes=0-' },
        { 'x-http-method-override': 'DELETE' },
      ]),
    },
  }),
  'huge headers': (random, operations) => ({
    body: asked(random.pick(operations)),
    headers: { ...JSON_TYPE, 'x-filler': 'x'.repeat(17_000 + random.below(30_000)) },
  }),
  'odd addresses': (random, operations) => ({
    method: 'GET',
    query: random.pick([
      '?query=%',
      '?query=%FF%FE',
      '?query=%7Bpillars%7Bname%7D%7D&query=%7B__typename%7D',
      '?query={__typename}&variables=%7B',
      '?query={__typename}&variables=[]',
      '?query={__typename}&extensions=1',
      '?query={__typename}&variables={"__proto__":{"a":1}}',
      `?query=${'%7Ba'.repeat(1_500)}`,
      `?${'a=1&'.repeat(2_000)}`,
      `?query=${encodeURIComponent(random.pick(operations).slice(0, random.below(300)))}`,
      '?query={__typename}&format=xml',
      '?query={__typename}&format=csv&rows=a.b.c',
      '?query={pillars{name}}&format=csv&all=true&all=false',
      '?query=mutation{assignLeadPillar(input:{}){issue{id}}}',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/\u00e9?x',
    ]),
  }),
  'operations changed at random': (random, operations) => {
    let text = random.pick(operations);
    for (let n = 0; n < 1 + random.below(4); n++) text = mutated(text, random, operations);
    return json(asked(text));
  },
  'operations changed at random, as tables': (random, operations) => ({
    ...json(asked(mutated(random.pick(operations), random, operations))),
    headers: { ...JSON_TYPE, accept: random.pick(['text/csv', 'application/x-ndjson']) },
  }),
};

const INSERTED = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '...',
  '!',
  '$x',
  ':',
  '@skip(if: true)',
  '@include(if: $x)',
  '"',
  '"""',
  '\u0000',
  'null',
  '1e9',
  '-0',
  'on',
  'fragment F on Query { ...F }',
  '...F',
  '__typename',
  '__schema { types { name } }',
  'first: 201',
  'last: -1',
  '#',
  ',',
  '\\',
  'é',
  '🏙',
];

/** One change: a token left out, doubled, moved, replaced or put in, or the end of another operation. */
function mutated(text: string, random: Random, operations: readonly string[]): string {
  const tokens = text.split(/(\s+|[{}()[\]:!$@,"])/).filter((token) => token !== '');
  const at = random.below(tokens.length);
  const other = random.below(tokens.length);
  switch (random.below(7)) {
    case 0:
      return tokens.toSpliced(at, 1 + random.below(3)).join('');
    case 1:
      return tokens.toSpliced(at, 0, ...tokens.slice(at, at + 1 + random.below(10))).join('');
    case 2:
      return tokens.with(at, tokens[other] as string).join('');
    case 3:
      return tokens.toSpliced(at, 0, ` ${random.pick(INSERTED)} `).join('');
    case 4:
      return tokens.with(at, random.pick(INSERTED)).join('');
    case 5:
      return text.slice(0, random.below(text.length)) + random.pick(operations).slice(random.below(text.length));
    default:
      return text.replaceAll(/\d+/g, () => random.pick(['0', '-1', '201', '99999999999', '1.5', '1e5']));
  }
}
