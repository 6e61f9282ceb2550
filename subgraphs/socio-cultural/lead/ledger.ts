/** The ledger of decisions: documents are added, never changed or removed; two unique indexes make one winner of those who decide at once. */

import { createHash } from 'node:crypto';
import type { Connection, Model } from 'mongoose';
import { canonicalJson } from '../../kit/canonical.ts';
import type { Condition, ReadableCollection } from '../../kit/collection.ts';
import { anyOf, conditionOf, equals } from '../../kit/conditions.ts';
import { withId } from '../../kit/document.ts';
import { memoryOf, type CollectionMemory, type MemoryQuery } from '../../kit/store/memory.ts';
import { defineModel } from '../../kit/store/model.ts';
import { FIRST_PREVIOUS_HASH, hashOf } from './chain.ts';
import { decision as shape, decisionId, type Decision, type Resolution } from './decision.ts';
import { standingsOf, type EntriesByIssue, type Entry, type Standings } from './standing.ts';

/** The name of the collection in the database. */
export const LEDGER_COLLECTION = 'leadDecisions';

const BY_VERSION = { issueId: 1, version: 1 } as const;
const FROM_THE_END = { issueId: -1, version: -1 } as const;
const ENTRY_FIELDS = ['issueId', 'version', 'kind', 'pillar', 'decidedAt'] as const;

/** The ledger in a database. */
export interface Ledger {
  /** For lists and look-ups. */
  readonly collection: ReadableCollection;
  /** In the order of their versions, at least of these issues. An issue without any is not there. */
  entries(issueIds: readonly string[]): Promise<EntriesByIssue>;
  /** Where the issues with decisions stand. */
  standings(): Promise<Standings>;
  /** The newest decision on an issue; of any kind, or but proposals. */
  newest(issueId: string, of: 'any' | 'binding'): Promise<Decision | null>;
  /** The decision that was taken under a key of its actor. */
  byKey(actor: string, idempotencyKey: string): Promise<Decision | null>;
  /**
   * Adds a decision behind `previous`, durably. Null where another one has taken its place, or the key of its actor is used: nothing is
   * written then.
   */
  append(
    resolution: Resolution,
    behind: { readonly previous: Decision | null; readonly idempotencyKey: string | null },
  ): Promise<Decision | null>;
  /** Of these issues, those that have decisions. */
  issuesWithDecisions(ids: readonly string[]): Promise<string[]>;
}

/** The ledger over a database, with its indexes. `now` is the clock, in milliseconds. */
export async function openLedger(
  connection: Connection,
  { now = Date.now }: { now?: () => number } = {},
): Promise<Ledger> {
  const model = ledgerModel(connection);
  await model.init();
  const find = async (condition: Record<string, unknown>, sort: Record<string, 1 | -1>): Promise<Decision | null> => {
    const [found] = await model.find(condition, { requestKey: 0 }).sort(sort).limit(1).lean();
    return found ? (withId(found) as unknown as Decision) : null;
  };
  const known = new KnownEntries();
  const readEntries = async (condition: Record<string, unknown>): Promise<EntriesByIssue> => {
    const fields = Object.fromEntries(ENTRY_FIELDS.map((field) => [field, 1 as const]));
    const found = await model
      .find(condition, { ...fields, _id: 0 })
      .sort(BY_VERSION)
      .lean();
    return Map.groupBy(found as unknown as Entry[], ({ issueId }) => issueId);
  };
  return {
    collection: {
      entity: 'LeadDecision',
      stewards: ['ASCC'],
      model,
      list: {
        kind: 'LeadDecision',
        scopes: {},
        condition: conditionOf({
          issueId: equals('issueId'),
          kinds: anyOf('kind'),
          pillar: equals('pillar'),
          actor: equals('actor'),
          since: notBefore,
          until: (instant) => ({ decidedAt: { $lte: milliseconds(instant) } }),
        }),
      },
    },
    async entries(issueIds) {
      const memory = memoryOf(connection, LEDGER_COLLECTION);
      return memory ? known.in(memory) : readEntries({ issueId: { $in: [...issueIds] } });
    },
    async standings() {
      const memory = memoryOf(connection, LEDGER_COLLECTION);
      if (!memory) return standingsOf(await readEntries({}));
      return memory.kept(
        'standings',
        () => standingsOf(known.in(memory)),
        ({ size }) => size,
      );
    },
    newest: (issueId, of) =>
      find({ issueId, ...(of === 'binding' && { kind: { $in: ['ASSIGNED', 'WITHDRAWN'] } }) }, { version: -1 }),
    byKey: (actor, idempotencyKey) => find({ requestKey: keyOf(actor, idempotencyKey) }, {}),
    async append(resolution, { previous, idempotencyKey }) {
      const version = (previous?.version ?? 0) + 1;
      const id = decisionId(resolution.issueId, version);
      // A clock that was set back must not put a decision before those that it follows.
      const time = Math.max(now(), previous ? Date.parse(previous.decidedAt) + 1 : 0);
      const unsealed = {
        ...resolution,
        id,
        version,
        decidedAt: new Date(time).toISOString(),
        previousHash: previous?.hash ?? FIRST_PREVIOUS_HASH,
      };
      const { id: _id, ...fields } = { ...unsealed, hash: hashOf(unsealed) };
      const requestKey = idempotencyKey === null ? id : keyOf(resolution.actor, idempotencyKey);
      try {
        // The document is of our own making: to be built once more by mongoose would cost more than all else.
        await model.insertMany([{ ...fields, _id, steward: 'ASCC', requestKey }], { lean: true });
        return { ...fields, id };
      } catch (error) {
        if (isDuplicate(error)) return null;
        throw error;
      }
    },
    async issuesWithDecisions(ids) {
      const found = await model.find({ issueId: { $in: [...ids] }, version: 1 }, { issueId: 1 }).lean();
      return found.map(({ issueId }) => String(issueId));
    },
  };
}

/** The entries of a ledger in this process. Decisions are only added, so after each one the newest of each issue is read, and what is new. */
class KnownEntries {
  #byIssue: EntriesByIssue = new Map();

  /** All of them, as the ledger is now. */
  in(memory: CollectionMemory): EntriesByIssue {
    const kept = memory.kept(
      'entries',
      () => new Map(newestOf(memory).map((newest) => [newest.issueId, this.#upTo(newest, memory)])),
      ({ size }) => size,
    );
    this.#byIssue = kept;
    return kept;
  }

  #upTo(newest: Entry, memory: CollectionMemory): readonly Entry[] {
    const { issueId } = newest;
    const known = this.#byIssue.get(issueId) ?? [];
    const last = known.at(-1);
    if (isSame(last, newest)) return known;
    const readFrom = (version: number) =>
      findEntries(memory, { issueId, version: { $gte: version } }, { sort: BY_VERSION });
    const [next, ...others] = readFrom(last?.version ?? 0);
    // One that is not there any more was not the ledger's: all is read again.
    return isSame(last, next) ? [...known, ...others] : readFrom(0);
  }
}

function isSame(one: Entry | undefined, other: Entry | undefined): boolean {
  return one?.version === other?.version && one?.decidedAt === other?.decidedAt;
}

/** The newest entry of each issue, read from the end of the index: one look-up an issue. */
function newestOf(memory: CollectionMemory): Entry[] {
  const found: Entry[] = [];
  for (let condition = {}; ; condition = { issueId: { $lt: found.at(-1)?.issueId } }) {
    const [newest] = findEntries(memory, condition, { sort: FROM_THE_END, limit: 1 });
    if (!newest) return found;
    found.push(newest);
  }
}

function findEntries(
  memory: CollectionMemory,
  condition: Record<string, unknown>,
  query: MemoryQuery,
): readonly Entry[] {
  return memory.find(condition, { ...query, fields: ENTRY_FIELDS }) as unknown as readonly Entry[];
}

/**
 * All decisions of a database, issue by issue in the order of their versions. No index is trusted: the documents are read in whatever
 * order they lie, and put in order here.
 */
export async function readLedger(connection: Connection): Promise<Decision[]> {
  const decisions: Decision[] = [];
  for await (const document of ledgerModel(connection).find({}, { requestKey: 0 }).lean().cursor())
    decisions.push(withId(document) as unknown as Decision);
  return decisions.toSorted(byPlace);
}

/** The ids of all decisions as readers of the graph come to them: by the index of issues and versions, and by that of times. */
export async function readIndexedIds(connection: Connection): Promise<readonly (readonly string[])[]> {
  const model = ledgerModel(connection);
  const chained = await model.find({}, { issueId: 1, version: 1, _id: 0 }).sort({ issueId: 1, version: 1 }).lean();
  const listed = await model.find({}, { decidedAt: 1 }).sort({ decidedAt: 1, _id: 1 }).lean();
  return [
    chained.map(({ issueId, version }) => decisionId(String(issueId), Number(version))),
    listed.map(({ _id }) => String(_id)),
  ];
}

/** The order of a ledger: by issue, then by version. */
export function byPlace(a: Decision, b: Decision): number {
  return a.issueId === b.issueId ? a.version - b.version : a.issueId < b.issueId ? -1 : 1;
}

/** Decided at the instant, which has nine places, or later: in the ledger every time has three. */
function notBefore(instant: unknown): Condition {
  const isFiner = !String(instant).endsWith('000000Z');
  return { decidedAt: { [isFiner ? '$gt' : '$gte']: milliseconds(instant) } };
}

function milliseconds(instant: unknown): string {
  return `${String(instant).slice(0, -'000000Z'.length)}Z`;
}

/** Whether an error says that a unique index has the value already. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 11_000;
}

/** The unique value of a request that carries a key: keys of different actors never meet. */
export function keyOf(actor: string, idempotencyKey: string): string {
  return createHash('sha256')
    .update(canonicalJson([actor, idempotencyKey]))
    .digest('hex');
}

function ledgerModel(connection: Connection): Model<Record<string, unknown>> {
  const known = connection.models['LeadDecision'];
  if (known) return known as unknown as Model<Record<string, unknown>>;
  return defineModel(connection, {
    name: 'LeadDecision',
    collection: LEDGER_COLLECTION,
    shape,
    // The hash of actor and idempotency key, else the id: every decision has one, so no index need be partial.
    derived: { requestKey: 'String' },
    indexes: [
      [{ issueId: 1, version: 1 }, { unique: true }],
      [{ requestKey: 1 }, { unique: true }],
      { issueId: 1, version: 1, kind: 1, pillar: 1, decidedAt: 1 },
      { decidedAt: 1, _id: 1 },
    ],
  }) as unknown as Model<Record<string, unknown>>;
}
