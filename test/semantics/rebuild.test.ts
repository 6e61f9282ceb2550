/** Every record is reachable with its provenance: answers of the graph rebuild each data file, record by record and in its order. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGraph, type Graph } from '../support/graph.ts';
import { dataFiles, readDataFile } from './data.ts';
import { REBUILT_FILES } from './rebuild/all.ts';
import { allRows, folderOf, type RebuiltFile } from './rebuild/rebuilt-file.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());

type Records = Readonly<Record<string, unknown>>[];

const rebuilt = new Map<RebuiltFile, Promise<ReadonlyMap<string, Records>>>();

/** The records that the graph gives of the files of a name, by folder. Asked once. */
function rebuild(definition: RebuiltFile): Promise<ReadonlyMap<string, Records>> {
  const known = rebuilt.get(definition) ?? rebuildAll(definition);
  rebuilt.set(definition, known);
  return known;
}

async function rebuildAll(definition: RebuiltFile): Promise<ReadonlyMap<string, Records>> {
  const folders = new Map<string, Records>();
  for (const [index, row] of (await allRows(graph, definition)).entries()) {
    const folder = folderOf(definition, row);
    folders.set(folder, [...(folders.get(folder) ?? []), definition.record(row, index)]);
  }
  return folders;
}

describe('every record is reachable with its provenance', () => {
  test.for(REBUILT_FILES)('answers rebuild $file', async (definition) => {
    const folders = await rebuild(definition);
    const files = dataFiles().filter(({ file }) => file === definition.file);
    expect([...folders.keys()].sort()).toEqual(files.map(({ folder }) => folder).sort());
    for (const file of files) {
      const expected: unknown = [readDataFile(file)].flat();
      expect(folders.get(file.folder), file.folder).toStrictEqual(expected);
    }
  });

  test('the 46 files with their 2,090 records are rebuilt', async () => {
    const folders = await Promise.all(REBUILT_FILES.map(rebuild));
    const files = folders.flatMap((one) => [...one.values()]);
    expect(files).toHaveLength(dataFiles().length);
    expect(files).toHaveLength(46);
    expect(files.flat()).toHaveLength(2_090);
  });

  test('only these fields are derived from other answers', () => {
    const derived = REBUILT_FILES.flatMap(({ file, derived: fields = {} }) =>
      Object.entries(fields).map(([field, expression]) => `${file} ${field}: ${expression}`),
    );
    expect(derived).toMatchInlineSnapshot(`
      [
        "pillar.json council.acronym: council.body.acronym",
        "pillar.json council.name: council.body.name",
        "pillar.json seniorOfficials.acronym: seniorOfficials.acronym, of the body",
        "pillar.json seniorOfficials.name: seniorOfficials.name, of the body",
        "pillar.json seniorOfficials.alternativeNames: seniorOfficials.alternativeNames, of the body",
        "pillar.json coordinatingConference.acronym: coordinatingConference.acronym, of the body",
        "pillar.json coordinatingConference.name: coordinatingConference.name, of the body",
        "meetings.json countryName: country, where memberState is null",
        "issues.json crossPillarBodyIds: crossPillarRoles.body.id, sorted",
        "issues.json leadStatus: lead.status, while nobody has decided otherwise",
        "issues.json documentedLead: lead, where lead.status is DOCUMENTED",
        "regional-entities.json hostCountryName: country, where memberState is null",
        "vision.json order: place in community.visionDocuments, from 1",
        "member-states.json id: code",
        "sdgs.json id: \`sdg-\` and number in two digits",
        "smart-city-projects.json memberState: city.memberState.code",
        "smart-city-partnerships.json countryName: country, where memberState is null",
      ]
    `);
  });
});
