/** The parts of answers that several questions share, and their form in the expected files. */

/** A reference to a record. */
export interface Ref {
  readonly id: string;
}

/** A reference to a pillar. */
export interface PillarRef {
  readonly code: string;
}

/** A page of rows. */
export interface Rows<Row> {
  readonly nodes: readonly Row[];
}

/** A lead as the registered operations ask for it. */
export interface LeadAnswer {
  readonly status: string;
  readonly pillars: readonly PillarRef[];
  readonly bodies: readonly Ref[];
  readonly label: string | null;
  readonly kind: string | null;
  readonly explicit: boolean | null;
}

/** A stake, as far as its bodies. */
export interface StakeAnswer {
  readonly pillar: PillarRef;
  readonly bodies: readonly { readonly body: Ref }[];
}

/** A lead in the form of the expected files. */
export function lead({ status, pillars, bodies, label, kind, explicit }: LeadAnswer) {
  return { status: word(status), pillars: codes(pillars), bodyIds: ids(bodies), label, kind: word(kind), explicit };
}

/** The bodies of a pillar's stake. */
export function stake({ pillar, bodies }: StakeAnswer) {
  return { pillar: pillar.code, bodyIds: ids(bodies.map(({ body }) => body)) };
}

/** The value of a vocabulary as the data set spells it: `LED_BY` is `led-by`. */
export function word<Value extends string | null>(value: Value): Value {
  return (value === null ? null : value.toLowerCase().replaceAll('_', '-')) as Value;
}

/** A set of ids, sorted. */
export function ids(refs: readonly Ref[]): string[] {
  return sortedSet(refs.map(({ id }) => id));
}

/** A list of pillars, in the order of the answer. */
export function codes(pillars: readonly PillarRef[]): string[] {
  return pillars.map(({ code }) => code);
}

/** Each text once, by code unit. */
export function sortedSet(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort(byText);
}

/** Rows sorted by the texts that `keys` gives of each: the first that differ decide; null comes first. */
export function sortedBy<Row>(rows: readonly Row[], keys: (row: Row) => readonly (string | null)[]): Row[] {
  return [...rows].sort((a, b) => {
    const [left, right] = [keys(a), keys(b)];
    for (const [index, text] of left.entries()) {
      const order = byText(text ?? '', right[index] ?? '');
      if (order !== 0) return order;
    }
    return 0;
  });
}

/** Instruments by date, with the date alone. */
export function adoptions(instruments: readonly { readonly id: string; readonly adoptedOn: string | null }[]) {
  return sortedBy(instruments, ({ id, adoptedOn }) => [adoptedOn, id]).map(({ id, adoptedOn }) => ({ id, adoptedOn }));
}

/** Meetings by date, with the date alone. */
export function sittings(meetings: readonly { readonly id: string; readonly startsOn: string }[]) {
  return sortedBy(meetings, ({ id, startsOn }) => [startsOn, id]).map(({ id, startsOn }) => ({
    id,
    startDate: startsOn,
  }));
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
