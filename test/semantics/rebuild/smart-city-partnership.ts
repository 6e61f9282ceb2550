/** smart-city-partnerships.json: governance, documents, milestones and partnerships of the network. */

import { code, foreignCountry, id, ids, PILLAR_TAG, pillarTag, PROVENANCE, provenance, word, words } from './parts.ts';
import type { RebuiltFile, Row } from './rebuilt-file.ts';

/** By id; they fit one page. */
export const SMART_CITY_PARTNERSHIP: RebuiltFile = {
  file: 'smart-city-partnerships.json',
  query: `{
    smartCityPartnerships(first: 200) {
      nodes {
        id kind title summary startsOn endsOn city country memberState { code } modality
        partnerNames partner { id } pillarTags ${PILLAR_TAG} cities { id } focusAreas chairMemberState { code }
        chairs { year memberState { code } } nationalRepresentatives { memberState { code } organisation }
        memberCityCount memberStateCount projectCount partnershipCount
        statusCounts { ongoing planning completed } statusPercent { ongoing planning completed }
        focusAreaShares { focusArea percent } amount { value currency }
        editions { ordinal startsOn endsOn place modality } meetings { id } instruments { id } ${PROVENANCE}
      }
    }
  }`,
  rows: ({ smartCityPartnerships }) => smartCityPartnerships.nodes,
  folder: () => 'aec',
  record: (row) => ({
    id: row.id,
    kind: word(row.kind),
    title: row.title,
    summary: row.summary,
    startDate: row.startsOn,
    endDate: row.endsOn,
    city: row.city,
    countryCode: code(row.memberState),
    countryName: foreignCountry(row),
    modality: word(row.modality),
    partners: row.partnerNames,
    dialoguePartnerId: id(row.partner),
    pillars: row.pillarTags.map(pillarTag),
    cityIds: ids(row.cities),
    focusAreas: words(row.focusAreas),
    chairCountryCode: code(row.chairMemberState),
    chairs: row.chairs.map(({ year, memberState }: Row) => ({ year, memberState: code(memberState) })),
    nationalRepresentatives: row.nationalRepresentatives.map(({ memberState, organisation }: Row) => ({
      memberState: code(memberState),
      organisation,
    })),
    memberCities: row.memberCityCount,
    memberStates: row.memberStateCount,
    projectCount: row.projectCount,
    statusCounts: row.statusCounts,
    statusPercent: row.statusPercent,
    focusAreaShares: row.focusAreaShares.map(({ focusArea, percent }: Row) => ({
      focusArea: word(focusArea),
      percent,
    })),
    partnershipCount: row.partnershipCount,
    amount: row.amount,
    editions: row.editions.map(edition),
    meetingIds: ids(row.meetings),
    instrumentIds: ids(row.instruments),
    provenance: provenance(row.provenance),
  }),
  derived: { countryName: 'country, where memberState is null' },
};

function edition({ ordinal, startsOn, endsOn, place, modality }: Row) {
  return { ordinal, startDate: startsOn, endDate: endsOn, place, modality: word(modality) };
}
