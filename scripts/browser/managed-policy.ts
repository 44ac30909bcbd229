// Writes an organisation's policy for the extension in the same place as administrators: Chromium reads it from a folder of the system, Firefox from
// one of the user's home, which is temporary here.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Policy = Readonly<Record<string, unknown>>;

/** This process may not write a policy on this machine. */
export class PolicyPlaceError extends Error {
  override readonly name = 'PolicyPlaceError';
}

/** https://www.chromium.org/administrators/linux-quick-start/ */
const CHROMIUM_FOLDER = '/etc/chromium/policies/managed';

/** Call before the browser starts. Returns a function that removes the policy. Throws PolicyPlaceError. */
export function placeForChromium(extensionId: string, policy: Policy): () => void {
  const file = join(CHROMIUM_FOLDER, `${extensionId}.json`);
  try {
    mkdirSync(CHROMIUM_FOLDER, { recursive: true });
    writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [extensionId]: policy } } }));
  } catch (cause) {
    throw new PolicyPlaceError(`Chromium's policies are placed in ${CHROMIUM_FOLDER}, which needs root`, {
      cause,
    });
  }
  const remove = (): void => rmSync(file, { force: true });
  process.once('exit', remove);
  return () => {
    remove();
    process.off('exit', remove);
  };
}

/**
 * Writes it into a temporary home and returns the environment by which Firefox finds it. `folder`: removed automatically.
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Native_manifests
 */
export function placeForFirefox(extensionId: string, policy: Policy, folder: string): NodeJS.ProcessEnv {
  const home = join(folder, 'home');
  const place = join(home, '.mozilla', 'managed-storage');
  mkdirSync(place, { recursive: true });
  const manifest = { name: extensionId, description: 'Policy', type: 'storage', data: policy };
  writeFileSync(join(place, `${extensionId}.json`), JSON.stringify(manifest));
  return { HOME: home };
}
