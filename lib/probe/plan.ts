// Plans which https addresses are probed for a page's insecure requests: each once, bounded, and none that a page on the internet could reach only
// through the user's own network.
import { classifyAddress, isIpHost, parseAddress } from '../address/address.ts';
import { kindOfName } from '../address/special-names.ts';
import type { MixedEntry } from '../mixed-content/mixed-entry.ts';

/** The most hosts that are probed for one page. */
export const MAX_PROBED_HOSTS = 50;
/** The most addresses that are probed for one page. */
export const MAX_PROBED_ADDRESSES = 200;

export interface ProbePlan {
  /** With ports, in the order in which they are probed. */
  readonly hosts: readonly string[];
  /** https addresses; the first address of each host comes first. */
  readonly addresses: readonly string[];
  /** Addresses beyond the bounds. */
  readonly leftOut: number;
  /** Addresses on a private network, which are not probed for a page on the internet. */
  readonly leftOutPrivate: number;
}

/**
 * The https address to probe for an insecure one: the same with another scheme. For a WebSocket the root page of its host, because its own address
 * answers only a handshake. Null: there is none.
 */
export function secureAddress(url: string): string | null {
  const address = parseAddress(url);
  if (address === null) return null;
  const { protocol, host, pathname, search } = address;
  if (protocol === 'ws:') return `https://${host}/`;
  // Without credentials and fragment: neither belongs to the request.
  return protocol === 'http:' ? `https://${host}${pathname}${search}` : null;
}

/** The address to write instead of an insecure one. */
export function replacement(url: string): string {
  return url.replace(/^http:/i, 'https:').replace(/^ws:/i, 'wss:');
}

/**
 * Plans the probe for the page at `pageUrl`. `isKnown`: whether the end of a name is a public suffix. Views, which have the list, pass it; the
 * background then probes only hosts that a view showed.
 */
export function planProbe(
  entries: readonly Pick<MixedEntry, 'url' | 'outcome'>[],
  pageUrl: string,
  isKnown: (name: string) => boolean = () => true,
): ProbePlan {
  const isPagePrivate = isOnPrivateNetwork(pageUrl, isKnown);
  const byHost = new Map<string, Set<string>>();
  const skipped = new Set<string>();
  for (const { url } of entries) {
    const address = secureAddress(url);
    if (address === null) continue;
    if (!isPagePrivate && isOnPrivateNetwork(url, isKnown)) {
      skipped.add(address);
      continue;
    }
    const { host } = new URL(address);
    byHost.set(host, (byHost.get(host) ?? new Set()).add(address));
  }
  const hosts = [...byHost.keys()].slice(0, MAX_PROBED_HOSTS);
  const lists = hosts.map((host) => [...(byHost.get(host) ?? [])]);
  const firsts = lists.flatMap((list) => list.slice(0, 1));
  const others = lists.flatMap((list) => list.slice(1));
  const addresses = [...firsts, ...others].slice(0, MAX_PROBED_ADDRESSES);
  const total = [...byHost.values()].reduce((sum, list) => sum + list.size, 0);
  return { hosts, addresses, leftOut: total - addresses.length, leftOutPrivate: skipped.size };
}

/** The part of a plan with these hosts: those that the user was shown. */
export function narrowPlan(plan: ProbePlan, hosts: readonly string[]): ProbePlan {
  const shown = new Set(hosts);
  return {
    ...plan,
    hosts: plan.hosts.filter((host) => shown.has(host)),
    addresses: plan.addresses.filter((address) => shown.has(new URL(address).host)),
  };
}

/** Whether an address is on a private network, by its host, also for https. */
function isOnPrivateNetwork(url: string, isKnown: (name: string) => boolean): boolean {
  const kind = classifyAddress(url.replace(/^https:/i, 'http:').replace(/^wss:/i, 'ws:'));
  if (kind === 'http-private' || kind === 'local') return true;
  const name = parseAddress(url)?.hostname.replace(/\.$/, '') ?? '';
  // Under a top-level label that is neither public nor reserved: a name of a network, e.g. of a directory's domain.
  return !isIpHost(url) && kindOfName(name) === 'other' && !isKnown(name);
}
