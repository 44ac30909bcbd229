// Builds the extension for a browser when it is missing or older than its sources.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BrowserName } from './setup/find-browser.ts';

const ROOT = dirname(import.meta.dirname);
const SOURCES = ['entrypoints', 'components', 'lib', 'public', 'wxt.config.ts', 'package-lock.json'];

/** The folder that a browser loads. */
export function buildFolder(browser: BrowserName): string {
  return join(ROOT, '.output', `${TARGETS[browser]}-mv3`);
}

/** Returns the folder of an up-to-date build. Reports a build on stderr; throws with the build's own output when it fails. */
export function ensureBuild(browser: BrowserName): string {
  const folder = buildFolder(browser);
  const built = newest(join(folder, 'manifest.json'));
  if (built > Math.max(...SOURCES.map((source) => newest(join(ROOT, source))))) return folder;
  console.error(`Building the extension for ${browser} …`);
  const wxt = join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [wxt, 'build', '-b', TARGETS[browser]], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The build failed:\n${stdout}${stderr}`);
  return folder;
}

const TARGETS: Readonly<Record<BrowserName, string>> = { chromium: 'chrome', firefox: 'firefox' };

/** The last modification of a file, or of the newest file below a folder: ms since epoch; 0 when there is none. */
function newest(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
