/** regional-entities.json: the centres and associated entities of all stewards. */

import { code, foreignCountry, id, ids, PAGE_INFO, PROVENANCE, provenance, word } from './parts.ts';
import type { RebuiltFile } from './rebuilt-file.ts';

/** By id. */
export const REGIONAL_ENTITY: RebuiltFile = {
  file: 'regional-entities.json',
  query: `query ($after: String) {
    regionalEntities(first: 200, after: $after) {
      nodes {
        id acronym alternativeAcronyms name pillar { code } type relationship status charterArticle
        city country memberState { code } founded foundedEvent relatedBody { id } body { id } sectors { id }
        description ${PROVENANCE}
      }
      ${PAGE_INFO}
    }
  }`,
  rows: ({ regionalEntities }) => regionalEntities,
  record: (row) => ({
    id: row.id,
    acronym: row.acronym,
    alternativeAcronyms: row.alternativeAcronyms,
    name: row.name,
    pillar: code(row.pillar),
    entityType: word(row.type),
    relationship: word(row.relationship),
    status: word(row.status),
    charterArticle: row.charterArticle,
    hostCountryCode: code(row.memberState),
    hostCountryName: foreignCountry(row),
    hostCity: row.city,
    founded: row.founded && { date: row.founded, event: row.foundedEvent },
    relatedBodyId: id(row.relatedBody),
    bodyId: id(row.body),
    sectorIds: ids(row.sectors),
    description: row.description,
    provenance: provenance(row.provenance),
  }),
  derived: { hostCountryName: 'country, where memberState is null' },
};
