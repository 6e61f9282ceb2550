/** The orders of the graph's paged lists: by which stored fields a list is sorted. Each ends in the id, so that it is total; text by code unit, null first. */

/** One order: the stored fields, most significant first, all in one direction. */
export interface Order {
  readonly by: readonly string[];
  readonly descending: boolean;
}

/** A kind of record that is paged. */
export type ListKind =
  | 'Body'
  | 'Meeting'
  | 'Instrument'
  | 'MonitoringItem'
  | 'RegionalEntity'
  | 'SmartCityProject'
  | 'Stake'
  | 'CrossPillarIssue'
  | 'LeadDecision'
  | 'SmartCity'
  | 'SmartCityPartnership'
  | 'Observation'
  | 'Initiative'
  | 'Partner';

/** What is paged: the kinds of record, and what a search finds, which a subgraph keeps beside them. */
export type PagedKind = ListKind | 'SearchHit';

const up = (...by: string[]): Order => ({ by: [...by, '_id'], descending: false });
const down = (...by: string[]): Order => ({ by: [...by, '_id'], descending: true });

/** The orders of each kind, by their names in the graph; the first is the default. `ID_ASC` is the only one of kinds without a choice. */
export const ORDERS: Readonly<Record<PagedKind, Readonly<Record<string, Order>>>> = {
  Body: { ID_ASC: up() },
  Meeting: { STARTS_ASC: up('startDate'), STARTS_DESC: down('startDate') },
  Instrument: { ADOPTED_ASC: up('adoptedOn'), ADOPTED_DESC: down('adoptedOn') },
  MonitoringItem: { ID_ASC: up() },
  RegionalEntity: { ID_ASC: up() },
  SmartCityProject: { ID_ASC: up() },
  Stake: { ISSUE_ASC: up('issueId') },
  CrossPillarIssue: { TITLE_ASC: up('title'), TITLE_DESC: down('title'), ID_ASC: up() },
  LeadDecision: { NEWEST_FIRST: down('decidedAt') },
  SmartCity: { NAME_ASC: up('name'), JOINED_ASC: up('joinedYear'), POPULATION_DESC: down('population.value') },
  SmartCityPartnership: { ID_ASC: up() },
  Observation: { SERIES_ASC: up('indicatorId', 'memberState', 'year', 'edition') },
  Initiative: { DATE_ASC: up('date') },
  Partner: { NAME_ASC: up('name') },
  SearchHit: { BEST_FIRST: up('tier', 'rank') },
};

/** The order of that name; the default of the kind where none is named. Throws on a name that the kind has not. */
export function orderOf(kind: PagedKind, name?: string | null): { name: string; order: Order } {
  const orders = ORDERS[kind];
  const chosen = name ?? (Object.keys(orders)[0] as string);
  const order = orders[chosen];
  if (!order) throw new Error(`${kind} has no order ${JSON.stringify(chosen)}`);
  return { name: chosen, order };
}
