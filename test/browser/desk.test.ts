/** The desk as it is read, in a real browser over a real graph: the list, an issue, who is signed in. */

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SECRET } from '../support/services/services.ts';
import { bearer } from '../support/tokens.ts';
import { hasChromium, NEEDS_CHROMIUM } from './chromium.ts';
import {
  faultsOf,
  isTooWide,
  openIssue,
  secretariat,
  signIn,
  SIZES,
  startDesk,
  takePicture,
  writeAssignment,
  type Desk,
} from './desk.ts';

const RATIONALE = 'The senior officials of both pillars agreed on it.';

describe.skipIf(!hasChromium)(`the desk (${NEEDS_CHROMIUM})`, () => {
  let desk: Desk;
  let page: Page;
  beforeAll(async () => {
    desk = await startDesk();
  });
  afterAll(() => desk.stop());
  beforeEach(async () => {
    page = await desk.open();
  });
  afterEach(() => page.close());

  test('lists what awaits a decision before what has a lead, with words for each status, and filters', async () => {
    await page.goto(`${desk.url}/desk`);
    await page.getByRole('heading', { name: /^Awaiting a decision \(14\)/ }).waitFor();
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      'Awaiting a decision (14)',
      'With a lead (21)',
    ]);
    await takePicture(page, 'list');
    await page.getByLabel('Filter by').fill('smart documented');
    expect(await page.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/^Smart Cities\n■ Documented in a source\nLead: ASCN · Pillars: APSC, AEC, ASCC$/),
    ]);
    await page.getByRole('link', { name: 'Smart Cities' }).click();
    await page.getByRole('heading', { level: 1, name: 'Smart Cities' }).waitFor();
    expect(await page.title()).toBe('Smart Cities – the desk');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  test('shows the stakes of the pillars side by side, the documented lead with its source, and advice called advice', async () => {
    await openIssue(page, desk.url, 'smart-cities');
    await page.setViewportSize({ width: 1280, height: 1500 });
    await takePicture(page, 'issue');
    const stakes = await page.locator('#stakes article').all();
    const boxes = await Promise.all(stakes.map((stake) => stake.boundingBox()));
    expect(new Set(boxes.map((box) => box?.y)).size).toBe(1);
    expect(boxes.length).toBe(3);
    await page.getByRole('heading', { name: 'Recommendation: advice, not a decision' }).waitFor();
    expect(await page.locator('#advice tbody tr').first().innerText()).toMatch(/1\. ASCC\s+44\.9 of 100/);
    expect(await page.locator('#lead a[href^=http]').first().getAttribute('href')).toMatch(/^https:\/\/asean\.org/);
    expect(await page.locator('#decide').innerText()).toContain('Sign in with a token');
    expect(await page.getByRole('button').allInnerTexts()).toEqual(['Sign in']);
  });

  test('refuses what is no token, and one that does not count, where it was pasted', async () => {
    await page.goto(`${desk.url}/desk`);
    for (const [text, reason] of [
      ['nonsense', /three parts/],
      [await bearer({ exp: 1_700_000_000 }), /refused/],
    ] as const) {
      await page.getByLabel('Bearer token').fill(text);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.locator('#token-help.error', { hasText: reason }).waitFor();
    }
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
  });

  test.for(Object.entries(SIZES))(
    'has no fault that axe finds, and no sideways scrolling, on a %s',
    async ([size, view]) => {
      await page.setViewportSize(view);
      await page.goto(`${desk.url}/desk`);
      await page.getByRole('heading', { name: /^With a lead/ }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      expect(await isTooWide(page)).toBe(false);
      if (size === 'phone') await takePicture(page, 'phone');
      await openIssue(page, desk.url, 'smart-cities');
      expect(await faultsOf(page)).toEqual([]);
      await signIn(page, await secretariat());
      await writeAssignment(page, { pillar: 'AEC', rationale: RATIONALE });
      await page.getByRole('button', { name: 'Add a source' }).click();
      expect(await faultsOf(page)).toEqual([]);
      expect(await isTooWide(page)).toBe(false);
    },
  );

  test('leads to the records of an issue and its bodies, to any other by search, and to the other pages', async () => {
    await openIssue(page, desk.url, 'smart-cities');
    const addresses = (selector: string) =>
      page.locator(`${selector} a`).evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(await addresses('nav[aria-label=Pages]')).toEqual(['/dashboard', '/desk', '/', '/q']);
    expect(await addresses('main')).toContain('/record/cross-pillar-issue/smart-cities');
    expect(await addresses('#lead')).toContain('/record/body/asean:ascn');
    expect(await addresses('#stakes')).toEqual(
      expect.arrayContaining([expect.stringMatching(/^\/record\/body\/aec:/)]),
    );
    await page.getByLabel('Search every record').fill('cebu city');
    await page.locator('#hits li', { hasText: /^Cebu Citysmart city ·/ }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/record\/smart-city/);
  });

  test('says what is missing, and why, while a pillar is away', async () => {
    const partial = await startDesk({ APSC_URL: 'http://127.0.0.1:9/graphql', SUBGRAPH_SIGNING_SECRET: SECRET });
    try {
      const shown = await partial.open();
      await openIssue(shown, partial.url, 'smart-cities');
      expect(await shown.locator('#stakes article').first().innerText()).toMatch(
        /Something is missing here: .*Political-Security/,
      );
      expect(await shown.locator('#stakes article').last().innerText()).toContain('Liveability');
      expect(await shown.locator('#advice').innerText()).toMatch(/Something is missing here: .*Political-Security/);
    } finally {
      await partial.stop();
    }
  });

  test('is held by strict headers to its own server, without inline scripts', async () => {
    const policy = (await page.request.get(`${desk.url}/desk`)).headers()['content-security-policy'] ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; /);
    expect(policy).not.toMatch(/unsafe|https?:|\*|nonce/);
  });

  test('asks nobody but its own server, and complains of nothing', () => {
    expect(desk.strays()).toEqual([]);
  });
});
