// The welcome page of the first install.
import { readSkipWelcome } from '../../settings/skip-welcome.ts';
import { BROWSER, browser } from '../browser.ts';
import { WELCOME_KEY } from '../storage-keys.ts';
import { alone } from '../stored.ts';
import { greet } from './welcome-service.ts';
import type { WelcomePorts } from './welcome-service.ts';

/**
 * ms that Chromium may take to hand over a policy; it says nothing when there is none. Who has just installed the extension from a store waits
 * for what happens, and nobody else does. 2,100 to 6,400 were measured in Chromium 156.
 */
const PATIENCE = { normal: 3000, other: 10_000 } as const;

/** Registers what leads to the page. Call in the first tick. */
export function startWelcome(complain: (error: unknown) => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') PORTS.setOwed(true).then(greetAlone).catch(complain);
  });
  browser.runtime.onStartup.addListener(() => void greetAlone().catch(complain));
}

const PORTS: WelcomePorts = {
  isOwed: async () => (await browser.storage.local.get(WELCOME_KEY))[WELCOME_KEY] === 'owed',
  setOwed: (isOwed) =>
    isOwed ? browser.storage.local.set({ [WELCOME_KEY]: 'owed' }) : browser.storage.local.remove(WELCOME_KEY),
  isSkipped,
  policy,
  open: async () => void (await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') })),
};

async function isSkipped(): Promise<boolean> {
  try {
    return readSkipWelcome(await browser.storage.managed.get(null)) === true;
  } catch {
    // Firefox rejects when nobody manages the extension. https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/storage/managed
    return false;
  }
}

async function policy(): Promise<void> {
  // Firefox has all of it from the beginning.
  if (BROWSER === 'firefox') return;
  const came = new Promise<void>((resolve) => {
    const listener = (_changes: unknown, area: string): void => {
      if (area !== 'managed') return;
      browser.storage.onChanged.removeListener(listener);
      resolve();
    };
    browser.storage.onChanged.addListener(listener);
  });
  // What came before the listener was there is found by asking.
  if (await isSkipped()) return;
  const { installType } = await browser.management.getSelf();
  const late = new Promise<void>((resolve) => {
    setTimeout(resolve, installType === 'normal' ? PATIENCE.normal : PATIENCE.other);
  });
  await Promise.race([came, late]);
}

/** A start of the browser that is also the first may bring both events. */
async function greetAlone(): Promise<void> {
  await alone(WELCOME_KEY, () => greet(PORTS));
}
