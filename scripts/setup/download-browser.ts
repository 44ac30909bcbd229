// Downloads a browser from its maker, for a machine that has none: Chrome for Testing, or Firefox. https://pptr.dev/browsers-api
import { dirname, join } from 'node:path';
import {
  Browser,
  detectBrowserPlatform,
  getInstalledBrowsers,
  getVersionComparator,
  install,
  resolveBuildId,
} from '@puppeteer/browsers';
import type { BrowserName } from './find-browser.ts';

const DOWNLOADS = join(dirname(dirname(import.meta.dirname)), '.cache', 'browsers');
const BROWSERS: Readonly<Record<BrowserName, Browser>> = {
  chromium: Browser.CHROME,
  firefox: Browser.FIREFOX,
};

interface DownloadOptions {
  /** The folder of downloads. */
  readonly folder?: string;
  /** A build and its server; by default the maker's newest stable one. */
  readonly source?: { readonly buildId: string; readonly baseUrl: string };
  /** Also installs Chrome's libraries by apt-get, which needs root. */
  readonly withLibraries?: boolean;
}

/** The program of the newest download, or null. */
export async function findDownload(name: BrowserName, folder = DOWNLOADS): Promise<string | null> {
  const browser = BROWSERS[name];
  const compare = getVersionComparator(browser);
  const all = await getInstalledBrowsers({ cacheDir: folder });
  const [newest] = all
    .filter((one) => one.browser === browser)
    .toSorted((a, b) => compare(b.buildId, a.buildId));
  return newest?.executablePath ?? null;
}

/** Downloads the browser. Rejects when the maker's server cannot be reached or has no build for this machine. */
export async function downloadBrowser(
  name: BrowserName,
  { folder = DOWNLOADS, source, withLibraries = false }: DownloadOptions = {},
): Promise<void> {
  const browser = BROWSERS[name];
  const platform = detectBrowserPlatform();
  if (platform === undefined) throw new Error(`There is no download of ${browser} for this machine.`);
  const { buildId, ...rest } = source ?? { buildId: await resolveBuildId(browser, platform, 'stable') };
  await install({ browser, platform, buildId, ...rest, cacheDir: folder, installDeps: withLibraries });
}
