/** A reporter that names what was skipped, with its reason, and closes the run with one line of counts. */

import type { Reporter, TestModule } from 'vitest/node';

/** How many tests came out how. A file that cannot be loaded counts as one that failed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The closing line: `12 passed, 0 failed, 1 skipped`. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}

/** The reporter; vitest makes one for each run. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const module of modules) {
      if (module.errors().length > 0) counts.failed++;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'skipped') {
          console.log(`skipped: ${test.fullName}${result.note === undefined ? '' : ` (${result.note})`}`);
        }
        // A test that did not come to an end has not passed.
        counts[result.state === 'pending' ? 'failed' : result.state]++;
      }
      for (const suite of module.children.allSuites()) if (suite.errors().length > 0) counts.failed++;
    }
    console.log(`\n${closingLine(counts)}`);
  }
}
