// Selects the projects of playwright.config.ts for each browser, and passes them the browsers' paths.
import { BROWSER_NAMES, PATH_VARIABLES } from '../setup/find-browser.ts';
import type { BrowserName } from '../setup/find-browser.ts';

/** The browsers' programs; an unavailable one is missing. */
export type FoundBrowsers = Readonly<Partial<Record<BrowserName, string>>>;

const PROJECTS: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: ['chromium', 'chromium-security-info'],
  firefox: ['firefox'],
};

/** The projects that can run. */
export function projectsFor(found: FoundBrowsers): readonly string[] {
  return BROWSER_NAMES.flatMap((name) => (found[name] === undefined ? [] : PROJECTS[name]));
}

/** The environment variables with the browsers for Playwright's workers. */
export function browserEnvironment(found: FoundBrowsers): Readonly<Record<string, string>> {
  return Object.fromEntries(
    BROWSER_NAMES.flatMap((name) => {
      const path = found[name];
      return path === undefined ? [] : [[PATH_VARIABLES[name], path]];
    }),
  );
}
