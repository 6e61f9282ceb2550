/** How the tests run. */

import { defineConfig } from 'vitest/config';

export default defineConfig({
  // graphql has an ESM and a CommonJS face; Apollo's packages load the latter, and two copies do not know each other's schemas.
  resolve: { alias: [{ find: /^graphql$/, replacement: new URL('node_modules/graphql/index.js', import.meta.url).pathname }] },
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000, env: { APOLLO_TELEMETRY_DISABLED: '1' } },
});
