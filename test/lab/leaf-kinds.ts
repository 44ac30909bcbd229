// The kinds of certificate that the lab's hosts present: what a browser accepts at each validation level, and what it refuses.
// Levels by reserved policy: CA/Browser Forum Baseline Requirements 7.1.6.1, EV Guidelines 7.1.2.1.
import { isIP } from 'node:net';

export const LEAF_KINDS = [
  'dv',
  'ov',
  'ev',
  'wildcard',
  'multi-name',
  'expired',
  'expired-today',
  'not-yet-valid',
  'wrong-name',
  'self-signed',
  'unknown-root',
] as const;
export type LeafKind = (typeof LEAF_KINDS)[number];

/** What is put into one certificate. Times in ms since epoch. */
export interface LeafPlan {
  /** Attribute OID and value, in the order of the subject. */
  readonly subject: readonly (readonly [oid: string, value: string])[];
  readonly names: readonly string[];
  readonly policy: string;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly signer: 'lab' | 'stranger' | 'self';
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

const DV = '2.23.140.1.2.1';
const OV = '2.23.140.1.2.2';
const EV = '2.23.140.1.1';

const ORGANISATION: LeafPlan['subject'] = [
  ['2.5.4.6', 'DE'],
  ['2.5.4.7', 'Berlin'],
  ['2.5.4.10', 'Lab Example GmbH'],
];
const REGISTRATION: LeafPlan['subject'] = [
  ['2.5.4.15', 'Private Organization'], // businessCategory
  ['1.3.6.1.4.1.311.60.2.1.3', 'DE'], // jurisdictionCountryName
  ['2.5.4.5', 'HRB 12345'], // serialNumber: of the registration
];

/**
 * Plans the certificate of one kind for hosts that share it (all names but IP addresses have one of their own).
 * `now`: ms since epoch; everything that is valid is so from a day ago for 28 days more.
 */
export function planLeaf(kind: LeafKind, hosts: readonly [string, ...string[]], now: number): LeafPlan {
  const [host] = hosts;
  const commonName = ['2.5.4.3', host] as const;
  const plain: LeafPlan = {
    // An address is no common name of its certificate: it is in the subjectAltName alone.
    subject: isIpAddress(host) ? [] : [commonName],
    names: hosts,
    policy: DV,
    notBefore: now - DAY,
    notAfter: now + 28 * DAY,
    signer: 'lab',
  };
  switch (kind) {
    case 'dv':
      return plain;
    case 'ov':
      return { ...plain, policy: OV, subject: [...ORGANISATION, commonName] };
    case 'ev':
      return { ...plain, policy: EV, subject: [...REGISTRATION, ...ORGANISATION, commonName] };
    case 'wildcard':
      return { ...plain, subject: [['2.5.4.3', parentWildcard(host)]], names: [parentWildcard(host)] };
    case 'multi-name':
      return { ...plain, names: [host, `www.${host}`, `*.cdn.${host}`, 'another.lab.test'] };
    case 'expired':
      return { ...plain, notBefore: now - 40 * DAY, notAfter: now - 10 * DAY };
    case 'expired-today':
      return { ...plain, notBefore: now - 30 * DAY, notAfter: now - 3 * HOUR };
    case 'not-yet-valid':
      return { ...plain, notBefore: now + 10 * DAY, notAfter: now + 20 * DAY };
    case 'wrong-name':
      return { ...plain, subject: [['2.5.4.3', 'somewhere-else.test']], names: ['somewhere-else.test'] };
    case 'self-signed':
      return { ...plain, signer: 'self' };
    case 'unknown-root':
      return { ...plain, signer: 'stranger' };
  }
}

/** `host` as in an address: an IPv6 address has brackets there. */
export function isIpAddress(host: string): boolean {
  return isIP(bareAddress(host)) !== 0;
}

/** An IPv6 address without its brackets; anything else as it is. */
export function bareAddress(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1');
}

function parentWildcard(host: string): string {
  return `*${host.slice(host.indexOf('.'))}`;
}
