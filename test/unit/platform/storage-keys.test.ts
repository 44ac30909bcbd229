// docs/architecture.md says that the keys of the store are in lib/platform/storage-keys.ts: so they are.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const PLATFORM = join(import.meta.dirname, '../../../lib/platform');
const files = readdirSync(PLATFORM, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && file !== 'storage-keys.ts',
);

/** A key written out where storage is used, or kept in a constant of the file's own. */
const OWN_KEY =
  /storage\.(?:local|session)\s*\.(?:get|set|remove)\(\s*(?:\[|\{\s*)?['"`]|const [A-Z_]*KEY\b[^=]*=\s*['"`]|new SessionMap\(\s*['"`]/;

describe('keys of the store', () => {
  it.each(files)('are none of %s', (file) => {
    expect(OWN_KEY.exec(readFileSync(join(PLATFORM, file), 'utf8'))?.[0]).toBeUndefined();
  });

  it('are seen by the pattern', () => {
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
