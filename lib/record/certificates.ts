// The list of certificates in a record: what each source reported, in the order of the ladder.
import type { LookUp, LookUpState } from '../look-up/look-up.ts';
import { CERTIFICATE_LADDER } from './certificate-record.ts';
import type { CertificateReport, CertificateSource, ConnectionReport } from './certificate-record.ts';
import type { PageRecord } from './record.ts';

/** The record with these reports in place of all that the source reported before. */
export function putCertificates(
  record: PageRecord,
  source: CertificateSource,
  reports: readonly CertificateReport[],
): PageRecord {
  const all = [...record.certificates.filter((report) => report.source !== source), ...reports];
  const certificates = CERTIFICATE_LADDER.flatMap((rung) => all.filter((one) => one.source === rung.source));
  return { ...record, certificates };
}

/** The record with what the browser reported with the page itself: what it reported earlier of the origin is not needed any more. */
export function putDelivered(record: PageRecord, report: CertificateReport): PageRecord {
  return putCertificates(putCertificates(record, 'session', []), 'page', [report]);
}

/** The record with a look-up in the public logs, and the certificates that they answered with. */
export function putLookUp(record: PageRecord, lookUp: LookUp | null): PageRecord {
  if (lookUp?.state !== 'answered') return { ...putCertificates(record, 'log', []), lookUp };
  const { certificates, ...state } = lookUp;
  const reports = certificates.map(({ der, sha256, revoked }): CertificateReport => ({
    source: 'log',
    at: lookUp.at,
    chain: [der],
    sha256,
    revoked,
    connection: null,
  }));
  const asked: LookUpState = state;
  return { ...putCertificates(record, 'log', reports), lookUp: asked };
}

/** What the browser reported with the page itself; null: nothing. */
export function deliveredReport({
  certificates,
}: Pick<PageRecord, 'certificates'>): CertificateReport | null {
  return certificates.find((report) => isDelivered(report.source)) ?? null;
}

/** What the browser reported of the page's own connection; null: nothing. */
export function connectionOf(record: Pick<PageRecord, 'certificates'>): ConnectionReport | null {
  return deliveredReport(record)?.connection ?? null;
}

function isDelivered(source: CertificateSource): boolean {
  return CERTIFICATE_LADDER.some((rung) => rung.source === source && rung.isDelivered);
}
