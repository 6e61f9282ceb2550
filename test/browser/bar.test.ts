/** The bar of the explorer as its users see it: search by keyboard, registered operations, and what takes a query away. */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import { buildSchema, printSchema } from 'graphql';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowsed, type Browsed } from './browsed.ts';
import { hasChromium, NEEDS_CHROMIUM, openRecordedPage, type Recorded } from './chromium.ts';

/** Faults of GraphiQL's own tabs, which hold their buttons; all else must be without fault. */
const OF_GRAPHIQL: Readonly<Record<string, string>> = {
  'aria-required-children': '.graphiql-tabs',
  'nested-interactive': '.graphiql-tab',
};

describe.skipIf(!hasChromium)(`the bar of the explorer (${NEEDS_CHROMIUM})`, () => {
  let browsed: Browsed;
  let graph: Browsed['graph'];
  let browser: Browsed['browser'];
  let page: Page;
  let recorded: Recorded;
  beforeAll(async () => {
    browsed = await startBrowsed();
    ({ graph, browser } = browsed);
    ({ page, recorded } = await openRecordedPage(browser));
    await page.goto(graph.url);
    await page.getByRole('tab', { name: 'SmartCitiesAcrossPillars' }).waitFor();
  }, 120_000);
  afterAll(() => browsed.stop());

  const search = () => page.getByRole('combobox', { name: 'Search the records' });
  const answered = (text: string) => page.locator('.result-window').getByText(text).first().waitFor();
  const snippet = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).click();
    const text = await page.getByRole('textbox', { name: 'Snippet' }).inputValue();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    return text;
  };
  const openRegistered = async (name: string) => {
    await page.getByRole('combobox', { name: 'Registered operation' }).selectOption(name);
    await page.getByRole('button', { name: 'Open', exact: true }).click();
  };

  /** What axe finds, without what is GraphiQL's. */
  async function faults(): Promise<string[]> {
    await page.evaluate(axe.source);
    const found: { id: string; targets: string[] }[] =
      await page.evaluate(`axe.run(document, { selectors: false }).then(({ violations }) =>
      violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ html }) => html) })))`);
    return found.flatMap(({ id, targets }) => {
      const known = OF_GRAPHIQL[id]?.slice(1);
      return targets.filter((html) => !known || !html.includes(known)).map((html) => `${id}: ${html.slice(0, 200)}`);
    });
  }

  test('shows results as one types, and opens the chosen one by keyboard', async () => {
    await search().focus();
    await page.keyboard.type('timor');
    await page.getByRole('option', { name: /^Timor-Leste member state/ }).waitFor();
    expect(await search().getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const active = await search().getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
    expect(await page.locator('#hits [aria-selected=true]').count()).toBe(1);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await answered('"Timor-Leste"');
    const record = page.locator('#bar-status a');
    expect([await record.innerText(), await record.getAttribute('href')]).toEqual([
      'Timor-Leste',
      '/record/member-state/TLS',
    ]);
    expect(await search().getAttribute('aria-expanded')).toBe('false');
    const tab = page.getByRole('tab', { selected: true });
    expect(await tab.innerText()).toBe('MemberState');
    expect(await tab.evaluate((element) => element.getBoundingClientRect().right <= 1400)).toBe(true);
  });

  test('says what it found, and closes at Escape', async () => {
    await search().fill('zzzz');
    await page.getByText('Nothing found').waitFor({ state: 'attached' });
    await search().fill('haze');
    await page.locator('#hits').getByRole('option').first().waitFor();
    expect(await page.locator('#search-status').innerText()).toMatch(/^\d of \d+ records shown$/);
    expect(await faults()).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('listbox').isVisible()).toBe(false);
    expect(await search().inputValue()).toBe('haze');
    await page.keyboard.press('Escape');
    expect(await search().inputValue()).toBe('');
  });

  test('opens a registered operation in a tab, its variables filled in, and answers it', async () => {
    await openRegistered('calendar-2025');
    await answered('"totalCount": 16');
    expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Calendar2025');
    const variables = page.locator('.graphiql-editor-tool .CodeMirror').first();
    expect(await variables.innerText()).toMatch(/"from": "2025-05-01"[\s\S]*"to": "2025-06-30"/);
  });

  test('gives a registered operation by its address', async () => {
    const address = `${graph.url}/q/calendar-2025?from=2025-05-01&to=2025-06-30`;
    expect(await snippet('curl')).toBe(`curl '${address}'\n`);
    expect(await snippet('pandas')).toContain(`pd.read_csv("${address}&format=csv&guard=off&all=true")`);
    expect(await snippet('R')).toContain(`read.csv("${address}&format=csv&guard=off&all=true")`);
    const csv = page.getByRole('link', { name: 'CSV' });
    await csv.focus();
    expect(await csv.getAttribute('href')).toBe(`${address}&format=csv&all=true`);
  });

  test('gives any other query with its text, in ways that work', async () => {
    await page.getByRole('tab', { name: 'SmartCitiesAcrossPillars' }).click();
    const command = await snippet('curl');
    const answer = JSON.parse(execFileSync('bash', ['-c', command.replace(/^curl/, 'curl -s')], { encoding: 'utf8' }));
    expect(answer.errors).toBeUndefined();
    expect(answer.data.crossPillarIssue.title).toBe('Smart Cities');
    expect(await snippet('pandas')).toContain('query = """# Smart Cities across the pillars');
    expect(await snippet('R')).toContain('query <- r"-(# Smart Cities across the pillars');
    await page.getByRole('tab', { name: 'CalendarMayJune2025' }).click();
    const csv = page.getByRole('link', { name: 'CSV' });
    await csv.focus();
    const response = await fetch(String(await csv.getAttribute('href')), { headers: { accept: 'text/html,*/*' } });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/csv; charset=utf-8; header=present',
    ]);
    expect(await response.text()).toMatch(/2025-05-/);
  });

  test('is without fault to axe, also while a snippet is shown', async () => {
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: 'pandas' }).click();
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
  });

  test('fits a screen of 390 pixels, query and answer each as wide as the screen', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const width = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => element.getBoundingClientRect().width);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(await width('.graphiql-query-editor')).toBeGreaterThan(330);
    expect(await width('.graphiql-response')).toBeGreaterThan(330);
    await search().fill('smart');
    await page.locator('#hits').getByRole('option').first().waitFor();
    expect(await width('#hits')).toBeGreaterThan(330);
    expect(await faults()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1400, height: 850 });
  });

  test('gives the schema of the API', async () => {
    const response = await page.request.get(
      `${graph.url}${await page.getByRole('link', { name: 'schema' }).getAttribute('href')}`,
    );
    const committed = readFileSync(new URL('../../schema/generated/api.graphql', import.meta.url), 'utf8');
    expect(printSchema(buildSchema(await response.text()))).toBe(printSchema(buildSchema(committed)));
    const etag = response.headers()['etag'] as string;
    const again = await fetch(`${graph.url}/schema.graphql`, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  test('asks nobody but its own server, and complains of nothing', () => {
    const elsewhere = recorded.requests.filter((url) => !url.startsWith(`${graph.url}/`) && !url.startsWith('data:'));
    expect(elsewhere).toEqual([]);
    expect(recorded.complaints).toEqual([]);
  });
});
