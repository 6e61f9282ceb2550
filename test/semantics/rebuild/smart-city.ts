/** smart-cities.json: the cities of the network. */

import { code, PROVENANCE, provenance, word, words } from './parts.ts';
import type { RebuiltFile, Row } from './rebuilt-file.ts';

/** The graph has them by name, the file by id; they fit one page. */
export const SMART_CITY: RebuiltFile = {
  file: 'smart-cities.json',
  query: `{
    smartCities(first: 200) {
      nodes {
        id name memberState { code } nationalCapital latitude longitude
        population populationYear populationScope populationApproximate populationBasis
        landAreaKm2 joinedYear cohort focusAreas focusAreasBasis focusAreasAsStated summary
        chiefSmartCityOfficerOrganisation ${PROVENANCE}
      }
    }
  }`,
  rows: ({ smartCities }) => smartCities.nodes.toSorted((a: Row, b: Row) => (a.id < b.id ? -1 : 1)),
  folder: () => 'aec',
  record: (row) => ({
    id: row.id,
    name: row.name,
    memberState: code(row.memberState),
    isNationalCapital: row.nationalCapital,
    latitude: row.latitude,
    longitude: row.longitude,
    population: {
      value: row.population,
      year: row.populationYear,
      scope: row.populationScope,
      approximate: row.populationApproximate,
      basis: word(row.populationBasis),
    },
    landAreaKm2: row.landAreaKm2,
    joinedYear: row.joinedYear,
    cohort: word(row.cohort),
    focusAreas: words(row.focusAreas),
    focusAreasBasis: row.focusAreasBasis,
    focusAreasAsStated: row.focusAreasAsStated,
    summary: row.summary,
    chiefSmartCityOfficerOrganisation: row.chiefSmartCityOfficerOrganisation,
    provenance: provenance(row.provenance),
  }),
};
