/** How the tests run: `whole` and `browser` by `npm test`, `long` by `npm run test:long`. */

import { configDefaults, defineConfig, type TestProjectConfiguration } from 'vitest/config';

const BROWSER = 'test/browser/**/*.test.ts';
const LONG = 'test/**/*.long.test.ts';

export default defineConfig({
  test: {
    reporters: ['default', './test/support/closing-line.ts'],
    maxWorkers: 2,
    projects: [
      project('whole', ['test/**/*.test.ts'], { exclude: [BROWSER, LONG] }),
      project('browser', [BROWSER]),
      project('long', [LONG], { timeoutMs: 600_000 }),
    ],
  },
});

interface ProjectOptions {
  readonly exclude?: readonly string[];
  readonly timeoutMs?: number;
}

function project(
  name: string,
  include: string[],
  { exclude = [], timeoutMs = 120_000 }: ProjectOptions = {},
): TestProjectConfiguration {
  return {
    // graphql has an ESM and a CommonJS face; Apollo's packages load the latter, and two copies do not know each other's schemas.
    resolve: {
      alias: [{ find: /^graphql$/, replacement: new URL('node_modules/graphql/index.js', import.meta.url).pathname }],
    },
    test: {
      name,
      include,
      exclude: [...configDefaults.exclude, ...exclude],
      pool: 'forks',
      testTimeout: timeoutMs,
      hookTimeout: timeoutMs,
      env: { APOLLO_TELEMETRY_DISABLED: '1' },
    },
  };
}
