/** The query that looks a hit of the search up, by its kind. Runs in the browser. */

const PROVENANCE = 'provenance { basis sources { title url } }';

/** The field of Query and what is asked of the record; the argument is `id: ID!` where nothing else is said. */
const LOOK_UPS = {
  BODY: ['body', 'acronym name level status description steward { name } parent { name } children { name }'],
  MEETING: ['meeting', 'title startsOn endsOn city country body { acronym name } agenda { title } outcomes { text }'],
  INSTRUMENT: ['instrument', 'title type adoptedOn summary adoptedAt { title } pillars { code } steward { name }'],
  CROSS_PILLAR_ISSUE: [
    'crossPillarIssue',
    'title summary lead { status label statement pillars { code } bodies { name } } stakes { pillar { code } rationale }',
  ],
  MONITORING_ITEM: ['monitoringItem', 'title kind date status summary steward { name } parent { title }'],
  REGIONAL_ENTITY: ['regionalEntity', 'name acronym type city country description steward { name }'],
  SECTOR: ['sector', 'name description pillar { code } leadBodies { acronym name }'],
  BLUEPRINT_ELEMENT: ['blueprintElement', 'number title officialTitle description pillar { code } parent { title }'],
  SMART_CITY: [
    'smartCity',
    'name summary memberState { name } projects(first: 25) { totalCount nodes { title status } }',
  ],
  SMART_CITY_PROJECT: ['smartCityProject', 'title status summary city { name } steward { name }'],
  SMART_CITY_PARTNERSHIP: ['smartCityPartnership', 'title kind summary startsOn partnerNames'],
  READINESS_INDICATOR: [
    'readinessIndicator',
    'name unit publisher observations(filter: { latest: true }, first: 25) { nodes { memberState { name } year value valueText } }',
  ],
  INITIATIVE: ['initiative', 'title shortName kind adoptedOn summary pillar { code } leadBodies { name }'],
  MEMBER_STATE: ['memberState', 'name officialName status joinedOn accession { date event }', 'code: ID!'],
  PARTNER: ['partner', 'name acronym type status since pillars { code } issues { title }'],
  VISION_DOCUMENT: ['visionDocument', 'title kind adoptedOn description children { title }'],
  SDG: ['sdg', 'title issues { title } blueprintElements { number title pillar { code } }', 'number: Int!'],
  SDG_PRIORITY_AREA: ['sdgPriorityArea', 'title summary trend sdgs { number title } issues { title }'],
};

/** The query and its variables. `pretty` lays a query out. */
export function lookUp({ kind, id, title }, pretty = (query) => query) {
  const [field, selection, argument = 'id: ID!'] = LOOK_UPS[kind];
  const [name, type] = argument.split(': ');
  const operation = field[0].toUpperCase() + field.slice(1);
  const query = `query ${operation}($${name}: ${type}) { ${field}(${name}: $${name}) { ${selection} ${PROVENANCE} } }`;
  const variables = { [name]: type === 'Int!' ? Number(id) : id };
  return { query: `# ${title}\n${pretty(query)}\n`, variables: JSON.stringify(variables, null, 2) };
}
