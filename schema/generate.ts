/** Everything that is derived from schema/graph, as texts: what schema/generated must hold. */

import { buildSchema, Kind, type DocumentNode } from 'graphql';
import { compose, deriveAll } from './compose.ts';
import { writeOut } from './derive/model.ts';
import { readSource } from './derive/source.ts';
import { referencePage } from './reference.ts';
import { generateTypes } from './types.ts';

/** The derived files, by their paths in schema/generated. Throws where the graph does not derive or compose. */
export async function generate(graph: DocumentNode): Promise<{ files: Map<string, string>; hints: readonly string[] }> {
  const sdl = deriveAll(writeOut(readSource(graph)));
  const { supergraphSdl, apiSdl, hints } = compose(sdl);
  const files = new Map<string, string>();
  for (const [name, text] of Object.entries(sdl)) files.set(`subgraphs/${name}.graphql`, text);
  files.set('supergraph.graphql', supergraphSdl);
  files.set('api.graphql', apiSdl);
  files.set('reference.md', referencePage(buildSchema(apiSdl)));
  files.set('vocabularies.ts', vocabularies(graph));
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
