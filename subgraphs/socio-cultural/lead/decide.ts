/** How every decision is taken: who may, in which form, on what, against which state; then one document is added, or nothing. */

import type { GraphQLResolveInfo } from 'graphql';
import type { IssueRecord } from '../../../schema/records/index.ts';
import { canonicalJson } from '../../kit/canonical.ts';
import type { Context } from '../../kit/context.ts';
import type { Viewer } from '../../kit/viewer.ts';
import { bodiesIn, briefOf, evidenceIn } from './brief.ts';
import { decisionId, type Decision, type Resolution } from './decision.ts';
import { keyFaults, sourceFaults, textFaults } from './form.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerReading } from './reading.ts';
import { bodyFaults, bodyListFaults, pillarFaults, stateFaults } from './rules.ts';
import { userError, type UserError } from './user-error.ts';

/** What the mutations of the ledger are made of. */
export interface Desk {
  readonly ledger: Ledger;
  readonly reading: LedgerReading;
}

/** What is asked for, by any of the three mutations. */
export interface Asked {
  readonly resolution: Omit<Resolution, 'actor' | 'evidence'>;
  readonly expectedVersion: number;
  readonly idempotencyKey: string | null;
}

/** What a mutation answers. */
export interface DecisionPayload {
  readonly issue: unknown;
  readonly decision: Decision | null;
  readonly userErrors: readonly UserError[];
}

/** Decides. Top-level errors: no brief, and `PILLAR_UNAVAILABLE` where the owner of a named body is down. */
export async function decide(
  { ledger, reading }: Desk,
  { resolution, expectedVersion, idempotencyKey }: Asked,
  {
    viewer: { actor },
    context,
    info,
  }: { readonly viewer: Viewer; readonly context: Context; readonly info: GraphQLResolveInfo },
): Promise<DecisionPayload> {
  const brief = briefOf(context, info);
  const { issueId, kind } = resolution;
  const issue = (await context.record('CrossPillarIssue', issueId)) as unknown as IssueRecord | null;
  const refuse = (...userErrors: UserError[]): DecisionPayload => {
    // Whoever is refused sees the issue as it stands now.
    reading.forget(context, issueId);
    return { issue, decision: null, userErrors };
  };
  const repeated = (first: Decision): DecisionPayload =>
    isSame(first, resolution, expectedVersion)
      ? { issue, decision: first, userErrors: [] }
      : refuse(
          userError(
            'INVALID',
            'idempotencyKey',
            `\`idempotencyKey\` was used with another input, for ${first.id}: take a new one`,
          ),
        );

  const faults = [
    ...textFaults('rationale', resolution.rationale),
    ...sourceFaults(resolution.sources),
    ...bodyListFaults(resolution.relevantBodyIds),
    ...keyFaults(idempotencyKey),
  ];
  if (faults.length > 0) return refuse(...faults);
  const first = idempotencyKey === null ? null : await ledger.byKey(actor, idempotencyKey);
  if (first) return repeated(first);
  if (!issue) return refuse(userError('NOT_FOUND', 'issueId', `There is no issue ${JSON.stringify(issueId)}`));
  const named = [resolution.leadBodyId ?? [], resolution.relevantBodyIds].flat();
  const wrong = [...pillarFaults(resolution, issue), ...bodyFaults(resolution, bodiesIn(brief, named))];
  if (wrong.length > 0) return refuse(...wrong);

  const previous = await ledger.newest(issueId, 'any');
  const binding = kind === 'WITHDRAWN' ? await ledger.newest(issueId, 'binding') : null;
  const conflicts = stateFaults({ kind, expectedVersion, version: previous?.version ?? 0, binding });
  if (conflicts.length > 0) return refuse(...conflicts);
  const whole = { ...resolution, evidence: evidenceIn(brief), actor };
  const decision = await ledger.append(whole, { previous, idempotencyKey });
  if (decision) {
    reading.forget(context, issueId);
    return { issue, decision, userErrors: [] };
  }
  const meanwhile = idempotencyKey === null ? null : await ledger.byKey(actor, idempotencyKey);
  if (meanwhile) return repeated(meanwhile);
  const version = (await ledger.newest(issueId, 'any'))?.version ?? 0;
  return refuse(...stateFaults({ kind, expectedVersion, version, binding }));
}

/** Whether a decision is what is asked for once more. */
function isSame(first: Decision, resolution: Asked['resolution'], expectedVersion: number): boolean {
  const asked = { ...resolution, id: decisionId(resolution.issueId, expectedVersion + 1) };
  return Object.entries(asked).every(
    ([field, value]) => canonicalJson(first[field as keyof typeof asked]) === canonicalJson(value),
  );
}
