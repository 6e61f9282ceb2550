/** Bodies as they are stored. */

import type { RecordOf, RecordSet } from '../../../schema/records/index.ts';
import type { CollectionDefinition } from '../../kit/collection.ts';
import { anyOf, conditionOf, equals } from '../../kit/conditions.ts';
import { printed, searchedValues, type Searched } from '../../kit/search/entry.ts';
import { containsText, fold, foldOne } from '../../kit/text.ts';

/** A body as it is stored. */
export type StoredBody = RecordOf<'body'> & {
  readonly steward: string;
  /** Of an organ of the Community, whose children may be kept by any steward. */
  readonly childIds: readonly string[];
};

const searched = (body: RecordOf<'body'>): Searched => ({
  title: printed(body.name, body.acronym),
  names: [body.name, body.acronym, ...body.alternativeAcronyms, ...body.formerNames, ...body.alternativeNames],
  texts: [body.description],
});

/** The collection of bodies. */
export const BODIES: CollectionDefinition<'body'> = {
  entity: 'Body',
  kind: 'body',
  name: 'bodies',
  derived: { folded: ['String'], acronyms: ['String'], childIds: ['String'] },
  lookups: ['parentId', 'acronyms'],
  derive: (body, records) => ({
    folded: fold(searchedValues(searched(body))),
    acronyms: fold(body.acronym, body.alternativeAcronyms),
    childIds: body.pillar === null ? childrenOf(body.id, records) : [],
  }),
  searched,
  list: {
    kind: 'Body',
    scopes: {},
    condition: conditionOf({
      levels: anyOf('level'),
      forms: anyOf('form'),
      statuses: anyOf('status'),
      acronym: (acronym) => ({ acronyms: foldOne(String(acronym)) }),
      sectorId: equals('sectorIds'),
      text: containsText,
    }),
  },
};

function childrenOf(id: string, records: RecordSet): string[] {
  return records
    .of('body')
    .filter(({ parentId }) => parentId === id)
    .map((child) => child.id)
    .sort();
}
