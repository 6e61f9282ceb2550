/** What no committed file may hold. */

import { expect, test } from 'vitest';
import { projectFiles, textOf } from '../check/files.ts';

const FILES = projectFiles();
const TEXTS = FILES.filter((path) => !/\.(png|ico|woff2?)$/.test(path)).map((path) => ({ path, text: textOf(path) }));

function linesWith(pattern: RegExp, where: (path: string) => boolean = () => true): string[] {
  return TEXTS.filter(({ path }) => where(path)).flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
  );
}

test('no file names a folder of somebody’s machine', () => {
  const folders = ['work', 'root', 'home', 'Users', 'tmp'].join('|');
  expect(linesWith(new RegExp(`(^|[\\s'"\`(=:])/(${folders})/\\w`))).toEqual([]);
});

test('no file names the host of a package registry, and the lock file works with any', () => {
  const hosts = ['registry\\.npm', 'npmjs\\.(org|com)', 'npmmirror\\.', 'yarnpkg\\.'].join('|');
  expect(linesWith(new RegExp(hosts), (path) => !path.startsWith('seed/data/'))).toEqual([]);
  expect(linesWith(/"resolved":/, (path) => path === 'package-lock.json')).toEqual([]);
});

test('nothing is left to do between the lines', () => {
  const marks = ['TO', 'FIX', 'X'].map((start, index) => start + ['DO', 'ME', 'XX'][index]).join('|');
  expect(linesWith(new RegExp(`\\b(${marks})\\b`), (path) => /\.(ts|md|graphql|js|html)$/.test(path))).toEqual([]);
});

test('modules are short: over 250 lines they say why in the first comment, over 400 there are none', () => {
  const long = TEXTS.filter(({ path }) => path.endsWith('.ts') && !path.startsWith('schema/generated/'))
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length, first: text.split('*/')[0] ?? '' }))
    .filter(({ lines, first }) => lines > 400 || (lines > 250 && !/\blong\b/i.test(first)))
    .map(({ path, lines }) => `${path}: ${lines} lines`);
  expect(long).toEqual([]);
});

test('every module begins with its purpose', () => {
  const silent = TEXTS.filter(({ path, text }) => path.endsWith('.ts') && !/^(#!.*\n)?\/\*\*/.test(text));
  expect(silent.map(({ path }) => path)).toEqual([]);
});

test('no folder is a place for things without a name', () => {
  expect(FILES.filter((path) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.[a-z]+$)/.test(path))).toEqual([]);
});
