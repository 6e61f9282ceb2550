/** The words of the page: names of fields, values of enums, times. */

const LABELS = {
  actionPlanProject: 'Project of 2018 that it carries on',
  alpha2: 'Two-letter code',
  adoptedIn: 'Adopted in the state',
  adoptedAtText: 'Adopted at, in words',
  annexParent: 'Parent in Annex 1 of the ASEAN Charter',
  chiefSmartCityOfficerOrganisation: 'Organisation of the chief smart city officer',
  calendar: 'In the calendar of the ASCC',
  basis: 'Known by',
  bodyBasis: 'How the bodies are known',
  charterArticle: 'Article of the ASEAN Charter',
  children: 'Under it',
  coincidesWith: 'Same day and city as',
  convenerLabel: 'Convened by',
  countMin: 'At least',
  countText: 'How many',
  elements: 'Parts of the blueprint',
  establishedEvent: 'How it was established',
  explicit: 'Said outright by the source',
  crossPillarRoles: 'Bodies of no one pillar',
  documentCount: 'Number of documents',
  facts: 'What is known',
  focusAreasAsStated: 'Focus areas, in its own words',
  focusAreasBasis: 'How the focus areas are known',
  focusAreaBasis: 'How the focus area is known',
  followUps: 'Follow-ups',
  foundedEvent: 'How it was founded',
  label: 'Leader, in words',
  landAreaKm2: 'Land area, in square kilometres',
  leadBasis: 'How the lead is known',
  leadHistory: 'Decisions on the lead',
  listedInCharterAnnex1: 'Listed in Annex 1 of the ASEAN Charter',
  monitoring: 'Monitoring and evaluation',
  namedIn: 'Named in',
  numeral: 'Number in the document',
  order: 'Place in its list',
  parent: 'Stands under',
  parentNote: 'Why no single body is above it',
  pillarTags: 'Pillars that it touches',
  populationApproximate: 'Population is approximate',
  populationBasis: 'How the population is known',
  populationScope: 'What the population counts',
  portfolioMatch: 'Match of the two projects',
  portfolioProject: 'Project of the portfolio that carries it on',
  progress: 'Progress reports',
  sdgs: 'Sustainable Development Goals',
  sdgsBasis: 'How the link to the goals is known',
  stakes: 'What each pillar has at stake',
  steward: 'Kept by',
  titleKnown: 'Title given by the sources',
  version: 'Decisions so far',
  window: 'With related meetings',
};

/** Values of enums that their words alone do not say well. */
const VALUES = {
  END_TERM: 'End-term',
  INDUSTRY_4_0_READINESS: 'Industry 4.0 readiness',
  INTER_PARLIAMENTARY_ASSEMBLY: 'Inter-parliamentary assembly',
  MID_TERM: 'Mid-term',
  PILOT_2018: 'Pilot of 2018',
  PORTFOLIO_2025: 'Portfolio of 2025',
  POST_2018: 'After 2018',
  QUALITY_ENVIRONMENT: 'Quality of the environment',
  SCAP_2018: 'Smart City Action Plans of 2018',
};
const ACRONYMS = /\b(?:asean|ascc|un)\b|\beast asia\b/gi;

/** How a record or a part of it is known. */
const BASES = {
  CURATED: 'Editorial judgement',
  DOCUMENTED: 'Stated in a cited source',
  KNOWLEDGE: 'Well established',
};

/** Fields whose values are of an enum, beside those that say how something is known. */
const ENUMS =
  /^(cohort|datePrecision|direction|document|family|focusAreas?|form|kind|level|modality|namedIn|phase|portfolioMatch|programme|relationship|relevance|reviewType|status|type|valueKind)$/;

/** The name of a field, to be read. */
export function labelOf(field) {
  return LABELS[field] ?? sentence(field.replace(/([A-Z])/g, ' $1').toLowerCase());
}

/** The value of a text field, to be read. */
export function wordsOf(value, field) {
  if (/basis$/i.test(field)) return BASES[value] ?? plainValue(value);
  return ENUMS.test(field) ? plainValue(value) : value;
}

/** Status of some records is text: what has small letters stays as it is. */
function plainValue(value) {
  if (VALUES[value]) return VALUES[value];
  if (!/^[A-Z][A-Z0-9_]+$/.test(value)) return value;
  const words = sentence(value.toLowerCase().replaceAll('_', ' '));
  return words.replace(ACRONYMS, (word) => (word.length > 5 ? 'East Asia' : word.toUpperCase()));
}

/** A description of the schema, without what it says to programs. */
export function plain(description = '') {
  return (description ?? '')
    .replaceAll('`', '')
    .split(/(?<=[.;])\s+/)
    .filter((part) => !/\bnull\b|with an error|never partial/i.test(part))
    .join(' ')
    .replace(/;$/, '.')
    .trim();
}

function sentence(text) {
  const trimmed = text.trim();
  return trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
}
