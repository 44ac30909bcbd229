// The deep check: its tab and site, its end, and the browser's rules after a restart of the background.
import { beforeEach, describe, expect, it } from 'vitest';
import type { DeepRule } from '../../../../lib/deep-check/deep-rules.ts';
import { checkedSite } from '../../../../lib/deep-check/deep-rules.ts';
import { DeepCheckService } from '../../../../lib/platform/background/deep-check-service.ts';
import type { ShownTab } from '../../../../lib/platform/background/deep-check-service.ts';
import { SessionStore } from '../../../../lib/platform/background/record/session-store.ts';
import { MemoryArea } from '../memory-area.ts';

const stage = {
  area: new MemoryArea(),
  tabs: new Map<number, string>(),
  active: null as ShownTab | null,
  marked: [] as readonly string[],
  rules: [] as readonly DeepRule[],
  reloaded: [] as number[],
  applied: 0,
};
beforeEach(() => {
  Object.assign(stage, {
    area: new MemoryArea(),
    tabs: new Map([[1, 'https://www.example.com/a']]),
    active: { id: 1, url: 'https://www.example.com/a' },
    marked: [],
    rules: [],
    reloaded: [],
    applied: 0,
  });
});

/** A background that was just started. */
function start(): DeepCheckService {
  return new DeepCheckService(new SessionStore(stage.area), {
    addressOf: async (tabId) => stage.tabs.get(tabId) ?? null,
    activeTab: async () => stage.active,
    openTabs: async () => [...stage.tabs.keys()],
    reload: async (tabId) => void stage.reloaded.push(tabId),
    markedSites: async () => stage.marked,
    applyRules: async (rules) => {
      stage.rules = rules;
      stage.applied += 1;
    },
  });
}

/** The site of each tab that is checked, by the rules for its pages. */
function checked(): readonly (readonly [number | undefined, string | undefined])[] {
  return stage.rules
    .filter(({ condition }) => condition.requestDomains !== undefined)
    .map(({ condition }) => [condition.tabIds?.[0], condition.requestDomains?.[0]] as const);
}

describe('the popup’s button and the keyboard command', () => {
  it.each([
    'https://www.example.com/a?b#c',
    'http://example.co.uk/',
    'https://user.github.io/',
    'https://192.0.2.7/',
    'https://[2001:db8::1]:8443/',
    'https://例え.jp/',
    'http://localhost:8080/',
  ])('start the check of the same site for %s', async (url) => {
    stage.tabs.set(1, url);
    stage.active = { id: 1, url };
    // The button: the popup sends the site of the record that it shows.
    expect(await start().start(1, checkedSite(url) ?? '', true)).toBe(true);
    const byButton = checked();
    stage.area = new MemoryArea();
    await start().startIn(undefined);
    expect(checked()).toEqual(byButton);
    expect(byButton).toEqual([[1, new URL(url).hostname.replace('www.', '')]]);
    expect(stage.reloaded).toEqual([1, 1]);
  });

  it.each(['chrome://settings/', 'about:blank', 'file:///tmp/a.html', ''])(
    'mean nothing for %j',
    async (url) => {
      expect(checkedSite(url)).toBeNull();
      stage.active = { id: 1, url };
      await start().startIn(undefined);
      expect(stage.reloaded).toEqual([]);
    },
  );
});

it('the command applies to the tab that the browser reports, else to the active one, else to none', async () => {
  stage.tabs.set(2, 'https://other.example/');
  await start().startIn({ id: 2, url: 'https://other.example/' });
  expect(checked()).toEqual([[2, 'other.example']]);
  stage.active = null;
  await start().startIn(undefined);
  expect(stage.reloaded).toEqual([2]);
});

it('does not begin in a closed tab, or in one that now shows another site', async () => {
  expect(await start().start(9, 'example.com', true)).toBe(false);
  expect(await start().start(1, 'other.example', true)).toBe(false);
  expect(stage.rules).toEqual([]);
  // Without reloading, the check begins with the tab's next page.
  expect(await start().start(1, 'other.example', false)).toBe(true);
  expect(checked()).toEqual([[1, 'other.example']]);
  expect(stage.reloaded).toEqual([]);
});

it('lasts while the tab stays on the site, over restarts of the background', async () => {
  await start().start(1, 'example.com', true);
  const { rules } = stage;
  await start().leave(1, 'https://shop.example.com/b');
  expect(stage.rules).toBe(rules);
  await start().leave(1, 'https://example.com.other.example/');
  expect(stage.rules).toEqual([]);
});

it('ends with its tab', async () => {
  await start().start(1, 'www.example.com', true);
  await start().close(1);
  expect(stage.rules).toEqual([]);
});

it('a background that starts restores the rules, and sets none without a check', async () => {
  await start().start(1, 'www.example.com', true);
  stage.tabs.delete(1);
  stage.marked = ['marked.example'];
  const service = start();
  await service.restore();
  expect(checked()).toEqual([[undefined, 'marked.example']]);
  stage.marked = [];
  await service.restore();
  expect(stage.rules).toEqual([]);
  const { applied } = stage;
  await service.restore();
  expect(stage.applied).toBe(applied);
});

it('checks at most 50 tabs: a new one replaces the oldest', async () => {
  const service = start();
  for (let tabId = 1; tabId <= 51; tabId += 1) {
    stage.tabs.set(tabId, 'https://a.example/');
    await service.start(tabId, 'a.example', false);
  }
  expect(checked().map(([tabId]) => tabId)).toEqual(Array.from({ length: 50 }, (_, index) => index + 2));
});
