/** All rules of the validator, in the order in which their faults are listed. */

import * as bodies from './bodies.ts';
import * as cities from './cities.ts';
import * as identity from './identity.ts';
import * as issues from './issues.ts';
import * as keeping from './keeping.ts';
import * as meetings from './meetings.ts';
import * as order from './order.ts';
import * as promises from './promises.ts';
import * as readiness from './readiness.ts';
import * as references from './references.ts';
import type { Rule } from './rule.ts';
import { citedSources } from './sources.ts';
import * as time from './time.ts';

/** All rules by name. */
export const RULES: Readonly<Record<string, Rule>> = {
  ...identity,
  ...references,
  ...keeping,
  ...promises,
  ...time,
  ...order,
  ...issues,
  ...bodies,
  ...meetings,
  ...cities,
  ...readiness,
  citedSources,
};
