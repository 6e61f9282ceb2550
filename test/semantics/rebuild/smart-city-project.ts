/** smart-city-projects.json: the projects of the cities, of all pillars. */

import { code, id, PAGE_INFO, PILLAR_TAG, pillarTag, PROVENANCE, provenance, word, words } from './parts.ts';
import type { RebuiltFile } from './rebuilt-file.ts';

/** By id. */
export const SMART_CITY_PROJECT: RebuiltFile = {
  file: 'smart-city-projects.json',
  query: `query ($after: String) {
    smartCityProjects(first: 200, after: $after) {
      nodes {
        id city { id memberState { code } } programme phase listNumber title focusAreas focusAreaBasis status summary
        supportSought partners pillarTags ${PILLAR_TAG}
        actionPlanProject { id } portfolioProject { id } portfolioMatch ${PROVENANCE}
      }
      ${PAGE_INFO}
    }
  }`,
  rows: ({ smartCityProjects }) => smartCityProjects,
  record: (row) => ({
    id: row.id,
    cityId: id(row.city),
    memberState: code(row.city.memberState),
    programme: word(row.programme),
    phase: word(row.phase),
    listNumber: row.listNumber,
    title: row.title,
    focusAreas: words(row.focusAreas),
    focusAreaBasis: row.focusAreaBasis,
    status: word(row.status),
    summary: row.summary,
    supportSought: row.supportSought,
    partners: row.partners,
    pillars: row.pillarTags.map(pillarTag),
    actionPlanProjectId: id(row.actionPlanProject),
    portfolioProjectId: id(row.portfolioProject),
    portfolioMatch: word(row.portfolioMatch),
    provenance: provenance(row.provenance),
  }),
  derived: { memberState: 'city.memberState.code' },
};
