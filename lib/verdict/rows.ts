// The three subjects of a page (connection, certificate, content), each in one row of data.
import { classifyAddress } from '../address/address.ts';
import { MIXED_OUTCOMES } from '../mixed-content/mixed-content.ts';
import type { MixedOutcome } from '../mixed-content/mixed-content.ts';
import { connectionOf } from '../record/certificates.ts';
import type { PageRecord } from '../record/record.ts';
import { judgeKnown, pageCertificate } from './page-certificate.ts';
import type { CertificateKind, CertificateLine, ConnectionKind, VerdictRows } from './verdict-rows.ts';

/** What is known of each subject, whether the page was judged or not. */
export function buildRows(record: PageRecord): VerdictRows {
  const connection = connectionKind(record);
  return {
    connection: {
      kind: connection,
      protocol: connectionOf(record)?.protocol ?? null,
      hstsSeconds: connection === 'https' ? (record.navigation?.headers?.hsts?.maxAge ?? null) : null,
    },
    certificate: { kind: certificateKind(record, connection), line: certificateLine(record) },
    content: {
      known: record.observed,
      outcomes: countOutcomes(record),
      sensitiveFields: Object.values(record.frames).reduce(
        (sum, { fields }) => sum + fields.password + fields.card + fields.oneTimeCode,
        0,
      ),
    },
  };
}

function connectionKind(record: PageRecord): ConnectionKind {
  if (record.refusal !== null) return 'refused';
  if (record.absence !== null) return 'none';
  const address = classifyAddress(record.url);
  switch (address) {
    case 'https':
    case 'http-public':
    case 'http-private':
    case 'local':
      return address;
    case 'browser':
    case 'file':
    case 'blank':
    case 'other':
      return 'none';
  }
}

function certificateKind(record: PageRecord, connection: ConnectionKind): CertificateKind {
  if (record.refusal !== null) return 'refused';
  if (record.override !== null) return 'overridden';
  if (connection !== 'https') return 'none';
  if (connectionOf(record) !== null) return 'told';
  // Only a response that was seen, and became a page, implies that its certificate was accepted.
  return record.observed && record.navigation?.status != null ? 'implied' : 'not-seen';
}

function certificateLine(record: PageRecord): CertificateLine | null {
  const known = pageCertificate(record);
  if (known?.kind !== 'read') return null;
  const { certificate, source, at } = known;
  const { level, qualifier, organization } = judgeKnown(known).level;
  return { source, level, qualifier, organization, notAfter: certificate.notAfter, at };
}

function countOutcomes(record: PageRecord): Readonly<Record<MixedOutcome, number>> {
  const counts = Object.fromEntries(MIXED_OUTCOMES.map((outcome) => [outcome, 0]));
  for (const { outcome } of record.mixed) counts[outcome] = (counts[outcome] ?? 0) + 1;
  // Every outcome has a number by now; the type of fromEntries cannot express that.
  return counts as Record<MixedOutcome, number>;
}
