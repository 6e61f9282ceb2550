/** Operations as large as they may be, each of them another one: what is kept of them fits into a small heap. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRunning, type Running } from '../http/started.ts';
import { temporaryFolder } from '../support/store/factory.ts';

/** Without a bound on what is kept, half of the operations would fill it. */
const HEAP_MB = 640;
const OPERATIONS = 120;
const AT_ONCE = 4;
const CONDITIONS = ['a', 'b', 'c', 'd', 'e'];

const folder = temporaryFolder();
let graph: Running;
beforeAll(async () => {
  graph = await startRunning({
    env: { DATA_DIR: folder.path, LOG_LEVEL: 'error' },
    nodeFlags: [`--max-old-space-size=${HEAP_MB}`],
  });
});
afterAll(async () => {
  await graph.stop();
  folder.remove();
});

async function ask(query: string, variables = {}): Promise<unknown> {
  const response = await fetch(`${graph.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { errors } = (await response.json()) as { readonly errors?: unknown };
  return errors ?? response.status;
}

/** Asks for it so often under other names that it comes near the limits of weight and selections. */
function large(name: string, times: number, fields: string, variables = ''): string {
  const roots = Array.from({ length: times }, (_, index) => `${name}x${index}: crossPillarIssue(id: "smart-cities")`);
  return `query ${name}${variables} { ${roots.map((root) => `${root} { ${fields} }`).join(' ')} }`;
}

test('hundreds of operations that are as heavy as they may be', async () => {
  const fields = `title summary lead { status label kind pillars { code name } bodies { id name } }
    stakes { pillar { code } rationale bodies { why body { id name } } }`;
  for (let first = 0; first < OPERATIONS; first += AT_ONCE) {
    const names = Array.from({ length: AT_ONCE }, (_, index) => `Q${first + index}`);
    expect(await Promise.all(names.map((name) => ask(large(name, 38, fields))))).toEqual(names.map(() => 200));
  }
});

test('every combination of the conditions of a short operation whose fragment is written out often', async () => {
  const names = 'abcdefghi'.split('');
  const variables = names.map((name) => `$${name}: Boolean!`).join(', ');
  const conditions = names.map((name) => `${name}: __typename @include(if: $${name})`).join(' ');
  const roots = Array.from({ length: 30 }, (_, index) => `r${index}: body(id: $id) { ...F }`).join(' ');
  const query = `query (${variables}, $id: ID!) { ${conditions} ${roots} } fragment F on Body {
    id name acronym alternativeAcronyms alternativeNames description established form formerNames level status }`;
  for (let choice = 0; choice < 2 ** names.length; choice++) {
    const values = Object.fromEntries(names.map((name, bit) => [name, (choice & (1 << bit)) !== 0]));
    expect(await ask(query, { ...values, id: 'aec:aem' })).toBe(200);
  }
});

test('every combination of the conditions of large operations', async () => {
  const fields = `title @include(if: $a) summary @include(if: $b) lead @include(if: $c) { status pillars { code name } bodies { id name } }
    stakes @include(if: $d) { pillar { code } rationale bodies { why @include(if: $e) body { id name } } }`;
  const variables = `(${CONDITIONS.map((name) => `$${name}: Boolean!`).join(', ')})`;
  for (let operation = 0; operation < 25; operation++)
    for (let choice = 0; choice < 2 ** CONDITIONS.length; choice++) {
      const values = Object.fromEntries(CONDITIONS.map((name, bit) => [name, (choice & (1 << bit)) !== 0]));
      expect(await ask(large(`C${operation}`, 20, fields, variables), values)).toBe(200);
    }
});
