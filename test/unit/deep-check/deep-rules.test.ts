// The responses that get the deep check's policy; rules that apply already are left in place.
import { describe, expect, it } from 'vitest';
import { changeRules, checkedSite, deepRules } from '../../../lib/deep-check/deep-rules.ts';
import type { DeepRule, HeldRule } from '../../../lib/deep-check/deep-rules.ts';

const SHOP = { tabId: 7, site: 'shop.test', key: 'a'.repeat(32) };
const NEWS = { tabId: 8, site: 'news.test', key: 'b'.repeat(32) };
const SHARED = 'c'.repeat(32);

describe('the rules', () => {
  it('are none while nothing is checked', () => {
    expect(deepRules([], [], SHARED)).toEqual([]);
  });

  it('of a tab apply to that tab, and to its site for the page itself', () => {
    const conditions = deepRules([SHOP], [], SHARED).map(({ condition }) => condition);
    expect(conditions).toEqual([
      { resourceTypes: ['main_frame'], tabIds: [7], requestDomains: ['shop.test'] },
      { resourceTypes: ['sub_frame'], tabIds: [7] },
      { resourceTypes: ['script'], tabIds: [7] },
      { resourceTypes: ['script', 'other'], tabIds: [-1], initiatorDomains: ['shop.test'] },
    ]);
  });

  it('of a marked site apply to the site in every tab', () => {
    const conditions = deepRules([], ['shop.test'], SHARED).map(({ condition }) => condition);
    expect(conditions).toEqual([
      { resourceTypes: ['main_frame'], requestDomains: ['shop.test'] },
      { resourceTypes: ['sub_frame'], initiatorDomains: ['shop.test'] },
      { resourceTypes: ['script', 'other'], tabIds: [-1], initiatorDomains: ['shop.test'] },
    ]);
  });

  it('always have a tab or a site', () => {
    for (const { condition } of deepRules([SHOP, NEWS], ['other.test'], SHARED)) {
      expect(
        condition.tabIds ?? condition.requestDomains ?? condition.initiatorDomains,
        JSON.stringify(condition),
      ).toBeDefined();
    }
  });

  it('only add a header that reports', () => {
    for (const { action } of deepRules([SHOP], ['shop.test'], SHARED)) {
      expect(action.type).toBe('modifyHeaders');
      expect(action.responseHeaders.map(({ header, operation }) => [header, operation])).toEqual([
        ['content-security-policy-report-only', 'append'],
      ]);
    }
  });

  it('contain the key of their own check', () => {
    const values = deepRules([SHOP, NEWS], ['other.test'], SHARED).map(({ action }) =>
      action.responseHeaders[0]?.value.slice(-32),
    );
    const expected = [SHOP, SHOP, SHOP, NEWS, NEWS, NEWS].map(({ key }) => key);
    expect(values).toEqual([...expected, SHARED, SHARED, SHARED, SHARED, SHARED]);
  });

  it('have a site that is both marked and open only once', () => {
    const shared = deepRules([SHOP], ['shop.test'], SHARED).filter(
      ({ condition }) => condition.tabIds?.[0] === -1,
    );
    expect(shared).toHaveLength(1);
  });
});

describe('a change of the rules', () => {
  it('adds everything if the browser has no rules', () => {
    const { removeRuleIds, addRules } = changeRules([], deepRules([SHOP], [], SHARED));
    expect(removeRuleIds).toEqual([]);
    expect(addRules.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
  });

  it('keeps the rules of a tab when another one begins or ends', () => {
    const one = held(deepRules([SHOP], [], SHARED));
    const begun = changeRules(one, deepRules([SHOP, NEWS], [], SHARED));
    expect(begun.removeRuleIds).toEqual([]);
    expect(begun.addRules).toHaveLength(4);
    const two = held(deepRules([SHOP, NEWS], [], SHARED));
    const ended = changeRules(two, deepRules([SHOP], [], SHARED));
    expect(ended.addRules).toEqual([]);
    expect(ended.removeRuleIds).toEqual(
      two.filter(({ condition }) => JSON.stringify(condition).match(/news|8/)).map(({ id }) => id),
    );
  });

  it('removes rules that should not apply, and rules that apply twice', () => {
    const all = held(deepRules([SHOP], [], SHARED));
    expect(changeRules(all, []).removeRuleIds).toEqual([1, 2, 3, 4]);
    const twice = [...all, ...all.map((rule) => ({ ...rule, id: rule.id + 10 }))];
    expect(changeRules(twice, deepRules([SHOP], [], SHARED))).toEqual({
      removeRuleIds: [11, 12, 13, 14],
      addRules: [],
    });
  });

  it('never reuses the id of an existing rule', () => {
    const { addRules } = changeRules(
      held(deepRules([SHOP], [], SHARED)).map((rule, index) => ({ ...rule, id: 41 - index })),
      deepRules([NEWS], [], SHARED),
    );
    expect(addRules.map(({ id }) => id)).toEqual([42, 43, 44, 45]);
  });

  it('recognises a rule in the form of both browsers', () => {
    const firefox = deepRules([SHOP], [], SHARED).map(({ action, condition }, index): HeldRule => ({
      id: index + 1,
      action,
      condition: { tabIds: null, requestDomains: null, initiatorDomains: null, ...condition },
    }));
    expect(changeRules(firefox, deepRules([SHOP], [], SHARED))).toEqual({ removeRuleIds: [], addRules: [] });
    const chromium = held(deepRules([SHOP], [], SHARED)).map((rule) => ({
      ...rule,
      condition: { ...rule.condition, resourceTypes: [...(rule.condition.resourceTypes ?? [])].reverse() },
    }));
    expect(changeRules(chromium, deepRules([SHOP], [], SHARED))).toEqual({ removeRuleIds: [], addRules: [] });
  });
});

function held(rules: readonly DeepRule[]): readonly HeldRule[] {
  return rules.map((rule, index) => ({ id: index + 1, ...rule }));
}

describe('the site of a check', () => {
  it.each([
    ['https://www.example.com/a?b#c', 'example.com'],
    ['https://shop.example.com/', 'shop.example.com'],
    ['https://www.shop.example.com/', 'shop.example.com'],
    ['https://wwwshop.example.com/', 'wwwshop.example.com'],
    // A name of two labels stays whole.
    ['https://www.example/', 'www.example'],
    ['https://192.0.2.7:8443/', '192.0.2.7'],
    ['chrome://settings/', null],
  ])('of %s is %s', (url, site) => expect(checkedSite(url)).toBe(site));
});
