/** The panels of the dashboard on meetings, the Culture of Prevention and the goals: every mark stands in the table, on a desk and on a phone. */

import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowsed, type Browsed } from './browsed.ts';
import { hasChromium, NEEDS_CHROMIUM, openRecordedPage, type Recorded } from './chromium.ts';

const SCREENSHOTS = fileURLToPath(new URL('screenshots/', import.meta.url));
const PANELS = ['calendar', 'thrusts', 'goals'] as const;
const WIDTHS = [
  ['desktop', 1280],
  ['phone', 390],
] as const;

describe.skipIf(!hasChromium)(`panels of the dashboard (${NEEDS_CHROMIUM})`, () => {
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
    await page.getByText('All charts are shown').waitFor({ state: 'attached' });
  }
  const sentence = (id: string) => page.locator(`#${id} .sentence`).innerText();
  const cells = (id: string, column: number) =>
    page.locator(`#${id} tbody tr > :nth-child(${column})`).allTextContents();

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
  });

  describe('the calendar', () => {
    beforeAll(async () => {
      await page.setViewportSize({ width: 1280, height: 850 });
    });

    test('shows the last year of which there are meetings, and another one that is chosen', async () => {
      await show();
      expect(await page.locator('#calendar [name=year]').inputValue()).toBe('2025');
      await page.locator('#calendar [name=year]').focus();
      await page.locator('#calendar [name=year]').selectOption('2020');
      await page.locator('#calendar .sentence').getByText('on record for 2020').waitFor();
      expect(page.url()).toContain('?year=2020');
      expect(await page.evaluate('document.activeElement.name')).toBe('year');
      expect((await cells('calendar', 2)).every((when) => when.includes('2020'))).toBe(true);
    });

    test('says of a time no more than is known', async () => {
      await show('/dashboard?year=2025');
      const times = await cells('calendar', 2);
      expect(times).toContain('April 2025, day not known');
      expect(times).toContain('14 to 15 January 2025');
      await show('/dashboard?year=2009');
      expect(await cells('calendar', 2)).toContain('28 February 2009 to 1 March 2009');
    });

    test('heeds the pillar and the host, and says so where nothing is on record', async () => {
      await show('/dashboard?year=2025&pillar=AEC&state=MYS');
      expect(new Set(await cells('calendar', 3))).toEqual(new Set(['AEC']));
      expect(new Set(await cells('calendar', 6))).toEqual(new Set(['Malaysia']));
      expect(await page.locator('#calendar a.csv').innerText()).toContain('Table as CSV, all pillars');
      await show('/dashboard?year=2025&state=BRN');
      expect(await sentence('calendar')).toBe('No meeting held in Brunei Darussalam is on record for 2025.');
    });
  });

  test('links each thrust to bodies, by how that is known', async () => {
    await show('/dashboard?pillar=ASCC');
    expect(new Set(await cells('thrusts', 2))).toEqual(new Set(['ASCC']));
    expect(await page.locator('#thrusts td[data-mark]').allTextContents()).toContain('Indicative');
    await show('/dashboard?pillar=AEC');
    expect(await sentence('thrusts')).toMatch(/^No body of the AEC is linked to a thrust/);
  });

  test('counts for each goal what serves it, of the pillar that is chosen', async () => {
    await show('/dashboard?pillar=APSC');
    const titles = await page.locator('#goals thead th').allTextContents();
    expect(titles).toEqual(['Goal', 'Shared issues, APSC', 'Blueprint parts, APSC']);
    expect(await cells('goals', 1)).toHaveLength(17);
    expect(await cells('goals', 3)).toContain('0');
  });

  test('shows what is not recorded of one member state as missing', async () => {
    await show('/dashboard?state=TLS');
    const [, known, all] =
      /(\d+) of (\d+) indicators have one; for the others none is recorded/.exec(await sentence('readiness')) ?? [];
    expect(Number(known)).toBeLessThan(Number(all));
    const dashes = page.locator('#readiness .chart text').filter({ hasText: /^–$/ });
    expect(await dashes.count()).toBe(Number(all) - Number(known));
  });

  test('says of a panel which of the chosen filters do not apply to it', async () => {
    await show('/dashboard?state=MYS&standing=PROPOSED');
    const reach = (id: string) => page.locator(`#${id} .reach`).innerText();
    expect(await reach('leads')).toBe('The filter “Member state” does not apply to this panel.');
    expect(await reach('goals')).toBe('The filters “Lead” and “Member state” do not apply to this panel.');
    await show('/dashboard?state=MYS');
    expect(await page.locator('#calendar .reach').isVisible()).toBe(false);
  });

  test.each(PANELS)('says where its figures come from: %s', async (id) => {
    await show();
    const panel = page.locator(`#${id}`);
    const csv = await page.request.get(`${graph.url}${await panel.locator('a.csv').first().getAttribute('href')}`);
    expect(csv.headers()['content-type']).toContain('text/csv');
    expect((await csv.text()).split('\r\n').length).toBeGreaterThan(2);
    await panel.locator('details.sources summary').click();
    await panel.locator('details.sources li a').first().waitFor();
  });

  test('asks nobody but its own server, and complains of nothing', () => {
    expect(recorded.requests.filter((url) => !url.startsWith(`${graph.url}/`) && !url.startsWith('data:'))).toEqual([]);
    expect(recorded.complaints).toEqual([]);
  });
});
