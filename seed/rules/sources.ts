/** Every record cites its sources. */

import { RECORD_KIND_NAMES } from '../../schema/records/index.ts';
import type { Rule } from './rule.ts';

/** The provenance of a record names at least one source. */
export const citedSources: Rule = (survey, report) => {
  for (const kind of RECORD_KIND_NAMES)
    for (const entry of survey.entries(kind))
      if (entry.record.provenance.sources.length === 0) report(entry, 'provenance.sources', [], 'at least one source');
};
