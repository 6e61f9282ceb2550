/**
 * Runs the suite against any gateway: `node test/security/authorization/main.ts --gateway http://127.0.0.1:4000/graphql`. It starts the subgraphs,
 * writes the supergraph for the gateway where it is told to, waits until the gateway answers, and asks. README.md beside it says more.
 */

import { writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ask, faultsOf, readCases, TOKEN_KEYS } from './cases.ts';
import { startSubgraphs } from './subgraphs.ts';

const { values } = parseArgs({
  options: {
    gateway: { type: 'string' },
    port: { type: 'string', default: '4101' },
    supergraph: { type: 'string' },
    secret: { type: 'string', default: TOKEN_KEYS.secret },
    issuer: { type: 'string', default: TOKEN_KEYS.issuer },
    audience: { type: 'string', default: TOKEN_KEYS.audience },
    lenient: { type: 'boolean', default: false },
  },
});
const { gateway, secret, issuer, audience, lenient: isLenient } = values;
if (gateway === undefined) {
  console.error('--gateway is missing: the whole address of the gateway, such as http://127.0.0.1:4000/graphql');
  process.exit(2);
}
const subgraphs = await startSubgraphs(Number(values.port));
if (values.supergraph !== undefined) {
  writeFileSync(values.supergraph, subgraphs.supergraphSdl);
  console.log(`The supergraph is in ${values.supergraph}`);
}
await answering(gateway);
let failed = 0;
const cases = readCases();
for (const each of cases) {
  const faults = faultsOf(await ask(gateway, each, { secret, issuer, audience }), each, { isLenient });
  console.log(`${faults.length === 0 ? 'ok    ' : 'FAILED'} ${each.name}`);
  for (const fault of faults) console.log(`         ${fault}`);
  if (faults.length > 0) failed += 1;
}
console.log(`${cases.length - failed} of ${cases.length} cases as expected`);
if (failed > 0) process.exitCode = 1;
await subgraphs.stop();

/** Waits up to a minute. */
async function answering(url: string): Promise<void> {
  for (let second = 0; second < 60; second += 1) {
    if (await fetch(url, { method: 'POST' }).catch(() => undefined)) return;
    if (second === 0) console.log(`Waiting for ${url}`);
    await setTimeout(1_000);
  }
  throw new Error(`${url} does not answer`);
}
