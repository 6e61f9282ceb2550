/** The page of a record as its readers see it: every kind has one, and its names lead to the next. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RecordKind } from '../../schema/generated/vocabularies.ts';
import { readOperations } from '../../gateway/http/registered/operations.ts';
import { startRunning, type Running } from '../http/started.ts';
import { bearer, TOKEN_KEYS } from '../support/tokens.ts';
import { hasChromium, launchChromium, NEEDS_CHROMIUM, openRecordedPage, type Recorded } from './chromium.ts';

const SCREENSHOTS = fileURLToPath(new URL('screenshots/', import.meta.url));
const KINDS = RecordKind.map((kind) => kind.toLowerCase().replaceAll('_', '-'));
const CRAWLED = 12;

/** A record of each kind: the one that its query is about where it is told of no other. */
const operations = await readOperations();
const PAGES = KINDS.map((kind) => {
  const variable = operations.find(({ name }) => name === `record-${kind}`)?.variables[0]?.defaultValue;
  if (!variable || !('value' in variable)) throw new Error(`record-${kind} is about no record`);
  return [kind, `/record/${kind}/${String(variable.value)}`] as const;
});

describe.skipIf(!hasChromium)(`the page of a record (${NEEDS_CHROMIUM})`, () => {
  let folder: string;
  let graph: Running;
  let closed: Running;
  let browser: Browser;
  let page: Page;
  let recorded: Recorded;
  /** The addresses to which the pages of all kinds link. */
  const found = new Set<string>();
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'record-'));
    const start = (name: string, env: Record<string, string> = {}) =>
      startRunning({ env: { DATA_DIR: join(folder, name), ...env } });
    [graph, closed, browser] = await Promise.all([
      start('open'),
      start('closed', { READ_ACCESS: 'authenticated', AUTH_SECRET: TOKEN_KEYS.secret }),
      launchChromium(),
    ]);
    ({ page, recorded } = await openRecordedPage(browser));
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await Promise.all([graph.stop(), closed.stop()]);
    await rm(folder, { recursive: true });
  });

  /** Opens the page and waits until it says how it went. */
  async function open(path: string, origin = graph.url): Promise<string | null> {
    await page.goto(`${origin}${path}`);
    await page.locator('#record:not([data-state=loading])').waitFor();
    return page.locator('#record').getAttribute('data-state');
  }

  /** What axe finds. The page allows no eval, so it is run by the browser's own hand. */
  async function faults(): Promise<string[]> {
    const session = await page.context().newCDPSession(page);
    await session.send('Runtime.evaluate', { expression: axe.source, allowUnsafeEvalBlockedByCSP: true });
    const { result } = await session.send('Runtime.evaluate', {
      expression: `axe.run().then(({ violations }) => violations.map(({ id, nodes }) =>
        id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`,
      awaitPromise: true,
      returnByValue: true,
      allowUnsafeEvalBlockedByCSP: true,
    });
    return result.value as string[];
  }

  const links = (selector: string) =>
    page.locator(`${selector} a[href^="/record/"]`).evaluateAll((all) => all.map((each) => each.getAttribute('href')));

  test.each(PAGES)('shows a record of the kind %s: fields, sources, citation and query', async (kind, path) => {
    expect(await open(path)).toBe('shown');
    const title = await page.locator('h1').innerText();
    expect(title.length).toBeGreaterThan(2);
    expect(await page.title()).toContain(title);
    expect(await page.locator('#facts dl > div').count()).toBeGreaterThan(0);
    expect(await page.locator('#sources li').count()).toBeGreaterThan(0);
    expect(await page.locator('#citation').innerText()).toMatch(`${graph.url}${path} `);
    expect(await page.locator('#citation').innerText()).toMatch(/data set \d{4}-\d\d-\d\d/);
    expect(await page.locator('#content').innerText()).not.toMatch(
      /undefined|\[object|NaN|__typename|\b[A-Z]{2,}_[A-Z]/,
    );
    const json = await page.request.get(`${graph.url}${await page.locator('a.json').getAttribute('href')}`);
    const { data } = (await json.json()) as { data: Record<string, { __typename: string }> };
    expect(json.status()).toBe(200);
    expect(Object.values(data)[0]?.__typename).toEqual(expect.any(String));
    expect(await faults()).toEqual([]);
    for (const href of await links('#content')) if (href) found.add(href);
    if (['body', 'cross-pillar-issue'].includes(kind))
      await page.screenshot({ path: `${SCREENSHOTS}record-${kind}.png` });
  });

  test('has names that lead to pages that are there', async () => {
    expect(found.size).toBeGreaterThan(CRAWLED);
    const all = [...found];
    const step = all.length / CRAWLED;
    const followed = Array.from({ length: CRAWLED }, (_, index) => all[Math.floor(index * step)] ?? '');
    const states: string[] = [];
    for (const path of followed) states.push(`${path} ${await open(path)}`);
    expect(states).toEqual(followed.map((path) => `${path} shown`));
  }, 240_000);

  test('says where a dated record stands in the calendar, itself left out', async () => {
    await open('/record/meeting/asean:asean-summit-46');
    expect(await page.locator('#calendar').innerText()).toMatch(/^In the calendar\s+26 May 2025/);
    const around = await links('#calendar');
    expect(around.length).toBeGreaterThan(3);
    expect(around).not.toContain('/record/meeting/asean:asean-summit-46');
    await open('/record/body/aec:aem');
    expect(await page.locator('#calendar').innerText()).toContain('No other meeting within a year of it');
  });

  test('says a thing once: a meeting of one day has no end, its country is its member state', async () => {
    await open('/record/meeting/asean:asean-summit-46');
    const fields = await page
      .locator('#facts [data-field]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('data-field')));
    expect(fields).toEqual(expect.arrayContaining(['startsOn', 'memberState']));
    expect(fields.filter((field) => ['endsOn', 'country'].includes(field ?? ''))).toEqual([]);
  });

  test('ends a long list with the number left, which leads to all of it on the page', async () => {
    await open('/record/body/asean:asean-summit');
    const meetings = page.locator('[data-field=meetings] li');
    const shown = await meetings.count();
    const more = page.locator('[data-field=meetings] .more a');
    const left = Number(/^(\d+) more$/.exec(await more.innerText())?.[1]);
    await more.click();
    await page.locator('#record[data-state=shown]').waitFor();
    await meetings.nth(shown).waitFor();
    expect(await meetings.count()).toBe(shown + left);
    expect(await page.locator('#citation').innerText()).toContain('/record/body/asean:asean-summit ');
  });

  test('explains its fields when asked to, and copies its citation', async () => {
    await open('/record/body/aec:aem');
    const explanation = page.locator('[data-field=form] .explanation');
    expect(await explanation.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Explain the fields' }).press('Enter');
    expect(await explanation.innerText()).toMatch(/finer than its level.*Ministerial: /s);
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: 'Copy the citation' }).press('Enter');
    await page.locator('#live', { hasText: /^The citation is / }).waitFor({ state: 'attached' });
  });

  test('leads to any other record by its search box', async () => {
    await open('/record/sdg/11');
    await page.getByLabel('Search every record').fill('cebu city');
    await page.locator('#hits li', { hasText: /^Cebu Citysmart city ·/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/record\/smart-city/);
    await page.locator('#record[data-state=shown]').waitFor();
    expect(await page.locator('h1').innerText()).toMatch(/Cebu/);
  });

  test('fits a screen of 390 pixels', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of ['/record/cross-pillar-issue/smart-cities', '/record/member-state/IDN']) {
      await open(path);
      const wide = await page.locator('html').evaluate(({ scrollWidth }) => scrollWidth);
      expect(wide).toBeLessThanOrEqual(390);
      expect(await faults()).toEqual([]);
    }
    await page.screenshot({ path: `${SCREENSHOTS}record-phone.png` });
    await page.setViewportSize({ width: 1400, height: 850 });
  });

  test('is printed without what only a screen needs', async () => {
    await open('/record/body/aec:aem');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#search').isVisible()).toBe(false);
    expect(await page.locator('#citation').isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
  });

  test('asks nobody but its own server, and complains of nothing', () => {
    expect(recorded.requests.filter((url) => !url.startsWith(`${graph.url}/`) && !url.startsWith('data:'))).toEqual([]);
    expect(recorded.complaints).toEqual([]);
  });

  test.each(['/record/body/aec:no-such-body', '/record/member-state/ZZZ', '/record/sdg/99', '/record/sdg/eleven'])(
    'says plainly that there is no record: %s',
    async (path) => {
      expect(await open(path)).toBe('unknown');
      expect(await page.locator('h1').innerText()).toBe('There is no such record');
      expect(await page.locator('#content code').first().innerText()).toBe(path.split('/').at(-1));
      expect(await page.locator('#content').innerText()).not.toContain('undefined');
    },
  );

  test('reads ids that are percent-encoded', async () => {
    expect(await open('/record/body/aec%3Aaem')).toBe('shown');
    expect(await page.locator('#citation').innerText()).toContain('/record/body/aec:aem ');
    expect(await open('/record/body/a%2Fb%3C')).toBe('unknown');
    expect(await page.locator('#content code').first().innerText()).toBe('a/b<');
  });

  test.each(['/record/country/IDN', '/record/body', '/record', '/record/body/a/b'])(
    'answers an address of no kind with the kinds that there are: %s',
    async (path) => {
      const answer = await fetch(`${graph.url}${path}`);
      const { errors } = (await answer.json()) as { errors: { message: string; extensions: { code: string } }[] };
      expect([answer.status, errors[0]?.extensions.code]).toEqual([404, 'NOT_FOUND']);
      expect(errors[0]?.message).toContain(KINDS.join(', '));
      const shown = await fetch(`${graph.url}${path}`, { headers: { accept: 'text/html' } });
      expect([shown.status, await shown.text()]).toEqual([404, expect.stringContaining('<h1>No such record</h1>')]);
    },
  );

  test('asks for a token where reading is closed, and then shows the record', async () => {
    expect(await open('/record/body/aec:aem', closed.url)).toBe('refused');
    expect(await page.locator('#content').innerText()).not.toMatch(/Economic Ministers/);
    expect(await faults()).toEqual([]);
    await page.getByLabel('Bearer token').fill(await bearer());
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.locator('#record[data-state=shown]').waitFor();
    expect(await page.locator('h1').innerText()).toBe("ASEAN Economic Ministers' Meeting (AEM)");
  });
});
