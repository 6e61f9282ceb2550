/** A real browser for tests: Debian's Chromium, without the sandbox that containers lack and without traffic of its own. */

import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

const PATH = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Whether there is a browser; tests that need it are skipped by name where there is none. */
export const hasChromium = existsSync(PATH);

/** What a skipped test says in its name. */
export const NEEDS_CHROMIUM = 'needs Chromium: apt-get install -y chromium, or CHROMIUM_PATH';

/** What a page did beside showing itself. */
export interface Recorded {
  /** The address of every request. */
  readonly requests: string[];
  /** Errors and warnings of the console, errors that nobody caught, violations of the content security policy. */
  readonly complaints: string[];
}

/** Launches the browser. */
export function launchChromium(): Promise<Browser> {
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  return chromium.launch({ executablePath: PATH, args });
}

/** Opens a page of which everything is recorded. */
export async function openRecordedPage(browser: Browser): Promise<{ page: Page; recorded: Recorded }> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 850 } });
  const recorded: Recorded = { requests: [], complaints: [] };
  page.on('request', (request) => recorded.requests.push(request.url()));
  page.on('pageerror', (error) => recorded.complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) recorded.complaints.push(message.text());
  });
  await page.addInitScript({
    content: `addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error('content security policy: ' + violatedDirective + ' ' + blockedURI));`,
  });
  return { page, recorded };
}
