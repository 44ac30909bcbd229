// Judges what a certificate is for (RFC 5280, 4.2.1.12). The rules for public TLS servers (lifetime, logging, names) apply to server certificates
// only; code signing, S/MIME and client certificates have other rules.
import type { Certificate } from '../certificate.ts';
import { areHostsNamed, isCa } from '../describe/details.ts';

export const PURPOSES = [
  'server',
  'client',
  'code-signing',
  'email',
  'time-stamping',
  'ocsp-signing',
  'document-signing',
  'smart-card-logon',
  'other',
] as const;
export type Purpose = (typeof PURPOSES)[number];

export interface PurposeJudgement {
  /** Whether it may identify a TLS server: its extended key usage allows it, or is missing. */
  readonly isServer: boolean;
  /** Whether it is meant to sign certificates. False for a server certificate that is marked as a CA but names hosts. */
  readonly isIssuer: boolean;
  /** The purposes that it is limited to, each once; null: it is not limited. */
  readonly purposes: readonly Purpose[] | null;
}

const ANY = '2.5.29.37.0';

const BY_USAGE: Readonly<Record<string, Purpose>> = {
  '1.3.6.1.5.5.7.3.1': 'server',
  // Server gated cryptography of Microsoft and Netscape: server certificates of the 1990s.
  '1.3.6.1.4.1.311.10.3.3': 'server',
  '2.16.840.1.113730.4.1': 'server',
  '1.3.6.1.5.5.7.3.2': 'client',
  '1.3.6.1.5.5.7.3.3': 'code-signing',
  '1.3.6.1.4.1.311.2.1.21': 'code-signing',
  '1.3.6.1.4.1.311.2.1.22': 'code-signing',
  '1.3.6.1.5.5.7.3.4': 'email',
  '1.3.6.1.5.5.7.3.8': 'time-stamping',
  '1.3.6.1.5.5.7.3.9': 'ocsp-signing',
  '1.3.6.1.5.5.7.3.36': 'document-signing',
  '1.3.6.1.4.1.311.10.3.12': 'document-signing',
  '1.3.6.1.4.1.311.20.2.2': 'smart-card-logon',
};

/** The CA/Browser Forum's policies for code signing, time stamping and S/MIME. https://cabforum.org/resources/object-registry/ */
const BY_POLICY: readonly (readonly [arc: RegExp, purpose: Purpose])[] = [
  [/^2\.23\.140\.1\.(?:3|4\.1)$/, 'code-signing'],
  [/^2\.23\.140\.1\.4\.2$/, 'time-stamping'],
  [/^2\.23\.140\.1\.5\.\d+\.\d+$/, 'email'],
];

/** Judges by the extended key usage; without one, by policies that stand for another purpose. */
export function judgePurpose(certificate: Certificate): PurposeJudgement {
  const isIssuer = isCa(certificate) && !areHostsNamed(certificate);
  const purposes = purposesOf(certificate);
  return { isServer: !isIssuer && (purposes?.includes('server') ?? true), isIssuer, purposes };
}

function purposesOf({ extendedKeyUsage, policies }: Certificate): readonly Purpose[] | null {
  if (extendedKeyUsage === null) {
    const stated = BY_POLICY.flatMap(([arc, purpose]) =>
      policies.some((oid) => arc.test(oid)) ? [purpose] : [],
    );
    return stated.length === 0 ? null : stated;
  }
  if (extendedKeyUsage.includes(ANY)) return null;
  return [...new Set(extendedKeyUsage.map((oid) => BY_USAGE[oid] ?? 'other'))];
}
