// A file is found by its name alone: names are in kebab case, and no two source files have the same one.
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const ROOMS = ['lib', 'components', 'entrypoints', 'scripts', 'test'];

/** WXT takes an entry point's name from its folder, and asks for this one. */
const ENTRY_POINT = /^entrypoints\/[^/]+\/index\.ts$/;
/** A test has the name of what it tests. */
const TEST = /\.(?:test|spec|bench)\.tsx?$/;
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)*\.(?:d\.)?m?tsx?$/;

function sourceFiles(): readonly string[] {
  return ROOMS.flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
      .map((path) => join(room, path).replaceAll('\\', '/'))
      .filter((path) => /\.m?tsx?$/.test(path) && !ENTRY_POINT.test(path)),
  );
}

function nameOf(path: string): string {
  return TEST.test(path) ? basename(path) : basename(path).replace(/\..*$/, '');
}

/** Files that share a name with another: `fields.ts` shares one with `fields.tsx`, but not with `fields.test.ts`. */
function sharedNames(paths: readonly string[]): readonly string[] {
  const names = paths.map(nameOf);
  return paths.filter((path) => names.indexOf(nameOf(path)) !== names.lastIndexOf(nameOf(path)));
}

describe('the names of source files', () => {
  it('are in kebab case', () => {
    expect(sourceFiles().filter((path) => !KEBAB.test(basename(path)))).toEqual([]);
  });

  it('are unique', () => {
    expect(sharedNames(sourceFiles())).toEqual([]);
  });

  it('are reported when two files share one', () => {
    const files = ['lib/a/list.ts', 'test/list.tsx', 'test/unit/a/list.test.ts', 'lib/b/other.ts'];
    expect(sharedNames(files)).toEqual(['lib/a/list.ts', 'test/list.tsx']);
    expect(sharedNames([...files, 'test/unit/b/list.test.ts'])).toHaveLength(4);
  });
});
