/** Each acceptance question is answered by one registered operation; what it answers reduces to the expected file, exactly. */

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGraph, type Answer, type Graph } from '../support/graph.ts';
import { cultureOfPreventionLead } from './reduce/01-culture-of-prevention-lead.ts';
import { socCom13AgendaLeads } from './reduce/02-soc-com-13-agenda-leads.ts';
import { smartCitiesStakes } from './reduce/03-smart-cities-stakes.ts';
import { industry40Trail } from './reduce/04-industry-4-0-trail.ts';
import { issuesWithoutLead } from './reduce/05-issues-without-lead.ts';
import { leadsByPillar } from './reduce/06-leads-by-pillar.ts';
import { cultureOfPreventionThrusts } from './reduce/07-culture-of-prevention-thrusts.ts';
import { timorLesteTimeline } from './reduce/08-timor-leste-timeline.ts';
import { asccMonitoringComponents } from './reduce/09-ascc-monitoring-components.ts';
import { blueprintReviews } from './reduce/10-blueprint-reviews.ts';
import { traffickingInPersons } from './reduce/11-trafficking-in-persons.ts';
import { pandemicResponse } from './reduce/12-pandemic-response.ts';
import { calendar2025 } from './reduce/13-calendar-2025.ts';
import { aseanUnPartnership } from './reduce/14-asean-un-partnership.ts';
import { threePillarInstruments } from './reduce/15-three-pillar-instruments.ts';
import { issuesOfTheOriginDocuments } from './reduce/16-issues-of-the-origin-documents.ts';

interface Question {
  /** Name of the expected file without its ending: the number, then the name of the registered operation. */
  readonly file: string;
  readonly reduce: (data: Answer['data']) => unknown;
}

const QUESTIONS: readonly Question[] = [
  { file: '01-culture-of-prevention-lead', reduce: cultureOfPreventionLead },
  { file: '02-soc-com-13-agenda-leads', reduce: socCom13AgendaLeads },
  { file: '03-smart-cities-stakes', reduce: smartCitiesStakes },
  { file: '04-industry-4-0-trail', reduce: industry40Trail },
  { file: '05-issues-without-lead', reduce: issuesWithoutLead },
  { file: '06-leads-by-pillar', reduce: leadsByPillar },
  { file: '07-culture-of-prevention-thrusts', reduce: cultureOfPreventionThrusts },
  { file: '08-timor-leste-timeline', reduce: timorLesteTimeline },
  { file: '09-ascc-monitoring-components', reduce: asccMonitoringComponents },
  { file: '10-blueprint-reviews', reduce: blueprintReviews },
  { file: '11-trafficking-in-persons', reduce: traffickingInPersons },
  { file: '12-pandemic-response', reduce: pandemicResponse },
  { file: '13-calendar-2025', reduce: calendar2025 },
  { file: '14-asean-un-partnership', reduce: aseanUnPartnership },
  { file: '15-three-pillar-instruments', reduce: threePillarInstruments },
  { file: '16-issues-of-the-origin-documents', reduce: issuesOfTheOriginDocuments },
];

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());

describe('the acceptance questions', () => {
  test.for(QUESTIONS)('question $file is answered by one registered operation', async ({ file, reduce }) => {
    const operation = read(`../../gateway/operations/${file.slice(3)}.graphql`);
    const expected: unknown = JSON.parse(read(`../fixtures/acceptance/${file}.json`));

    const { data, errors } = await graph.ask(operation);

    expect(errors).toBeUndefined();
    expect(reduce(data)).toEqual(expected);
  });
});

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}
