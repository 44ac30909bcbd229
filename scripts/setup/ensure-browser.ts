// Returns the path of a browser, and installs one if there is none: Debian's package as root, else its maker's download.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { downloadBrowser, findDownload } from './download-browser.ts';
import { findBrowser, PATH_VARIABLES } from './find-browser.ts';
import type { BrowserName } from './find-browser.ts';

const TITLES: Readonly<Record<BrowserName, string>> = { chromium: 'Chrome for Testing', firefox: 'Firefox' };

/** Debian's packages: the browser, and a font without which pages have no text. */
const PACKAGES: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: ['chromium', 'fonts-liberation'],
  firefox: ['firefox-esr', 'fonts-liberation'],
};

/** Reports installations on stderr. Throws one clear sentence when there is no browser. */
export async function ensureBrowser(name: BrowserName): Promise<string> {
  const found = findBrowser(name) ?? (await findDownload(name));
  if (found !== null) return found;
  if (isRoot() && isDebian()) installPackages(PACKAGES[name]);
  else await download(name);
  const installed = findBrowser(name) ?? (await findDownload(name));
  if (installed !== null) return installed;
  throw new Error(
    `No ${name === 'chromium' ? 'Chromium, Chrome or Edge' : 'Firefox'} was found, and none could be installed. ` +
      `Install one, or set ${PATH_VARIABLES[name]} to the path of its program.`,
  );
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Ubuntu's packages of both browsers only start the snap, so Ubuntu does not count as Debian here. */
function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function installPackages(packages: readonly string[]): void {
  console.error(`Installing ${packages.join(', ')} (apt-get) …`);
  if (!aptGet('update')) console.error('apt-get update failed; the lists at hand are used.');
  aptGet('install', '-y', '--no-install-recommends', ...packages);
}

function aptGet(...args: readonly string[]): boolean {
  const { status } = spawnSync('apt-get', ['-qq', ...args], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

async function download(name: BrowserName): Promise<void> {
  console.error(`Downloading ${TITLES[name]} …`);
  try {
    await downloadBrowser(name, {
      withLibraries: name === 'chromium' && process.platform === 'linux' && isRoot(),
    });
  } catch (error) {
    // The caller reports the final sentence; this is its reason.
    console.error(error instanceof Error ? error.message : error);
  }
}
