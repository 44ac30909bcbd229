// Collects what the session's pages show of one site: its hosts, its certificates and its requests. It reads records and changes none.
import type { NamedCertificate } from '../certificate/judge/coverage.ts';
import { listHostNames } from '../certificate/describe/details.ts';
import type { Level } from '../certificate/judge/level.ts';
import { scopeOf } from '../certificate/judge/name-scope.ts';
import { parseAddress } from '../address/address.ts';
import type { PageRecord } from '../record/record.ts';
import { NO_FIELDS } from '../record/sightings/observer-report.ts';
import { judgeKnown, pageCertificate } from '../verdict/page-certificate.ts';
import { siteHosts } from '../verdict/site-hosts.ts';
import { readSiteHost } from '../address/site.ts';
import type { SiteHost } from '../address/site.ts';
import type { FieldCounts } from '../record/sightings/observer-report.ts';
import type { CertificateSource } from '../record/certificate-record.ts';

export interface SeenHost {
  readonly host: string;
  /** The number of pages of this site with which it was seen. */
  readonly pages: number;
}

/** A known certificate of the site. */
export interface PresentCertificate {
  /** The host of the page that it came with. */
  readonly host: string;
  readonly source: CertificateSource;
  readonly named: NamedCertificate;
  readonly level: Level;
  readonly organization: string | null;
  /** Parents of its wildcards, e.g. `example.com` for `*.example.com`. */
  readonly wildcards: readonly string[];
  /** ms since epoch. */
  readonly notAfter: number;
  /** Whether the browser accepted it without a complaint; false for one from the logs only. */
  readonly accepted: boolean;
}

export interface SiteFacts {
  /** The host that the user asks about. */
  readonly own: SiteHost;
  /** Pages of the site that this session has records of. */
  readonly pages: number;
  /** Alphabetical; contains the own host in any case. */
  readonly hosts: readonly SeenHost[];
  /** The number of hosts that were left out because there were too many. */
  readonly hostsDropped: number;
  readonly certificates: readonly PresentCertificate[];
  /** The most fields that one page has. */
  readonly fields: FieldCounts;
  /** Insecure requests on its https pages. */
  readonly mixed: number;
  /** A host with a page that was opened over plain http; null: none. */
  readonly plainHttp: string | null;
}

const MAX_HOSTS = 100;
const MAX_CERTIFICATES = 10;

/** The facts of a site of which nothing was seen. */
export function unseenSite(own: SiteHost): SiteFacts {
  return {
    own,
    pages: 0,
    hosts: [{ host: own.host, pages: 0 }],
    hostsDropped: 0,
    certificates: [],
    fields: NO_FIELDS,
    mixed: 0,
    plainHttp: null,
  };
}

/** Collects the facts of the site that a host belongs to; records of other sites are skipped. */
export function gatherSite(own: SiteHost, records: readonly PageRecord[]): SiteFacts {
  const pages = records.filter((record) => hostOf(record)?.domain === own.domain);
  const seen = new Map<string, number>([[own.host, 0]]);
  for (const record of pages) {
    for (const { host, role } of siteHosts(record))
      if (role !== 'usual') seen.set(host, (seen.get(host) ?? 0) + 1);
  }
  const others = [...seen.keys()].filter((host) => host !== own.host).toSorted();
  const kept = [own.host, ...others].slice(0, MAX_HOSTS);
  return {
    own,
    pages: pages.length,
    hosts: kept.toSorted().map((host) => ({ host, pages: seen.get(host) ?? 0 })),
    hostsDropped: seen.size - kept.length,
    certificates: distinct(pages.flatMap((page) => presentCertificate(page) ?? [])).slice(
      0,
      MAX_CERTIFICATES,
    ),
    fields: pages.map(fieldsOf).reduce(most, NO_FIELDS),
    mixed: pages.reduce((sum, { url, mixed }) => sum + (url.startsWith('https:') ? mixed.length : 0), 0),
    plainHttp:
      pages.map((page) => (page.url.startsWith('http:') ? hostOf(page)?.host : null)).find(Boolean) ?? null,
  };
}

/** The host of a record's page; null for pages without one. */
export function hostOf({ url }: PageRecord): SiteHost | null {
  const address = parseAddress(url);
  return address === null || !/^https?:$/.test(address.protocol) ? null : readSiteHost(address.hostname);
}

function presentCertificate(record: PageRecord): PresentCertificate | null {
  const known = pageCertificate(record);
  const host = hostOf(record)?.host;
  if (known?.kind !== 'read' || host === undefined) return null;
  const { certificate, source, connection } = known;
  const { level, organization } = judgeKnown(known).level;
  const scopes = (listHostNames(certificate) ?? []).map(scopeOf);
  return {
    host,
    source,
    named: { names: certificate.names, extensions: certificate.extensions, subject: certificate.subject },
    level,
    organization,
    wildcards: scopes.flatMap((scope) => (scope.reach === 'one-level' ? [scope.parent] : [])),
    notAfter: certificate.notAfter,
    accepted: source !== 'log' && connection?.state === 'secure' && record.override === null,
  };
}

/** Each certificate once: the pages of a site mostly share theirs. */
function distinct(certificates: readonly PresentCertificate[]): readonly PresentCertificate[] {
  const byText = new Map(
    certificates.map((one) => [JSON.stringify([one.named, one.notAfter, one.accepted]), one] as const),
  );
  return [...byText.values()];
}

function fieldsOf({ frames }: PageRecord): FieldCounts {
  return Object.values(frames)
    .map(({ fields }) => fields)
    .reduce(most, NO_FIELDS);
}

function most(a: FieldCounts, b: FieldCounts): FieldCounts {
  return {
    password: Math.max(a.password, b.password),
    card: Math.max(a.card, b.card),
    oneTimeCode: Math.max(a.oneTimeCode, b.oneTimeCode),
    text: Math.max(a.text, b.text),
  };
}
