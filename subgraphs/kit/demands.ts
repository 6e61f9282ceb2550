/** What a field demands of whoever asks for it, and what is said to whoever does not meet it. One rule for the gateway and the subgraphs. */

import { Kind, valueFromASTUntyped, type ConstDirectiveNode } from 'graphql';
import { CodedError } from '../../schema/errors.ts';
import type { Viewer } from './viewer.ts';

/** Groups of scopes: the token must have all of one group. Every valid token has all of an empty group, none all of one among no groups. */
export type Demand = readonly (readonly string[])[];

/** Any valid token will do. */
export const ANY_TOKEN: Demand = [[]];

/** The demands that directives state, by the names that the directives have. */
export function demandsOf(
  directives: readonly ConstDirectiveNode[] = [],
  names: { readonly authenticated: string | undefined; readonly requiresScopes: string | undefined },
): Demand[] {
  return directives.flatMap(({ name, arguments: given = [] }): Demand[] => {
    if (name.value === names.authenticated) return [ANY_TOKEN];
    if (name.value !== names.requiresScopes) return [];
    const scopes = given.find((argument) => argument.name.value === 'scopes')?.value;
    return [scopes?.kind === Kind.LIST ? groupsOf(valueFromASTUntyped(scopes)) : []];
  });
}

/** Why the viewer may not; undefined where all demands are met. The message names scopes, never fields. */
export function refusalOf(demands: Iterable<Demand>, viewer: Viewer | undefined): CodedError | undefined {
  const unmet = [...demands].filter((demand) => !viewer || !isMet(demand, new Set(viewer.scopes)));
  if (unmet.length === 0) return undefined;
  const scopes = [...new Set(unmet.filter((demand) => demand.every((group) => group.length > 0)).map(inWords))];
  const needed = scopes.length === 0 ? '' : ` with ${scopes.join(', and ')}`;
  return viewer
    ? new CodedError('FORBIDDEN', `The token does not allow this operation, which needs one${needed}`)
    : new CodedError('UNAUTHENTICATED', `The operation needs a bearer token${needed}: the request has none`);
}

/** Whether a holder of these scopes meets the demand. */
export function isMet(demand: Demand, scopes: ReadonlySet<string>): boolean {
  return demand.some((group) => group.every((scope) => scopes.has(scope)));
}

/** Directive coercion: a single value stands for a list of one. */
function groupsOf(value: unknown): Demand {
  return (value as unknown[]).map((group) => (Array.isArray(group) ? group.map(String) : [String(group)]));
}

function inWords(demand: Demand): string {
  if (demand.length === 0) return 'a scope that no token has';
  const groups = demand.map((group) => group.join(' and '));
  return `the ${demand.flat().length === 1 ? 'scope' : 'scopes'} ${groups.join(', or ')}`;
}
