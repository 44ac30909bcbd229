// The welcome page of the first install.
import * as v from 'valibot';
import { readSkipWelcome } from '../../settings/skip-welcome.ts';
import { BROWSER, browser } from '../browser.ts';
import { openWelcome } from '../extension-pages.ts';
import { acquirePolicy, watchPolicy } from '../policy-reader.ts';
import { WELCOME_KEY } from '../storage-keys.ts';
import { defineItem } from '../storage.ts';
import { greet } from './welcome-service.ts';

/**
 * ms that Chromium may take to deliver a policy; it does not report that there is none. Only users who have just installed the extension from a store
 * wait for it. 2,100 to 6,400 were measured in Chromium 156.
 */
const PATIENCE = { normal: 3000, other: 10_000 } as const;

/** Whether the page still has to be opened. */
const welcome = defineItem(WELCOME_KEY, { schema: v.nullable(v.literal('owed')), fallback: null });

/** Registers the events that open the page. Call in the first tick. */
export function startWelcome(complain: (error: unknown) => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') welcome.set('owed').then(greetAlone).catch(complain);
  });
  browser.runtime.onStartup.addListener(() => void greetAlone().catch(complain));
}

/** The browser's first start may bring both events. */
async function greetAlone(): Promise<void> {
  await welcome.exclusively(({ get, put }) =>
    greet({
      isOwed: async () => (await get()) !== null,
      setOwed: (isOwed) => put(isOwed ? 'owed' : undefined),
      isSkipped,
      policy,
      open: openWelcome,
    }),
  );
}

async function isSkipped(): Promise<boolean> {
  return readSkipWelcome(await acquirePolicy()) === true;
}

/** Resolves when the policy has arrived, or would have arrived by now. */
async function policy(): Promise<void> {
  // Firefox has the whole policy from the beginning.
  if (BROWSER === 'firefox') return;
  const came = new Promise<void>((resolve) => {
    const stop = watchPolicy(() => {
      stop();
      resolve();
    });
  });
  // A policy that arrived before the listener existed is found by reading.
  if (await isSkipped()) return;
  const { installType } = await browser.management.getSelf();
  const late = new Promise<void>((resolve) => {
    setTimeout(resolve, installType === 'normal' ? PATIENCE.normal : PATIENCE.other);
  });
  await Promise.race([came, late]);
}
