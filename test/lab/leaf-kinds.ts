// The kinds of certificate that the lab's hosts present: what a browser accepts at each validation level, and what it refuses.
// Levels by reserved policy: CA/Browser Forum Baseline Requirements 7.1.6.1, EV Guidelines 7.1.2.1.
import { isIP } from 'node:net';
import { HOSTILE_ORGANISATION, ORGANISATION, PERSON, REGISTERED_ORGANISATION } from './subjects.ts';
import type { Subject } from './subjects.ts';

export const LEAF_KINDS = [
  'dv',
  'ov',
  'iv',
  'ev',
  'contradictory',
  'no-policy',
  'wildcard',
  'multi-name',
  'many-names',
  'three-days',
  'renewal-due',
  'expires-soon',
  'about-to-expire',
  'last-day',
  'half-day',
  '160-hours',
  'ten-years',
  'hostile-text',
  'distrusted-issuer',
  'expired',
  'expired-today',
  'not-yet-valid',
  'wrong-name',
  'self-signed',
  'unknown-root',
  'precertificate',
  'wrong-key-usage',
  'for-clients',
  'ca-certificate',
  'other-names-only',
  'serial-first',
  'serial-again',
  'intranet',
  'private-ev',
  'private-ov',
  'antivirus',
  'antivirus-ev',
] as const;
export type LeafKind = (typeof LEAF_KINDS)[number];

/** `constrained`: below the trusted CA, only for names under elsewhere.test. */
export type Signer = 'lab' | 'constrained' | 'distrusted' | 'interceptor' | 'stranger' | 'self';

/** The contents of one certificate. Times in ms since epoch. */
export interface LeafPlan {
  readonly subject: Subject;
  readonly names: readonly string[];
  /** null: no certificatePolicies. */
  readonly policy: string | null;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly signer: Signer;
  /** It contains timestamps of logs, like the certificates of public CAs. Nothing in the lab checks their signatures. */
  readonly logged: boolean;
  /** It is marked as a precertificate (RFC 6962, 3.1). */
  readonly poisoned: boolean;
  /** It may issue certificates itself (RFC 5280, 4.2.1.9). */
  readonly isAuthority: boolean;
  /** The serial number; null: a unique one. */
  readonly serial: string | null;
  readonly algorithm: 'ecdsa' | 'rsa';
  /** The bits of keyUsage (RFC 5280, 4.2.1.3), digitalSignature first. */
  readonly keyUsage: number;
  /** The one purpose in extKeyUsage. */
  readonly purpose: string;
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

const DV = '2.23.140.1.2.1';
const OV = '2.23.140.1.2.2';
const IV = '2.23.140.1.2.3';
const EV = '2.23.140.1.1';

const MANY = 2000;
/** 16 bytes in hex. */
const REUSED_SERIAL = `42${'00'.repeat(14)}01`;

/**
 * Plans the certificate of one kind for hosts that share it (all names but IP addresses have one of their own).
 * `now`: ms since epoch; what is not about time is valid from a day ago for 28 days more.
 */
export function planLeaf(kind: LeafKind, hosts: readonly [string, ...string[]], now: number): LeafPlan {
  const [host] = hosts;
  const commonName = ['2.5.4.3', host] as const;
  const plain: LeafPlan = {
    // An IP address is only in the subjectAltName, not in the common name.
    subject: isIpAddress(host) ? [] : [commonName],
    names: hosts,
    policy: DV,
    notBefore: now - DAY,
    notAfter: now + 28 * DAY,
    signer: 'lab',
    logged: true,
    poisoned: false,
    isAuthority: false,
    serial: null,
    algorithm: 'ecdsa',
    keyUsage: 0b1000_0000,
    purpose: '1.3.6.1.5.5.7.3.1',
  };
  switch (kind) {
    case 'dv':
      return plain;
    case 'ov':
      return { ...plain, policy: OV, subject: [...ORGANISATION, commonName] };
    case 'iv':
      return { ...plain, policy: IV, subject: [...PERSON, commonName] };
    case 'ev':
      return { ...plain, policy: EV, subject: [...REGISTERED_ORGANISATION, commonName] };
    case 'contradictory':
      return { ...plain, subject: [...ORGANISATION, commonName] };
    case 'no-policy':
      return { ...plain, policy: null };
    case 'wildcard':
      return { ...plain, subject: [['2.5.4.3', parentWildcard(host)]], names: [parentWildcard(host)] };
    case 'multi-name':
      return { ...plain, names: [host, `www.${host}`, `*.cdn.${host}`, 'another.lab.test'] };
    case 'many-names':
      return { ...plain, names: manyNames(host) };
    case 'three-days':
      return { ...plain, notBefore: now - 12 * HOUR, notAfter: now + 60 * HOUR };
    case 'renewal-due':
      return { ...plain, notBefore: now - 22 * DAY, notAfter: now + 8 * DAY };
    case 'expires-soon':
      return { ...plain, notBefore: now - 26 * DAY, notAfter: now + 4 * DAY };
    case 'about-to-expire':
      return { ...plain, notBefore: now - 28 * DAY, notAfter: now + 2 * DAY };
    case 'last-day':
      return { ...plain, notBefore: now - 89 * DAY, notAfter: now + 20 * HOUR };
    case 'half-day':
      return { ...plain, notBefore: now - HOUR, notAfter: now + 11 * HOUR };
    case '160-hours':
      return { ...plain, notBefore: now - 81 * HOUR, notAfter: now + 79 * HOUR };
    case 'ten-years':
      // A private CA issues it, because no public CA still does.
      return { ...plain, logged: false, notBefore: now - 3150 * DAY, notAfter: now + 500 * DAY };
    case 'hostile-text':
      return { ...plain, policy: OV, subject: [...HOSTILE_ORGANISATION, commonName] };
    case 'distrusted-issuer':
      return { ...plain, signer: 'distrusted' };
    case 'expired':
      return { ...plain, notBefore: now - 40 * DAY, notAfter: now - 10 * DAY };
    case 'expired-today':
      return { ...plain, notBefore: now - 30 * DAY, notAfter: now - 3 * HOUR };
    case 'not-yet-valid':
      return { ...plain, notBefore: now + 10 * DAY, notAfter: now + 20 * DAY };
    case 'wrong-name':
      return { ...plain, subject: [['2.5.4.3', 'somewhere-else.test']], names: ['somewhere-else.test'] };
    case 'self-signed':
      return { ...plain, signer: 'self', logged: false };
    case 'unknown-root':
      return { ...plain, signer: 'stranger', logged: false };
    case 'wrong-key-usage':
      // Only keyEncipherment, as for the key exchange that TLS 1.3 has removed: the key may not sign.
      return { ...plain, algorithm: 'rsa', keyUsage: 0b0010_0000 };
    case 'for-clients':
      return { ...plain, purpose: '1.3.6.1.5.5.7.3.2' };
    case 'ca-certificate':
      // digitalSignature and keyCertSign, so that the flag is all that is wrong.
      return { ...plain, isAuthority: true, keyUsage: 0b1000_0100 };
    case 'other-names-only':
      return { ...plain, signer: 'constrained' };
    case 'serial-first':
    case 'serial-again':
      return { ...plain, serial: REUSED_SERIAL };
    case 'precertificate':
      return { ...plain, poisoned: true, logged: false };
    case 'intranet':
      return { ...plain, logged: false };
    case 'private-ev':
      return { ...plain, policy: EV, subject: [...REGISTERED_ORGANISATION, commonName], logged: false };
    case 'private-ov':
      return { ...plain, policy: OV, subject: [...ORGANISATION, commonName], logged: false };
    case 'antivirus':
      return { ...plain, policy: null, signer: 'interceptor', logged: false };
    case 'antivirus-ev':
      return {
        ...plain,
        policy: EV,
        subject: [...REGISTERED_ORGANISATION, commonName],
        signer: 'interceptor',
      };
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

/** 2,000 names beside each other: the host, then n0002, n0003, … under its parent. */
function manyNames(host: string): readonly string[] {
  const parent = host.slice(host.indexOf('.'));
  const others = Array.from({ length: MANY - 1 }, (_, index) => `n${String(index + 2).padStart(4, '0')}`);
  return [host, ...others.map((label) => label + parent)];
}
