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

/** Values that are not plain when their letters alone are made small. */
const VALUES = {
  APSC: 'APSC',
  AEC: 'AEC',
  ASCC: 'ASCC',
};

/** How a record or a part of it is known. */
const BASES = {
  CURATED: 'Editorial judgement',
  DOCUMENTED: 'Stated in a cited source',
  KNOWLEDGE: 'Well established',
};

/** Fields that hold text which may look like the value of an enum. */
const TEXTS = /acronym|name|title|code|alpha2|number|numeral|label|unit|currency|text|term|lines|section|summary/i;

/** The name of a field, to be read. */
export function labelOf(field) {
  return LABELS[field] ?? sentence(field.replace(/([A-Z])/g, ' $1').toLowerCase());
}

/** The value of a text field, to be read. */
export function wordsOf(value, field) {
  if (/basis$/i.test(field) && BASES[value]) return BASES[value];
  if (VALUES[value] && !TEXTS.test(field)) return VALUES[value];
  const isEnum = /^[A-Z][A-Z0-9_]+$/.test(value) && !TEXTS.test(field);
  return isEnum ? sentence(value.toLowerCase().replaceAll('_', ' ')) : value;
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
