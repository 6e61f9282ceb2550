/** What a field's own selection asks for. */

import { Kind, parse, type FragmentDefinitionNode } from 'graphql';
import { describe, expect, test } from 'vitest';
import { selectedFields, selectsMoreThan, type SelectionInfo } from '../../subgraphs/kit/selection.ts';

/** The info of the only root field of a document, or of all root fields that share its response key. */
function infoOf(text: string): SelectionInfo {
  const fragments: Record<string, FragmentDefinitionNode> = {};
  let fieldNodes: SelectionInfo['fieldNodes'] = [];
  for (const definition of parse(text).definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
    else if (definition.kind === Kind.OPERATION_DEFINITION) {
      fieldNodes = definition.selectionSet.selections.filter((selection) => selection.kind === Kind.FIELD);
    }
  }
  return { fieldNodes, fragments };
}

describe('the selected fields', () => {
  test('are names, not aliases, through fragments of any type', () => {
    const info = infoOf(`
      { body { short: acronym ... on EconomicBody { name ...Rest } ...Rest } }
      fragment Rest on Body { meetings { nodes { id } } ... { level } }`);
    expect([...selectedFields(info)]).toEqual(['acronym', 'name', 'meetings', 'level']);
  });

  test('are those of all places where the field stands', () => {
    expect([...selectedFields(infoOf('{ body { id } body { name } }'))]).toEqual(['id', 'name']);
  });

  test('follow a path through aliases and fragments', () => {
    const info = infoOf(`
      { meetings { rows: edges { cursor node { title } ...More } nodes { id } } }
      fragment More on MeetingEdge { node { ... on EconomicMeeting { city } } }`);
    expect([...selectedFields(info, ['edges', 'node'])]).toEqual(['title', 'city']);
    expect([...selectedFields(info, ['nodes'])]).toEqual(['id']);
    expect([...selectedFields(info, ['pageInfo'])]).toEqual([]);
  });

  test('are none where the field has no selection', () => {
    expect([...selectedFields(infoOf('{ name }'))]).toEqual([]);
  });
});

test('whether more than what is known is asked for', () => {
  const known = new Set(['__typename', 'id']);
  expect(selectsMoreThan(infoOf('{ body { __typename id } }'), known)).toBe(false);
  expect(selectsMoreThan(infoOf('{ body { id ... on EconomicBody { name } } }'), known)).toBe(true);
  expect(selectsMoreThan(infoOf('{ bodies { nodes { id } totalCount } }'), known, ['nodes'])).toBe(false);
});
