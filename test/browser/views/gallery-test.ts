// The fixtures of the view tests: one built gallery and one browser per worker, a fresh page per test. The gallery is served with the
// extension's own content security policy; an error or warning on any page fails the test that caused it.
import { mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import type { ConsoleMessage, Page } from '@playwright/test';
import { build, preview } from 'vite';
import { ensureBrowser } from '../../../scripts/setup/ensure-browser.ts';
import { GalleryOptions } from './gallery-options.ts';
import { GalleryPopup } from './gallery-popup.ts';
import { GalleryView } from './gallery-view.ts';

const CONFIG = join(import.meta.dirname, '../../gallery/vite.config.ts');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Views {
  readonly popup: GalleryPopup;
  readonly options: GalleryOptions;
  readonly explain: GalleryView;
  readonly welcome: GalleryView;
  /** Fails the test when its page reports an error, a warning or a violation of the security policy. */
  readonly noComplaints: void;
}

interface SharedGallery {
  /** Where the built gallery is served. */
  readonly gallery: string;
}

const VIEWPORT = { width: 380, height: 600 };

export const test = base.extend<Views, SharedGallery>({
  viewport: VIEWPORT,
  gallery: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright requires a destructuring pattern, and this fixture needs no other.
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'gallery-'));
      await build({ configFile: CONFIG, logLevel: 'error', build: { outDir: folder } });
      const server = await preview({
        configFile: CONFIG,
        logLevel: 'error',
        build: { outDir: folder },
        preview: { port: 0, host: '127.0.0.1' },
      });
      await use(server.resolvedUrls?.local[0] ?? '');
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  browser: [
    async ({ playwright }, use) => {
      const browser = await playwright.chromium.launch({
        executablePath: await ensureBrowser('chromium'),
        // Chromium has no sandbox for root.
        args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ page }, use) => {
    await page.addInitScript(AXE);
    await use(page);
  },
  noComplaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      const onError = (error: Error): void => void complaints.push(`${page.url()}: ${error.message}`);
      // The browser reports violations of the policy as console messages.
      const onConsole = (message: ConsoleMessage): void => {
        if (['error', 'warning'].includes(message.type()))
          complaints.push(`${page.url()}: ${message.text()}`);
      };
      page.on('pageerror', onError).on('console', onConsole);
      await use();
      page.off('pageerror', onError).off('console', onConsole);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
  popup: async ({ page, gallery }, use) => use(new GalleryPopup(page, gallery)),
  options: async ({ page, gallery }, use) => use(new GalleryOptions(page, gallery)),
  explain: async ({ page, gallery }, use) => use(new GalleryView(page, gallery, 'explain')),
  welcome: async ({ page, gallery }, use) => use(new GalleryView(page, gallery, 'welcome')),
});

/** For the walk: its tests in one worker share a page, because opening a page takes longer than checking a state. */
export const walkTest = test.extend<object, { readonly walkedPage: Page }>({
  walkedPage: [
    async ({ browser }, use) => {
      const page = await browser.newPage({ viewport: VIEWPORT });
      await page.addInitScript(AXE);
      await use(page);
      await page.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ walkedPage }, use) => use(walkedPage),
});

export { expect } from '@playwright/test';
