/** What is asked: the three reference operations, the same request over and over, and requests that differ in their ids and in who asks. */

import { readFileSync } from 'node:fs';
import { ask } from '../process.ts';
import { spelledOut } from './dialect.ts';

const API = new URL('../../../schema/generated/api.graphql', import.meta.url);

/** The names of the reference operations. */
export const OPERATIONS = ['small', 'medium', 'heavy'] as const;
/** One of them. */
export type Operation = (typeof OPERATIONS)[number];

/** Whether one request is repeated, or each differs from those beside it. */
export const KINDS = ['identical', 'varied'] as const;
/** One of them. */
export type Kind = (typeof KINDS)[number];

/** Requests for one operation. */
export interface Workload {
  readonly operation: Operation;
  readonly kind: Kind;
  /** Whole bodies. */
  readonly bodies: readonly string[];
  /** The same for gateways that cannot plan the operation as it stands. */
  readonly spelledOut: readonly string[];
  /** Authorization headers; none for identical requests. */
  readonly identities: readonly string[];
}

/** The workloads, with ids that the graph at an address has. */
export async function workloadsFor(
  url: string,
  { operations, identities }: { readonly operations: readonly Operation[]; readonly identities: readonly string[] },
): Promise<Workload[]> {
  const ids = await idsOf(url);
  return operations.flatMap((operation): Workload[] => [
    { operation, kind: 'identical', ...bodiesOf(operation, [{}]), identities: [] },
    { operation, kind: 'varied', ...bodiesOf(`${operation}-varied`, variablesOf(operation, ids)), identities },
  ]);
}

function bodiesOf(name: string, all: readonly object[]): Pick<Workload, 'bodies' | 'spelledOut'> {
  const text = readFileSync(new URL(`../operations/${name}.graphql`, import.meta.url), 'utf8');
  const bodies = (query: string) => all.map((variables) => JSON.stringify({ query, variables }));
  return { bodies: bodies(text), spelledOut: bodies(spelledOut(text, readFileSync(API, 'utf8'))) };
}

interface Ids {
  readonly issues: readonly string[];
  readonly states: readonly string[];
}

async function idsOf(url: string): Promise<Ids> {
  const query = '{ crossPillarIssues(first: 100) { nodes { id } } memberStates { code } }';
  const found = (await ask(url, query)) as {
    crossPillarIssues: { nodes: { id: string }[] };
    memberStates: { code: string }[];
  };
  return {
    issues: found.crossPillarIssues.nodes.map(({ id }) => id),
    states: found.memberStates.map(({ code }) => code),
  };
}

/** Answers of about the size of the identical one: all but one issue, all but one state and nearly all projects, or one other issue. */
function variablesOf(operation: Operation, { issues, states }: Ids): object[] {
  const allBut = <T>(items: readonly T[], left: T) => items.filter((item) => item !== left);
  switch (operation) {
    case 'small':
      return issues.map((id) => ({ id }));
    case 'medium':
      return [10, 9, 8].flatMap((projects) => states.map((state) => ({ states: allBut(states, state), projects })));
    case 'heavy':
      return issues.map((id) => ({ ids: allBut(issues, id) }));
  }
}
