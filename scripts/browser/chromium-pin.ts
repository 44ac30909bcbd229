// Puts the extension's button on Chromium's toolbar: for people who pin it, and for people who look for it. Without this it is behind the
// puzzle piece. The preference of the profile names the extension by its id, which follows from its folder.
import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Call before the browser starts; `profile` has no preferences yet. */
export function pinInChromium(profile: string, extensionDir: string): void {
  const folder = join(profile, 'Default');
  mkdirSync(folder, { recursive: true });
  const preferences = { extensions: { pinned_extensions: [unpackedId(extensionDir)] } };
  writeFileSync(join(folder, 'Preferences'), JSON.stringify(preferences));
}

/**
 * The id of an unpacked extension: the first 128 bits of its path's SHA-256, a letter from a to p for every four.
 * https://source.chromium.org/chromium/chromium/src/+/main:components/crx_file/id_util.cc
 */
export function unpackedId(extensionDir: string): string {
  const path = Buffer.from(realpathSync(extensionDir), process.platform === 'win32' ? 'utf16le' : 'utf8');
  const digest = createHash('sha256').update(path).digest('hex').slice(0, 32);
  return digest.replace(/./g, (digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16)));
}
