// The deep check: adds its policy to one tab, or to the sites that the owner marked, and takes it away again. What must hold is written in
// `storage.session`; the browser's rules are always made anew from it, so a background that was stopped in between puts them in order.
import { isWithin } from '../../address/host.ts';
import { changeRules, deepRules } from '../../deep-check/deep-rules.ts';
import type { DeepRule, DeepTab } from '../../deep-check/deep-rules.ts';
import { parseAddress } from '../../address/address.ts';
import { browser } from '../browser.ts';
import { makeDeepKey, readDeepState } from './deep-check-state.ts';
import { DEEP_KEY } from '../storage-keys.ts';
import type { SessionStore } from './record/session-store.ts';

/** Tabs checked at a time: the oldest makes room. */
const MAX_TABS = 50;

export class DeepCheck {
  readonly #store: SessionStore;
  readonly #markedSites: () => Promise<readonly string[]>;
  /** Unknown after a wake-up, when the browser may still have some. */
  #hasRules = true;

  /** `markedSites`: hosts that the owner wants checked in every tab. */
  constructor(store: SessionStore, markedSites: () => Promise<readonly string[]>) {
    this.#store = store;
    this.#markedSites = markedSites;
  }

  /**
   * Checks a site in a tab from its next page on; `reload`: at once. False: the tab is gone, or the one to be loaded again shows another site by
   * now.
   */
  async start(tabId: number, site: string, reload: boolean): Promise<boolean> {
    const tab = await browser.tabs.get(tabId).catch(() => null);
    const hostname = parseAddress(tab?.url ?? '')?.hostname ?? '';
    if (tab === null || (reload && !isWithin(hostname, site))) return false;
    const key = makeDeepKey();
    await this.#change((tabs) => [...tabs.filter((each) => each.tabId !== tabId), { tabId, site, key }]);
    if (!reload) return true;
    // Past caches and service workers: their answers come without the policy.
    await browser.tabs.reload(tabId, { bypassCache: true });
    return true;
  }

  /** A page is on its way in a tab: outside of the site the check is over. */
  async leave(tabId: number, url: string): Promise<void> {
    const hostname = parseAddress(url)?.hostname ?? '';
    await this.#change((tabs) =>
      tabs.filter((each) => each.tabId !== tabId || isWithin(hostname, each.site)),
    );
  }

  /** The tab was closed. */
  async close(tabId: number): Promise<void> {
    await this.#change((tabs) => tabs.filter((each) => each.tabId !== tabId));
  }

  /** Puts the browser's rules in order: after a wake-up, or when the marked sites changed. */
  async restore(): Promise<void> {
    const [{ tabs }, sites] = await Promise.all([this.#store.change(readDeepState), this.#markedSites()]);
    if (tabs.length + sites.length === 0 && !this.#hasRules) return;
    const open = new Set((await browser.tabs.query({})).map(({ id }) => id));
    await this.#change((known) => known.filter(({ tabId }) => open.has(tabId)), true);
  }

  async #change(change: (tabs: readonly DeepTab[]) => readonly DeepTab[], mustApply = false): Promise<void> {
    await this.#store.change(async (tx) => {
      const { tabs, sharedKey } = await readDeepState(tx);
      const next = change(tabs).slice(-MAX_TABS);
      const isSame = next.length === tabs.length && next.every((tab, index) => tab === tabs[index]);
      if (isSame && !mustApply) return;
      await tx.write({ [DEEP_KEY]: { tabs: next, sharedKey } });
      const rules = deepRules(next, await this.#markedSites(), sharedKey);
      await apply(rules);
      this.#hasRules = rules.length > 0;
    });
  }
}

/** Makes the browser's rules these and no others. */
async function apply(rules: readonly DeepRule[]): Promise<void> {
  const { declarativeNetRequest } = browser;
  const change = changeRules(await declarativeNetRequest.getSessionRules(), rules);
  if (change.removeRuleIds.length + change.addRules.length > 0)
    await declarativeNetRequest.updateSessionRules(change);
}
