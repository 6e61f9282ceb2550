/** Plans the registered operations over our own supergraph, for the starts to come; with `--check` tells whether the plans are stale. A part of `npm run schema:compose`. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { getOperationAST, parse, type OperationDefinitionNode } from 'graphql';
import { readOperations } from '../../http/registered/operations.ts';
import { plannable } from '../aliases.ts';
import { supergraphFacts } from '../facts.ts';
import { hashOf, normalise } from '../normalise.ts';
import { createApolloPlanner } from './apollo.ts';
import { PLANS_FILE, supergraphHash, type PlansFile } from './known-plans.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
// The second says nothing of tokens, which changes no plan.
const [supergraphSdl = '', open = ''] = ['supergraph', 'supergraph-open'].map((name) =>
  readFileSync(new URL(`../../../schema/generated/${name}.graphql`, import.meta.url), 'utf8'),
);
const wanted = written({ supergraphs: [supergraphSdl, open].map(supergraphHash), plans: await plans() });
if (wanted === current()) console.log('gateway/generated is up to date');
else if (values.check) {
  console.error('Stale: gateway/generated/plans.json. Run `npm run schema:compose`.');
  process.exitCode = 1;
} else {
  mkdirSync(fileURLToPath(new URL('.', PLANS_FILE)), { recursive: true });
  writeFileSync(PLANS_FILE, wanted);
  console.log('Written: gateway/generated/plans.json');
}

async function plans(): Promise<PlansFile['plans']> {
  const facts = supergraphFacts(supergraphSdl);
  const planner = createApolloPlanner({ supergraphSdl });
  try {
    const found: PlansFile['plans'][number][] = [];
    for (const { name, query } of await readOperations()) {
      const document = parse(query);
      const operation = getOperationAST(document) as OperationDefinitionNode;
      const asked = plannable(normalise(document, operation), facts.fieldNames);
      found.push({ operation: name, text: hashOf(asked), plan: (await planner.plan(asked)) ?? null });
    }
    return found;
  } finally {
    await planner.stop();
  }
}

/** A line for each operation, so that what changed is seen. */
function written({ supergraphs, plans: all }: PlansFile): string {
  const lines = all.map((one) => JSON.stringify(one)).join(',\n');
  return `{"supergraphs":${JSON.stringify(supergraphs)},"plans":[\n${lines}\n]}\n`;
}

function current(): string | undefined {
  try {
    return readFileSync(PLANS_FILE, 'utf8');
  } catch {
    return undefined;
  }
}
