// The outline service's access to the browser: scripts and messages into frames, and the stored state of what is shown.
import type { OutlineOrder } from '../../outline/outline-order.ts';
import { browser } from '../browser.ts';
import { outlineKey } from '../storage-keys.ts';
import type { OutlineServicePorts } from './outline-service.ts';
import type { SessionStore } from './record/session-store.ts';
import { readOutline } from '../../outline/outline-state.ts';

export function outlinePorts(store: SessionStore): OutlineServicePorts {
  return {
    currentPage: (tabId) => store.change((tx) => tx.currentPage(tabId)),
    send: async (tabId, frameId, order) => {
      await browser.scripting.executeScript({
        target: { tabId, frameIds: [frameId] },
        files: ['/outline.js'],
      });
      return browser.tabs.sendMessage(tabId, order, { frameId });
    },
    sendToAll: async (tabId, order: OutlineOrder) => {
      // Without a listening frame there is nothing to remove.
      await browser.tabs.sendMessage(tabId, order).catch(() => undefined);
    },
    read: (tabId) => store.change(async (tx) => readOutline(await tx.read(outlineKey(tabId)))),
    store: (tabId, state) =>
      store.change((tx) =>
        state === null ? tx.remove([outlineKey(tabId)]) : tx.write({ [outlineKey(tabId)]: state }),
      ),
  };
}
