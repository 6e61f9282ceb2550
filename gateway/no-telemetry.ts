/**
 * Keeps Apollo's packages from talking to anybody: its telemetry is off, and its exporter, its probes of cloud metadata and its HTTP
 * client are not even loaded (a quarter of the modules of a start). Imported first in every start path.
 */

import { createRequire } from 'node:module';

process.env['APOLLO_TELEMETRY_DISABLED'] = '1';

const TALKING = [
  '@opentelemetry/exporter-metrics-otlp-http',
  '@opentelemetry/resource-detector-alibaba-cloud',
  '@opentelemetry/resource-detector-aws',
  '@opentelemetry/resource-detector-azure',
  '@opentelemetry/resource-detector-gcp',
  '@opentelemetry/resources',
  '@opentelemetry/sdk-metrics',
  '@opentelemetry/semantic-conventions/incubating',
  'make-fetch-happen',
];

const require = createRequire(createRequire(import.meta.url).resolve('@apollo/gateway'));
for (const name of TALKING) {
  const id = require.resolve(name);
  require.cache[id] ??= Object.assign(new (require('node:module') as typeof import('node:module'))(id), {
    loaded: true,
  });
}
