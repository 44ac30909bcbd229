// The setup before a command runs: whether the dependencies are installed, and the id of an unpacked extension.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pinInChromium, unpackedId } from '../../../scripts/browser/chromium-pin.ts';
import { formatTable, shorten } from '../../../scripts/table.ts';
import { isInstalled } from '../../../scripts/setup/dependencies.mjs';

describe('isInstalled', () => {
  const wanted = {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
  };

  it('accepts every installed version, without packages for other platforms', () => {
    expect(isInstalled(wanted, { 'node_modules/a': { version: '1.0.0' } })).toBe(true);
  });

  it('requires what is missing or of another version', () => {
    expect(isInstalled(wanted, {})).toBe(false);
    expect(isInstalled(wanted, { 'node_modules/a': { version: '1.0.1' } })).toBe(false);
    const optional = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.9.0' } };
    expect(isInstalled(wanted, optional)).toBe(false);
  });
});

describe('pinInChromium', () => {
  it('computes the id of the extension in the profile like Chromium', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pin-'));
    try {
      pinInChromium(folder, import.meta.dirname);
      const preferences: unknown = JSON.parse(readFileSync(join(folder, 'Default', 'Preferences'), 'utf8'));
      const id = unpackedId(import.meta.dirname);
      expect(id).toMatch(/^[a-p]{32}$/);
      expect(preferences).toEqual({ extensions: { pinned_extensions: [id] } });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('formatTable', () => {
  it('aligns columns and leaves no spaces at the ends of lines', () => {
    expect(
      formatTable([
        ['A', 'B'],
        ['long', ''],
        ['x', 'y'],
      ]),
    ).toBe('A     B\nlong\nx     y\n');
  });

  it('gives Chinese two columns a character, and combining characters none', () => {
    expect(
      formatTable([
        ['上海某某公司', 'x'],
        ['Zu\u0308rich', 'y'],
      ]),
    ).toBe('上海某某公司  x\nZu\u0308rich        y\n');
  });

  it('does not let text move the cursor, colour the terminal or change the direction', () => {
    expect(formatTable([['a\u001B[31m\u202Eb\nc']])).toBe('a\uFFFD[31m\uFFFDb\uFFFDc\n');
  });
});

describe('shorten', () => {
  it('cuts between characters', () => {
    expect(shorten('ab😀cd', 4)).toBe('ab😀…');
    expect(shorten('abcd', 4)).toBe('abcd');
  });
});
