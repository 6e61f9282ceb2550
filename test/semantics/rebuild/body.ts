/** bodies.json: the bodies of all stewards. */

import { code, id, ids, PAGE_INFO, PROVENANCE, provenance, word } from './parts.ts';
import type { RebuiltFile } from './rebuilt-file.ts';

/** Children, meetings and mandates are the other side of references in other records. */
export const BODY: RebuiltFile = {
  file: 'bodies.json',
  query: `query ($after: String) {
    bodies(first: 200, after: $after) {
      nodes {
        id acronym name formerNames alternativeNames alternativeAcronyms level form pillar { code }
        parent { id } parentNote status supersededBy { id } established establishedEvent description sectors { id }
        listedInCharterAnnex1 annexParent { id } charterArticle hostMemberState { code } hostCity
        currentHolder { name memberState { code } term } regionalEntity { id } ${PROVENANCE}
      }
      ${PAGE_INFO}
    }
  }`,
  rows: ({ bodies }) => bodies,
  record: (row) => ({
    id: row.id,
    acronym: row.acronym,
    name: row.name,
    formerNames: row.formerNames,
    alternativeNames: row.alternativeNames,
    alternativeAcronyms: row.alternativeAcronyms,
    level: word(row.level),
    form: word(row.form),
    pillar: code(row.pillar),
    parentId: id(row.parent),
    parentNote: row.parentNote,
    status: word(row.status),
    supersededById: id(row.supersededBy),
    established: row.established && { date: row.established, event: row.establishedEvent },
    description: row.description,
    sectorIds: ids(row.sectors),
    listedInCharterAnnex1: row.listedInCharterAnnex1,
    annexParentId: id(row.annexParent),
    charterArticle: row.charterArticle,
    hostCountryCode: code(row.hostMemberState),
    hostCity: row.hostCity,
    currentHolder: row.currentHolder && {
      name: row.currentHolder.name,
      countryCode: code(row.currentHolder.memberState),
      term: row.currentHolder.term,
    },
    regionalEntityId: id(row.regionalEntity),
    provenance: provenance(row.provenance),
  }),
};
