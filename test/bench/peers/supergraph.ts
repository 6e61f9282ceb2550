/** The supergraph as gateways of other makers read it: without security directives, which some refuse, and with the address of each subgraph. */

import { readFileSync } from 'node:fs';

const SUPERGRAPH = new URL('../../../schema/generated/supergraph-open.graphql', import.meta.url);

/** Its text, with the subgraphs at these addresses without a path, by name. Throws where it has a subgraph without an address. */
export function supergraphOver(urls: Readonly<Record<string, string>>): string {
  return readFileSync(SUPERGRAPH, 'utf8').replaceAll(
    /@join__graph\(name: "(\w+)", url: "[^"]*"\)/g,
    (_whole, name: string) => {
      const url = urls[name];
      if (!url) throw new Error(`The subgraph ${name} of the supergraph has no address`);
      return `@join__graph(name: "${name}", url: "${url}/graphql")`;
    },
  );
}
