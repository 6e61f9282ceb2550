/** Which part may import which. */

import { describe, expect, test } from 'vitest';
import { brokenArrows } from '../check/arrows.ts';

const broken = (path: string, text: string) => brokenArrows([{ path, text }]);

describe('runs along the arrows:', () => {
  test.each([
    ['gateway/server.ts', "import { a } from '../subgraphs/kit/scalars.ts';"],
    ['gateway/one-process.ts', "const { load } = await import('../seed/load.ts');"],
    ['subgraphs/open.ts', "import { b } from './economic/subgraph.ts';"],
    ['subgraphs/economic/smart-city/smart-city.ts', "import type { Kind } from '../../kit/kind.ts';"],
    ['subgraphs/kinds/body/model.ts', "import { KINDS } from '../../../schema/kinds.ts';"],
    ['seed/main.ts', "import { openPillars } from '../subgraphs/open.ts';"],
    ['test/unit/x.test.ts', "import { a } from '../../subgraphs/economic/subgraph.ts'; process.env['A'];"],
    ['schema/lint.ts', "import { buildSchema } from 'graphql';"],
    ['schema/lint.ts', "// import { a } from '../gateway/server.ts';"],
  ])('%s with %s', (path, text) => {
    expect(broken(path, text)).toEqual([]);
  });
});

describe('runs against one:', () => {
  test.each([
    ['gateway/server.ts', "import { a } from '../subgraphs/economic/subgraph.ts';", 'subgraphs/economic/subgraph.ts'],
    ['gateway/server.ts', "const a = await import('../seed/load.ts');", 'seed/load.ts'],
    ['subgraphs/economic/a.ts', "import type { B } from '../socio-cultural/b.ts';", 'subgraphs/socio-cultural/b.ts'],
    ['subgraphs/economic/a.ts', "import '../../seed/load.ts';", 'seed/load.ts'],
    ['subgraphs/kinds/a.ts', "export { b } from '../directory/b.ts';", 'subgraphs/directory/b.ts'],
    ['subgraphs/kit/a.ts', "import { b } from '../kinds/b.ts';", 'subgraphs/kinds/b.ts'],
    ['subgraphs/directory/a.ts', "import { b } from '../kinds/b.ts';", 'subgraphs/kinds/b.ts'],
    ['seed/load.ts', "import { b } from '../subgraphs/kit/b.ts';", 'subgraphs/kit/b.ts'],
    ['schema/a.ts', "import {\n  b,\n} from '../subgraphs/kit/b.ts';", 'subgraphs/kit/b.ts'],
  ])('%s with %s', (path, text, target) => {
    expect(broken(path, text)).toEqual([`${path} imports ${target}`]);
  });
});

test('only entry points read the environment', () => {
  expect(broken('gateway/server.ts', "process.env['PORT']")).toEqual(['gateway/server.ts reads process.env']);
  expect(broken('seed/main.ts', "process.env['DATA_DIR']")).toEqual([]);
});

test('a module outside of every room has no arrows, which is a fault', () => {
  expect(broken('attic/a.ts', '')).toEqual(['attic/a.ts is in no room: name its arrows in test/check/arrows.ts']);
});
