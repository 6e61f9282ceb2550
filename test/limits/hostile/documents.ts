/** Hostile operations by class: each is refused as a whole, with the code that is named, before any subgraph is asked and before anything is planned. As long as there are classes. */

import type { ErrorCode } from '../../../schema/errors.ts';
import type { Random } from '../../differential/random.ts';

/** An operation that must be refused. */
export interface HostileOperation {
  readonly query: string;
  /** As JSON text: what writes JSON nests no deeper than its stack. */
  readonly variables?: string;
  /** Any of these. */
  readonly codes: readonly ErrorCode[];
}

type Make = (random: Random) => HostileOperation;

const times = (count: number, text: (at: number) => string, between = ' ') =>
  Array.from({ length: count }, (_, at) => text(at)).join(between);
const between = (random: Random, low: number, high: number) => low + random.below(high - low);
const refused = (query: string, ...codes: ErrorCode[]): HostileOperation => ({ query, codes });
/** A name that no other case has, so that nothing is known of the document. */
const fresh = (random: Random) => `q${random.below(2 ** 31)}`;

/** The classes. Each case differs from every other. */
export const HOSTILE: Readonly<Record<string, Make>> = {
  'a body without end': (random) => ({
    query: `query ${fresh(random)} { pillars { name } }`,
    variables: JSON.stringify({ a: 'x'.repeat(between(random, 262_145, 600_000)) }),
    codes: ['BODY_TOO_LARGE'],
  }),
  'text without end': (random) => {
    const text = random.pick(['\n#', '\n', ',', 'a', '\ufeff']);
    const length = between(random, 66_000, 80_000);
    const long = random.pick([text.repeat(length / text.length + 1), `"""${'\n a'.repeat(length / 3)}"""`]);
    return refused(`query ${fresh(random)} { __typename ${long} }`, 'DOCUMENT_TOO_LONG');
  },
  'tokens without end': (random) =>
    refused(
      `query ${fresh(random)} { ${times(between(random, 5_100, 60_000), () => random.pick(['id', 'a', '"x"', '7']))} }`,
      'TOO_MANY_TOKENS',
      'DOCUMENT_TOO_LONG',
    ),
  'brackets inside each other': (random) => {
    const depth = between(random, 101, 20_000);
    const [head, open, close] = random.pick([
      ['{ a ', '{ a ', '}'],
      ['{ ', '... { ', '}'],
      ['{ a(x: ', '[', ']'],
      ['{ a(x: ', '{a: ', '}'],
    ] as const);
    const closed = random.chance(0.5) ? `1 ${close.repeat(depth)}` : '';
    return refused(
      `query ${fresh(random)} ${head}${open.repeat(depth)}${closed}`,
      'DOCUMENT_TOO_DEEP',
      'DOCUMENT_TOO_LONG',
    );
  },
  'fragments that double': (random) => {
    const count = between(random, 12, 90);
    return refused(
      `query ${fresh(random)} { pillars { ...F0 } } ${times(count, (at) => `fragment F${at} on Pillar { ...F${at + 1} ...F${at + 1} }`)} fragment F${count} on Pillar { name }`,
      'TOO_MANY_SELECTIONS',
    );
  },
  'fragments that double under aliases': (random) => {
    const count = between(random, 12, 60);
    return refused(
      `query ${fresh(random)} { crossPillarIssue(id: "x") { ...F0 } } ${times(count, (at) => `fragment F${at} on CrossPillarIssue { a: relatedIssues { ...F${at + 1} } b: relatedIssues { ...F${at + 1} } }`)} fragment F${count} on CrossPillarIssue { id }`,
      'TOO_MANY_SELECTIONS',
    );
  },
  'fragments in a circle': (random) => {
    const count = between(random, 1, 90);
    const field = random.pick(['relatedIssues { id ', 'a: relatedIssues { b: id ', '... { id ']);
    return refused(
      `query ${fresh(random)} { crossPillarIssue(id: "x") { ...F0 } } ${times(count, (at) => `fragment F${at} on CrossPillarIssue { ${field} ...F${(at + 1) % count} ...F${random.below(count)} } }`)}`,
      'GRAPHQL_VALIDATION_FAILED',
      'TOO_MANY_REPETITIONS',
      'TOO_MANY_SELECTIONS',
      'SELECTION_TOO_DEEP',
      'TOO_MANY_ALIASES',
    );
  },
  'many fragments': (random) => {
    const count = between(random, 101, 900);
    return refused(
      `query ${fresh(random)} { pillars { ${times(count, (at) => `...F${at}`)} } } ${times(count, (at) => `fragment F${at} on Pillar { name }`)}`,
      'TOO_MANY_FRAGMENTS',
      'TOO_MANY_TOKENS',
    );
  },
  'fields multiplied by fragments': (random) => {
    const count = between(random, 30, 95);
    const fields = times(between(random, 35, 60), (at) => `f${at}: name`);
    return refused(
      `query ${fresh(random)} { pillars { ${times(count, () => '...F')} } } fragment F on Pillar { ${fields} }`,
      'TOO_MANY_SELECTIONS',
      'TOO_MANY_ALIASES',
      'TOO_MANY_REPETITIONS',
    );
  },
  'an alias storm': (random) =>
    refused(
      `query ${fresh(random)} { pillars { ${times(between(random, 201, 1_600), (at) => `a${at}: name`)} } }`,
      'TOO_MANY_ALIASES',
    ),
  'look-ups under aliases': (random) =>
    refused(
      `query ${fresh(random)} { ${times(between(random, 51, 440), (at) => `a${at}: body(id: "aec:${at}") { id }`)} }`,
      'TOO_MANY_ROOT_FIELDS',
      'TOO_MANY_SELECTIONS',
    ),
  'one root field again and again': (random) =>
    refused(
      `query ${fresh(random)} { ${times(between(random, 51, 1_150), () => 'pillars { name }')} }`,
      'TOO_MANY_ROOT_FIELDS',
      'TOO_MANY_SELECTIONS',
    ),
  'one field again and again': (random) =>
    refused(
      `query ${fresh(random)} { pillars { ${times(between(random, 95, 2_900), () => random.pick(['name', 'code']))} } }`,
      'TOO_MANY_REPETITIONS',
    ),
  'one field with large arguments again and again': (random) => {
    const ids = times(between(random, 60, 150), (at) => `"${at}"`, ',');
    return refused(
      `query ${fresh(random)} { ${times(between(random, 20, 45), () => `crossPillarIssues(filter: { ids: [${ids}] }) { totalCount }`)} }`,
      'TOO_MANY_REPETITIONS',
      'TOO_MANY_TOKENS',
    );
  },
  'a directive storm': (random) =>
    refused(
      `query ${fresh(random)} { pillars { name ${times(between(random, 201, 1_500), () => random.pick(['@skip(if: false)', '@include(if: true)', '@no']))} } }`,
      'TOO_MANY_DIRECTIVES',
      'TOO_MANY_TOKENS',
    ),
  'an operation storm': (random) =>
    refused(
      times(between(random, 21, 900), (at) => `query ${fresh(random)}${at} { __typename }`),
      'TOO_MANY_OPERATIONS',
    ),
  'deep fields': (random) => {
    const depth = between(random, 31, 95);
    return refused(
      `query ${fresh(random)} { body(id: "x") ${'{ parent '.repeat(depth)}{ id }${'}'.repeat(depth)} }`,
      'SELECTION_TOO_DEEP',
    );
  },
  'deep introspection': (random) => {
    const depth = between(random, 3, 12);
    return refused(
      `query ${fresh(random)} { __schema { types { ${'fields { type { '.repeat(depth)}name${' } }'.repeat(depth)} } } }`,
      'INTROSPECTION_TOO_DEEP',
    );
  },
  'introspection under aliases': (random) =>
    refused(
      `query ${fresh(random)} { ${times(between(random, 25, 35), (at) => `s${at}: __schema { types { name fields { name args { name defaultValue } type { name kind } } ${times(40, () => '...T')} } }`)} } fragment T on __Type { kind }`,
      'TOO_MANY_SELECTIONS',
      'TOO_MANY_REPETITIONS',
    ),
  'lists inside lists': (random) => {
    const depth = between(random, 9, 25);
    return refused(
      `query ${fresh(random)} { crossPillarIssue(id: "x") { ${'relatedIssues { '.repeat(depth)}id${' }'.repeat(depth)} } }`,
      'OPERATION_TOO_DEEP',
    );
  },
  'interfaces inside interfaces': (random) => {
    const depth = between(random, 6, 26);
    return refused(
      `query ${fresh(random)} { bodies { nodes { ${'parent { '.repeat(depth)}${random.pick(['name', 'acronym', 'id'])}${' }'.repeat(depth)} } } }`,
      'OPERATION_TOO_HEAVY',
    );
  },
  'pages around pages': (random) => ({
    query: `query ${fresh(random)}($n: Int) { bodies(first: $n) { nodes { meetings(first: $n) { nodes { title } } children { meetings(last: $n) { nodes { id } } } } } }`,
    variables: JSON.stringify({ n: random.pick([190, 200]) }),
    codes: ['OPERATION_TOO_COSTLY'],
  }),
  'pages of no size': (random) => {
    const size = random.pick(['first: -1', 'last: 201', 'first: 1, last: 1', 'first: $n']);
    const lists = times(between(random, 1, 100), (at) => `a${at}: meetings(${size}) { __typename }`);
    return {
      query: `query ${fresh(random)}($n: Int = 201) { bodies(first: 200) { nodes { ${lists} } } x: bodies(last: $n) { totalCount } }`,
      variables: JSON.stringify({ n: random.pick([-1, 201, 2_147_483_647]) }),
      codes: ['INVALID_PAGE_SIZE'],
    };
  },
  'a list of ids without end': (random) => ({
    query: `query ${fresh(random)}($ids: [ID!]) { crossPillarIssues(filter: { ids: $ids }) { totalCount } }`,
    variables: JSON.stringify({
      ids: Array.from({ length: between(random, 2_001, 60_000) }, () => random.pick([1, 'x', null])),
    }),
    codes: ['TOO_MANY_VALUES'],
  }),
  'deep variables': (random) => {
    const depth = between(random, 17, 40_000);
    const text = random.chance(0.5)
      ? `${'['.repeat(depth)}${']'.repeat(depth)}`
      : `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
    return {
      query: `query ${fresh(random)}($v: MeetingFilter) { meetings(filter: $v) { totalCount } }`,
      variables: `{"v":${text}}`,
      codes: ['VARIABLES_TOO_DEEP'],
    };
  },
  'variables with many faults': (random) => {
    const count = between(random, 1_000, 1_600);
    const [type, value] = random.pick([
      [
        'ObservationFilter',
        Object.fromEntries(Array.from({ length: count }, (_, at) => [`${'f'.repeat(90)}${at}`, '"'.repeat(20)])),
      ],
      ['ObservationFilter', { families: Array.from({ length: count }, (_, at) => `NO_FAMILY_${at}`) }],
    ] as const);
    return {
      query: `query ${fresh(random)}($f: ${type}) { observations(filter: $f) { totalCount } }`,
      variables: JSON.stringify({ f: value }),
      codes: ['BAD_USER_INPUT'],
    };
  },
  'variables of the wrong types': (random) => ({
    query: `query ${fresh(random)}($n: Int, $ids: [ID!], $f: MeetingFilter) { meetings(first: $n, filter: $f) { totalCount } crossPillarIssues(filter: { ids: $ids }) { totalCount } }`,
    variables: JSON.stringify(
      random.pick<object>([
        { n: 'many' },
        { n: 1.5 },
        { n: 1e300 },
        { n: {} },
        { n: [[]] },
        { ids: [{ id: 1 }] },
        { ids: [null] },
        { f: [1, 2] },
        { f: { nothing: 1 } },
        { f: { text: { $gt: '' } } },
        { f: { from: '2018-02-31' } },
        { f: 'text' },
        { f: { constructor: 1 } },
      ]),
    ),
    codes: ['BAD_USER_INPUT', 'INVALID_DATE'],
  }),
  'giant numbers': (random) =>
    refused(
      `query ${fresh(random)} { meetings(first: ${random.pick(['1e400', '9'.repeat(between(random, 11, 5_000)), '2147483648', '-1e1', '1.0'])}) { totalCount } }`,
      'GRAPHQL_VALIDATION_FAILED',
    ),
  'fields that are not there': (random) =>
    refused(
      `query ${fresh(random)} { ${times(between(random, 1, 49), (at) => `a${at}: ${random.pick(['bodys', 'metings', 'pilars', 'a'.repeat(between(random, 1, 5_000))])}`)} }`,
      'GRAPHQL_VALIDATION_FAILED',
      'DOCUMENT_TOO_LONG',
    ),
  'arguments and types that are not there': (random) =>
    refused(
      `query ${fresh(random)}(${times(between(random, 1, 150), (at) => `$v${at}: ${random.pick(['Metting', 'Boddy', 'Strin', 'X'])}`)}) { pillars(${times(between(random, 1, 150), (at) => `a${at}: $v${at}`)}) { name } ...N }`,
      'GRAPHQL_VALIDATION_FAILED',
    ),
  'variables in every operation': (random) => {
    const [count, operations] = [between(random, 50, 120), between(random, 5, 20)];
    const variables = times(count, (at) => `$v${at}: Int`);
    return refused(
      `${times(operations, (at) => `query ${fresh(random)}${at}(${variables}) { ...F }`)} fragment F on Query { ${times(40, (at) => `m: meetings(first: $v${at}) { totalCount }`)} }`,
      'GRAPHQL_VALIDATION_FAILED',
      'TOO_MANY_REPETITIONS',
      'TOO_MANY_TOKENS',
      'TOO_MANY_ALIASES',
      'TOO_MANY_SELECTIONS',
      'OPERATION_RESOLUTION_FAILURE',
    );
  },
  'no GraphQL at all': (random) =>
    refused(
      random.pick([
        '{',
        '}',
        '{ pillars { name }',
        '\u0000',
        '{ pillars { na\u0000me } }',
        '{ "x" }',
        '#',
        `{ ${fresh(random)}(`,
        '"""',
        '{ a(b: "\\u{110000}") }',
        'type Query { a: Int }',
        '\ufeff',
      ]) + ' '.repeat(random.below(50)),
      'GRAPHQL_PARSE_FAILED',
      'GRAPHQL_VALIDATION_FAILED',
      'OPERATION_RESOLUTION_FAILURE',
      'BAD_REQUEST',
    ),
  'what is not answered here': (random) =>
    refused(
      random.pick([
        'subscription { a }',
        'subscription S { pillars { name } }',
        'query { __schema @defer { queryType { name } } }',
        `query A { __typename } query B { __typename } # ${fresh(random)}`,
      ]),
      'GRAPHQL_VALIDATION_FAILED',
      'OPERATION_RESOLUTION_FAILURE',
      'BAD_REQUEST',
    ),
};
