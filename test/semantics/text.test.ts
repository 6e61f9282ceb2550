/** Rule 17: which values the `text` of a filter is looked for in, and how. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGraph, type Graph } from '../support/graph.ts';
import { ask, idList, idsOf } from './asking.ts';
import { records, type DataRecord } from './data.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());

/** The searched values of each list, by the name of the field. */
type Searched = Readonly<Record<string, (one: DataRecord) => readonly (string | null)[]>>;

interface SearchedList {
  readonly list: string;
  readonly file: string;
  readonly searched: Searched;
  /** Values of a record that are not searched. */
  readonly unsearched: (one: DataRecord) => string | null;
}

const LISTS: readonly SearchedList[] = [
  {
    list: 'regionalEntities',
    file: 'regional-entities',
    searched: {
      name: ({ name }) => [name],
      acronyms: ({ acronym, alternativeAcronyms }) => [acronym, ...alternativeAcronyms],
      description: ({ description }) => [description],
    },
    unsearched: ({ founded }) => founded?.event,
  },
  {
    list: 'meetings',
    file: 'meetings',
    searched: { title: ({ title }) => [title] },
    unsearched: ({ agenda }) => agenda[0]?.title,
  },
  {
    list: 'crossPillarIssues',
    file: 'issues',
    searched: { title: ({ title }) => [title], aliases: ({ aliases }) => aliases, summary: ({ summary }) => [summary] },
    unsearched: ({ documentedLead }) => documentedLead?.statement,
  },
  {
    list: 'bodies',
    file: 'bodies',
    searched: {
      acronym: ({ acronym }) => [acronym],
      name: ({ name }) => [name],
      formerNames: ({ formerNames }) => formerNames,
      alternativeNames: ({ alternativeNames }) => alternativeNames,
      alternativeAcronyms: ({ alternativeAcronyms }) => alternativeAcronyms,
      description: ({ description }) => [description],
    },
    unsearched: ({ parentNote }) => parentNote,
  },
  {
    list: 'instruments',
    file: 'instruments',
    searched: {
      title: ({ title }) => [title],
      shortTitle: ({ shortTitle }) => [shortTitle],
      summary: ({ summary }) => [summary],
    },
    unsearched: ({ adoptedAtText }) => adoptedAtText,
  },
  {
    list: 'initiatives',
    file: 'initiatives',
    searched: {
      title: ({ title }) => [title],
      shortName: ({ shortName }) => [shortName],
      summary: ({ summary }) => [summary],
    },
    unsearched: ({ adoptedAtText }) => adoptedAtText,
  },
  {
    list: 'partners',
    file: 'partners',
    searched: { name: ({ name }) => [name], acronym: ({ acronym }) => [acronym] },
    unsearched: ({ facts }) => facts[0],
  },
];

const valuesOf = (searched: Searched, one: DataRecord) =>
  Object.values(searched)
    .flatMap((read) => read(one))
    .filter((value) => value !== null);

const holding = ({ file, searched }: SearchedList, text: string) =>
  idList(
    records(file).filter((one) =>
      valuesOf(searched, one).some((value) => value.toLowerCase().includes(text.toLowerCase())),
    ),
  ).sort();

const found = async (list: string, text: string) =>
  (await idsOf(graph, list, `filter: { text: ${JSON.stringify(text)} }`)).sort();

const FIELDS = LISTS.flatMap((one) => Object.keys(one.searched).map((field) => ({ ...one, field })));

describe('the text of a filter', () => {
  test.for(FIELDS)('rule 17: it is looked for in $field of $list, without case', async (one) => {
    const { list, file, searched, field } = one;
    const texts = records(file)
      .flatMap((record) => searched[field]!(record))
      .filter((value) => value !== null);
    expect(texts).not.toEqual([]);
    // A whole value is the text that few others hold.
    for (const text of [texts[0]!.toUpperCase(), texts.at(-1)!.toLowerCase(), texts.at(-1)!.slice(1, 9)]) {
      expect(await found(list, text), text).toEqual(holding(one, text));
    }
  });

  test.for(LISTS)('rule 17: it is not looked for in other values of $list', async (one) => {
    const text = records(one.file)
      .map(one.unsearched)
      .find((value) => value && holding(one, value).length === 0);
    expect(text).toBeTypeOf('string');
    expect(await found(one.list, text!)).toEqual([]);
  });

  test.for(['.*', '^A', '(a', 'a|b', '[A-Z]', '\\', '2017-2020)', '$'])(
    'rule 17: it is never a regular expression: %s',
    async (text) => {
      for (const one of LISTS) expect(await found(one.list, text), one.list).toEqual(holding(one, text));
    },
  );

  test.for(['', ' ', '  ', ' and ', 'asean '])('rule 17: it is taken as it is, also when blank: `%s`', async (text) => {
    for (const one of LISTS) expect(await found(one.list, text), one.list).toEqual(holding(one, text));
  });

  test('rule 17: case is ignored beyond ASCII too, accents are not', async () => {
    expect(await found('partners', 'TÜRK')).toEqual(['turkiye']);
    expect(await found('partners', 'turk')).toEqual([]);
  });

  test('rule 17: the label of a calendar entry counts as its title', async () => {
    const entry = records('meetings').find(({ titleKnown }) => !titleKnown);
    expect(await found('meetings', entry.title)).toContain(entry.id);
  });

  test('rule 17: it is one substring, not several words', async () => {
    const { bodies } = await ask(graph, '{ bodies(filter: { text: "ministers economic" }) { totalCount } }');
    expect(bodies).toEqual({ totalCount: holding(LISTS[3]!, 'ministers economic').length });
  });
});
