// The fixtures of the browser tests: one lab and one browser with the extension per worker, an empty tab per test.
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import type { BrowserOptions, OpenBrowser, Tab } from '../../scripts/browser/browser-options.ts';
import { startLab } from '../lab/lab.ts';
import type { Lab } from '../lab/lab.ts';
import type { ScenarioGroup } from '../lab/scenario.ts';

export type BrowserKind = 'chromium' | 'chromium-security-info' | 'firefox';

export interface InBrowser {
  /** Which browser a project runs in. */
  readonly browserKind: BrowserKind;
  /** The scenarios that the lab serves; null: the whole table. */
  readonly groups: readonly ScenarioGroup[] | null;
  readonly lab: Lab;
  readonly open: OpenBrowser;
}

const OUTPUT = join(import.meta.dirname, '..', '..', '.output');

/** How a browser of this kind is opened on a lab. */
export function optionsFor(kind: BrowserKind, lab: Lab): BrowserOptions {
  const firefox = kind === 'firefox';
  return {
    browser: firefox ? 'firefox' : 'chromium',
    extensionDir: join(OUTPUT, firefox ? 'firefox-mv3' : 'chrome-mv3'),
    headless: true,
    caFile: lab.caFile,
    map: lab.map,
    ...(firefox
      ? // Firefox's own prompts for access and data are outside of every page, where no driver can answer them.
        { preferences: { 'extensions.webextOptionalPermissionPrompts': false } }
      : { securityInfo: kind === 'chromium-security-info' }),
  };
}

export const test = base.extend<{ readonly tab: Tab }, InBrowser>({
  browserKind: ['chromium', { option: true, scope: 'worker' }],
  groups: [null, { option: true, scope: 'worker' }],
  lab: [
    async ({ groups }, use) => {
      const lab = await startLab(groups === null ? {} : { groups });
      await use(lab);
      await lab.close();
    },
    { scope: 'worker' },
  ],
  open: [
    async ({ lab, browserKind }, use) => {
      const open = await openBrowser(optionsFor(browserKind, lab));
      await use(open);
      await open.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  tab: async ({ open }, use) => {
    const tab = await open.newTab();
    await use(tab);
    // A crashed or closed page cannot be closed again.
    await tab.page.close().catch(() => undefined);
  },
});

export { expect } from '@playwright/test';
