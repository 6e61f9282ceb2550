/** Order: pillars stand as APSC, AEC, ASCC, and members of an ordered list have places of their own. */

import { PILLAR_CODES, type PillarCode } from '../../schema/stewards.ts';
import { each, type Place, type Report, type Rule } from './rule.ts';

/** Lists of tags on pillars are in pillar order, each pillar once. */
export const pillarTagOrder: Rule = (survey, report) => {
  for (const kind of ['smart-city-project', 'smart-city-partnership'] as const)
    for (const entry of survey.entries(kind)) checkTags(entry, 'pillars', entry.record.pillars, report);
  for (const entry of survey.entries('initiative')) checkTags(entry, 'otherPillars', entry.record.otherPillars, report);
};

/** The other pillars of an initiative are other than its own. */
export const otherPillars = each('initiative', ({ record }, report) => {
  record.otherPillars.forEach(({ pillar }, i) => {
    if (pillar === record.pillar)
      report(`otherPillars[${i}].pillar`, pillar, `another pillar than ${record.pillar}, whose work it chiefly is`);
  });
});

/** The `order` of a member is its own in its list, and a record's in its steward's list. */
export const ownPlaces: Rule = (survey, report) => {
  const check = (entry: Place, path: string, order: number, seen: Set<number>) => {
    if (seen.has(order)) report(entry, path, order, 'a place that no other member of the list has');
    seen.add(order);
  };
  const list = (entry: Place, name: string, members: readonly { order: number }[]) => {
    const seen = new Set<number>();
    members.forEach(({ order }, i) => check(entry, `${name}[${i}].order`, order, seen));
  };
  for (const entry of survey.entries('meeting')) {
    list(entry, 'agenda', entry.record.agenda);
    list(entry, 'outcomes', entry.record.outcomes);
  }
  for (const kind of ['instrument', 'monitoring-item'] as const)
    for (const entry of survey.entries(kind)) list(entry, 'items', entry.record.items);
  for (const entry of survey.entries('pillar')) list(entry, 'aims', entry.record.aims);
  for (const kind of ['sector', 'sdg-priority-area', 'vision-document'] as const) {
    const seen = new Map<string, Set<number>>();
    for (const entry of survey.entries(kind)) {
      const places = seen.get(entry.steward.id) ?? new Set();
      seen.set(entry.steward.id, places);
      check(entry, 'order', entry.record.order, places);
    }
  }
};

/** The priority areas of a goal are named in the order of the areas. */
export const areaOrder = each('sdg', ({ record }, report, survey) => {
  const orders = record.priorityAreaIds.map((id) => survey.entry('sdg-priority-area', id)?.record.order ?? Infinity);
  const at = orders.findIndex((order, i) => i > 0 && order < orders[i - 1]!);
  if (at !== -1)
    report(`priorityAreaIds[${at}]`, record.priorityAreaIds[at], 'areas in the order of sdg-priority-areas.json');
});

function checkTags(entry: Place, field: string, tags: readonly { pillar: PillarCode }[], report: Report): void {
  tags.forEach(({ pillar }, i) => {
    const before = tags[i - 1]?.pillar;
    if (before !== undefined && PILLAR_CODES.indexOf(before) >= PILLAR_CODES.indexOf(pillar))
      report(entry, `${field}[${i}].pillar`, pillar, 'pillars once each, in the order APSC, AEC, ASCC');
  });
}
