/** Tests that need a server are described through this: where there is none they are skipped by name, with the reason. */

import { beforeAll, describe, test } from 'vitest';
import { BUILD_TIMEOUT_MS } from '../mongodb-server/build.ts';
import type { TestServer } from './mongodb-servers.ts';

/** Describes the tests, with the server's program built before them. */
export function describeOn({ missing, prepare }: TestServer, name: string, tests: () => void): void {
  const skipped = () => test('all of it', ({ skip }) => skip(missing));
  const run = () => {
    beforeAll(prepare, BUILD_TIMEOUT_MS);
    tests();
  };
  describe(name, missing === undefined ? run : skipped);
}
