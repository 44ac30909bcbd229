// The three rows under a verdict (connection, certificate, content), as data: rows.ts makes them, lib/words says them.
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
/** How the page came: `https`, `http` over a public or private network, from this device, or not over a network. */
export type ConnectionKind = 'https' | 'http-public' | 'http-private' | 'local' | 'refused' | 'none';
/**
 * `told`: the browser delivered it. `implied`: it follows from the page having loaded, which was seen. `not-seen`: the page is there, but how it was
 * loaded was not seen, so nothing is known of its certificate.
 */
export const CERTIFICATE_KINDS = ['told', 'implied', 'not-seen', 'refused', 'overridden', 'none'] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];

/** The certificate in one line; null where none was told, remembered or looked up, or it cannot be read. */
export interface CertificateLine {
  readonly source: CertificateSource;
  readonly level: Level;
  /** Why no public rule stands behind the level; shown beside it. */
  readonly qualifier: LevelQualifier | null;
  readonly organization: string | null;
  /** ms since epoch; the last second is included. */
  readonly notAfter: number;
  /** When it was told or looked up, ms since epoch. */
  readonly at: number;
}
