/** What the hand-written plan of the heavy operation asks the subgraphs, and what they answer. */

import type { Page } from '../../../subgraphs/kit/list/page.ts';

/** A record, or what another pillar fills in. Without an id it was filled in where it stands. */
export interface Reference {
  readonly __typename: string;
  readonly id?: string;
}

/** What a pillar has at stake. */
export interface Stake {
  readonly pillar: { readonly code: string };
  readonly rationale: string;
  readonly bodies: readonly {
    readonly why: string;
    readonly body: Reference & { readonly name?: string; readonly acronym?: string };
  }[];
}

/** A merged list, with the part of the ASCC. */
export interface Instruments {
  readonly request: string;
  readonly asccPage: Page;
  readonly asccTotal: number;
}

/** The part of another pillar. */
export interface Pages {
  readonly page: Page;
  readonly total: number;
}

/** An issue as the ASCC answers it. */
export interface Issue {
  readonly title: string;
  readonly lead: { readonly status: string; readonly bodies: readonly Reference[] };
  readonly stakes: readonly Reference[];
  readonly instruments: Instruments;
}

type Names = 'Community' | 'Economic' | 'PoliticalSecurity' | 'SocioCultural';

/** Selects the same of each of some types. */
function on(prefixes: readonly Names[], kind: string, fields: string): string {
  return prefixes.map((prefix) => `... on ${prefix}${kind} { ${fields} }`).join(' ');
}

const KEY = '__typename id';

/** The first step, asked of the ASCC. */
export const FIRST = `query ($filter: CrossPillarIssueFilter) {
  crossPillarIssues(first: 100, filter: $filter) {
    totalCount
    nodes {
      title
      lead {
        status
        bodies { __typename ${on(['Community', 'Economic', 'PoliticalSecurity'], 'Body', KEY)} ... on SocioCulturalBody { name } }
      }
      stakes {
        __typename
        ${on(['Economic', 'PoliticalSecurity'], 'Stake', KEY)}
        ... on SocioCulturalStake { ${stake(['SocioCultural'])} }
      }
      instruments(first: 25) { request asccPage asccTotal }
    }
  }
}`;

/** What is asked of a stake by the pillar that keeps bodies with these prefixes. */
function stake(own: readonly Names[]): string {
  const others = (['Community', 'Economic', 'PoliticalSecurity', 'SocioCultural'] as const).filter(
    (prefix) => !own.includes(prefix),
  );
  return `pillar { code } rationale bodies { why body { __typename ${on(own, 'Body', 'name acronym')} ${on(others, 'Body', KEY)} } }`;
}

/** The second step: the bodies of leads, the stakes, and the parts of the merged lists. */
export const LISTS = {
  apsc: lists('apsc', 'PoliticalSecurity', ['Community', 'PoliticalSecurity']),
  aec: lists('aec', 'Economic', ['Economic']),
} as const;

function lists(pillar: 'apsc' | 'aec', stakes: Names, bodies: readonly Names[]): string {
  return `query ($bodies: [_Any!]!, $stakes: [_Any!]!, $lists: [_Any!]!) {
  bodies: _entities(representations: $bodies) { ${on(bodies, 'Body', 'name')} }
  stakes: _entities(representations: $stakes) { ... on ${stakes}Stake { ${stake(bodies)} } }
  lists: _entities(representations: $lists) { ... on MergedInstrumentConnection { page: ${pillar}Page total: ${pillar}Total } }
}`;
}

/** The third step: the bodies of stakes and the rows of the lists. */
export const ROWS = {
  apsc: rows(['Community', 'PoliticalSecurity']),
  aec: rows(['Economic']),
  ascc: rows(['SocioCultural']),
} as const;

function rows(prefixes: readonly Names[]): string {
  return `query ($bodies: [_Any!]!, $instruments: [_Any!]!) {
  bodies: _entities(representations: $bodies) { ${on(prefixes, 'Body', 'name acronym')} }
  instruments: _entities(representations: $instruments) { ${on(prefixes, 'Instrument', 'title adoptedOn steward { name }')} }
}`;
}
