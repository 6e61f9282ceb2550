/** The pages while a pillar is away: they show what the others hold, and say which one did not answer. */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowsed, type Browsed } from './browsed.ts';
import { hasChromium, NEEDS_CHROMIUM, openRecordedPage } from './chromium.ts';

const NOWHERE = 'http://127.0.0.1:9';
const AWAY = 'The Economic Community did not answer';

describe.skipIf(!hasChromium)(`the pages while a pillar is away (${NEEDS_CHROMIUM})`, () => {
  let browsed: Browsed;
  let graph: Browsed['graph'];
  let browser: Browsed['browser'];
  let page: Page;
  beforeAll(async () => {
    const env = {
      AEC_URL: NOWHERE,
      SUBGRAPH_SIGNING_SECRET: 'a secret of tests, long enough to sign',
    };
    browsed = await startBrowsed(env);
    ({ graph, browser } = browsed);
    ({ page } = await openRecordedPage(browser));
    await page.goto(`${graph.url}/dashboard`);
    await page.getByText('Some charts could not be shown').waitFor({ state: 'attached' });
  }, 300_000);
  afterAll(() => browsed.stop());

  test('a panel shows what the others hold, with one line on the one that is away', async () => {
    const bodies = page.locator('#pillars tbody tr').filter({ hasText: 'Bodies' }).locator('[data-mark]');
    expect(await bodies.allTextContents()).toEqual([
      expect.stringMatching(/^\d+$/),
      '–',
      expect.stringMatching(/^\d+$/),
    ]);
    for (const id of ['pillars', 'goals']) {
      expect(await page.locator(`#${id} p.error`).allInnerTexts()).toEqual([
        `${AWAY}: its part is missing here. Try again`,
      ]);
      expect(await page.locator(`#${id} .chart svg`).count()).toBe(1);
    }
  });

  test('a panel that has nothing to show can be asked for again', async () => {
    const panel = page.locator('#smart-cities');
    expect(await panel.locator('p.error').innerText()).toBe(`${AWAY}. Try again`);
    const asked = page.waitForRequest(/smart-city-map/);
    await panel.getByRole('button', { name: 'Try again' }).click();
    await asked;
    await panel.getByRole('button', { name: 'Try again' }).waitFor();
  });

  test('a record says once what is not complete', async () => {
    await page.goto(`${graph.url}/record/cross-pillar-issue/smart-cities`);
    await page.locator('#record[data-state=shown]').waitFor();
    const said = await page.locator('#content > .error').allInnerTexts();
    expect(said).toEqual([expect.stringMatching(new RegExp(`^${AWAY}\\. .+ and .+ are not complete here\\.$`))]);
  });
});
