// The deep check's access to the browser: tabs, the settings' marked sites, and the rules of the session.
import { changeRules } from '../../deep-check/deep-rules.ts';
import { browser } from '../browser.ts';
import { readSettings } from '../settings-storage.ts';
import type { DeepCheckPorts } from './deep-check-service.ts';

export const DEEP_CHECK_PORTS: DeepCheckPorts = {
  addressOf: async (tabId) => {
    const tab = await browser.tabs.get(tabId).catch(() => null);
    return tab === null ? null : (tab.url ?? '');
  },
  activeTab: async () => (await browser.tabs.query({ active: true, currentWindow: true }))[0] ?? null,
  openTabs: async () => (await browser.tabs.query({})).flatMap(({ id }) => id ?? []),
  // Bypasses caches and service workers, whose responses have no policy of the check.
  reload: (tabId) => browser.tabs.reload(tabId, { bypassCache: true }),
  markedSites: async () => (await readSettings()).deepSites,
  applyRules: async (rules) => {
    const { declarativeNetRequest } = browser;
    const change = changeRules(await declarativeNetRequest.getSessionRules(), rules);
    if (change.removeRuleIds.length + change.addRules.length > 0)
      await declarativeNetRequest.updateSessionRules(change);
  },
};
