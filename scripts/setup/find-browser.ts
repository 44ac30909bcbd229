// Finds installed browsers: by an environment variable, in the usual folders and on the PATH.
import { existsSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

export const BROWSER_NAMES = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof BROWSER_NAMES)[number];

/** The path of the program, which takes precedence over searching. */
export const PATH_VARIABLES: Readonly<Record<BrowserName, string>> = {
  chromium: 'CHROME_PATH',
  firefox: 'FIREFOX_PATH',
};

interface Places {
  /** Programs on the PATH, in order of preference. */
  readonly linux: readonly string[];
  /** Below /Applications. */
  readonly darwin: readonly string[];
  /** Below the folders for programs. */
  readonly win32: readonly string[];
}

const PLACES: Readonly<Record<BrowserName, Places>> = {
  chromium: {
    linux: ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser', 'microsoft-edge-stable'],
    darwin: [
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Chromium.app/Contents/MacOS/Chromium',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ],
  },
  firefox: {
    linux: ['firefox-esr', 'firefox'],
    darwin: ['Firefox.app/Contents/MacOS/firefox'],
    win32: ['Mozilla Firefox/firefox.exe'],
  },
};

/** Returns the path of an installed browser, or null. Throws when the environment variable names a missing one. */
export function findBrowser(name: BrowserName): string | null {
  const variable = PATH_VARIABLES[name];
  const named = process.env[variable];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`${variable} names ${named}, which does not exist.`);
  }
  const found = candidates(name).filter((path) => existsSync(path));
  // A snap can read neither the temporary profile nor the built extension, so it cannot be used.
  return found.find((path) => !isSnap(path)) ?? null;
}

function candidates(name: BrowserName): readonly string[] {
  const places = PLACES[name];
  switch (process.platform) {
    case 'darwin':
      return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
        places.darwin.map((path) => join(folder, path)),
      );
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
        const folder = process.env[variable];
        return folder === undefined ? [] : places.win32.map((path) => join(folder, path));
      });
    default: {
      const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
      return places.linux.flatMap((program) => folders.map((folder) => join(folder, program)));
    }
  }
}

function isSnap(path: string): boolean {
  // Ubuntu's /usr/bin/chromium-browser is a script that starts the snap.
  const stub = path === '/usr/bin/chromium-browser' && existsSync('/snap');
  return stub || path.startsWith('/snap/') || realpathSync(path) === '/usr/bin/snap';
}
