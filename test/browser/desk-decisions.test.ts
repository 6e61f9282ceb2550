/** Deciding at the desk, in a real browser over a real graph: from the token to the record, also by keyboard alone. */

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bearer } from '../support/tokens.ts';
import { hasChromium, NEEDS_CHROMIUM } from './chromium.ts';
import {
  faultsOf,
  historyOf,
  openIssue,
  outcomeOf,
  secretariat,
  sendIt,
  signIn,
  SIZES,
  startDesk,
  tabTo,
  takePicture,
  writeAssignment,
  type Desk,
} from './desk.ts';

const RATIONALE = 'The senior officials of both pillars agreed on it.\nReviewed after a year.';

describe.skipIf(!hasChromium)(`deciding at the desk (${NEEDS_CHROMIUM})`, () => {
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

  test('assigns a lead, from the token to the record', async () => {
    await openIssue(page, desk.url, 'marine-debris');
    await signIn(page, await secretariat());
    expect(await page.locator('#session').innerText()).toMatch(
      /Signed in as ASEAN Secretariat\s+May assign, withdraw and propose leads, until \d{4}-\d\d-\d\d \d\d:\d\d UTC/,
    );
    await writeAssignment(page, { pillar: 'ASCC', rationale: RATIONALE });
    await page.getByLabel('Lead body').fill('ASOEN');
    await page.getByRole('checkbox', { name: 'AEC,' }).check();
    await page.getByLabel('Further bodies that matter').fill('ACC');
    await page.getByLabel('Further bodies that matter').press('Enter');
    await page.getByRole('button', { name: 'Add a source' }).click();
    await page.getByLabel('Title').fill('Minutes of the meeting');
    await page.getByLabel('Address').fill('https://asean.org/minutes');
    await page.getByLabel('Date').fill('2026-05');
    await page.setViewportSize({ width: 1280, height: 1400 });
    await page.locator('#decide').evaluate((element) => element.scrollIntoView());
    await takePicture(page, 'decide');
    await page.setViewportSize(SIZES.desktop);
    expect(await sendIt(page)).toMatch(/^Recorded\s+Assignment marine-debris:1 by ASEAN Secretariat/);
    await page.locator('#history').evaluate((element) => element.scrollIntoView());
    await takePicture(page, 'recorded');
    expect(await historyOf(desk, 'marine-debris')).toEqual([
      {
        kind: 'ASSIGNED',
        actor: 'ASEAN Secretariat',
        rationale: RATIONALE,
        pillar: { code: 'ASCC' },
        leadBody: { id: 'ascc:asoen' },
        supporting: [{ code: 'AEC' }],
        relevantBodies: [{ id: 'asean:acc' }],
        sources: [{ title: 'Minutes of the meeting', url: 'https://asean.org/minutes', date: '2026-05' }],
      },
    ]);
    expect(await page.locator('#lead').innerText()).toContain('ASOEN (ASCC)');
    expect(await page.locator('#history').innerText()).toMatch(/1\. Assignment: ASCC[\s\S]+hash [0-9a-f]{12}…/);
    await page.getByLabel('Withdraw the assigned lead').check();
    await page.getByLabel('Rationale').fill('It was decided too early.');
    expect(await sendIt(page)).toMatch(/^Recorded\s+Withdrawal marine-debris:2/);
    expect(await page.locator('#lead').innerText()).toContain('None: no source names one.');
  });

  test('assigns a lead by keyboard alone', async () => {
    const [, token = ''] = (await secretariat()).split(' ');
    await openIssue(page, desk.url, 'resilience');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('Skip to the content');
    await tabTo(page, '#token');
    await page.keyboard.type(token);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await tabTo(page, '#field-kind-ASSIGNED');
    await page.keyboard.press('Space');
    await tabTo(page, '#field-pillar-APSC');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, '#field-rationale');
    await page.keyboard.type('By keyboard.');
    await tabTo(page, '#send');
    await page.keyboard.press('Enter');
    expect(await outcomeOf(page)).toMatch(/^Recorded/);
    expect(await historyOf(desk, 'resilience')).toMatchObject([{ kind: 'ASSIGNED', pillar: { code: 'ASCC' } }]);
  });

  test('a kept token with claims that make no sense can be signed out of', async () => {
    const claims = { sub: 'Ana', scope: { a: 1 }, pillars: 'AEC', exp: 10 ** 15 };
    const odd = `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
    await page.goto(`${desk.url}/desk`);
    for (const token of [odd, 'no token']) {
      await page.evaluate((text) => sessionStorage.setItem('desk.token', text), token);
      await page.reload();
      await page.getByText('Paste one that counts').or(page.getByLabel('Bearer token')).first().waitFor();
    }
    await signIn(page, await secretariat());
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Bearer token').waitFor();
  });

  test('says at the field what is refused of it', async () => {
    await openIssue(page, desk.url, 'industry-4-0');
    await signIn(page, await secretariat());
    await page.getByLabel('Assign the lead').check();
    expect(await sendIt(page)).toMatch(/^Nothing was recorded[\s\S]*Say why[\s\S]*Choose the pillar/);
    await writeAssignment(page, { pillar: 'AEC', rationale: RATIONALE });
    await page.getByLabel('Lead body').fill('ascc:amme');
    await page.getByRole('button', { name: 'Add a source' }).click();
    await page.getByLabel('Title').fill('Minutes');
    expect(await sendIt(page)).toMatch(/^Nothing was recorded/);
    const body = page.getByLabel('Lead body');
    const described = (await body.getAttribute('aria-describedby'))?.split(' ').at(-1);
    expect(await body.getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator(`#${described}`).innerText()).toMatch(/ascc:amme/);
    await body.fill('');
    await page.getByLabel('Date').fill('2018-02-30');
    await sendIt(page);
    expect(await page.getByLabel('Date').getAttribute('aria-invalid')).toBe('true');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: /2018-02-30/ }).click();
    expect(await page.locator(':focus').getAttribute('id')).toBe('field-sources-0-date');
  });

  test('offers a pillar desk proposals of its own pillars alone, and a token without rights nothing', async () => {
    await openIssue(page, desk.url, 'circular-economy');
    await signIn(page, await bearer({ desk: 'ASCC desk', scope: 'lead:propose', pillars: ['ASCC'] }));
    expect(await page.getByRole('group', { name: 'What is to be done' }).getByRole('radio').count()).toBe(1);
    await page.getByLabel('Propose a lead').check();
    expect(await page.getByRole('group', { name: 'Lead pillar' }).getByRole('radio').count()).toBe(1);
    await page.getByRole('radio', { name: 'ASCC,' }).check();
    await page.getByLabel('Rationale').fill('Waste is on our agenda.');
    expect(await sendIt(page)).toMatch(/^Recorded\s+Proposal circular-economy:1 by ASCC desk/);
    await page.getByRole('link', { name: 'All issues' }).click();
    await page.getByText('Proposed, awaits a decision').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await signIn(page, await secretariat());
    await openIssue(page, desk.url, 'circular-economy');
    await page.getByRole('button', { name: 'Fill in from the open proposal' }).click();
    await page.getByLabel('Rationale').fill('As proposed.');
    expect(await sendIt(page)).toMatch(/^Recorded\s+Assignment circular-economy:2/);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await signIn(page, await bearer({ scope: 'lead:propose', pillars: ['APSC'] }));
    await openIssue(page, desk.url, 'circular-economy');
    await page.getByLabel('Propose a lead').check();
    expect(await page.locator('#form').innerText()).toContain(
      'This token allows none of this issue’s pillars (it may propose APSC).',
    );
    await page.getByRole('button', { name: 'Discard what was typed' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await signIn(page, await bearer({ scope: 'monitoring:report' }));
    await openIssue(page, desk.url, 'circular-economy');
    expect(await page.locator('#decide').innerText()).toContain('This token does not allow decisions');
  });

  test('asks nobody but its own server, and complains of nothing', () => {
    expect(desk.strays()).toEqual([]);
  });
});
