/** The import arrows: which part of the project may import which. */

import { posix } from 'node:path';

/** A module of the project: its path from the root, and its text. */
export interface Module {
  readonly path: string;
  readonly text: string;
}

interface Room {
  /** The modules that it holds: the first room that matches has a module. */
  readonly holds: RegExp;
  /** What they may import besides packages. */
  readonly mayImport: RegExp;
}

/** Composition roots come first: they alone know everybody. */
const ROOMS: readonly Room[] = [
  { holds: /^test\/|^[^/]+\.ts$/, mayImport: /./ },
  { holds: /^gateway\/one-process\.ts$/, mayImport: /^(gateway|subgraphs|seed|schema)\// },
  { holds: /^gateway\//, mayImport: /^(gateway|subgraphs\/(directory|kit)|schema)\// },
  { holds: /^subgraphs\/open\.ts$/, mayImport: /^(subgraphs|schema)\// },
  { holds: /^subgraphs\/kit\//, mayImport: /^(subgraphs\/kit|schema)\// },
  { holds: /^subgraphs\/kinds\//, mayImport: /^(subgraphs\/(kinds|kit)|schema)\// },
  { holds: /^subgraphs\/directory\//, mayImport: /^(subgraphs\/(directory|kit)|schema)\// },
  ...['political-security', 'economic', 'socio-cultural'].flatMap((pillar): Room[] => [
    {
      holds: new RegExp(`^subgraphs/${pillar}/main\\.ts$`),
      mayImport: new RegExp(`^(subgraphs/(${pillar}|kinds|kit)|seed|schema)/`),
    },
    {
      holds: new RegExp(`^subgraphs/${pillar}/`),
      mayImport: new RegExp(`^(subgraphs/(${pillar}|kinds|kit)|schema)/`),
    },
  ]),
  { holds: /^seed\/(main|export|import)\.ts$/, mayImport: /^(seed|subgraphs|schema)\// },
  { holds: /^seed\//, mayImport: /^(seed|schema)\// },
  { holds: /^schema\//, mayImport: /^schema\// },
];

/** Where the environment may be read: everything else is handed its settings. */
const READS_ENVIRONMENT =
  /^test\/|(^|\/)main\.ts$|^gateway\/(one-process|no-telemetry|access\/token)\.ts$|^seed\/(export|import)\.ts$|^vitest\.config\.ts$/;

/** The imports that run against an arrow, one line each. */
export function brokenArrows(modules: readonly Module[]): string[] {
  return modules.flatMap(({ path, text }) => {
    const room = ROOMS.find(({ holds }) => holds.test(path));
    if (!room) return [`${path} is in no room: name its arrows in test/check/arrows.ts`];
    const lines = importsOf(path, text)
      .filter((target) => !room.mayImport.test(target))
      .map((target) => `${path} imports ${target}`);
    if (/\bprocess\.env\b/.test(text) && !READS_ENVIRONMENT.test(path)) lines.push(`${path} reads process.env`);
    return lines;
  });
}

/** The modules of the project that a module imports, in any way and also for types only, by their paths from the root. */
function importsOf(path: string, text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const specifiers = [...code.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])(\.{1,2}\/[^'"]+)\1/g)];
  return specifiers.map(([, , specifier]) => posix.join(posix.dirname(path), specifier as string));
}
