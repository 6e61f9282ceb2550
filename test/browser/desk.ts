/** What the tests of the desk do in the browser, as the people at it do. */

import { existsSync } from 'node:fs';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { ask } from '../support/services/services.ts';
import { bearer, TOKEN_KEYS } from '../support/tokens.ts';
import { startBrowsed } from './browsed.ts';
import { openRecordedPage, type Recorded } from './chromium.ts';

const PICTURES = new URL('screenshots/', import.meta.url);

/** The width of a phone, and of a desk. */
export const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } } as const;

/** What the browser itself writes to its console of an answer that is no success, or of none. */
const OF_THE_BROWSER = /^Failed to load resource: /;

/** A desk over a graph of its own, and a browser. */
export interface Desk {
  /** The address of the graph without a path. */
  readonly url: string;
  /** A window of its own, as on another machine. */
  open(): Promise<Page>;
  /** What the windows asked of other servers, and what they complained of. */
  strays(): string[];
  stop(): Promise<void>;
}

/** Starts the graph, with these settings, and the browser. */
export async function startDesk(env: Readonly<Record<string, string>> = {}): Promise<Desk> {
  const { graph, browser, stop } = await startBrowsed({ AUTH_SECRET: TOKEN_KEYS.secret, ...env });
  const windows: Recorded[] = [];
  return {
    url: graph.url,
    async open() {
      const { page, recorded } = await openRecordedPage(browser);
      windows.push(recorded);
      await page.setViewportSize(SIZES.desktop);
      return page;
    },
    strays() {
      const elsewhere = windows.flatMap(({ requests }) => requests).filter((url) => !url.startsWith(`${graph.url}/`));
      const complaints = windows.flatMap((window) => window.complaints);
      return [...elsewhere, ...complaints.filter((text) => !OF_THE_BROWSER.test(text))];
    },
    stop,
  };
}

/** The token of the Secretariat, as a header. */
export function secretariat(): Promise<string> {
  return bearer({ sub: 'ASEAN Secretariat', scope: 'lead:assign' });
}

/** Opens the page of an issue and waits until it is there. */
export async function openIssue(page: Page, url: string, issue: string): Promise<void> {
  await page.goto(`${url}/desk?issue=${issue}`);
  await page.getByRole('heading', { name: 'Decide', exact: true }).waitFor();
}

/** Pastes a token and waits until it is accepted. */
export async function signIn(page: Page, header: string): Promise<void> {
  await page.getByLabel('Bearer token').fill(header);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}

/** Fills in an assignment. */
export async function writeAssignment(
  page: Page,
  { pillar, rationale }: { pillar: string; rationale: string },
): Promise<void> {
  await page.getByLabel('Assign the lead').check();
  await page.getByRole('group', { name: 'Lead pillar' }).getByLabel(pillar).check();
  await page.getByLabel('Rationale').fill(rationale);
}

/** Sends what was filled in, and gives what the page says came of it. */
export async function sendIt(page: Page): Promise<string> {
  await page.locator('#send').click();
  return outcomeOf(page);
}

/** What the page says came of it: the focus is there. */
export async function outcomeOf(page: Page): Promise<string> {
  const outcome = page.locator('#outcome:focus');
  await outcome.waitFor();
  return outcome.innerText();
}

/** Presses Tab until this has the focus, as one does who has no mouse. Throws where it cannot be reached. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    if ((await page.locator(`${selector}:focus`).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${selector}`);
}

/** What axe finds wrong with the page, in words. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate('axe.run()');
  const { violations } = found as { violations: { id: string; help: string; nodes: { html: string }[] }[] };
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Whether one has to scroll sideways. */
export function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
}

/** Takes a picture for the README where there is none: who wants another removes the file. */
export async function takePicture(page: Page, name: string): Promise<void> {
  const file = new URL(`desk-${name}.png`, PICTURES);
  if (!existsSync(file)) await page.screenshot({ path: file.pathname });
}

/** The decisions that the graph has on record of an issue, first to last. */
export async function historyOf(desk: Desk, id: string): Promise<Record<string, unknown>[]> {
  const query = `query ($id: ID!) { crossPillarIssue(id: $id) { leadHistory {
    kind actor rationale pillar { code } leadBody { id } supporting { code } relevantBodies { id } sources { title url date }
  } } }`;
  const { data } = (await ask(desk.url, query, { id })) as {
    data: { crossPillarIssue: { leadHistory: Record<string, unknown>[] } };
  };
  return data.crossPillarIssue.leadHistory;
}
