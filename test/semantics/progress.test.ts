/** Rules 7 and 26b: the e-monitoring feed of the ASCC. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { office, reasons } from '../support/decisions.ts';
import { startGraph, type Graph } from '../support/graph.ts';
import { ask } from './asking.ts';
import { records, type DataRecord } from './data.ts';

const [ELEMENT, OTHER] = records('blueprint-elements', ['ascc']) as [DataRecord, DataRecord];
const MONITOR = office('ASCC Monitoring Division', ['monitoring:report']);

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());

const report = (input: Record<string, unknown>, viewer = MONITOR) => {
  const whole = {
    elementId: ELEMENT.id,
    periodEnd: '2024-12-31',
    status: 'ON_TRACK',
    narrative: 'Two of five workshops were held.',
    ...input,
  };
  return graph.ask(
    `mutation ($input: ReportProgressInput!) { payload: reportProgress(input: $input) {
      report { id element { id } periodEnd status value unit narrative actor reportedAt sources { title url } }
      userErrors { code message field }
    } }`,
    { input: whole },
    viewer,
  );
};

async function feed(id: string, args = ''): Promise<DataRecord[]> {
  const { blueprintElement } = await ask(
    graph,
    `{ blueprintElement(id: "${id}") { ... on SocioCulturalBlueprintElement { progress${args} { id periodEnd } } } }`,
  );
  return blueprintElement.progress;
}

test('rule 7: the feed is empty before the first report', async () => {
  expect(await feed(ELEMENT.id)).toEqual([]);
  expect(await feed(ELEMENT.id, '(latest: false)')).toEqual([]);
});

test('rule 7: a report holds what was reported, by whom and when', async () => {
  const { data, errors } = await report({
    value: 40,
    unit: 'per cent',
    sources: [{ title: 'Report', url: 'https://asean.org/report' }],
  });
  expect(errors).toBeUndefined();
  expect(data.payload).toEqual({
    report: {
      id: expect.any(String),
      element: { id: ELEMENT.id },
      periodEnd: '2024-12-31',
      status: 'ON_TRACK',
      value: 40,
      unit: 'per cent',
      narrative: 'Two of five workshops were held.',
      actor: 'ASCC Monitoring Division',
      reportedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      sources: [{ title: 'Report', url: 'https://asean.org/report' }],
    },
    userErrors: [],
  });
});

test('rule 7: the newest report is the one of the newest period, then the one reported last; the series is oldest first', async () => {
  const { data: older } = await report({ periodEnd: '2023-12-31' });
  const { data: newest } = await report({ periodEnd: '2024-12-31', status: 'DELAYED' });
  expect(await feed(ELEMENT.id)).toEqual([{ id: newest.payload.report.id, periodEnd: '2024-12-31' }]);
  expect(await feed(ELEMENT.id, '(latest: true)')).toEqual(await feed(ELEMENT.id));
  const series = await feed(ELEMENT.id, '(latest: false)');
  expect(series.map(({ periodEnd }) => periodEnd)).toEqual(['2023-12-31', '2024-12-31', '2024-12-31']);
  expect(series[0]?.id).toBe(older.payload.report.id);
  expect(series[2]?.id).toBe(newest.payload.report.id);
  expect(await feed(OTHER.id)).toEqual([]);
});

test('rule 26b: an element of another pillar, or none, is not found', async () => {
  const foreign = records('blueprint-elements', ['aec'])[0];
  for (const elementId of [foreign.id, 'ascc:no-such-element', 'nonsense'])
    expect(reasons(await report({ elementId }))).toEqual(['NOT_FOUND elementId']);
});

test('what is not in form is refused by field, and nothing is written', async () => {
  const before = await feed(ELEMENT.id, '(latest: false)');
  expect(reasons(await report({ narrative: '  ' }))).toEqual(['INVALID narrative']);
  expect(reasons(await report({ unit: 'per cent' }))).toEqual(['INVALID unit']);
  expect(reasons(await report({ sources: [{ title: ' ', url: 'ftp://asean.org' }] }))).toEqual([
    'INVALID sources.0.title',
    'INVALID sources.0.url',
  ]);
  expect(await feed(ELEMENT.id, '(latest: false)')).toEqual(before);
});

test('a key that comes again gives the first report, with another input it is refused', async () => {
  const input = { elementId: OTHER.id, idempotencyKey: 'q4' };
  const [first, again] = await Promise.all([report(input), report(input)]);
  expect(again.data.payload.report).toEqual(first.data.payload.report);
  expect(await feed(OTHER.id, '(latest: false)')).toHaveLength(1);
  expect(reasons(await report({ ...input, status: 'DELAYED' }))).toEqual(['INVALID idempotencyKey']);
});

test('it needs a token with its scope', async () => {
  const { errors } = await report({}, office('a desk', ['lead:assign']));
  expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['FORBIDDEN']);
});
