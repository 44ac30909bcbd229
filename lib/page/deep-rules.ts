// Which responses get the deep check's policy, as rules for the browser. They name one tab, or the sites that the owner marked, and nothing else.
// https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest
import { parseAddress } from './address.ts';
import { DEEP_HEADER, DOCUMENT_POLICY, workerPolicy } from './deep-policy.ts';

/** A tab that is being checked, for as long as it stays on the site. */
export interface DeepTab {
  readonly tabId: number;
  /** A host; its subdomains are the same site. */
  readonly site: string;
}

/** The part of the browser's rules that is used. */
export interface DeepRule {
  readonly id: number;
  readonly priority: 1;
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

/** The browser's word for "in no tab": shared and service workers. */
const NO_TAB = -1;

/** Every rule that holds now. `sites`: those that the owner marked, checked in every tab. */
export function deepRules(tabs: readonly DeepTab[], sites: readonly string[]): readonly DeepRule[] {
  const marked = [...sites];
  const parts: Omit<DeepRule, 'id' | 'priority'>[] = [
    ...tabs.flatMap(({ tabId, site }) => [
      rule(DOCUMENT_POLICY, { resourceTypes: ['main_frame'], tabIds: [tabId], requestDomains: [site] }),
      rule(DOCUMENT_POLICY, { resourceTypes: ['sub_frame'], tabIds: [tabId] }),
      // On the script of a page itself a policy means nothing: only workers and documents have one.
      rule(workerPolicy(tabId), { resourceTypes: ['script'], tabIds: [tabId] }),
    ]),
    ...(marked.length === 0
      ? []
      : [
          rule(DOCUMENT_POLICY, { resourceTypes: ['main_frame'], requestDomains: marked }),
          rule(DOCUMENT_POLICY, { resourceTypes: ['sub_frame'], initiatorDomains: marked }),
        ]),
  ];
  const all = [...new Set([...tabs.map(({ site }) => site), ...marked])];
  if (all.length > 0) {
    parts.push(
      rule(workerPolicy('shared'), {
        resourceTypes: ['script', 'other'],
        tabIds: [NO_TAB],
        initiatorDomains: all,
      }),
    );
  }
  return parts.map((part, index) => ({ id: index + 1, priority: 1, ...part }));
}

/** The host in what a person typed, an address or a name; null when there is none. */
export function readSite(text: string): string | null {
  const typed = text.trim();
  const address = parseAddress(/^https?:/i.test(typed) ? typed : `https://${typed}`);
  return address === null || address.hostname === '' || /\s/.test(typed) ? null : address.hostname;
}

/** Whether a host belongs to a site. */
export function isOfSite(hostname: string, site: string): boolean {
  return hostname === site || hostname.endsWith(`.${site}`);
}

function rule(value: string, condition: DeepRule['condition']): Omit<DeepRule, 'id' | 'priority'> {
  const responseHeaders = [{ header: DEEP_HEADER, operation: 'append' as const, value }];
  return { action: { type: 'modifyHeaders', responseHeaders }, condition };
}
