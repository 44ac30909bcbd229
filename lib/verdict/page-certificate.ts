// The certificate of a page by the ladder of sources (lib/record/certificate-record.ts): the first source that has a certificate is used and named.
import type { Fault } from '../certificate/certificate.ts';
import { judgeCertificate } from '../certificate/judge/judge-certificate.ts';
import type { CertificateFacts, CertificateJudgement } from '../certificate/judge/judge-certificate.ts';
import { readBase64 } from '../certificate/read/read-base64.ts';
import type { ReadCertificate } from '../certificate/read/read-base64.ts';
import { CERTIFICATE_LADDER } from '../record/certificate-record.ts';
import type { CertificateReport, CertificateSource, ConnectionReport } from '../record/certificate-record.ts';
import { deliveredReport } from '../record/certificates.ts';
import type { PageRecord } from '../record/record.ts';

/** A page's certificate that could be read. */
export type KnownCertificate = PageCertificate & { readonly kind: 'read' };

export type PageCertificate =
  | (ReadCertificate & {
      readonly kind: 'read';
      readonly source: CertificateSource;
      /** The reported certificates above it that can be read, the root last. */
      readonly above: readonly ReadCertificate[];
      /** SHA-256 of the certificate, lower-case hex; null: not reported. */
      readonly sha256: string | null;
      /** What the browser reported with it; null: it did not come from a browser. */
      readonly connection: ConnectionReport | null;
      /** When it was reported, ms since epoch. */
      readonly at: number;
    })
  /** The browser accepted it, but it could not be parsed. */
  | { readonly kind: 'unreadable'; readonly source: CertificateSource; readonly fault: Fault };

/** Returns the certificate of the best source; null if no source has one. */
export function pageCertificate({ certificates }: PageRecord): PageCertificate | null {
  for (const { source } of CERTIFICATE_LADDER) {
    const report = certificates.find((one) => one.source === source);
    const known = report === undefined ? null : readReport(report);
    if (known !== null) return known;
  }
  return null;
}

/** Returns the certificate that the browser reported with this very page, or null. Findings judge no other. */
export function deliveredCertificate(record: PageRecord): KnownCertificate | null {
  const known = deliveredReading(record);
  return known?.kind === 'read' ? known : null;
}

/** The same, also if it could not be parsed. */
export function deliveredReading(record: PageRecord): PageCertificate | null {
  const report = deliveredReport(record);
  return report && readReport(report);
}

/** The input of the judgement of a page's certificate. `now`: ms since epoch. */
export function certificateFacts(known: KnownCertificate, now: number): CertificateFacts {
  const { certificate, der, above, connection, source } = known;
  return {
    certificate,
    der,
    chain: above.map((one) => one.certificate),
    connection: connection && {
      extendedValidation: connection.extendedValidation,
      rootIsBuiltIn: connection.rootIsBuiltIn,
      isOrganizationRoot: connection.isOrganizationRoot,
    },
    source: isLogged(source) ? 'log' : 'page',
    now,
  };
}

/** Returns the judgement of a page's certificate. `now`: ms since epoch, by default the time when it was reported. */
export function judgeKnown(known: KnownCertificate, now = known.at): CertificateJudgement {
  if (now !== known.at) return judgeCertificate(certificateFacts(known, now));
  const before = judged.get(known);
  if (before !== undefined) return before;
  const result = judgeCertificate(certificateFacts(known, now));
  judged.set(known, result);
  return result;
}

/** Several findings need the judgement of the same certificate. */
const judged = new WeakMap<KnownCertificate, CertificateJudgement>();

/** Several findings and views need the certificate of the same record. */
const readings = new WeakMap<CertificateReport, PageCertificate>();

function readReport(report: CertificateReport): PageCertificate | null {
  const [leaf, ...above] = report.chain;
  if (leaf === undefined) return null;
  const before = readings.get(report);
  if (before !== undefined) return before;
  const reading = readChain(leaf, above, report);
  readings.set(report, reading);
  return reading;
}

function readChain(
  leaf: string,
  above: readonly string[],
  { source, sha256, connection, at }: CertificateReport,
): PageCertificate {
  const read = readBase64(leaf);
  if ('code' in read) return { kind: 'unreadable', source, fault: read };
  const readable = above.map(readBase64).filter((one) => 'certificate' in one);
  return { kind: 'read', source, ...read, above: readable, sha256, connection, at };
}

function isLogged(source: CertificateSource): boolean {
  return CERTIFICATE_LADDER.some((rung) => rung.source === source && rung.isLogged);
}
