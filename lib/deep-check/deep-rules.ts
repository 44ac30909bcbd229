// The browser rules that add the deep check's policy to responses. They apply to one tab, or to sites that the owner marked, and to nothing else.
// https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest
import { parseAddress } from '../address/address.ts';
import { DEEP_HEADER, documentPolicy, workerPolicy } from './deep-policy.ts';
import type { DeepKey } from './deep-policy.ts';

/** A tab that is being checked, until it leaves the site. */
export interface DeepTab {
  readonly tabId: number;
  /** A host; its subdomains are the same site. */
  readonly site: string;
  /** The key of this check only. */
  readonly key: DeepKey;
}

/** The parts of a rule. */
export interface DeepRule {
  readonly action: {
    readonly type: 'modifyHeaders';
    readonly responseHeaders: {
      readonly header: string;
      readonly operation: 'append';
      readonly value: string;
    }[];
  };
  readonly condition: {
    readonly resourceTypes: ('main_frame' | 'sub_frame' | 'script' | 'other')[];
    readonly tabIds?: number[];
    readonly requestDomains?: string[];
    readonly initiatorDomains?: string[];
  };
}

/** The part of a browser's rule that is used: Firefox returns null for unset fields. */
export interface HeldRule {
  readonly id: number;
  readonly action: { readonly responseHeaders?: readonly { readonly value?: string | null }[] | null };
  readonly condition: {
    readonly [Part in keyof DeepRule['condition']]?: readonly (string | number)[] | null | undefined;
  };
}

/** The changes to make to the browser's rules. */
export interface RuleChange {
  readonly removeRuleIds: number[];
  readonly addRules: (DeepRule & { readonly id: number; readonly priority: 1 })[];
}

/** The API's value for "in no tab": shared and service workers. */
const NO_TAB = -1;

/**
 * Returns every rule that applies now. `sites`: those that the owner marked, which are checked in every tab; `sharedKey`: the key for these sites and
 * for workers without a tab.
 */
export function deepRules(
  tabs: readonly DeepTab[],
  sites: readonly string[],
  sharedKey: DeepKey,
): readonly DeepRule[] {
  const checked = new Set([...tabs.map(({ site }) => site), ...sites]);
  return [
    ...tabs.flatMap(({ tabId, site, key }) => [
      rule(documentPolicy(key), { resourceTypes: ['main_frame'], tabIds: [tabId], requestDomains: [site] }),
      rule(documentPolicy(key), { resourceTypes: ['sub_frame'], tabIds: [tabId] }),
      // A policy has no effect on a page's own scripts: only workers and documents have one.
      rule(workerPolicy({ owner: tabId, key }), { resourceTypes: ['script'], tabIds: [tabId] }),
    ]),
    ...sites.flatMap((site) => [
      rule(documentPolicy(sharedKey), { resourceTypes: ['main_frame'], requestDomains: [site] }),
      rule(documentPolicy(sharedKey), { resourceTypes: ['sub_frame'], initiatorDomains: [site] }),
    ]),
    ...[...checked].map((site) =>
      rule(workerPolicy({ owner: 'shared', key: sharedKey }), {
        resourceTypes: ['script', 'other'],
        tabIds: [NO_TAB],
        initiatorDomains: [site],
      }),
    ),
  ];
}

/**
 * Returns the site that the check of a page covers, for DeepTab: the page's host without a leading `www.`, with all subdomains. Null: the address is
 * not of a web page. It is not the registrable domain, because the background also starts checks, and the public suffix list would make it 140 kB
 * larger.
 */
export function checkedSite(url: string): string | null {
  const address = parseAddress(url);
  const isWeb = address !== null && /^https?:$/.test(address.protocol) && address.hostname !== '';
  return isWeb ? address.hostname.replace(/^www\.(?=[^.]+\.)/, '') : null;
}

/** Returns the changes from the browser's rules to those that should apply. Correct rules are left in place: a running navigation may need them. */
export function changeRules(held: readonly HeldRule[], wanted: readonly DeepRule[]): RuleChange {
  const missing = new Map(wanted.map((each) => [contentOf(each), each]));
  const removeRuleIds = held.filter((each) => !missing.delete(contentOf(each))).map(({ id }) => id);
  const top = Math.max(0, ...held.map(({ id }) => id));
  return {
    removeRuleIds,
    addRules: [...missing.values()].map((each, index) => ({ id: top + 1 + index, priority: 1, ...each })),
  };
}

function contentOf({ action, condition }: DeepRule | HeldRule): string {
  const { resourceTypes, tabIds, requestDomains, initiatorDomains } = condition;
  const lists = [resourceTypes, tabIds, requestDomains, initiatorDomains].map((list) =>
    (list ?? []).map(String).sort((one, other) => (one < other ? -1 : 1)),
  );
  return JSON.stringify([action.responseHeaders?.[0]?.value, ...lists]);
}

function rule(value: string, condition: DeepRule['condition']): DeepRule {
  const responseHeaders = [{ header: DEEP_HEADER, operation: 'append' as const, value }];
  return { action: { type: 'modifyHeaders', responseHeaders }, condition };
}
