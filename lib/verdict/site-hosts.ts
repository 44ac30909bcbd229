// Lists the hosts of a page's site, to show which of them its certificate covers. Only views may import it, because it includes the public suffix
// list.
import { hostOf, isWithin, parseHost } from '../address/host.ts';
import { registrableDomain } from '../address/public-suffix.ts';
import type { PageRecord } from '../record/record.ts';

export interface PageHost {
  /** A-labels, lower case; an IPv6 address without brackets. */
  readonly host: string;
  /** `usual`: not seen with the page, but commonly typed: the domain itself and its `www`. */
  readonly role: 'page' | 'seen' | 'usual';
}

/** Hosts that a view lists. */
const MAX_HOSTS = 40;

/** Returns the page's own host, then the seen hosts of its site in alphabetical order, then the usual names. Empty for a page without a host. */
export function siteHosts(record: PageRecord): readonly PageHost[] {
  const page = hostOf(record.url);
  if (page === null) return [];
  const domain = page.kind === 'dns' ? registrableDomain(page.name) : null;
  const own: PageHost = { host: page.name, role: 'page' };
  if (domain === null) return [own];
  const named = [...record.hosts.map(parseHost), ...urlsOf(record).map(hostOf)];
  const others = named.flatMap((host) => host?.name ?? []).filter((name) => name !== page.name);
  const seen = [...new Set(others.filter((name) => isWithin(name, domain)))].toSorted();
  const usual = [domain, `www.${domain}`].filter((name) => name !== page.name && !seen.includes(name));
  return [
    own,
    ...seen.map((host) => ({ host, role: 'seen' }) as const),
    ...usual.map((host) => ({ host, role: 'usual' }) as const),
  ].slice(0, MAX_HOSTS);
}

function urlsOf({ frames, navigation, mixed }: PageRecord): readonly string[] {
  return [
    ...Object.values(frames).map(({ url }) => url),
    ...(navigation?.hops ?? []).map(({ url }) => url),
    ...mixed.map(({ url }) => url),
  ];
}
