// The deep check: adds its policy to one tab, or to the sites that the owner marked, and removes it again. The state is in `storage.session` and the
// browser's rules are computed from it, so that a background that was stopped in between restores them.
import { parseAddress } from '../../address/address.ts';
import { isWithin } from '../../address/host.ts';
import { checkedSite, deepRules } from '../../deep-check/deep-rules.ts';
import type { DeepRule, DeepTab } from '../../deep-check/deep-rules.ts';
import { DEEP_KEY } from '../storage-keys.ts';
import type { SessionStore } from './record/session-store.ts';
import { makeDeepKey, readDeepState } from './record/deep-check-state.ts';

/** The most tabs that are checked at a time: a new one replaces the oldest. */
const MAX_TABS = 50;

export interface DeepCheckPorts {
  /** Returns the address that a tab shows, empty if the browser hides it; null: the tab does not exist. */
  readonly addressOf: (tabId: number) => Promise<string | null>;
  /** Returns the tab that is shown in the current window. */
  readonly activeTab: () => Promise<ShownTab | null>;
  /** Returns the tabs. */
  readonly openTabs: () => Promise<readonly number[]>;
  /** Reloads a tab, bypassing caches. */
  readonly reload: (tabId: number) => Promise<void>;
  /** Returns the hosts that the owner marked to be checked in every tab. */
  readonly markedSites: () => Promise<readonly string[]>;
  /** Replaces the browser's rules by these. */
  readonly applyRules: (rules: readonly DeepRule[]) => Promise<void>;
}

/** The part of the browser's tab that is used. */
export interface ShownTab {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
}

export class DeepCheckService {
  readonly #store: SessionStore;
  readonly #ports: DeepCheckPorts;
  /** Unknown after a wake-up, when the browser may still have some rules. */
  #hasRules = true;

  constructor(store: SessionStore, ports: DeepCheckPorts) {
    this.#store = store;
    this.#ports = ports;
  }

  /**
   * Checks a site in a tab from its next page on; `reload`: immediately. False: the tab is closed, or the tab to be reloaded now shows another site.
   */
  async start(tabId: number, site: string, reload: boolean): Promise<boolean> {
    const address = await this.#ports.addressOf(tabId);
    const hostname = parseAddress(address ?? '')?.hostname ?? '';
    if (address === null || (reload && !isWithin(hostname, site))) return false;
    const key = makeDeepKey();
    await this.#change((tabs) => [...tabs.filter((each) => each.tabId !== tabId), { tabId, site, key }]);
    if (reload) await this.#ports.reload(tabId);
    return true;
  }

  /** Checks the page that a tab shows, like the popup's button. `tab` is missing if the browser reports none: then the active tab is used. */
  async startIn(tab: ShownTab | undefined): Promise<void> {
    const shown = tab ?? (await this.#ports.activeTab());
    const site = checkedSite(shown?.url ?? '');
    if (shown?.id !== undefined && site !== null) await this.start(shown.id, site, true);
  }

  /** A tab navigates: outside of the site the check ends. */
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

  /** Restores the browser's rules: after a wake-up, or when the marked sites changed. */
  async restore(): Promise<void> {
    const [{ tabs }, sites] = await Promise.all([
      this.#store.change(readDeepState),
      this.#ports.markedSites(),
    ]);
    if (tabs.length + sites.length === 0 && !this.#hasRules) return;
    const open = new Set(await this.#ports.openTabs());
    await this.#change((known) => known.filter(({ tabId }) => open.has(tabId)), true);
  }

  async #change(change: (tabs: readonly DeepTab[]) => readonly DeepTab[], mustApply = false): Promise<void> {
    await this.#store.change(async (tx) => {
      const { tabs, sharedKey } = await readDeepState(tx);
      const next = change(tabs).slice(-MAX_TABS);
      const isSame = next.length === tabs.length && next.every((tab, index) => tab === tabs[index]);
      if (isSame && !mustApply) return;
      await tx.write({ [DEEP_KEY]: { tabs: next, sharedKey } });
      const rules = deepRules(next, await this.#ports.markedSites(), sharedKey);
      await this.#ports.applyRules(rules);
      this.#hasRules = rules.length > 0;
    });
  }
}
