// The hosts of a page's site that were seen with it, for the question which of them its certificate covers. Knows the public suffix list, so
// only views use it.
import { parseHost } from '../address/host.ts';
import { registrableDomain } from '../address/public-suffix.ts';
import { parseAddress } from '../address/address.ts';
import type { PageRecord } from '../record/record.ts';

export interface SiteHost {
  /** A-labels, lower case; an IPv6 address without brackets. */
  readonly host: string;
  /** `usual`: not seen here, but people type it: the domain itself and its `www`. */
  readonly role: 'page' | 'seen' | 'usual';
}

/** Hosts that a view lists. */
const MAX_HOSTS = 40;

/** The page's own host first, then what was seen of its site in alphabetical order, then the usual names. Empty for pages without a host. */
export function siteHosts(record: PageRecord): readonly SiteHost[] {
  const page = hostOf(record.url);
  if (page === null) return [];
  const domain = page.kind === 'dns' ? registrableDomain(page.name) : null;
  const own: SiteHost = { host: page.name, role: 'page' };
  if (domain === null) return [own];
  const isOfSite = (name: string): boolean => name === domain || name.endsWith(`.${domain}`);
  const seen = new Set<string>();
  for (const text of record.hosts) add(parseHost(text)?.name);
  for (const url of urlsOf(record)) add(hostOf(url)?.name);
  const usual = [domain, `www.${domain}`].filter((name) => name !== page.name && !seen.has(name));
  return [
    own,
    ...[...seen].toSorted().map((host) => ({ host, role: 'seen' }) as const),
    ...usual.map((host) => ({ host, role: 'usual' }) as const),
  ].slice(0, MAX_HOSTS);

  function add(name: string | undefined): void {
    if (name !== undefined && name !== page?.name && isOfSite(name)) seen.add(name);
  }
}

function urlsOf({ frames, navigation, mixed }: PageRecord): readonly string[] {
  return [
    ...Object.values(frames).map(({ url }) => url),
    ...(navigation?.hops ?? []).map(({ url }) => url),
    ...mixed.map(({ url }) => url),
  ];
}

function hostOf(url: string): ReturnType<typeof parseHost> {
  const hostname = parseAddress(url)?.hostname ?? '';
  return hostname === '' ? null : parseHost(hostname);
}
