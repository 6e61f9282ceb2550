/** What a supergraph demands of viewers is taken off it and enforced here, so that whoever executes need not know of it. */

import type { SupergraphManager } from '@apollo/gateway';
import { withoutSecurity } from '../../schema/security.ts';
import { requirementsOf, type Requirements } from './requirements.ts';

/** A supergraph for executors, and its demands. */
export interface GuardedSupergraph {
  /** Without the demands. */
  readonly supergraphSdl: string | SupergraphManager;
  /** Those of the supergraph that is served now. */
  readonly requirements: () => Requirements;
}

/**
 * Takes them off a text, or off each that a manager gives: what is exchanged is exchanged with its demands. `open` is the text without
 * them, where that is at hand. Throws an UnenforcedFeatureError, and a manager refuses, where a demand cannot be enforced.
 */
export function guardSupergraph(source: string | SupergraphManager, open?: string): GuardedSupergraph {
  if (typeof source === 'string') {
    const requirements = requirementsOf(source);
    return { supergraphSdl: open ?? withoutSecurity(source), requirements: () => requirements };
  }
  let current = requirementsOf('type Query');
  const supergraphSdl: SupergraphManager = {
    async initialize({ update, ...rest }) {
      const initial = await source.initialize({
        ...rest,
        update(sdl) {
          const next = requirementsOf(sdl);
          update(withoutSecurity(sdl));
          current = next;
        },
      });
      current = requirementsOf(initial.supergraphSdl);
      return { ...initial, supergraphSdl: withoutSecurity(initial.supergraphSdl) };
    },
  };
  return { supergraphSdl, requirements: () => current };
}
