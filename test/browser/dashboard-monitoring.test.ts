/** The panels on monitoring and on the pillars, with and without reports: what is missing is shown as missing. */

import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bearer, TOKEN_KEYS } from '../support/tokens.ts';
import { startBrowsed, type Browsed } from './browsed.ts';
import { hasChromium, NEEDS_CHROMIUM, openRecordedPage, type Recorded } from './chromium.ts';

const SCREENSHOTS = fileURLToPath(new URL('screenshots/', import.meta.url));
const PANELS = ['monitoring-figures', 'monitoring-progress', 'pillars'] as const;
const WIDTHS = [
  ['desktop', 1280],
  ['phone', 390],
] as const;
const REPORTS = [
  { elementId: 'ascc:2025-a1', status: 'COMPLETED', value: 12, unit: 'forums', narrative: 'All forums were held.' },
  { elementId: 'ascc:2025-c2', status: 'ON_TRACK', value: 64.5, unit: 'per cent of cities', narrative: 'As planned.' },
  { elementId: 'ascc:2025-d1', status: 'DELAYED', narrative: 'Funds came late.' },
  { elementId: 'ascc:2025-e3', status: 'NOT_STARTED', narrative: 'To begin next year.' },
] as const;

describe.skipIf(!hasChromium)(`monitoring and the pillars on the dashboard (${NEEDS_CHROMIUM})`, () => {
  let browsed: Browsed;
  let graph: Browsed['graph'];
  let browser: Browsed['browser'];
  let page: Page;
  let recorded: Recorded;
  beforeAll(async () => {
    const env = { AUTH_SECRET: TOKEN_KEYS.secret };
    browsed = await startBrowsed(env);
    ({ graph, browser } = browsed);
    ({ page, recorded } = await openRecordedPage(browser));
  }, 300_000);
  afterAll(() => browsed.stop());

  async function show(path = '/dashboard'): Promise<void> {
    await page.goto(`${graph.url}${path}`);
    await page.getByText('All charts are shown').waitFor({ state: 'attached' });
  }
  const sentence = (id: string) => page.locator(`#${id} .sentence`).innerText();
  const marks = (id: string) => page.locator(`#${id} .chart [class*=data_marks] > *`).count();

  async function report(input: Readonly<Record<string, unknown>>): Promise<void> {
    const query = `mutation ($input: ReportProgressInput!) { reportProgress(input: $input) { userErrors { message } } }`;
    const response = await fetch(`${graph.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: await bearer({ scope: 'monitoring:report', desk: 'ASCC monitoring desk' }),
      },
      body: JSON.stringify({ query, variables: { input: { periodEnd: '2026-06-30', ...input } } }),
    });
    expect(await response.json()).toEqual({ data: { reportProgress: { userErrors: [] } } });
  }

  test('says of a blueprint on which nobody has reported that there is no report, in place of an empty chart', async () => {
    await show();
    expect(await sentence('monitoring-progress')).toContain('no report on any of the 23');
    expect(await page.locator('#monitoring-progress .chart').count()).toBe(0);
    expect(await page.locator('#monitoring-progress tbody tr').count()).toBe(23);
    await page
      .locator('#monitoring-progress')
      .screenshot({ path: `${SCREENSHOTS}dashboard-monitoring-progress-none.png` });
  });

  describe('with some reports', () => {
    beforeAll(async () => {
      for (const each of REPORTS) await report(each);
      await report({ ...REPORTS[1], value: 80, periodEnd: '2026-09-30' });
    });

    describe.each(WIDTHS)('at the width of a %s', (name, width) => {
      beforeAll(async () => {
        await page.setViewportSize({ width, height: 850 });
        await show();
      });

      test.each(PANELS)('has as many marks as its table says: %s', async (id) => {
        expect(await marks(id)).toBeGreaterThan(0);
        expect(await marks(id)).toBe(await page.locator(`#${id} [data-mark]`).count());
        await page.locator(`#${id}`).screenshot({ path: `${SCREENSHOTS}dashboard-${id}-${name}.png` });
      });

      test('is no wider than the screen, and has nothing that axe-core finds wrong', async () => {
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        await page.locator('details').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
        await page.evaluate(axe.source);
        const found = (await page.evaluate(`axe.run().then(({ violations }) => violations.map(({ id, nodes }) =>
          id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`)) as string[];
        expect(found).toEqual([]);
      });
    });

    test('shows the newest report of each element, and all else as not reported', async () => {
      expect(await sentence('monitoring-progress')).toBe(
        'Of the 23 characteristics and key result areas of the blueprint, 4 have a report: 1 not started, 1 delayed, 1 on track, 1 completed. The newest is as of 30 September 2026; on 19 nothing is reported.',
      );
      const row = page.locator('#monitoring-progress tbody tr').filter({ hasText: 'C.2' });
      expect(await row.locator('th, td').allTextContents()).toEqual([
        'C.2 Sustainable cities',
        'On track',
        '30 September 2026',
        '80',
        'per cent of cities',
        'As planned.',
        'ASCC monitoring desk',
      ]);
    });

    test('shows reviews that published no figure beside those that did', async () => {
      const rows = page.locator('#monitoring-figures tbody tr');
      const silent = await rows.filter({ hasText: 'no figure on record' }).count();
      expect(silent).toBeGreaterThan(0);
      const said = await sentence('monitoring-figures');
      expect(said).toContain(`${silent} published no figure`);
      const [all, shares, others] = [/Of (\d+)/, /(\d+) say in shares/, /(\d+) gives? other/].map((count) =>
        Number(count.exec(said)?.[1] ?? 0),
      );
      expect(shares! + others! + silent).toBe(all);
      expect(await rows.filter({ hasText: 'September 2020: action lines completed' }).allTextContents()).toEqual([
        expect.stringContaining('97of 103 action lines'),
      ]);
    });

    test('counts for each pillar what the graph counts', async () => {
      const query = '{ pillars { code bodies(first: 0) { totalCount } leads { id } } }';
      const answer = await page.request.post(`${graph.url}/graphql`, { data: { query } });
      const { data } = (await answer.json()) as {
        data: { pillars: { bodies: { totalCount: number }; leads: unknown[] }[] };
      };
      const cells = (name: string) =>
        page.locator('#pillars tbody tr').filter({ hasText: name }).locator('[data-mark]').allTextContents();
      expect(await cells('Bodies')).toEqual(data.pillars.map(({ bodies }) => String(bodies.totalCount)));
      expect(await cells('Smart city projects')).toEqual(
        (await sentence('smart-city-projects')).match(/(?<=A\w+ )\d+(?=[,.])/g),
      );
      expect(await cells('Leads on issues')).toEqual(data.pillars.map(({ leads }) => String(leads.length)));
    });

    test.each(PANELS)('says where its figures come from: %s', async (id) => {
      for (const link of await page.locator(`#${id} a.csv`).all()) {
        const csv = await page.request.get(`${graph.url}${await link.getAttribute('href')}`);
        expect((await csv.text()).split('\r\n').length).toBeGreaterThan(2);
      }
      await page.locator(`#${id} details.sources`).evaluate((details) => details.setAttribute('open', ''));
      await page.locator(`#${id} details.sources`).locator('li a, p:not(.quiet)').first().waitFor();
    });
  });

  test('asks nobody but its own server, and complains of nothing', () => {
    expect(recorded.requests.filter((url) => !url.startsWith(`${graph.url}/`) && !url.startsWith('data:'))).toEqual([]);
    expect(recorded.complaints).toEqual([]);
  });
});
