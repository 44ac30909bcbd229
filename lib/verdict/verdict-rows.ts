// The three rows under a verdict (connection, certificate, content), as data: rows.ts computes them, lib/words describes them.
import type { Level, LevelQualifier } from '../certificate/judge/level.ts';
import type { MixedOutcome } from '../mixed-content/mixed-content.ts';
import type { CertificateSource } from '../record/certificate-record.ts';

/** The three rows under the verdict, as data. */
export interface VerdictRows {
  readonly connection: {
    readonly kind: ConnectionKind;
    readonly protocol: string | null;
    readonly hstsSeconds: number | null;
  };
  readonly certificate: { readonly kind: CertificateKind; readonly line: CertificateLine | null };
  readonly content: {
    readonly known: boolean;
    readonly outcomes: Readonly<Record<MixedOutcome, number>>;
    readonly sensitiveFields: number;
  };
}
/** How the page was delivered: `https`, `http` over a public or private network, from this device, or not over a network. */
export type ConnectionKind = 'https' | 'http-public' | 'http-private' | 'local' | 'refused' | 'none';
/**
 * `told`: the browser delivered it. `implied`: it follows from the page's load, which was seen. `not-seen`: the load was not seen, so nothing is
 * known of the certificate.
 */
export const CERTIFICATE_KINDS = ['told', 'implied', 'not-seen', 'refused', 'overridden', 'none'] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];

/** The certificate in one row; null if none was reported, remembered or looked up, or if it cannot be read. */
export interface CertificateLine {
  readonly source: CertificateSource;
  readonly level: Level;
  /** Why no public rule confirms the level; shown beside it. */
  readonly qualifier: LevelQualifier | null;
  readonly organization: string | null;
  /** ms since epoch; the last second is included. */
  readonly notAfter: number;
  /** When it was reported or looked up, ms since epoch. */
  readonly at: number;
}
