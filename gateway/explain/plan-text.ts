/** A plan as people read it: what is fetched from which subgraph, in what order, and into which places of the answer. */

import { parse, print } from 'graphql';
import type { FetchNode, PathSegment, PlanNode } from '../execution/plan.ts';

/** The text, of several lines. */
export function planText(plan: PlanNode | undefined): string {
  return plan ? linesOf(plan).join('\n') : 'Nothing is fetched.';
}

function linesOf(node: PlanNode): string[] {
  switch (node.kind) {
    case 'sequence':
      return block('Sequence', node.nodes.flatMap(linesOf));
    case 'parallel':
      return block('Parallel', node.nodes.flatMap(linesOf));
    case 'condition':
      return [
        ...(node.then ? block(`If $${node.variable}`, linesOf(node.then)) : []),
        ...(node.otherwise ? block(`Unless $${node.variable}`, linesOf(node.otherwise)) : []),
      ];
    case 'fetch':
      return block(`Fetch ${node.subgraph}${placesOf(node)}`, print(parse(node.operation)).split('\n'));
  }
}

function block(head: string, lines: readonly string[]): string[] {
  return [`${head} {`, ...lines.map((line) => `  ${line}`), '}'];
}

function placesOf({ entities }: FetchNode): string {
  const paths = entities.flatMap((one) => one.paths.map((path) => path.map(segmentText).join('.')));
  return paths.length > 0 ? ` into ${[...new Set(paths)].join(', ')}` : '';
}

function segmentText(segment: PathSegment): string {
  if (segment.kind === 'field') return segment.key;
  return segment.kind === 'items' ? '@' : `[${segment.types.join('|')}]`;
}
