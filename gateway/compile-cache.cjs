/** Keeps what Node compiles and strips of types beside the packages: preloaded, so that from the second start on nothing is compiled again. */

const { enableCompileCache } = require('node:module');
const { join } = require('node:path');

enableCompileCache(join(__dirname, '../node_modules/.cache/compiled'));
