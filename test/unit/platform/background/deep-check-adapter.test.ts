// The deep check on the browser's tabs and rules: the stored state decides, and the rules follow it after every start of the background.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DEEP_CHECK_PORTS } from '../../../../lib/platform/background/deep-check-adapter.ts';
import { DeepCheckService } from '../../../../lib/platform/background/deep-check-service.ts';
import {
  isKeyOfCheck,
  isReportOfCheck,
  readDeepState,
} from '../../../../lib/platform/background/record/deep-check-state.ts';
import { SessionStore } from '../../../../lib/platform/background/record/session-store.ts';
import type { DeepRule } from '../../../../lib/deep-check/deep-rules.ts';
import { MemoryArea } from '../memory-area.ts';

type Rule = DeepRule & { readonly id: number };
interface Tab {
  readonly id: number;
  readonly url: string;
}

const stage = vi.hoisted(() => ({
  tabs: new Map<number, Tab>(),
  rules: new Array<Rule>(),
  reloads: new Array<unknown>(),
  updates: 0,
}));

vi.mock('../../../../lib/platform/browser.ts', () => ({
  browser: {
    tabs: {
      get: async (id: number) => {
        const tab = stage.tabs.get(id);
        if (tab === undefined) throw new Error(`No tab with id: ${id}.`);
        return tab;
      },
      query: async () => [...stage.tabs.values()],
      reload: async (id: number, options: object) => void stage.reloads.push([id, options]),
    },
    declarativeNetRequest: {
      getSessionRules: async () => stage.rules,
      updateSessionRules: async (change: {
        readonly removeRuleIds: readonly number[];
        readonly addRules: readonly Rule[];
      }) => {
        stage.updates += 1;
        stage.rules = stage.rules.filter(({ id }) => !change.removeRuleIds.includes(id));
        stage.rules.push(...change.addRules);
      },
    },
  },
}));

let area: MemoryArea;
let sites: readonly string[];
/** A background that was just started. */
const wake = (): DeepCheckService =>
  new DeepCheckService(new SessionStore(area), { ...DEEP_CHECK_PORTS, markedSites: async () => sites });
const state = () => new SessionStore(area).change(readDeepState);
const ruledTabs = (): readonly number[] => [
  ...new Set(stage.rules.flatMap(({ condition }) => condition.tabIds ?? []).filter((id) => id >= 0)),
];

const isReport = (owner: number | 'shared', key: string) =>
  new SessionStore(area).change((tx) => isReportOfCheck(tx, { owner, key }));
const isKey = (key: string) => new SessionStore(area).change((tx) => isKeyOfCheck(tx, key));

beforeEach(() => {
  area = new MemoryArea();
  sites = [];
  Object.assign(stage, { tabs: new Map(), rules: [], reloads: [], updates: 0 });
  for (const id of [1, 2]) stage.tabs.set(id, { id, url: 'https://www.shop.example/basket' });
});

describe('start', () => {
  it('adds rules for the tab, then reloads it past all caches', async () => {
    expect(await wake().start(1, 'shop.example', true)).toBe(true);
    expect(ruledTabs()).toEqual([1]);
    expect(stage.reloads).toEqual([[1, { bypassCache: true }]]);
    expect((await state()).tabs).toEqual([{ tabId: 1, site: 'shop.example', key: expect.any(String) }]);
  });

  it('does not reload when the check begins with the next page', async () => {
    expect(await wake().start(1, 'other.example', false)).toBe(true);
    expect(stage.reloads).toEqual([]);
    expect(ruledTabs()).toEqual([1]);
  });

  it.each([
    ['is closed', 9, 'shop.example'],
    ['shows another site by now', 1, 'other.example'],
    ['shows a name that only ends alike', 1, 'op.example'],
  ])('changes nothing when the tab %s', async (_what, tabId, site) => {
    expect(await wake().start(tabId, site, true)).toBe(false);
    expect(stage).toMatchObject({ rules: [], reloads: [] });
  });

  it('gives a tab a new key when its check starts again', async () => {
    await wake().start(1, 'shop.example', true);
    const [before] = (await state()).tabs;
    await wake().start(1, 'shop.example', true);
    const { tabs } = await state();
    expect(tabs).toHaveLength(1);
    expect(tabs[0]?.key).not.toBe(before?.key);
  });

  it('rejects and adds no rule when the state cannot be stored', async () => {
    area.quota = 0;
    await expect(wake().start(1, 'shop.example', true)).rejects.toThrow('quota');
    expect(stage).toMatchObject({ rules: [], reloads: [] });
  });
});

describe('leave and close', () => {
  beforeEach(async () => {
    await wake().start(1, 'shop.example', false);
    await wake().start(2, 'shop.example', false);
  });

  it('keep the check within the site and its subdomains', async () => {
    await wake().leave(1, 'https://pay.shop.example/');
    expect(ruledTabs()).toEqual([1, 2]);
  });

  it.each(['https://elsewhere.example/', 'https://notshop.example/', 'about:blank'])(
    'end the check of the tab that goes to %s, and no other',
    async (url) => {
      await wake().leave(1, url);
      expect(ruledTabs()).toEqual([2]);
    },
  );

  it('end the check of a closed tab', async () => {
    await wake().close(2);
    expect(ruledTabs()).toEqual([1]);
  });

  it('touch no rule when nothing changes', async () => {
    const { updates } = stage;
    await wake().leave(3, 'https://elsewhere.example/');
    await wake().close(3);
    expect(stage.updates).toBe(updates);
  });
});

describe('restore', () => {
  it('computes the rules from the stored state, without tabs that were closed meanwhile', async () => {
    await wake().start(1, 'shop.example', false);
    await wake().start(2, 'shop.example', false);
    stage.rules = [];
    stage.tabs.delete(2);
    await wake().restore();
    expect(ruledTabs()).toEqual([1]);
    expect((await state()).tabs.map(({ tabId }) => tabId)).toEqual([1]);
  });

  it('removes rules without a check', async () => {
    await wake().start(1, 'shop.example', false);
    area = new MemoryArea();
    await wake().restore();
    expect(stage.rules).toEqual([]);
  });

  it('adds rules for marked sites, and removes them with the mark', async () => {
    const check = wake();
    sites = ['shop.example'];
    await check.restore();
    const domains = stage.rules.flatMap(({ condition }) => condition.requestDomains ?? []);
    expect(domains).toEqual(['shop.example']);
    sites = [];
    await check.restore();
    expect(stage.rules).toEqual([]);
  });
});

describe('the reports of a check', () => {
  it('are accepted with the key of their tab, or the shared one', async () => {
    await wake().start(1, 'shop.example', false);
    const { tabs, sharedKey } = await state();
    const key = tabs[0]?.key ?? '';
    expect(key).toMatch(/^[0-9a-f]{32}$/);
    expect(await isReport(1, key)).toBe(true);
    expect(await isReport('shared', sharedKey)).toBe(true);
    expect(await isKey(key)).toBe(true);
    expect(await isKey(sharedKey)).toBe(true);
  });

  it('are rejected with the key of another tab, an unknown key, or without any check', async () => {
    expect(await isReport(1, '')).toBe(false);
    expect(await isKey('')).toBe(false);
    await wake().start(1, 'shop.example', false);
    const key = (await state()).tabs[0]?.key ?? '';
    expect(await isReport(2, key)).toBe(false);
    expect(await isReport('shared', key)).toBe(false);
    expect(await isReport(1, 'f'.repeat(32))).toBe(false);
    expect(await isKey('f'.repeat(32))).toBe(false);
  });
});
