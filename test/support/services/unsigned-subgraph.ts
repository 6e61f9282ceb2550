/**
 * A subgraph that answers unsigned calls, for benchmarks and gateways that do not sign: `node unsigned-subgraph.ts <code> <folder>`, a process of
 * its own over the embedded store of a folder. Only tests can start one.
 */

import { pino } from 'pino';
import { PILLARS, stewardByCode, type PillarCode } from '../../../schema/stewards.ts';
import { createSubgraphServer } from '../../../subgraphs/kit/server/server.ts';
import { closePillars, openPillars } from '../../../subgraphs/open.ts';
import type { Subgraph } from '../../../subgraphs/kit/subgraph.ts';
import { launch, type Launched } from './process.ts';
import { answering, type Service } from './services.ts';

/** Starts one over a store that is seeded already, and waits until it answers; `/graphql` below its address. */
export function startUnsignedSubgraph(
  code: PillarCode,
  { dataDir, nodeFlags = [] }: { readonly dataDir: string; readonly nodeFlags?: readonly string[] },
): Promise<Service> {
  const launched = launch({ file: 'test/support/services/unsigned-subgraph.ts', args: [code, dataDir], nodeFlags });
  return answeringUnsigned(launched);
}

async function main([code, dataDir = '']: readonly string[]): Promise<void> {
  const steward = PILLARS.find((pillar) => pillar.code === code) ?? stewardByCode('AEC');
  const pillars = await openPillars({ kind: 'embedded', dataDir }, [steward]);
  const [{ subgraph }] = pillars as [(typeof pillars)[number]];
  await serveUnsigned(subgraph, () => closePillars(pillars));
}

/** Serves a subgraph on a free port, says where, and stops at a signal. */
export async function serveUnsigned(subgraph: Subgraph, close?: () => Promise<void>): Promise<void> {
  const server = createSubgraphServer({
    subgraph,
    verify: () => ({ valid: true, identity: '' }),
    settings: { host: '127.0.0.1', port: 0 },
    logger: pino({ level: 'error' }),
    probes: [],
  });
  const { url } = await server.listen();
  console.log(`It answers unsigned calls at ${url}/graphql`);
  process.once('SIGTERM', () => void server.stop().then(close));
}

/** Waits until a process that serves in this way answers. */
export function answeringUnsigned(launched: Launched): Promise<Service> {
  return answering(launched, /answers \S+ calls at (http:\S+)\/graphql/);
}

if (import.meta.main) await main(process.argv.slice(2));
