// The list of certificates in a record: the reports of each source, in the order of the ladder.
import type { LookUp, LookUpState } from '../look-up/look-up.ts';
import { CERTIFICATE_LADDER } from './certificate-record.ts';
import type { CertificateReport, CertificateSource, ConnectionReport } from './certificate-record.ts';
import type { PageRecord } from './record.ts';

/** Returns the record with these reports instead of the source's earlier ones. */
export function putCertificates(
  record: PageRecord,
  source: CertificateSource,
  reports: readonly CertificateReport[],
): PageRecord {
  const all = [...record.certificates.filter((report) => report.source !== source), ...reports];
  const certificates = CERTIFICATE_LADDER.flatMap((rung) => all.filter((one) => one.source === rung.source));
  return { ...record, certificates };
}

/** Returns the record with what the browser reported with the page itself, which replaces what it reported earlier for the origin. */
export function putDelivered(record: PageRecord, report: CertificateReport): PageRecord {
  return putCertificates(putCertificates(record, 'session', []), 'page', [report]);
}

/** Returns the record with a look-up in the certificate logs, and the certificates in their answer. */
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

/** Returns what the browser reported with the page itself; null: nothing. */
export function deliveredReport({
  certificates,
}: Pick<PageRecord, 'certificates'>): CertificateReport | null {
  return certificates.find((report) => isDelivered(report.source)) ?? null;
}

/** Returns what the browser reported about the page's own connection; null: nothing. */
export function connectionOf(record: Pick<PageRecord, 'certificates'>): ConnectionReport | null {
  return deliveredReport(record)?.connection ?? null;
}

function isDelivered(source: CertificateSource): boolean {
  return CERTIFICATE_LADDER.some((rung) => rung.source === source && rung.isDelivered);
}
