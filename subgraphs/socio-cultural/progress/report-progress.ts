/** `reportProgress`: a report is added to the e-monitoring feed of the ASCC. */

import type { ReportProgressInput } from '../../../schema/generated/graph.ts';
import { typeOfId } from '../../../schema/kinds.ts';
import { canonicalJson } from '../../kit/canonical.ts';
import type { FieldResolver } from '../../kit/resolvers.ts';
import { requireViewer } from '../../kit/require-viewer.ts';
import { keyFaults, lengthFaults, sourceFaults, sourcesOf, textFaults } from '../lead/form.ts';
import { userError, type UserError } from '../lead/user-error.ts';
import type { ProgressReport, ProgressReports } from './reports.ts';

const UNIT_LENGTH = 100;

interface Payload {
  readonly report: ProgressReport | null;
  readonly userErrors: readonly UserError[];
}

/** The resolver of the mutation. */
export function reportProgress(
  reports: ProgressReports,
): FieldResolver<unknown, { readonly input: ReportProgressInput }> {
  return async (_root, { input }, context): Promise<Payload> => {
    const { actor } = requireViewer(context);
    const { elementId, periodEnd, status, narrative, idempotencyKey = null } = input;
    const wanted = {
      elementId,
      periodEnd,
      status,
      value: input.value ?? null,
      unit: input.unit?.trim() || null,
      narrative: narrative.trim(),
      actor,
      sources: sourcesOf(input.sources),
    };
    const faults = formFaults(input);
    if (faults.length > 0) return refused(...faults);
    const first = idempotencyKey === null ? null : await reports.byKey(actor, idempotencyKey);
    if (first) return repeated(first, wanted);
    const isOwn = typeOfId('BlueprintElement', elementId) === 'SocioCulturalBlueprintElement';
    if (!isOwn || !(await context.record('BlueprintElement', elementId)))
      return refused(
        userError('NOT_FOUND', 'elementId', `The ASCC has no blueprint element ${JSON.stringify(elementId)}`),
      );
    const report = await reports.append(wanted, idempotencyKey);
    if (report) return { report, userErrors: [] };
    const meanwhile = await reports.byKey(actor, String(idempotencyKey));
    if (!meanwhile) throw new Error('A report was refused as a second one, but there is no first');
    return repeated(meanwhile, wanted);
  };
}

function formFaults({ narrative, value, unit, sources, idempotencyKey }: ReportProgressInput): UserError[] {
  const faults = [...textFaults('narrative', narrative), ...sourceFaults(sources), ...keyFaults(idempotencyKey)];
  if (unit) faults.push(...lengthFaults(['unit'], unit, UNIT_LENGTH));
  if (unit && (value === null || value === undefined))
    faults.push(userError('INVALID', 'unit', `\`unit\` is ${JSON.stringify(unit)}, but there is no \`value\``));
  return faults;
}

function repeated(first: ProgressReport, wanted: Omit<ProgressReport, 'id' | 'reportedAt'>): Payload {
  const isSame = Object.entries(wanted).every(
    ([field, value]) => canonicalJson(first[field as keyof typeof wanted]) === canonicalJson(value),
  );
  if (isSame) return { report: first, userErrors: [] };
  return refused(
    userError('INVALID', 'idempotencyKey', '`idempotencyKey` was used with another input: take a new one'),
  );
}

function refused(...userErrors: UserError[]): Payload {
  return { report: null, userErrors };
}
