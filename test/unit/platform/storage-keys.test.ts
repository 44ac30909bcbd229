// Compares the use of storage and its keys with docs/architecture.md: they are in no other place.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const PLATFORM = join(import.meta.dirname, '../../../lib/platform');
const files = readdirSync(PLATFORM, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && file !== 'storage-keys.ts',
);

/** A storage key that is written out, or is in a constant of the file. */
const OWN_KEY =
  /storage\.(?:local|session)\s*\.(?:get|set|remove)\(\s*(?:\[|\{\s*)?['"`]|const [A-Z_]*KEY\b[^=]*=\s*['"`]|new SessionMap\(\s*['"`]/;

/** `browser.storage.local`, `storage[area]`, `const { local } = browser.storage`, and the same for managed storage. */
const AREA = /storage\s*(?:\.\s*(?:local|managed)\b|\[)|\b(?:local|managed)\b[^;]*\} = browser\.storage/;

it("only items and the policy's reader use local and managed storage", () => {
  const users = files.filter((file) => {
    const text = readFileSync(join(PLATFORM, file), 'utf8');
    return AREA.test(text.replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, ''));
  });
  expect(users.toSorted()).toEqual(['policy-reader.ts', 'storage.ts']);
});

describe('keys of the store', () => {
  it.each(files)('are none of %s', (file) => {
    expect(OWN_KEY.exec(readFileSync(join(PLATFORM, file), 'utf8'))?.[0]).toBeUndefined();
  });

  it('match the pattern', () => {
    for (const line of ["storage.local.set({ 'x': 1 })", "const KEY = 'x';", "new SessionMap('x', schema)"])
      expect(line).toMatch(OWN_KEY);
  });

  it('differ', () => {
    const text = readFileSync(join(PLATFORM, 'storage-keys.ts'), 'utf8');
    const names = Array.from(text.matchAll(/(?:=|return) ['"`]([^'"`$]+)/g), ([, name]) => name);
    expect(names.length).toBeGreaterThan(10);
    expect(new Set(names).size).toBe(names.length);
  });
});
