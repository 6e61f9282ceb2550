/** What a rule of the validator is: it looks at the whole data set and reports what breaks it. */

import type { RecordKindName } from '../../schema/records/index.ts';
import type { Entry, Survey } from '../survey.ts';

/** Where a record stands. */
export type Place = Pick<Entry, 'file' | 'id'>;

/** Reports a fault of a field (`null`: of the record as a whole): the value found, and in words what is allowed. */
export type Report = (entry: Place, path: string | null, found: unknown, allowed: string) => void;

/** A rule over the whole data set. */
export type Rule = (survey: Survey, report: Report) => void;

/** A rule that each record of one kind keeps or breaks by itself and by what it refers to. */
export function each<Kind extends RecordKindName>(
  kind: Kind,
  check: (
    entry: Entry<Kind>,
    report: (path: string | null, found: unknown, allowed: string) => void,
    survey: Survey,
  ) => void,
): Rule {
  return (survey, report) => {
    for (const entry of survey.entries(kind))
      check(entry, (path, found, allowed) => report(entry, path, found, allowed), survey);
  };
}
