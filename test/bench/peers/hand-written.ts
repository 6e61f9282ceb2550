/**
 * The heavy operation and nothing else, planned and put together by hand over the subgraphs in the same process: what a gateway that does all
 * operations is measured against. The very fetches of the query plan, one call a pillar and step, each key once. A process of its own.
 */

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { pino } from 'pino';
import { PILLARS, type SubgraphName } from '../../../schema/stewards.ts';
import { createExecutor } from '../../../subgraphs/kit/execute.ts';
import { mergePages } from '../../../subgraphs/kit/list/connection.ts';
import { readRequest } from '../../../subgraphs/kit/list/request.ts';
import { refer } from '../../../subgraphs/kit/reference.ts';
import { closePillars, openPillars } from '../../../subgraphs/open.ts';
import { launch } from '../../support/services/process.ts';
import { answering, type Service } from '../../support/services/services.ts';
import {
  FIRST,
  LISTS,
  ROWS,
  type Instruments,
  type Issue,
  type Pages,
  type Reference,
  type Stake,
} from './hand-written-documents.ts';

type Pillar = Exclude<SubgraphName, 'directory'>;
type Call = (pillar: Pillar, text: string, variables: Record<string, unknown>) => Promise<Record<string, unknown>>;
/** Records by their ids. */
type Known = Map<string, Record<string, unknown>>;

/** Starts it over a store that is seeded already. */
export function startHandWritten(dataDir: string): Promise<Service> {
  const launched = launch({
    file: 'test/bench/peers/hand-written.ts',
    args: [dataDir],
    env: { NODE_ENV: 'production' },
    nodeFlags: ['--max-semi-space-size=32'],
  });
  return answering(launched, /hand-written plan at (http:\S+)/);
}

/** The answer to the heavy operation: all issues, or those with these ids. */
async function answer(call: Call, ids: readonly string[] | undefined): Promise<unknown> {
  const variables = ids ? { filter: { ids } } : {};
  const { crossPillarIssues: issues } = (await call('ascc', FIRST, variables)) as {
    crossPillarIssues: { totalCount: number; nodes: Issue[] };
  };
  const leadBodies = issues.nodes.flatMap(({ lead }) => lead.bodies);
  const stakes = issues.nodes.flatMap((issue) => issue.stakes);
  const requests = issues.nodes.map(({ instruments }) => instruments.request);
  const known = { names: new Map(), stakes: new Map(), bodies: new Map(), instruments: new Map() } satisfies Record<
    string,
    Known
  >;
  const pages = new Map<Pillar, ReadonlyMap<string, Pages>>();

  await Promise.all(
    (['apsc', 'aec'] as const).map(async (pillar) => {
      const asked = {
        bodies: keptBy(pillar, leadBodies),
        stakes: keptBy(pillar, stakes),
        lists: [...new Set(requests)].map((request) => ({ __typename: 'MergedInstrumentConnection', request })),
      };
      const found = await call(pillar, LISTS[pillar], asked);
      keep(known.names, asked.bodies, found['bodies']);
      keep(known.stakes, asked.stakes, found['stakes']);
      const lists = found['lists'] as readonly Pages[];
      pages.set(pillar, new Map(asked.lists.map(({ request }, index) => [request, lists[index] as Pages])));
    }),
  );

  const stakeOf = (stake: Reference): Stake =>
    (stake.id === undefined ? stake : known.stakes.get(stake.id)) as unknown as Stake;
  const bodies = stakes.flatMap((stake) => stakeOf(stake).bodies.map(({ body }) => body));
  const lists = new Map(issues.nodes.map(({ instruments }) => [instruments.request, listOf(instruments, pages)]));
  const rows = [...lists.values()].flatMap(({ nodes }) => nodes);
  await Promise.all(
    PILLARS.map(async ({ subgraph: pillar }) => {
      const asked = { bodies: keptBy(pillar, bodies), instruments: keptBy(pillar, rows) };
      const found = await call(pillar, ROWS[pillar], asked);
      keep(known.bodies, asked.bodies, found['bodies']);
      keep(known.instruments, asked.instruments, found['instruments']);
    }),
  );

  /** A reference without an id was answered where it stands. */
  const filled = (records: Known, it: Reference): { readonly [field: string]: unknown } =>
    (it.id === undefined ? { ...it } : records.get(it.id)) ?? {};
  const nodes = issues.nodes.map(({ title, lead, stakes, instruments }) => {
    const { totalCount, nodes } = lists.get(instruments.request) as ReturnType<typeof listOf>;
    return {
      title,
      lead: { status: lead.status, bodies: lead.bodies.map((body) => ({ name: filled(known.names, body)['name'] })) },
      stakes: stakes.map(stakeOf).map(({ pillar, rationale, bodies }) => ({
        pillar: { code: pillar.code },
        rationale,
        bodies: bodies.map(({ why, body }) => {
          const { name, acronym } = 'name' in body ? body : filled(known.bodies, body);
          return { why, body: { name, acronym } };
        }),
      })),
      instruments: {
        totalCount,
        nodes: nodes.map((node) => {
          const { title, adoptedOn, steward } = filled(known.instruments, node);
          return { title, adoptedOn, steward };
        }),
      },
    };
  });
  return { data: { crossPillarIssues: { totalCount: issues.totalCount, nodes } } };
}

/** The merged list of an issue: the pages of the three pillars as one. */
function listOf(instruments: Instruments, pages: ReadonlyMap<Pillar, ReadonlyMap<string, Pages>>) {
  const { request, asccPage, asccTotal } = instruments;
  const apsc = pages.get('apsc')?.get(request) as Pages;
  const aec = pages.get('aec')?.get(request) as Pages;
  const merged = mergePages(readRequest(request), new Set(['nodes']), [apsc.page, aec.page, asccPage], ({ id }) =>
    refer('Instrument', id),
  );
  return { totalCount: apsc.total + aec.total + asccTotal, nodes: merged.nodes as readonly Reference[] };
}

/** The references whose records a pillar keeps, each once; those of the Community are with the APSC. */
function keptBy(pillar: Pillar, references: readonly Reference[]): { __typename: string; id: string }[] {
  const kept = new Map<string, { __typename: string; id: string }>();
  for (const { __typename, id } of references) {
    if (id === undefined || kept.has(id)) continue;
    const prefix = id.slice(0, id.indexOf(':'));
    if ((prefix === 'asean' ? 'apsc' : prefix) === pillar) kept.set(id, { __typename, id });
  }
  return [...kept.values()];
}

function keep(known: Known, asked: readonly { readonly id: string }[], found: unknown): void {
  for (const [index, { id }] of asked.entries()) known.set(id, (found as Record<string, unknown>[])[index] ?? {});
}

async function main([dataDir = '']: readonly string[]): Promise<void> {
  const pillars = await openPillars({ kind: 'embedded', dataDir });
  const logger = pino({ level: 'error' });
  const executors = new Map(pillars.map(({ subgraph }) => [subgraph.name, createExecutor({ subgraph, logger })]));
  const call: Call = async (pillar, document, variables) => {
    const found = await executors.get(pillar)?.run({ text: document, variables });
    if (!found?.data || found.errors) throw new Error(JSON.stringify(found?.errors));
    return found.data;
  };
  const server = createServer((request, response) => {
    text(request)
      .then((body) => answer(call, (JSON.parse(body) as { variables?: { ids?: string[] } }).variables?.ids))
      .then((found) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(found)))
      .catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  console.log(`hand-written plan at http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  process.once('SIGTERM', () => {
    server.closeAllConnections();
    server.close(() => void closePillars(pillars));
  });
}

if (import.meta.main) await main(process.argv.slice(2));
