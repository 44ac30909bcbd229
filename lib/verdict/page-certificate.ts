// The certificate that is known of a page, by the ladder of sources: what the browser told with the page, what it told of the origin earlier
// in the session, what the public logs say was issued for the host. The first that is there wins, and says where it came from.
import type { Certificate, Fault } from '../certificate/certificate.ts';
import { judgeCertificate } from '../certificate/judge/judge-certificate.ts';
import type { CertificateFacts, CertificateJudgement } from '../certificate/judge/judge-certificate.ts';
import { readCertificate } from '../certificate/read/read-certificate.ts';
import { DerError } from '../der/der-error.ts';
import type { LookUp } from '../look-up/look-up.ts';
import { fromBase64 } from '../text/base64.ts';
import type { ConnectionReport, PageRecord } from '../record/record.ts';
import type { CertificateSource } from './verdict.ts';

/** A certificate with the bytes that it was read from. */
export interface ReadCertificate {
  readonly certificate: Certificate;
  readonly der: Uint8Array;
}

/** A page's certificate that could be read. */
export type KnownCertificate = PageCertificate & { readonly kind: 'read' };

export type PageCertificate =
  | (ReadCertificate & {
      readonly kind: 'read';
      readonly source: CertificateSource;
      /** The certificates above it, as far as they were told and can be read; the root last. */
      readonly above: readonly ReadCertificate[];
      /** SHA-256 of the certificate, lower-case hex; null: not told. */
      readonly sha256: string | null;
      /** What the browser told beside it; null for a log. */
      readonly connection: ConnectionReport | null;
      /** When it was told or looked up, ms since epoch. */
      readonly at: number;
    })
  /** The browser accepted it, this reader did not understand it. */
  | { readonly kind: 'unreadable'; readonly source: CertificateSource; readonly fault: Fault };

/** What the best source has; null when there is none. */
export function pageCertificate(record: PageRecord): PageCertificate | null {
  return (
    toldCertificate(record.connection, 'page') ??
    toldCertificate(record.remembered, 'session') ??
    loggedCertificate(record.lookUp)
  );
}

/** The certificate that the browser delivered with this very page, or null: the only one that findings judge. */
export function deliveredCertificate({ connection }: PageRecord): KnownCertificate | null {
  const told = toldCertificate(connection, 'page');
  return told?.kind === 'read' ? told : null;
}

/** What is known of a page's certificate, as the judgement takes it. `now`: ms since epoch. */
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
    source,
    now,
  };
}

/** The judgement of a page's certificate. `now`: ms since epoch; when it was reported, if left out. */
export function judgeKnown(known: KnownCertificate, now = known.at): CertificateJudgement {
  if (now !== known.at) return judgeCertificate(certificateFacts(known, now));
  const before = judged.get(known);
  if (before !== undefined) return before;
  const result = judgeCertificate(certificateFacts(known, now));
  judged.set(known, result);
  return result;
}

/** Several findings ask for the judgement of the same certificate. */
const judged = new WeakMap<KnownCertificate, CertificateJudgement>();

/** Reading is asked for by several findings and views of the same record. */
const told = new WeakMap<ConnectionReport, PageCertificate | null>();

function toldCertificate(
  connection: ConnectionReport | null,
  source: 'page' | 'session',
): PageCertificate | null {
  if (connection === null) return null;
  const known = told.get(connection);
  if (known !== undefined && known?.source === source) return known;
  const [leaf, ...above] = connection.chain;
  const result = leaf === undefined ? null : readTold(leaf, above, connection, source);
  told.set(connection, result);
  return result;
}

function readTold(
  leaf: string,
  above: readonly string[],
  connection: ConnectionReport,
  source: 'page' | 'session',
): PageCertificate {
  const read = readOne(leaf);
  if ('code' in read) return { kind: 'unreadable', source, fault: read };
  return {
    kind: 'read',
    source,
    ...read,
    above: above.map(readOne).filter((one) => 'certificate' in one),
    sha256: connection.sha256,
    connection,
    at: connection.at,
  };
}

function loggedCertificate(lookUp: LookUp | null): PageCertificate | null {
  if (lookUp?.state !== 'answered') return null;
  const [newest] = lookUp.certificates;
  if (newest === undefined) return null;
  const read = readOne(newest.der);
  if ('code' in read) return { kind: 'unreadable', source: 'log', fault: read };
  const { sha256 } = newest;
  return { kind: 'read', source: 'log', ...read, above: [], sha256, connection: null, at: lookUp.at };
}

function readOne(text: string): ReadCertificate | Fault {
  const der = fromBase64(text);
  try {
    return { certificate: readCertificate(der), der };
  } catch (error) {
    if (error instanceof DerError) return { code: error.code, offset: error.offset };
    throw error;
  }
}
