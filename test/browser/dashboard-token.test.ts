/** The dashboard where reading needs a token: it loads, asks for one, and then shows its charts. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bearer, TOKEN_KEYS } from '../support/tokens.ts';
import { startBrowsed, type Browsed } from './browsed.ts';
import { hasChromium, NEEDS_CHROMIUM, openRecordedPage } from './chromium.ts';

describe.skipIf(!hasChromium)(`the dashboard of a closed graph (${NEEDS_CHROMIUM})`, () => {
  let browsed: Browsed;
  let graph: Browsed['graph'];
  let browser: Browsed['browser'];
  beforeAll(async () => {
    const env = { READ_ACCESS: 'authenticated', AUTH_SECRET: TOKEN_KEYS.secret };
    browsed = await startBrowsed(env);
    ({ graph, browser } = browsed);
  }, 300_000);
  afterAll(() => browsed.stop());

  test('asks for a token, says when it is none, and shows every chart with one', async () => {
    const { page } = await openRecordedPage(browser);
    await page.goto(`${graph.url}/dashboard`);
    const field = page.getByLabel('Bearer token');
    await field.waitFor();
    expect(await page.locator('.panel svg').count()).toBe(0);
    await field.fill('no token');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('This is no bearer token').waitFor();
    await field.fill(await bearer());
    await page.getByRole('button', { name: 'Sign in' }).click();
    const panels = await page.locator('.panel').count();
    await page
      .locator('.panel[data-state=shown]')
      .nth(panels - 1)
      .waitFor();
    // Nobody has reported progress, so that one panel has nothing to draw.
    expect(await page.locator('.panel svg').count()).toBe(panels - 1);
    const kept = page.waitForEvent('download');
    await page.locator('#leads a.csv').first().click();
    expect((await kept).suggestedFilename()).toBe('lead-matrix.csv');
    await page.getByLabel('Search every record').fill('smart');
    await page.locator('#hits li').first().waitFor();
    await page.getByRole('link', { name: 'Its query, in the explorer of: Smart Cities and their projects' }).click();
    await page.getByRole('tab', { name: 'SmartCityMap', selected: true }).waitFor();
    await page.locator('.result-window').getByText('"smartCities"').first().waitFor();
    const table = page.waitForEvent('download');
    await page.getByRole('link', { name: 'CSV' }).click();
    expect((await table).suggestedFilename()).toBe('answer.csv');
    await page.goto(`${graph.url}/q`);
    expect(await page.locator('h1').innerText()).toBe('Tables need a token');
  });
});
