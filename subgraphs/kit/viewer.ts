/** Who asks, as the gateway has verified it and as a subgraph may rely on it. */

import { PILLAR_CODES, type PillarCode } from '../../schema/stewards.ts';
import { canonicalJson } from './canonical.ts';

/** The holder of a valid bearer token. Whoever sends none is no viewer. */
export interface Viewer {
  /** The claim `sub`. */
  readonly subject: string;
  /** The office in whose name it acts: the claim `desk`, else `sub`. */
  readonly actor: string;
  /** The scopes of the token, such as `lead:assign`. */
  readonly scopes: readonly string[];
  /** The pillars that it may propose as leads (the claim `pillars`); null where the token names none: all. It limits nothing else. */
  readonly pillars: readonly PillarCode[] | null;
}

/** The viewer as text that a header can carry and that is the same for the same viewer: canonical JSON in ASCII; empty for nobody. */
export function identityOf(viewer: Viewer | undefined): string {
  if (!viewer) return '';
  return canonicalJson(viewer).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The viewer behind such a text; undefined for nobody. Throws where the text is no identity. */
export function viewerOf(identity: string): Viewer | undefined {
  if (identity === '') return undefined;
  const value = parsed(identity);
  if (isViewer(value)) return value;
  throw new Error('The identity of the call is no viewer: gateway and subgraph must be of the same version');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isViewer(value: unknown): value is Viewer {
  if (typeof value !== 'object' || value === null) return false;
  const { subject, actor, scopes, pillars } = value as Record<keyof Viewer, unknown>;
  return (
    typeof subject === 'string' &&
    typeof actor === 'string' &&
    Array.isArray(scopes) &&
    scopes.every((scope) => typeof scope === 'string') &&
    (pillars === null || isPillars(pillars))
  );
}

/** Whether the value is a list of codes of pillars. */
export function isPillars(value: unknown): value is readonly PillarCode[] {
  return Array.isArray(value) && value.every((code) => PILLAR_CODES.some((known) => known === code));
}
