/** The ledger of decisions: documents are added, never changed or removed; two unique indexes make one winner of those who decide at once. */

import { createHash } from 'node:crypto';
import type { Connection, Model } from 'mongoose';
import type { LeadDecisionKind } from '../../../schema/generated/vocabularies.ts';
import type { PillarCode } from '../../../schema/stewards.ts';
import { canonicalJson } from '../../kit/canonical.ts';
import type { Condition, ReadableCollection } from '../../kit/collection.ts';
import { anyOf, conditionOf, equals } from '../../kit/conditions.ts';
import { withId } from '../../kit/document.ts';
import { memoryOf, type CollectionMemory } from '../../kit/store/memory.ts';
import { defineModel } from '../../kit/store/model.ts';
import { FIRST_PREVIOUS_HASH, hashOf } from './chain.ts';
import { decision as shape, decisionId, type Decision, type Resolution } from './decision.ts';

/** The name of the collection in the database. */
export const LEDGER_COLLECTION = 'leadDecisions';

/** What of a decision says where the lead stands; read from an index. */
export interface Entry {
  readonly issueId: string;
  readonly version: number;
  readonly kind: LeadDecisionKind;
  readonly pillar: PillarCode | null;
  readonly decidedAt: string;
}

const BY_VERSION = { issueId: 1, version: 1 } as const;
const ENTRY_FIELDS = ['issueId', 'version', 'kind', 'pillar', 'decidedAt'] as const;

/** The ledger in a database. */
export interface Ledger {
  /** For lists and look-ups. */
  readonly collection: ReadableCollection;
  /** Of these issues (all that have any), issue by issue in the order of their versions. */
  entries(issueIds?: readonly string[]): Promise<Entry[]>;
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
      if (memory) return issueIds ? entriesOf(memory, issueIds) : [...entriesByIssue(memory).values()].flat();
      const condition = issueIds ? { issueId: { $in: [...issueIds] } } : {};
      const fields = Object.fromEntries(ENTRY_FIELDS.map((field) => [field, 1 as const]));
      const found = await model
        .find(condition, { ...fields, _id: 0 })
        .sort(BY_VERSION)
        .lean();
      return found as unknown as Entry[];
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

/** Of the whole ledger, in the order of issues and versions: made once after each decision. */
function entriesByIssue(memory: CollectionMemory): ReadonlyMap<string, readonly Entry[]> {
  return memory.kept(
    'entries',
    () =>
      Map.groupBy(
        memory.find({}, { fields: ENTRY_FIELDS, sort: BY_VERSION }) as unknown as Entry[],
        ({ issueId }) => issueId,
      ),
    ({ size }) => size,
  );
}

function entriesOf(memory: CollectionMemory, issueIds: readonly string[]): Entry[] {
  const all = entriesByIssue(memory);
  return issueIds.toSorted().flatMap((id) => all.get(id) ?? []);
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
