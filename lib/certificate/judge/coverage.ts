// Judges which hosts a certificate covers, by which entry, and if not, why not (RFC 9525, 6.3 to 6.5). Only subjectAltName counts, never the common
// name.
import type { Certificate } from '../certificate.ts';
import { areNamesBroken, listHostNames } from '../describe/details.ts';
import { isWithin, parseHost, type Host } from '../../address/host.ts';
import { ATTRIBUTE, attributeValues } from '../describe/name-text.ts';
import { scopeOf, type NameScope } from './name-scope.ts';
import { registrableDomain } from '../../address/public-suffix.ts';
import type { RuleId } from './rules.ts';

/** The first three mean covered. When several apply, the first in this order is reported. */
const REASONS = [
  'exact',
  'address',
  'wildcard',
  /** The matching wildcard stands left of a public suffix. */
  'public-suffix-wildcard',
  /** The entry that seems to match has a `*` in a place where it has no meaning. */
  'partial-wildcard',
  /** The IP address is listed, but as a DNS name. */
  'address-as-name',
  /** A wildcard stands for one label, never for the parent name itself. */
  'apex',
  /** A wildcard stands for one label only. */
  'deeper-level',
  /** Only the common name matches, which browsers have ignored since 2017. */
  'common-name-only',
  /** The certificate has no name list. */
  'no-names',
  /** The name list is malformed or given twice, so that browsers refuse the certificate. */
  'names-broken',
  /** Other names of the same registered domain are listed. */
  'not-listed',
  'address-not-listed',
  'other-domain',
  /** The text is not a host. */
  'not-a-host',
] as const;

export type CoverageReason = (typeof REASONS)[number];

export interface HostCoverage {
  /** The host as given. */
  readonly host: string;
  readonly covered: boolean;
  readonly reason: CoverageReason;
  /** The entry that covers the host, or the closest one; null when there is none. */
  readonly entry: string | null;
  readonly rule: RuleId;
}

/** The fields that decide which hosts a certificate covers; a planned certificate has them too. */
export type NamedCertificate = Pick<Certificate, 'names' | 'extensions' | 'subject'>;

/** Judges each host, as a browser or a user writes it. Walks the names once for each host. */
export function judgeCoverage(
  certificate: NamedCertificate,
  hosts: readonly string[],
): readonly HostCoverage[] {
  const entries = (listHostNames(certificate) ?? []).map((name) => ({
    text: name.value,
    scope: scopeOf(name),
  }));
  return hosts.map((host) => {
    const [reason, entry] = judgeHost(certificate, parseHost(host), entries);
    const covered = reason === 'exact' || reason === 'address' || reason === 'wildcard';
    return {
      host,
      covered,
      reason,
      entry,
      rule: reason === 'public-suffix-wildcard' ? 'br-public-suffix' : 'rfc9525-names',
    };
  });
}

interface Entry {
  readonly text: string;
  readonly scope: NameScope;
}

type Answer = readonly [reason: CoverageReason, entry: string | null];

function judgeHost(certificate: NamedCertificate, host: Host | null, entries: readonly Entry[]): Answer {
  if (host === null) return ['not-a-host', null];
  if (areNamesBroken(certificate)) return ['names-broken', null];
  let best: Answer = [host.kind === 'ip' ? 'address-not-listed' : 'other-domain', null];
  const offer = (reason: CoverageReason, entry: string | null): void => {
    if (REASONS.indexOf(reason) < REASONS.indexOf(best[0])) best = [reason, entry];
  };
  for (const { text, scope } of entries) {
    const reason = compare(scope, host);
    if (reason !== null) offer(reason, text);
    if (reason === 'exact' || reason === 'address') return best;
  }
  if (best[0] === 'wildcard') return best;
  // The rest explains why the host is not covered; it comes last because it takes longer than the answer.
  if (certificate.names === null) offer('no-names', null);
  if (isCommonName(certificate, host)) offer('common-name-only', null);
  const site = host.kind === 'dns' ? registrableDomain(host.name) : null;
  const relative = site === null ? undefined : entries.find(({ scope }) => isWithin(nameOf(scope), site));
  if (relative !== undefined) offer('not-listed', relative.text);
  return best;
}

/** The name of an entry, or the parent of the names that it covers. */
function nameOf(scope: NameScope): string {
  return scope.reach === 'host' ? scope.name : scope.reach === 'one-level' ? scope.parent : '';
}

function isCommonName({ subject }: NamedCertificate, host: Host): boolean {
  return attributeValues(subject, ATTRIBUTE.commonName).some((name) => parseHost(name)?.name === host.name);
}

/** The reason that one entry gives for a host; null: it is unrelated. */
function compare(scope: NameScope, host: Host): CoverageReason | null {
  if (host.kind === 'ip') {
    if (scope.reach === 'address') return scope.address === host.name ? 'address' : null;
    return scope.reach === 'nothing' && scope.why === 'address-as-name' && scope.meant === host.name
      ? 'address-as-name'
      : null;
  }
  switch (scope.reach) {
    case 'host':
      return scope.name === host.name ? 'exact' : null;
    case 'one-level':
      if (host.name === scope.parent) return 'apex';
      if (isOneBelow(host.name, scope.parent)) return 'wildcard';
      return isWithin(host.name, scope.parent) ? 'deeper-level' : null;
    case 'address':
      return null;
    case 'nothing':
      if (scope.why === 'public-suffix-wildcard')
        return scope.meant === null || isOneBelow(host.name, scope.meant) ? scope.why : null;
      return scope.why === 'partial-wildcard' && scope.meant !== null && isWithin(host.name, scope.meant)
        ? scope.why
        : null;
  }
}

function isOneBelow(name: string, parent: string): boolean {
  return name.endsWith(`.${parent}`) && !name.slice(0, -parent.length - 1).includes('.');
}
