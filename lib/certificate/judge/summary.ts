// A certificate and the judgement on it as one line of JSON. The schema is docs/certificate-schema.md; a change of meaning raises its version.
import { DerError } from '../../der/der-error.ts';
import type { Certificate, Extension } from '../certificate.ts';
import { judgeCoverage, type HostCoverage } from './coverage.ts';
import { isCa, listKeyUsages } from '../describe/details.ts';
import { judgeCertificate, type CertificateFacts } from './judge-certificate.ts';
import { describeKey } from '../describe/key-details.ts';
import type { Level, LevelBasis, LevelQualifier } from './level.ts';
import type { LifetimeJudgement } from './lifetime.ts';
import { listNames, type NameLists } from '../describe/name-lists.ts';
import { nameToText } from '../describe/name-text.ts';
import { EXTENSION_NAMES, KEY_PURPOSE_NAMES } from '../describe/oid-names.ts';
import type { RenewalJudgement } from './renewal.ts';
import type { Purpose } from './purpose.ts';
import { describeSignature } from '../describe/signature-details.ts';

export const SUMMARY_SCHEMA = 2;

export interface SummaryOptions extends Partial<Omit<CertificateFacts, 'certificate' | 'now'>> {
  /** SHA-256 of the certificate's bytes as hex. The caller computes it, because hashing needs a platform API. */
  readonly sha256: string;
  /** ms since epoch. */
  readonly now: number;
  /** A host to judge, as a user writes it. */
  readonly host?: string | undefined;
}

export interface CertificateSummary {
  readonly schema: typeof SUMMARY_SCHEMA;
  readonly sha256: string;
  readonly level: Level;
  readonly levelBasis: LevelBasis;
  /** Why no public rules apply to the level; null: no such reason is known. */
  readonly levelQualifier: LevelQualifier | null;
  readonly levelRemarks: readonly string[];
  readonly extendedValidation: string | null;
  readonly policies: readonly string[];
  readonly subject: string;
  readonly issuer: string;
  readonly organization: string | null;
  readonly names: NameLists;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly lifetime: {
    readonly state: string;
    readonly days: number;
    readonly limitDays: number | null;
    readonly shortLived: boolean;
    readonly leftShare: number;
    readonly reissueAt: string;
  };
  readonly renewal: {
    readonly shorter: { readonly days: number; readonly from: string; readonly issuer: string | null } | null;
    readonly losesClientPurpose: boolean;
  };
  readonly key: {
    readonly type: string;
    readonly bits: number | null;
    readonly curve: string | null;
    readonly oid: string;
  };
  readonly signature: string;
  readonly signatureOid: string;
  readonly weaknesses: readonly string[];
  readonly serial: string;
  readonly version: number;
  readonly isCa: boolean;
  readonly pathLength: number | null;
  readonly selfIssued: boolean;
  readonly keyUsage: readonly string[] | null;
  readonly extendedKeyUsage: readonly string[] | null;
  readonly ocsp: readonly string[];
  readonly caIssuers: readonly string[];
  readonly crl: readonly string[];
  readonly mustStaple: boolean;
  readonly precertificate: boolean;
  readonly scts: readonly { readonly logId: string; readonly time: string }[];
  readonly logging: string;
  readonly root: string;
  readonly interceptor: string | null;
  /** null: not limited. */
  readonly purposes: readonly Purpose[] | null;
  readonly issuerWatch: {
    readonly family: string;
    readonly evidence: string;
    readonly distrusted: boolean;
  } | null;
  readonly extensions: readonly {
    readonly oid: string;
    readonly name: string | null;
    readonly critical: boolean;
    readonly size: number;
    readonly fault: { readonly code: string; readonly message: string; readonly offset: number } | null;
  }[];
  readonly deviations: readonly string[];
  /** Present only when a host was given. */
  readonly coverage?: HostCoverage;
}

/** Summarises one certificate, with names instead of identifiers where there is one. Without a browser's report, it is judged as read from a file. */
export function summarize(
  certificate: Certificate,
  { sha256, now, host, der = null, chain = [], connection = null, source = 'file' }: SummaryOptions,
): CertificateSummary {
  const judged = judgeCertificate({ certificate, der, chain, connection, source, now });
  const { level, lifetime, watch, root } = judged;
  const coverage = host === undefined ? undefined : judgeCoverage(certificate, [host])[0];
  return {
    schema: SUMMARY_SCHEMA,
    sha256,
    level: level.level,
    levelBasis: level.basis,
    levelQualifier: level.qualifier,
    levelRemarks: level.remarks,
    extendedValidation: level.extendedValidation,
    policies: certificate.policies,
    subject: nameToText(certificate.subject),
    issuer: nameToText(certificate.issuer),
    organization: level.organization,
    names: listNames(certificate),
    notBefore: toIso(certificate.notBefore),
    notAfter: toIso(certificate.notAfter),
    lifetime: describeLifetime(lifetime),
    renewal: describeRenewal(judged.renewal),
    key: { ...describeKey(certificate.key), oid: certificate.key.oid },
    signature: describeSignature(certificate.signature).name,
    signatureOid: certificate.signature.oid,
    weaknesses: judged.weaknesses.map(({ code }) => code),
    serial: certificate.serial,
    version: certificate.version,
    isCa: isCa(certificate),
    pathLength: certificate.basicConstraints?.pathLength ?? null,
    selfIssued: certificate.selfIssued,
    keyUsage: listKeyUsages(certificate),
    extendedKeyUsage: certificate.extendedKeyUsage?.map((oid) => KEY_PURPOSE_NAMES[oid] ?? oid) ?? null,
    ocsp: certificate.ocsp,
    caIssuers: certificate.caIssuers,
    crl: certificate.crl,
    mustStaple: certificate.mustStaple,
    precertificate: certificate.precertificate,
    scts: certificate.scts.map(({ logId, time }) => ({ logId, time: toIso(time) })),
    logging: judged.logging.state,
    root: root.standing,
    interceptor: root.interceptor,
    purposes: judged.purpose.purposes,
    issuerWatch: watch && { family: watch.family, evidence: watch.evidence, distrusted: watch.distrusted },
    extensions: certificate.extensions.map(describeExtension),
    deviations: judged.deviations,
    ...(coverage === undefined ? {} : { coverage }),
  };
}

function describeLifetime(lifetime: LifetimeJudgement): CertificateSummary['lifetime'] {
  const { state, days, limitDays, shortLived, elapsedShare, reissueAt } = lifetime;
  const leftShare = Number((1 - elapsedShare).toFixed(4));
  return { state, days, limitDays, shortLived, leftShare, reissueAt: toIso(reissueAt) };
}

function describeExtension({
  oid,
  critical,
  size,
  fault,
}: Extension): CertificateSummary['extensions'][number] {
  return {
    oid,
    name: EXTENSION_NAMES[oid] ?? null,
    critical,
    size,
    fault: fault && { ...fault, message: new DerError(fault.code, fault.offset).message },
  };
}

function describeRenewal({ shorter, losesClientPurpose }: RenewalJudgement): CertificateSummary['renewal'] {
  return { shorter: shorter && { ...shorter, from: toIso(shorter.from) }, losesClientPurpose };
}

/** ISO 8601 in UTC, with milliseconds only where they are not zero. */
function toIso(time: number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}
