/** What a decision may say: of the pillars of the issue, of bodies that exist and fit, against the state that was seen. */

import type { IssueRecord } from '../../../schema/records/index.ts';
import type { NamedBody } from './brief.ts';
import type { Decision, Resolution } from './decision.ts';
import { userError, type UserError } from './user-error.ts';

const RELEVANT_BODIES = 50;

/** The lead and its supporters are pillars of the issue. */
export function pillarFaults(
  { pillar, supporting }: Pick<Resolution, 'pillar' | 'supporting'>,
  { pillars }: IssueRecord,
): UserError[] {
  const allowed = `the pillars of the issue are ${pillars.join(', ')}`;
  const faults: UserError[] = [];
  if (pillar && !pillars.includes(pillar))
    faults.push(userError('NOT_A_STAKEHOLDER', 'pillar', `The ${pillar} has no stake in the issue: ${allowed}`));
  for (const code of supporting) {
    if (!pillars.includes(code))
      faults.push(userError('NOT_A_STAKEHOLDER', 'supporting', `The ${code} has no stake in the issue: ${allowed}`));
    else if (code === pillar)
      faults.push(userError('INVALID', 'supporting', `The ${code} leads, so it cannot also support the lead`));
  }
  return faults;
}

/** Not too many bodies. */
export function bodyListFaults(ids: readonly string[]): UserError[] {
  if (ids.length <= RELEVANT_BODIES) return [];
  return [userError('INVALID', 'relevantBodyIds', `There are ${ids.length} bodies: ${RELEVANT_BODIES} are allowed`)];
}

/** The bodies exist; the one that leads is of the lead pillar or of no one pillar. */
export function bodyFaults(
  { pillar, leadBodyId, relevantBodyIds }: Pick<Resolution, 'pillar' | 'leadBodyId' | 'relevantBodyIds'>,
  bodies: ReadonlyMap<string, NamedBody | null>,
): UserError[] {
  const missing = (field: string, id: string) =>
    userError('NOT_FOUND', field, `There is no body ${JSON.stringify(id)}`);
  const faults: UserError[] = [];
  const lead = leadBodyId === null ? undefined : bodies.get(leadBodyId);
  if (lead === null) faults.push(missing('leadBodyId', String(leadBodyId)));
  else if (lead?.pillar && lead.pillar !== pillar)
    faults.push(
      userError(
        'BODY_NOT_IN_PILLAR',
        'leadBodyId',
        `${lead.id} is a body of the ${lead.pillar}: a body of the ${pillar} can lead for it, or one of no one pillar`,
      ),
    );
  for (const id of relevantBodyIds) if (!bodies.get(id)) faults.push(missing('relevantBodyIds', id));
  return faults;
}

/** The state is the one that was seen, and what is withdrawn is there. */
export function stateFaults({
  kind,
  expectedVersion,
  version,
  binding,
}: {
  readonly kind: Resolution['kind'];
  readonly expectedVersion: number;
  readonly version: number;
  /** The newest decision but proposals; looked at for a withdrawal. */
  readonly binding: Decision | null;
}): UserError[] {
  if (version !== expectedVersion)
    return [
      userError(
        'VERSION_CONFLICT',
        'expectedVersion',
        `The issue is at version ${version}, not ${expectedVersion}: look at its lead as it stands now, and decide again`,
      ),
    ];
  if (kind === 'WITHDRAWN' && binding?.kind !== 'ASSIGNED')
    return [userError('NOTHING_TO_WITHDRAW', 'issueId', 'No lead is assigned, so none can be withdrawn')];
  return [];
}
