// The welcome page: whether the extension has access to web pages, and the first settings.
import type { Settings } from '../../settings/settings.ts';
import { BROWSER } from '../browser.ts';
import { createStore } from './create-store.ts';
import type { Store } from './create-store.ts';
import { changeSettings, preparePage } from './prepare-page.ts';
import type { Prepared } from './prepare-page.ts';
import { requestAccess, watchAccess } from './tab-actions.ts';

interface WelcomePort {
  /** null: not known yet. */
  readonly hasAccess: Store<boolean | null>;
  readonly settings: Store<Settings>;
  /** Where this browser shows the extension's button. */
  readonly button: 'chromium' | 'firefox' | 'phone';
  readonly allow: () => Promise<boolean>;
  readonly change: (change: Partial<Settings>) => void;
}

/** `userAgent`: phones have no toolbar. */
export async function prepareWelcome(userAgent: string): Promise<Prepared<WelcomePort>> {
  const hasAccess = createStore<boolean | null>(null);
  watchAccess(hasAccess.set);
  const { settings, words, actions } = await preparePage();
  const button = userAgent.includes('Android') ? 'phone' : BROWSER;
  return {
    words,
    actions,
    port: { settings, hasAccess, button, allow: requestAccess, change: changeSettings },
  };
}
