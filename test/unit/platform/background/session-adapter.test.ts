// The tabs, the keys of the session's storage and the reset of warnings, also in browsers that lack a function or refuse.
import { beforeEach, expect, it, vi } from 'vitest';
import {
  isPrivateTab,
  onWarningsForgotten,
  openTabIds,
  openTabs,
  sessionKeys,
} from '../../../../lib/platform/background/session-adapter.ts';
import { deviceErrors } from '../../../../lib/platform/settings-storage.ts';
import { MemoryArea } from '../memory-area.ts';
import { stage } from '../memory-browser.ts';

interface Tab {
  readonly id?: number;
  readonly incognito: boolean;
}

const device = vi.hoisted(() => ({
  tabs: new Array<Tab>(),
  session: {} as object,
}));

vi.mock('../../../../lib/platform/browser.ts', async () => {
  const { browser } = await import('../memory-browser.ts');
  return {
    browser: {
      storage: {
        get local() {
          return browser.storage.local;
        },
        get session() {
          return device.session;
        },
      },
      tabs: {
        query: async (query: object) => (Object.keys(query).length === 0 ? device.tabs : []),
        get: async (id: number) => {
          const tab = device.tabs.find((one) => one.id === id);
          if (tab === undefined) throw new Error(`No tab with id: ${id}.`);
          return tab;
        },
      },
    },
  };
});

beforeEach(() => {
  stage.local = new MemoryArea();
  device.tabs = [{ id: 1, incognito: false }, { id: 2, incognito: true }, { incognito: false }];
});

it('openTabs returns the tabs of all windows, and openTabIds the ids of those that have one', async () => {
  expect(await openTabs()).toEqual(device.tabs);
  expect(await openTabIds()).toEqual([1, 2]);
});

it.each([
  ['in a private window', 2, true],
  ['in another window', 1, false],
  ['that is closed', 9, true],
])('isPrivateTab of a tab %s (%i) is %s', async (_where, tabId, isPrivate) => {
  expect(await isPrivateTab(tabId)).toBe(isPrivate);
});

it('sessionKeys reads the keys alone where the browser can', async () => {
  device.session = {
    getKeys: async () => ['life', 'tab:1'],
    get: () => Promise.reject(new Error('read the values')),
  };
  expect(await sessionKeys()).toEqual(['life', 'tab:1']);
});

it('sessionKeys reads everything where the browser cannot return the keys alone', async () => {
  device.session = { get: async (keys: null) => (keys === null ? { life: true, 'tab:1': {} } : {}) };
  expect(await sessionKeys()).toEqual(['life', 'tab:1']);
});

it('onWarningsForgotten listens in the first tick, and calls back for a reset alone', async () => {
  let resets = 0;
  onWarningsForgotten(() => (resets += 1));
  expect(stage.local.listeners.size).toBe(1);
  await deviceErrors.set({ salt: '0'.repeat(32), errors: [] });
  await stage.local.set({ settings: {} });
  expect(resets).toBe(0);
  await deviceErrors.remove();
  expect(resets).toBe(1);
});
