// The preferences of Chromium's profile. They pin the extension's button to the toolbar; otherwise it is behind the puzzle piece. The preference
// contains the extension's id, which is computed from its folder.
import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserOptions } from './browser-options.ts';

/** Call before the browser starts; `profile` has no preferences yet. `preferences`: further ones of the top level, for a test. */
export function pinInChromium(
  profile: string,
  extensionDir: string,
  preferences: NonNullable<BrowserOptions['preferences']> = {},
): void {
  const folder = join(profile, 'Default');
  mkdirSync(folder, { recursive: true });
  const all = { ...preferences, extensions: { pinned_extensions: [unpackedId(extensionDir)] } };
  writeFileSync(join(folder, 'Preferences'), JSON.stringify(all));
}

/**
 * Returns the id of an unpacked extension: the first 128 bits of its path's SHA-256, with a letter from a to p for every four bits.
 * https://source.chromium.org/chromium/chromium/src/+/main:components/crx_file/id_util.cc
 */
export function unpackedId(extensionDir: string): string {
  const path = Buffer.from(realpathSync(extensionDir), process.platform === 'win32' ? 'utf16le' : 'utf8');
  const digest = createHash('sha256').update(path).digest('hex').slice(0, 32);
  return digest.replace(/./g, (digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16)));
}
