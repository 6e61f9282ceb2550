/** Everything that is derived from schema/graph, as texts: what schema/generated must hold. */

import { buildSchema, Kind, type DocumentNode } from 'graphql';
import { compose, deriveAll } from './compose.ts';
import { writeOut } from './derive/model.ts';
import { readSource, type Source } from './derive/source.ts';
import { referencePage } from './reference.ts';
import { generateTypes } from './types.ts';

/** The derived files, by their paths in schema/generated. Throws where the graph does not derive or compose. */
export async function generate(graph: DocumentNode): Promise<{ files: Map<string, string>; hints: readonly string[] }> {
  const source = readSource(graph);
  const sdl = deriveAll(writeOut(source));
  const { supergraphSdl, openSupergraphSdl, apiSdl, hints } = compose(sdl);
  const files = new Map<string, string>();
  for (const [name, text] of Object.entries(sdl)) files.set(`subgraphs/${name}.graphql`, text);
  files.set('supergraph.graphql', supergraphSdl);
  files.set('supergraph-open.graphql', openSupergraphSdl);
  files.set('api.graphql', apiSdl);
  files.set('reference.md', referencePage(buildSchema(apiSdl)));
  files.set('vocabularies.ts', vocabularies(graph));
  files.set('briefs.ts', briefs(source));
  files.set('graph.ts', await generateTypes(apiSdl));
  return { files, hints };
}

function vocabularies(graph: DocumentNode): string {
  const parts = [
    '/** The closed vocabularies of the graph: every enum with its values, in their order. Derived from schema/graph; never edited. */',
  ];
  for (const node of graph.definitions) {
    if (node.kind !== Kind.ENUM_TYPE_DEFINITION || ['Subgraph', 'StewardCode'].includes(node.name.value)) continue;
    const name = node.name.value;
    const values = (node.values ?? []).map((value) => `'${value.name.value}'`).join(', ');
    parts.push(
      `/** ${node.description?.value ?? name} */\nexport const ${name} = [${values}] as const;\n/** A value of ${name}. */\nexport type ${name} = (typeof ${name})[number];`,
    );
  }
  return `${parts.join('\n\n')}\n`;
}

function briefs({ mutation }: Source): string {
  const entries = (mutation?.fields ?? []).flatMap(({ node, brief }) =>
    brief === undefined ? [] : [`${node.name.value}: '${brief}'`],
  );
  return `/** What the gateway reads before it runs a mutation: files of gateway/briefs by the name of the mutation's field. Derived from schema/graph; never edited. */

/** The files without their ending. */
export const BRIEFS: Readonly<Record<string, string>> = { ${entries.join(', ')} };
`;
}
