/** The dashboard as its readers see it: every chart shows what its table says, on a desk and on a phone. */

import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowsed, type Browsed } from './browsed.ts';
import { hasChromium, NEEDS_CHROMIUM, openRecordedPage, type Recorded } from './chromium.ts';

const SCREENSHOTS = fileURLToPath(new URL('screenshots/', import.meta.url));
const PANELS = ['leads', 'readiness', 'readiness-years', 'smart-cities', 'smart-city-projects'] as const;
/** Stands in for the page that a hit leads to: what it shows is not of the dashboard. */
const RECORD_PAGE = '<!doctype html><link rel="icon" href="data:,">';
const WIDTHS = [
  ['desktop', 1280],
  ['phone', 390],
] as const;

describe.skipIf(!hasChromium)(`the dashboard (${NEEDS_CHROMIUM})`, () => {
  let browsed: Browsed;
  let graph: Browsed['graph'];
  let browser: Browsed['browser'];
  let page: Page;
  let recorded: Recorded;
  beforeAll(async () => {
    browsed = await startBrowsed();
    ({ graph, browser } = browsed);
    ({ page, recorded } = await openRecordedPage(browser));
  }, 300_000);
  afterAll(() => browsed.stop());

  async function show(path = '/dashboard'): Promise<void> {
    await page.goto(`${graph.url}${path}`);
    await allShown();
  }
  const allShown = (shown = page) => shown.getByText('All charts are shown').waitFor({ state: 'attached' });

  test('shows every panel, in order', async () => {
    const timed = async (shown: Page): Promise<string> => {
      const began = performance.now();
      await shown.goto(`${graph.url}/dashboard`);
      await allShown(shown);
      const complete = Math.round(performance.now() - began);
      const inView = await shown.evaluate("Math.round(performance.getEntriesByName('in-view')[0].startTime)");
      return `first view complete after ${String(inView)} ms, all panels after ${complete} ms`;
    };
    const first = await timed(page);
    const other = await browser.newPage();
    console.info(
      `The dashboard, nothing cached: ${await timed(other)}; of a graph that has just started: ${first} (load of the machine ${loadavg()[0]})`,
    );
    await other.close();
    expect(await page.locator('.panel').evaluateAll((panels) => panels.map(({ id }) => id))).toEqual([
      ...PANELS,
      'calendar',
      'thrusts',
      'goals',
      'monitoring-figures',
      'monitoring-progress',
      'pillars',
    ]);
  });

  test('loads what draws the charts once: it has an address for as long as it stays the same', async () => {
    const scripts = recorded.requests.filter((url) => /\/vega[a-z-]*\.js\?v=/.test(url));
    expect(scripts.length).toBeGreaterThan(0);
    const caching = async (url: string) => (await page.request.get(url)).headers()['cache-control'];
    for (const url of scripts) expect(await caching(url)).toBe('public, max-age=31536000, immutable');
    expect(await caching(`${graph.url}/dashboard/vega.js?v=of-another-version`)).toBe('no-cache');
  });

  describe.each(WIDTHS)('at the width of a %s', (name, width) => {
    beforeAll(async () => {
      await page.setViewportSize({ width, height: 850 });
      await show();
    });

    test.each(PANELS)('has as many marks as its table says: %s', async (id) => {
      const marks = await page.locator(`#${id} .chart [class*=data_marks] > *`).count();
      expect(marks).toBeGreaterThan(0);
      expect(marks).toBe(await page.locator(`#${id} [data-mark]`).count());
      await page.locator(`#${id}`).screenshot({ path: `${SCREENSHOTS}dashboard-${id}-${name}.png` });
    });

    test('is no wider than the screen', async () => {
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    });

    test('has nothing that axe-core finds wrong', async () => {
      await page.locator('details').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
      await page.evaluate(axe.source);
      const found = (await page.evaluate(`axe.run().then(({ violations }) => violations.map(({ id, nodes }) =>
        id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`)) as string[];
      expect(found).toEqual([]);
    });
  });

  test.each(PANELS)('says where its figures come from: %s', async (id) => {
    await page.setViewportSize({ width: 1280, height: 850 });
    await show();
    const panel = page.locator(`#${id}`);
    const csv = await page.request.get(`${graph.url}${await panel.locator('a.csv').first().getAttribute('href')}`);
    expect(csv.headers()['content-type']).toContain('text/csv');
    expect((await csv.text()).split('\r\n').length).toBeGreaterThan(2);
    await panel.locator('details.sources summary').click();
    await panel.locator('details.sources li a').first().waitFor();
  });

  test('links every issue and whoever leads it to their records', async () => {
    const row = page.locator('#leads tbody tr').filter({ hasText: 'Disability inclusion' });
    expect(await row.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
      '/record/cross-pillar-issue/disability-inclusion',
      '/record/body/asean:aichr',
      '/record/body/ascc:somswd',
    ]);
  });

  test('opens the query of a panel in the explorer, with its answer', async () => {
    await show('/dashboard?pillar=APSC');
    await page.locator('#leads a.query').click();
    await page.locator('.result-window').getByText('"crossPillarIssues"').first().waitFor();
    expect(await page.locator('.graphiql-query-editor').innerText()).toContain('query LeadMatrix');
  });

  test('keeps filters in the address, and goes back', async () => {
    await show();
    const rows = page.locator('#leads tbody tr');
    const all = await rows.count();
    await page.locator('#filters [name=pillar]').selectOption('APSC');
    await rows.nth(all - 1).waitFor({ state: 'detached' });
    expect(page.url()).toContain('?pillar=APSC');
    const filtered = await rows.count();
    await page.reload();
    await allShown();
    expect(await rows.count()).toBe(filtered);
    await page.goBack();
    await rows.nth(all - 1).waitFor({ state: 'attached' });
    expect(page.url()).not.toContain('pillar');
  });

  test('says so where nothing matches the filters, and lets years the wrong way round do no harm', async () => {
    await show('/dashboard?standing=ASSIGNED&indicator=no-such-indicator&from=2024&to=2018');
    expect(await page.locator('#leads .sentence').innerText()).toBe('No issue matches the filters.');
    expect(await page.locator('#readiness-years .sentence').innerText()).toBe('No figure matches the filters.');
    expect(await page.locator('#readiness [data-mark]').count()).toBeGreaterThan(0);
  });

  test('finds records of every kind, each a link to its page', async () => {
    await page.route(/\/record\/[a-z-]+\/[^/]+$/, (route) =>
      route.fulfill({ contentType: 'text/html', body: RECORD_PAGE }),
    );
    await show();
    await page.getByLabel('Search every record').fill('smart cities network');
    const hit = page.locator('#hits li').first();
    await hit.waitFor();
    await hit.click();
    await page.waitForURL(/\/record\/[a-z-]+\/.+/);
    expect(new URL(page.url()).pathname).toMatch(/^\/record\/[a-z-]+\/[a-z0-9:-]+$/);
    await show();
  });

  test('asks nobody but its own server, and complains of nothing', () => {
    expect(recorded.requests.filter((url) => !url.startsWith(`${graph.url}/`) && !url.startsWith('data:'))).toEqual([]);
    expect(recorded.complaints).toEqual([]);
  });
});
