/** The explorer as its users see it: every ready-made tab answers, and nothing leaves the machine. */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowsed, type Browsed } from './browsed.ts';
import { hasChromium, NEEDS_CHROMIUM, openRecordedPage, type Recorded } from './chromium.ts';

const TABS: readonly (readonly [name: string, words: RegExp])[] = [
  ['SmartCitiesAcrossPillars', /"title": "Smart Cities"/],
  ['Industry40Readiness', /"readinessIndicators": \[/],
  ['WhoLeadsWhat', /"totalCount": 35/],
  ['CultureOfPrevention', /"title": "Culture of Prevention"/],
  ['TimorLestePath', /"name": "Timor-Leste"/],
  ['CalendarMayJune2025', /"startsOn": "2025-0[56]/],
];

describe.skipIf(!hasChromium)(`the explorer (${NEEDS_CHROMIUM})`, () => {
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
  });
  afterAll(() => browsed.stop());

  test('says what it is, in a language, with an icon of its own', async () => {
    const icon = page.locator('link[rel=icon]');
    expect({
      title: await page.title(),
      language: await page.locator('html').getAttribute('lang'),
      icon: (await page.request.get(`${graph.url}${await icon.getAttribute('href')}`)).status(),
    }).toEqual({ title: 'ASEAN Cross-Pillar Graph', language: 'en', icon: 200 });
  });

  test('has the ready-made tabs, in order', async () => {
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(TABS.map(([name]) => name));
  });

  test.each(TABS)('answers the tab %s, and shows the answer', async (name, words) => {
    await page.getByRole('tab', { name }).click();
    const answered = page.waitForResponse(
      (response) =>
        response.url().endsWith('/graphql') &&
        response.request().method() === 'POST' &&
        // The explorer asks for the schema meanwhile.
        !response.request().postData()?.includes('IntrospectionQuery'),
    );
    await page.getByRole('button', { name: /^Execute query/ }).click();
    const response = await answered;
    const answer = (await response.json()) as { data: Record<string, unknown>; errors?: unknown };
    expect(response.status()).toBe(200);
    expect(answer.errors).toBeUndefined();
    expect(Object.values(answer.data)).not.toContain(null);
    expect(JSON.stringify(answer.data, null, 2)).toMatch(words);
    const [field] = Object.keys(answer.data);
    await page.locator('.result-window').getByText(`"${field}"`).first().waitFor();
  });

  test('knows the schema: it completes the name of a field', async () => {
    await page.getByRole('button', { name: 'Add tab' }).click();
    await page.locator('.graphiql-query-editor .CodeMirror').click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('{ crossPillarI');
    await page.locator('.CodeMirror-hint', { hasText: 'crossPillarIssue' }).first().waitFor();
    expect(await page.locator('.CodeMirror-hint').allInnerTexts()).toContain('crossPillarIssues');
    await page.keyboard.press('Escape');
  });

  test.each(['Show Documentation Explorer', 'Show History', 'Open settings dialog', 'Open short keys dialog'])(
    'opens: %s',
    async (name) => {
      await page.getByRole('button', { name }).click();
      const panel = name.startsWith('Open') ? page.getByRole('dialog') : page.locator('.graphiql-plugin');
      await panel.waitFor();
      expect(await panel.innerText()).not.toBe('');
      await page.keyboard.press('Escape');
    },
  );

  test('asks nobody but its own server', () => {
    const elsewhere = recorded.requests.filter((url) => !url.startsWith(`${graph.url}/`) && !url.startsWith('data:'));
    expect(elsewhere).toEqual([]);
    expect(recorded.requests.length).toBeGreaterThan(TABS.length);
  });

  test('breaks no rule of its content security policy and complains of nothing', () => {
    expect(recorded.complaints).toEqual([]);
  });

  test('is held to that policy by strict headers', async () => {
    const policy = (await page.request.get(graph.url)).headers()['content-security-policy'] ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[^']+'; /);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });
});
