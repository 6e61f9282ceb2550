/** pillar.json: the three pillars. */

import { code, id, period, PROVENANCE, provenance, word } from './parts.ts';
import type { RebuiltFile, Row } from './rebuilt-file.ts';

/** Asks for all but sectors, stakes and elements, which have files of their own. */
export const PILLAR: RebuiltFile = {
  file: 'pillar.json',
  query: `{
    pillars {
      id code name order vision webPage ${PROVENANCE}
      aims { order text blueprintElement { id } basis }
      council {
        body { id acronym name } legalBasis establishedOn establishedBy
        firstMeetingOn firstMeeting { id } firstMeetingPlace meetingsPerYear
      }
      seniorOfficials { id acronym name alternativeNames }
      coordinatingConference { id acronym name }
      blueprint { instrument { id } title adoptedOn adoptedAt { id } adoptedPlace periodFrom periodTo }
      strategicPlan {
        instrument { id } title adoptedOn adoptedAt { id } adoptedPlace launchedOn periodFrom periodTo
        counts { strategicGoals objectives strategicMeasures strategicAreas }
        predecessor { id } description ${PROVENANCE}
        goals { id number kind title officialTitle description ${PROVENANCE} }
      }
    }
  }`,
  rows: ({ pillars }) => pillars,
  folder: (row) => row.id,
  record: (row) => ({
    id: row.id,
    code: code(row),
    name: row.name,
    order: row.order,
    council: council(row.council),
    seniorOfficials: { ...platform(row.seniorOfficials), alternativeNames: row.seniorOfficials.alternativeNames },
    coordinatingConference: platform(row.coordinatingConference),
    blueprint: { ...plan(row.blueprint) },
    strategicPlan: {
      ...plan(row.strategicPlan),
      launchedOn: row.strategicPlan.launchedOn,
      counts: row.strategicPlan.counts,
      predecessorInstrumentId: id(row.strategicPlan.predecessor),
      description: row.strategicPlan.description,
      goals: row.strategicPlan.goals.map(goal),
      provenance: provenance(row.strategicPlan.provenance),
    },
    visionStatement: row.vision,
    aims: row.aims.map(aim),
    webPage: row.webPage,
    provenance: provenance(row.provenance),
  }),
  derived: {
    'council.acronym': 'council.body.acronym',
    'council.name': 'council.body.name',
    'seniorOfficials.acronym': 'seniorOfficials.acronym, of the body',
    'seniorOfficials.name': 'seniorOfficials.name, of the body',
    'seniorOfficials.alternativeNames': 'seniorOfficials.alternativeNames, of the body',
    'coordinatingConference.acronym': 'coordinatingConference.acronym, of the body',
    'coordinatingConference.name': 'coordinatingConference.name, of the body',
  },
};

function platform({ id: bodyId, acronym, name }: Row) {
  return { bodyId, acronym, name };
}

function council({ body, firstMeeting, ...rest }: Row) {
  return { ...platform(body), firstMeetingId: id(firstMeeting), ...rest };
}

function plan({ instrument, title, adoptedOn, adoptedAt, adoptedPlace, ...ends }: Row) {
  return {
    instrumentId: id(instrument),
    title,
    adoptedOn,
    adoptedAtMeetingId: id(adoptedAt),
    adoptedPlace,
    period: period(ends),
  };
}

function goal({ kind, provenance: origin, ...rest }: Row) {
  return { ...rest, kind: word(kind), provenance: provenance(origin) };
}

function aim({ order, text, blueprintElement, basis }: Row) {
  return { order, text, blueprintElementId: id(blueprintElement), basis: word(basis) };
}
