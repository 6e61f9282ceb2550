/** What takes a query out of the explorer: a command or a few lines that ask the same. Runs in the browser. */

/** The snippets of a query: how each is called, and its text. */
export const SNIPPETS = {
  curl: { title: 'Ask with curl', text: curl },
  pandas: { title: 'Read into pandas', text: pandas },
  r: { title: 'Read into R', text: r },
};

/** The address that gives the answer as CSV. */
export function csvUrl(asked) {
  return addressOf(asked, { format: 'csv' });
}

/**
 * What is asked: the operation's text and variables, and the name under which it is registered, where it is.
 * Throws with a sentence where the variables are no JSON object.
 */
export function askedOf({ query, variables, registered, origin }) {
  let values = {};
  if (variables?.trim()) {
    try {
      values = JSON.parse(variables);
    } catch {
      throw new Error('The variables are not JSON: correct them first.');
    }
    if (typeof values !== 'object' || values === null || Array.isArray(values))
      throw new Error('The variables must be a JSON object.');
  }
  const found = registered.find((operation) => operation.query.trim() === query.trim());
  return { query, variables: values, name: found?.name, table: found?.tables[0], origin };
}

/** Texts for programs need no guard against formulas. */
const FOR_PROGRAMS = { format: 'csv', guard: 'off' };

function addressOf({ query, variables, name, table, origin }, layout) {
  const parameters = new URLSearchParams();
  if (name === undefined) {
    parameters.set('query', query);
    if (Object.keys(variables).length > 0) parameters.set('variables', JSON.stringify(variables));
  } else for (const [key, value] of Object.entries(variables)) addParameter(parameters, key, value);
  for (const [key, value] of Object.entries(layout)) parameters.set(key, value);
  if (layout.format && table?.rows) parameters.set('rows', table.rows);
  if (layout.format && table?.all) parameters.set('all', 'true');
  const path = name === undefined ? '/graphql' : `/q/${encodeURIComponent(name)}`;
  return `${origin}${path}${parameters.size > 0 ? `?${parameters}` : ''}`;
}

/** A variable that is not given is no parameter; a list is its values, one after the other. */
function addParameter(parameters, key, value) {
  if (value === null) return;
  for (const each of Array.isArray(value) ? value : [value])
    parameters.append(key, typeof each === 'object' ? JSON.stringify(each) : String(each));
}

function curl(asked) {
  if (asked.name !== undefined) return `curl ${shellQuoted(addressOf(asked, {}))}\n`;
  const body = JSON.stringify({ query: asked.query, variables: asked.variables });
  return `curl ${shellQuoted(`${asked.origin}/graphql`)} \\\n  -H 'content-type: application/json' \\\n  --data-raw ${shellQuoted(body)}\n`;
}

function shellQuoted(text) {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function pandas(asked) {
  if (asked.name !== undefined)
    return `import pandas as pd\n\ndf = pd.read_csv(${JSON.stringify(addressOf(asked, FOR_PROGRAMS))})\nprint(df)\n`;
  return `from urllib.parse import urlencode

import pandas as pd

query = ${pythonText(asked.query)}
variables = ${pythonText(JSON.stringify(asked.variables))}
parameters = {"query": query, "variables": variables, "format": "csv", "guard": "off"}
df = pd.read_csv("${asked.origin}/graphql?" + urlencode(parameters))
print(df)
`;
}

/** As it stands where nothing in it means something to Python, else escaped: JSON's escapes are Python's. */
function pythonText(text) {
  return text.includes('\n') && !/\\|"""|"$/.test(text) ? `"""${text}"""` : JSON.stringify(text);
}

function r(asked) {
  if (asked.name !== undefined) return `df <- read.csv(${JSON.stringify(addressOf(asked, FOR_PROGRAMS))})\nprint(df)\n`;
  return `query <- ${rText(asked.query)}
variables <- ${rText(JSON.stringify(asked.variables))}
df <- read.csv(paste0(
  "${asked.origin}/graphql?format=csv&guard=off",
  "&query=", URLencode(query, reserved = TRUE),
  "&variables=", URLencode(variables, reserved = TRUE)
))
print(df)
`;
}

/** A raw text of R, with more dashes than it holds itself. */
function rText(text) {
  let dashes = '-';
  while (text.includes(`)${dashes}"`)) dashes += '-';
  return `r"${dashes}(${text})${dashes}"`;
}
