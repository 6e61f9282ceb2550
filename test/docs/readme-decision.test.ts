/** The decision that the README shows can be taken as it stands. */

import { expect, test } from 'vitest';
import { textOf } from '../check/files.ts';
import { SECRETARIAT } from '../support/decisions.ts';
import { startGraph } from '../support/graph.ts';

test('the request of the README is recorded, and sent once more it gives the same decision', async () => {
  const [, body = ''] = /-d '(\{\n  "query": "mutation[\s\S]*?\n\})'/.exec(textOf('README.md')) ?? [];
  const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
  const graph = await startGraph();
  try {
    const first = await graph.ask(query, variables, SECRETARIAT);
    expect(first).toMatchObject({
      data: { assignLeadPillar: { decision: { id: 'climate-change:1', actor: 'ASEAN Secretariat' }, userErrors: [] } },
    });
    expect(await graph.ask(query, variables, SECRETARIAT)).toEqual(first);
  } finally {
    await graph.stop();
  }
});
