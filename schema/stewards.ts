/** The four stewards: whoever keeps records, in the order of the graph. Known by heart everywhere, so that a reference to one needs no fetch. */

/** The code of a pillar, and `ASEAN` for the Community as a whole. */
export type StewardCode = 'APSC' | 'AEC' | 'ASCC' | 'ASEAN';
/** A steward that is a pillar. */
export type PillarCode = Exclude<StewardCode, 'ASEAN'>;
/** The subgraph that answers for a steward; `directory` keeps no records. */
export type SubgraphName = 'apsc' | 'aec' | 'ascc' | 'directory';

/** One steward. `id` is also the prefix of the ids of its records. */
export interface Steward {
  readonly id: 'apsc' | 'aec' | 'ascc' | 'asean';
  readonly code: StewardCode;
  readonly name: string;
  readonly order: number;
  /** How the names of its concrete types begin: `EconomicBody`. */
  readonly prefix: string;
  /** Its own type: `EconomicCommunity`. */
  readonly type: string;
  /** The subgraph that keeps its records. */
  readonly subgraph: Exclude<SubgraphName, 'directory'>;
}

/** All stewards, in the order APSC, AEC, ASCC, Community. */
export const STEWARDS: readonly Steward[] = [
  {
    id: 'apsc',
    code: 'APSC',
    name: 'ASEAN Political-Security Community',
    order: 1,
    prefix: 'PoliticalSecurity',
    type: 'PoliticalSecurityCommunity',
    subgraph: 'apsc',
  },
  {
    id: 'aec',
    code: 'AEC',
    name: 'ASEAN Economic Community',
    order: 2,
    prefix: 'Economic',
    type: 'EconomicCommunity',
    subgraph: 'aec',
  },
  {
    id: 'ascc',
    code: 'ASCC',
    name: 'ASEAN Socio-Cultural Community',
    order: 3,
    prefix: 'SocioCultural',
    type: 'SocioCulturalCommunity',
    subgraph: 'ascc',
  },
  {
    id: 'asean',
    code: 'ASEAN',
    name: 'ASEAN Community',
    order: 4,
    prefix: 'Community',
    type: 'AseanCommunity',
    subgraph: 'apsc',
  },
];

/** The three pillars, in order. */
export const PILLARS = STEWARDS.filter(
  (steward): steward is Steward & { code: PillarCode } => steward.code !== 'ASEAN',
);

/** The codes of the pillars, in order. */
export const PILLAR_CODES: readonly PillarCode[] = PILLARS.map(({ code }) => code);

const BY_CODE = new Map(STEWARDS.map((steward) => [steward.code, steward]));
const BY_ID = new Map(STEWARDS.map((steward) => [steward.id as string, steward]));

/** The steward of a code. Throws on a code that nobody has. */
export function stewardByCode(code: StewardCode): Steward {
  const steward = BY_CODE.get(code);
  if (!steward) throw new Error(`No steward has the code ${JSON.stringify(code)}`);
  return steward;
}

/** The steward whose record an id is, by the part before the colon; undefined for a prefix that nobody has. */
export function stewardOfId(id: string): Steward | undefined {
  const colon = id.indexOf(':');
  return colon === -1 ? undefined : BY_ID.get(id.slice(0, colon));
}

/** The steward with this own id (`aec`); undefined where there is none. */
export function stewardById(id: string): Steward | undefined {
  return BY_ID.get(id);
}
