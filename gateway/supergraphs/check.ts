/** Whether a text is a supergraph that can be served, told before anything depends on it. */

import { Supergraph } from '@apollo/federation-internals';
import { Kind, parse, type DocumentNode } from 'graphql';
import { withoutSecurity } from '../../schema/security.ts';

/** A supergraph that can be served. */
export interface CheckedSupergraph {
  readonly sdl: string;
  /** Who answers, and where. */
  readonly subgraphs: readonly SubgraphAddress[];
}

/** A subgraph and its whole address. */
export interface SubgraphAddress {
  readonly name: string;
  readonly url: string;
}

/** Throws where it is none, with a message that follows the name of the place it is from. */
export function checkSupergraph(sdl: string): CheckedSupergraph {
  const document = read(sdl);
  const isComposed = document.definitions.some(
    (node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph',
  );
  if (!isComposed)
    throw new Error(
      'is no supergraph: it names no subgraphs (enum join__Graph). It must be what composition gives, not the schema of a subgraph or of the API',
    );
  const supergraph = build(sdl);
  const subgraphs = supergraph.subgraphsMetadata().map(({ name, url }) => ({ name, url }));
  for (const { name, url } of subgraphs) {
    if (!/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
      throw new Error(
        `has no usable address of the subgraph ${JSON.stringify(name)}: received ${JSON.stringify(url)}, allowed is one such as http://127.0.0.1:4002/graphql`,
      );
  }
  return { sdl, subgraphs };
}

function read(sdl: string): DocumentNode {
  try {
    return parse(sdl, { noLocation: true });
  } catch (error) {
    throw new Error(`is no supergraph: ${lineOf(error)}`, { cause: error });
  }
}

function build(sdl: string): Supergraph {
  try {
    // What it demands of tokens the gateway enforces by itself.
    const supergraph = Supergraph.build(withoutSecurity(sdl));
    // What each subgraph knows is drawn from it; planning needs that.
    supergraph.subgraphs();
    return supergraph;
  } catch (error) {
    throw new Error(`is no supergraph that this gateway can serve: ${lineOf(error)}`, { cause: error });
  }
}

function lineOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s*\n\s*/g, ' ');
}
