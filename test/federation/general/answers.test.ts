/** What a foreign supergraph answers: cases in which gateways are known to be wrong, each with the calls it takes. Long, since each case brings its subgraphs. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  startForeignGateway,
  startForeignSubgraph,
  supergraphOf,
  type ForeignGateway,
  type ForeignSubgraph,
  type RunningSubgraph,
} from './foreign.ts';

/** Starts subgraphs and a gateway over them before the tests of a group. */
function federation(subgraphs: Readonly<Record<string, ForeignSubgraph>>) {
  const running: Record<string, RunningSubgraph> = {};
  let gateway: ForeignGateway | undefined;
  beforeAll(async () => {
    for (const [name, subgraph] of Object.entries(subgraphs))
      running[name] = await startForeignSubgraph(name, subgraph);
    gateway = await startForeignGateway(supergraphOf(Object.values(running)));
  });
  afterAll(async () => {
    await gateway?.[Symbol.asyncDispose]();
    await Promise.all(Object.values(running).map((one) => one[Symbol.asyncDispose]()));
  });
  return {
    ask: async (query: string, variables?: Record<string, unknown>) => {
      for (const { asked } of Object.values(running)) asked.length = 0;
      return gateway?.ask(query, variables);
    },
    /** How often each subgraph was called for the last question. */
    calls: () => Object.fromEntries(Object.values(running).map(({ name, asked }) => [name, asked.length])),
    stop: (name: string) => running[name]?.[Symbol.asyncDispose](),
    log: () => gateway?.log ?? [],
  };
}

describe('arguments of required fields', () => {
  const HARBOURS = [{ code: 'sin', ships: ['a', 'b', 'c'] }];
  const { ask } = federation({
    harbours: {
      sdl: `type Query { harbours: [Harbour!]! }
        type Harbour @key(fields: "code") { code: ID! ships(first: Int!): [Ship!]! depth(unit: Unit!): Int! }
        type Ship @key(fields: "name") { name: ID! }
        enum Unit { METRE FOOT }`,
      resolvers: {
        Query: { harbours: () => HARBOURS },
        Harbour: {
          __resolveReference: ({ code }: { code: string }) => HARBOURS.find((harbour) => harbour.code === code),
          ships: ({ ships }: { ships: string[] }, { first }: { first: number }) =>
            ships.slice(0, first).map((name) => ({ name })),
          depth: (_: unknown, { unit }: { unit: string }) => (unit === 'METRE' ? 20 : 65),
        },
      },
    },
    traffic: {
      sdl: `type Harbour @key(fields: "code") {
          code: ID!
          ships(first: Int!): [Ship!]! @external
          depth(unit: Unit!): Int! @external
          lastOfThree: String @requires(fields: "ships(first: 3) { name }")
          metres: String @requires(fields: "depth(unit: METRE)")
          feet: String @requires(fields: "depth(unit: FOOT)")
        }
        type Ship @key(fields: "name") { name: ID! }
        enum Unit { METRE FOOT }`,
      resolvers: {
        Harbour: {
          __resolveReference: (harbour: object) => harbour,
          lastOfThree: ({ ships }: { ships: { name: string }[] }) => ships.at(-1)?.name,
          metres: ({ depth }: { depth: number }) => `${depth} m`,
          feet: ({ depth }: { depth: number }) => `${depth} ft`,
        },
      },
    },
  });

  test("a field asked for with an argument keeps the client's, though another field requires it with its own", async () => {
    const expected = { data: { harbours: [{ lastOfThree: 'c', ships: [{ name: 'a' }] }] } };
    expect(await ask('{ harbours { lastOfThree ships(first: 1) { name } } }')).toEqual(expected);
    const withVariable = 'query ($first: Int = 1) { harbours { lastOfThree ships(first: $first) { name } } }';
    expect(await ask(withVariable)).toEqual(expected);
  });

  test('two fields that require the same field with other arguments are both right, beside a third by the client', async () => {
    expect(await ask('{ harbours { metres feet depth(unit: FOOT) } }')).toEqual({
      data: { harbours: [{ metres: '20 m', feet: '65 ft', depth: 65 }] },
    });
  });
});

describe('an interface that another subgraph knows as an object', () => {
  const MEDIA = [
    { __typename: 'Film', id: 'f1', minutes: 90 },
    { __typename: 'Song', id: 's1', seconds: 200 },
  ];
  const { ask } = federation({
    catalogue: {
      sdl: `type Query { media: [Media!]! }
        interface Media @key(fields: "id") { id: ID! }
        type Film implements Media @key(fields: "id") { id: ID! minutes: Int! }
        type Song implements Media @key(fields: "id") { id: ID! seconds: Int! }`,
      resolvers: {
        Query: { media: () => MEDIA },
        Media: { __resolveReference: ({ id }: { id: string }) => MEDIA.find((one) => one.id === id) },
        Film: { __resolveReference: ({ id }: { id: string }) => MEDIA.find((one) => one.id === id) },
        Song: { __resolveReference: ({ id }: { id: string }) => MEDIA.find((one) => one.id === id) },
      },
    },
    opinions: {
      sdl: `type Query { best: Media }
        type Media @key(fields: "id") @interfaceObject { id: ID! stars: Int! }`,
      resolvers: {
        Query: { best: () => ({ id: 's1' }) },
        Media: {
          __resolveReference: (media: object) => media,
          stars: ({ id }: { id: string }) => (id === 'f1' ? 4 : 5),
        },
      },
    },
  });

  test('its fields are added to each concrete type', async () => {
    expect(await ask('{ media { __typename stars ... on Film { minutes } ... on Song { seconds stars } } }')).toEqual({
      data: {
        media: [
          { __typename: 'Film', stars: 4, minutes: 90 },
          { __typename: 'Song', stars: 5, seconds: 200 },
        ],
      },
    });
  });

  test('what it refers to gets its concrete type from the subgraph that knows it', async () => {
    expect(await ask('{ best { __typename id stars ... on Song { seconds } } }')).toEqual({
      data: { best: { __typename: 'Song', id: 's1', stars: 5, seconds: 200 } },
    });
  });
});

describe('two subgraphs and a scalar of their own', () => {
  const { ask, calls, stop, log } = federation({
    people: {
      sdl: `scalar Date
        type Query { people(born: Date): [Person!]! me: Person }
        type Person @key(fields: "id") { id: ID! born: Date }`,
      resolvers: {
        Query: {
          people: (_: unknown, { born = 'the year of the rat' }: { born?: string }) =>
            ['1', '2', '1'].map((id) => ({ id, born })),
          me: () => ({ id: '1', born: 'today' }),
        },
      },
    },
    wealth: {
      sdl: 'type Person @key(fields: "id") { id: ID! coins(times: Int = 100): Int hidden: Int @inaccessible }',
      resolvers: {
        Person: {
          __resolveReference: (person: object) => person,
          coins: ({ id }: { id: string }, { times }: { times: number }) => Number(id) * times,
        },
      },
    },
  });

  test('a scalar means what its subgraph says, though ours has the name', async () => {
    expect(await ask('{ me { born } people(born: "1st of May") { born } }')).toEqual({
      data: { me: { born: 'today' }, people: ['1', '2', '1'].map(() => ({ born: '1st of May' })) },
    });
  });

  test('entities that several fields of a step reach are fetched in one call', async () => {
    expect(await ask('{ me { coins } people { coins } }')).toEqual({
      data: { me: { coins: 100 }, people: [{ coins: 100 }, { coins: 200 }, { coins: 100 }] },
    });
    expect(calls()).toEqual({ people: 1, wealth: 1 });
  });

  test('introspection beside data costs no call, and alone none at all', async () => {
    expect(await ask('{ __typename __type(name: "Person") { name } me { id } }')).toEqual({
      data: { __typename: 'Query', __type: { name: 'Person' }, me: { id: '1' } },
    });
    expect(calls()).toEqual({ people: 1, wealth: 0 });
    await ask(
      'query ($all: Boolean!) { ...Meta } fragment Meta on Query { __schema @include(if: $all) { queryType { name } } }',
      { all: true },
    );
    expect(calls()).toEqual({ people: 0, wealth: 0 });
  });

  test('a variable may have the name that planners give to representations', async () => {
    const query =
      'query ($representations: Int, $__batch_reps_0: Int!) { me { coins(times: $representations) } people { two: coins(times: $__batch_reps_0) } }';
    expect(await ask(query, { representations: 3, __batch_reps_0: 2 })).toEqual({
      data: { me: { coins: 3 }, people: [{ two: 2 }, { two: 4 }, { two: 2 }] },
    });
  });

  test('a hidden field is refused like an unknown one', async () => {
    const answer = await ask('{ me { hidden } }');
    expect(answer?.errors?.[0]?.extensions).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED' });
  });

  test('a subgraph that is away costs its own fields, with its name and the path', async () => {
    await stop('wealth');
    expect(await ask('{ me { id coins } }')).toEqual({
      data: { me: { id: '1', coins: null } },
      errors: [
        {
          message: 'The subgraph "wealth" did not answer',
          path: ['me', 'coins'],
          extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
        },
      ],
    });
    expect(log().some(({ msg }) => msg === 'a subgraph did not answer')).toBe(true);
  });
});

describe('keys of several fields and of objects', () => {
  const PORTS = Array.from({ length: 8_000 }, (_, at) => ({ operator: { id: `operator-${at}` } }));
  // Put behind each other they are the same text.
  const BERTHS = [
    { dock: 'x\u0000"y', number: 'z' },
    { dock: 'x', number: 'y\u0000"z' },
  ];
  const { ask } = federation({
    ports: {
      sdl: `type Query { ports: [Port!]! berths: [Berth!]! }
        type Port @key(fields: "operator { id }") { operator: Operator! }
        type Operator { id: ID! @shareable }
        type Berth @key(fields: "dock number") { dock: ID! number: ID! }`,
      resolvers: { Query: { ports: () => PORTS, berths: () => BERTHS } },
    },
    fees: {
      sdl: `type Port @key(fields: "operator { id }") { operator: Operator! fee: String }
        type Operator { id: ID! @shareable }
        type Berth @key(fields: "dock number") { dock: ID! number: ID! fee: String }`,
      resolvers: {
        Port: {
          __resolveReference: (port: object) => port,
          fee: ({ operator: { id } }: { operator: { id: string } }) => `fee of ${id}`,
        },
        Berth: {
          __resolveReference: (berth: object) => berth,
          fee: ({ dock, number }: { dock: string; number: string }) => JSON.stringify([dock, number]),
        },
      },
    },
  });

  test('thousands of objects whose keys are objects cost no more than each of them', async () => {
    const { data } = (await ask('{ ports { fee } }')) as { data: { ports: { fee: string }[] } };
    expect(data.ports.map(({ fee }) => fee)).toEqual(PORTS.map(({ operator: { id } }) => `fee of ${id}`));
  });

  test('no two keys are taken for one, whatever their strings hold', async () => {
    const fees = BERTHS.map(({ dock, number }) => ({ fee: JSON.stringify([dock, number]) }));
    expect(await ask('{ berths { fee } }')).toEqual({ data: { berths: fees } });
  });
});

describe('a field to which no path leads', () => {
  const { ask } = federation({
    shapes: {
      sdl: 'type Query { shape: Shape } interface Shape @key(fields: "id") { id: ID! }',
      resolvers: { Query: { shape: () => null } },
    },
    colours: {
      sdl: 'type Query { painted: Shape } type Shape @key(fields: "id", resolvable: false) @interfaceObject { id: ID! colour: String }',
      resolvers: { Query: { painted: () => ({ id: '1', colour: 'red' }) } },
    },
  });

  test('is an error and no silent null', async () => {
    const answer = await ask('{ shape { colour } }');
    expect(answer?.data ?? null).toBeNull();
    expect(answer?.errors).toHaveLength(1);
  });

  test('is answered where the path leads there', async () => {
    expect(await ask('{ painted { id colour } }')).toEqual({ data: { painted: { id: '1', colour: 'red' } } });
  });
});

describe('a supergraph that demands a token', () => {
  const { ask } = federation({
    vault: {
      sdl: `type Query { open: String secret: String @authenticated }`,
      resolvers: { Query: { open: () => 'for all', secret: () => 'for few' } },
    },
  });

  test('is served, and what it protects is refused to whoever has none', async () => {
    expect(await ask('{ open }')).toEqual({ data: { open: 'for all' } });
    const answer = await ask('{ secret }');
    expect(JSON.stringify(answer)).not.toContain('for few');
    expect(answer?.errors).toHaveLength(1);
  });
});
