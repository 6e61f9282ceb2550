/** Deciding at the desk when something comes between: another window, a token that ends, a connection that is lost. */

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bearer } from '../support/tokens.ts';
import { hasChromium, NEEDS_CHROMIUM } from './chromium.ts';
import {
  faultsOf,
  historyOf,
  openIssue,
  secretariat,
  sendIt,
  signIn,
  startDesk,
  takePicture,
  writeAssignment,
  type Desk,
} from './desk.ts';

const RATIONALE = 'The senior officials of both pillars agreed on it.\nReviewed after a year.';

describe.skipIf(!hasChromium)(`deciding at the desk in spite of it (${NEEDS_CHROMIUM})`, () => {
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

  /** What is sent arrives; the answer does not. */
  async function sendAndLoseTheAnswer(): Promise<void> {
    await page.route('**/graphql', async (route) => {
      await route.fetch();
      await route.abort();
    });
    expect(await sendIt(page)).toMatch(/^The connection is lost/);
    await page.unroute('**/graphql');
  }

  test('of two windows one decides; the other sees what changed, keeps its text, and decides again', async () => {
    const other = await desk.open();
    for (const each of [page, other]) {
      await openIssue(each, desk.url, 'climate-change');
      await signIn(each, await secretariat());
      await writeAssignment(each, { pillar: 'AEC', rationale: RATIONALE });
    }
    await other.getByLabel('Rationale').fill('The other window was first.');
    expect(await sendIt(other)).toMatch(/^Recorded/);
    await other.close();
    const conflict = await sendIt(page);
    expect(conflict).toMatch(/^Somebody has decided on this issue meanwhile/);
    expect(conflict).toContain('The other window was first.');
    await takePicture(page, 'conflict');
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.getByLabel('Rationale').inputValue()).toBe(RATIONALE);
    await page.getByRole('button', { name: 'Decide again on version 1' }).click();
    expect(await sendIt(page)).toMatch(/^Recorded\s+Assignment climate-change:2/);
  });

  test('what was typed before somebody else decided does not pass for a decision that knew of it', async () => {
    await openIssue(page, desk.url, 'social-protection');
    await signIn(page, await secretariat());
    await writeAssignment(page, { pillar: 'AEC', rationale: RATIONALE });
    const other = await desk.open();
    await openIssue(other, desk.url, 'social-protection');
    await signIn(other, await secretariat());
    await writeAssignment(other, { pillar: 'ASCC', rationale: 'First.' });
    expect(await sendIt(other)).toMatch(/^Recorded/);
    await other.close();
    await page.reload();
    await page.getByText('Somebody has decided on this issue meanwhile').waitFor();
    expect(await page.getByLabel('Rationale').inputValue()).toBe(RATIONALE);
  });

  test('a token that ends while one types costs nothing that was typed', async () => {
    await openIssue(page, desk.url, 'food-security');
    await signIn(page, await secretariat());
    await writeAssignment(page, { pillar: 'AEC', rationale: RATIONALE });
    const [, ended = ''] = (await bearer({ scope: 'lead:assign', exp: 1_700_000_000 })).split(' ');
    await page.evaluate((token) => sessionStorage.setItem('desk.token', token), ended);
    expect(await sendIt(page)).toMatch(/^Sign in again[\s\S]*Nothing was recorded, and what you typed is kept/);
    expect(await page.getByLabel('Rationale').inputValue()).toBe(RATIONALE);
    await page.getByRole('link', { name: 'Sign in with a new token' }).click();
    expect(await page.locator(':focus').getAttribute('id')).toBe('token');
    await signIn(page, await secretariat());
    expect(await sendIt(page)).toMatch(/^Recorded/);
  });

  test('a lost connection keeps the rationale, also over a reload', async () => {
    await openIssue(page, desk.url, 'digital-economy');
    await signIn(page, await secretariat());
    await writeAssignment(page, { pillar: 'AEC', rationale: RATIONALE });
    await page.context().setOffline(true);
    expect(await sendIt(page)).toMatch(/^The connection is lost[\s\S]*What you typed is kept\. Send it again/);
    await page.context().setOffline(false);
    await page.reload();
    await page.getByRole('heading', { name: 'Decide', exact: true }).waitFor();
    expect(await page.getByLabel('Rationale').inputValue()).toBe(RATIONALE);
    expect(await sendIt(page)).toMatch(/^Recorded\s+Assignment digital-economy:1/);
  });

  test('what had arrived when the connection was lost is recorded once', async () => {
    await openIssue(page, desk.url, 'creative-economy');
    await signIn(page, await secretariat());
    await writeAssignment(page, { pillar: 'AEC', rationale: RATIONALE });
    await sendAndLoseTheAnswer();
    expect(await sendIt(page)).toMatch(/^Recorded\s+Assignment creative-economy:1/);
    expect(await historyOf(desk, 'creative-economy')).toHaveLength(1);
  });

  test('what had arrived when the connection was lost is told as recorded after a reload', async () => {
    await openIssue(page, desk.url, 'disaster-management');
    await signIn(page, await secretariat());
    await writeAssignment(page, { pillar: 'ASCC', rationale: RATIONALE });
    await sendAndLoseTheAnswer();
    await page.reload();
    await page.getByRole('heading', { name: 'Recorded', exact: true }).waitFor();
    expect(await page.locator('#outcome').innerText()).toContain('Assignment disaster-management:1');
    expect(await page.getByRole('button', { name: /Decide again/ }).count()).toBe(0);
    await page.reload();
    await page.getByRole('heading', { name: 'Decide', exact: true }).waitFor();
    expect(await page.locator('#outcome').count()).toBe(0);
    expect(await historyOf(desk, 'disaster-management')).toHaveLength(1);
  });

  test('what was not sent alone is kept apart from what had arrived', async () => {
    await openIssue(page, desk.url, 'migrant-workers');
    await signIn(page, await secretariat());
    await writeAssignment(page, { pillar: 'ASCC', rationale: RATIONALE });
    await sendAndLoseTheAnswer();
    await page.getByLabel('Rationale').fill('Otherwise.');
    await page.reload();
    await page.getByRole('heading', { name: 'An earlier try had arrived' }).waitFor();
    expect(await page.getByLabel('Rationale').inputValue()).toBe('Otherwise.');
    expect(await historyOf(desk, 'migrant-workers')).toHaveLength(1);
  });

  test('says that no lead is assigned any more, where somebody else withdrew it', async () => {
    const windows = [page, await desk.open()] as const;
    await openIssue(page, desk.url, 'population-ageing');
    await signIn(page, await secretariat());
    await writeAssignment(page, { pillar: 'ASCC', rationale: RATIONALE });
    expect(await sendIt(page)).toMatch(/^Recorded/);
    await openIssue(windows[1], desk.url, 'population-ageing');
    await signIn(windows[1], await secretariat());
    for (const each of windows) {
      await each.getByLabel('Withdraw the assigned lead').check();
      await each.getByLabel('Rationale').fill('Too early.');
    }
    expect(await sendIt(windows[1])).toMatch(/^Recorded/);
    await windows[1].close();
    expect(await sendIt(page)).toMatch(/^Somebody has decided on this issue meanwhile/);
    expect(await page.locator('#form').innerText()).toContain('No lead is assigned any more.');
  });

  test('asks nobody but its own server, and complains of nothing', () => {
    expect(desk.strays()).toEqual([]);
  });
});
