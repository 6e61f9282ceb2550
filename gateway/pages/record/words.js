/** The words of the page: names of fields, values of enums, times. */

const LABELS = {
  alpha2: 'Two-letter code',
  adoptedAtText: 'Adopted at, in words',
  calendar: 'In the calendar of the ASCC',
  basis: 'Known by',
  charterArticle: 'Article of the ASEAN Charter',
  children: 'Under it',
  coincidesWith: 'Same day and city as',
  convenerLabel: 'Convened by',
  countMin: 'At least',
  countText: 'How many',
  crossPillarRoles: 'Bodies of no one pillar',
  documentCount: 'Number of documents',
  facts: 'What is known',
  landAreaKm2: 'Land area, in square kilometres',
  leadHistory: 'Decisions on the lead',
  listedInCharterAnnex1: 'Listed in Annex 1 of the ASEAN Charter',
  monitoring: 'Monitoring and evaluation',
  namedIn: 'Named in',
  parent: 'Stands under',
  pillarTags: 'Pillars that it touches',
  progress: 'Progress reports',
  sdgs: 'Sustainable Development Goals',
  sdgsBasis: 'How the link to the goals is known',
  stakes: 'What each pillar has at stake',
  steward: 'Kept by',
  titleKnown: 'Title given by the sources',
};

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
  return /^[A-Z][A-Z0-9_]+$/.test(value) ? sentence(value.toLowerCase().replaceAll('_', ' ')) : value;
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

/** A day, month or year as precisely as it is known, in words. */
export function dateInWords(iso) {
  const parts = iso.split('-').length;
  const shown = {
    timeZone: 'UTC',
    year: 'numeric',
    ...(parts > 1 && { month: 'long' }),
    ...(parts > 2 && { day: 'numeric' }),
  };
  return new Intl.DateTimeFormat('en-GB', shown).format(new Date(iso));
}

function sentence(text) {
  const trimmed = text.trim();
  return trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
}
