// The certificates that the session remembers: those that the browser reported for an origin, so that a page from its cache has one to show, and
// those that a look-up found for a host, so that the logs are queried once. Each is a source of the ladder (lib/record/certificate-record.ts).
import { parseAddress } from '../../../address/address.ts';
import type { LookUp } from '../../../look-up/look-up.ts';
import { lookUpSchema } from '../../../look-up/look-up.ts';
import { certificateReportSchema } from '../../../record/certificate-record.ts';
import type { CertificateReport } from '../../../record/certificate-record.ts';
import { deliveredReport, putCertificates, putLookUp } from '../../../record/certificates.ts';
import type { PageRecord } from '../../../record/record.ts';
import { CONNECTIONS_MAP, LOOK_UPS_MAP } from '../../storage-keys.ts';
import { SessionMap } from './session-map.ts';
import type { SessionTransaction } from './session-transaction.ts';

/** A source of certificates that remembers earlier ones: it is read when an https page arrives, and sends nothing. */
export interface CertificateMemory {
  /** Returns the record with what is remembered of its page, replacing this source's earlier entries. `url`: the page's address. */
  readonly recall: (
    tx: SessionTransaction,
    record: PageRecord,
    url: URL,
    isPrivate: boolean,
  ) => Promise<PageRecord>;
  /** Forgets the certificates of private windows, or of the others. */
  readonly forget: (tx: SessionTransaction, isPrivate: boolean) => Promise<void>;
}

/** By origin. */
const connections = new SessionMap<CertificateReport>(CONNECTIONS_MAP, certificateReportSchema, 100);
/** By host. */
const lookUps = new SessionMap<LookUp>(LOOK_UPS_MAP, lookUpSchema, 20);

const MEMORIES: readonly CertificateMemory[] = [
  {
    recall: async (tx, record, { origin }, isPrivate) => {
      const report = deliveredReport(record) === null ? await connections.get(tx, isPrivate, origin) : null;
      return putCertificates(record, 'session', report === null ? [] : [{ ...report, source: 'session' }]);
    },
    forget: (tx, isPrivate) => connections.clear(tx, isPrivate),
  },
  {
    recall: async (tx, record, { hostname }, isPrivate) =>
      putLookUp(record, await lookUps.get(tx, isPrivate, hostname)),
    forget: (tx, isPrivate) => lookUps.clear(tx, isPrivate),
  },
];

/** Returns the record with what all sources remember of its page. */
export async function recallCertificates(
  tx: SessionTransaction,
  record: PageRecord,
  isPrivate: boolean,
): Promise<PageRecord> {
  const url = parseAddress(record.url);
  if (url === null || url.protocol !== 'https:') return record;
  let known = record;
  for (const memory of MEMORIES) known = await memory.recall(tx, known, url, isPrivate);
  return known;
}

/** Remembers what the browser reported with a page, for later pages of its origin. */
export async function rememberConnection(
  tx: SessionTransaction,
  isPrivate: boolean,
  origin: string,
  report: CertificateReport,
): Promise<void> {
  // Read first: a page is joined with its navigation several times, and writing costs more than reading.
  const known = await connections.get(tx, isPrivate, origin);
  if (known?.at !== report.at) await connections.put(tx, isPrivate, origin, report);
}

/** Remembers a look-up, for later pages of its host. */
export async function rememberLookUp(
  tx: SessionTransaction,
  isPrivate: boolean,
  lookUp: LookUp,
): Promise<void> {
  await lookUps.put(tx, isPrivate, lookUp.host, lookUp);
}

/** Forgets the certificates of private windows, or of the others. */
export async function forgetCertificates(tx: SessionTransaction, isPrivate: boolean): Promise<void> {
  for (const memory of MEMORIES) await memory.forget(tx, isPrivate);
}
