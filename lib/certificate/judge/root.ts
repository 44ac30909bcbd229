// Judges which rules the root above a certificate follows. Public roots follow those of the CA/Browser Forum and the browsers; a root that was added
// to a device follows none, and a certificate under it may state any level (BR 1.1: the rules bind public CAs only).
import type { Algorithm, Certificate } from '../certificate.ts';
import { interceptorOf } from './interceptors.ts';
import type { PurposeJudgement } from './purpose.ts';
import { describeSignature } from '../describe/signature-details.ts';

/** The source of a certificate: the browser, with the page or earlier in the session; public logs; a file. */
export type CertificateOrigin = 'page' | 'session' | 'log' | 'file';

/** What a browser reports with a certificate; null: it does not report it. */
export interface BrowserReport {
  readonly extendedValidation: boolean | null;
  readonly rootIsBuiltIn: boolean | null;
  /** The organisation's policy names a root above it. */
  readonly isOrganizationRoot: boolean;
}

export interface RootJudgement {
  readonly standing:
    /** The browser reports that the root is one of its own. */
    | 'built-in'
    /** Public logs contain it, or it has their timestamps. The signatures of timestamps are not checked. */
    | 'logged'
    /** The organisation's policy names the root. */
    | 'organization'
    /** The browser reports that the root was added to this device. */
    | 'private'
    /** Nothing shows that the root is public. */
    | 'possibly-private'
    /** Issuer and subject are the same: there is no root above it. */
    | 'self-issued'
    /** No evidence can be expected: for a CA certificate, one that is not for servers, or one with an unknown kind of signature. */
    | 'unknown';
  /** The program or proxy whose name the issuer has and that reads connections; null: none, or the root is public. */
  readonly interceptor: string | null;
}

/** Judges the root by what the browser reports, the policy, the timestamps and the issuer's name, in this order. */
export function judgeRoot(
  certificate: Certificate,
  chain: readonly Certificate[],
  {
    connection,
    source,
    purpose,
  }: {
    readonly connection: BrowserReport | null;
    readonly source: CertificateOrigin;
    readonly purpose: PurposeJudgement;
  },
): RootJudgement {
  if (connection?.rootIsBuiltIn === true) return { standing: 'built-in', interceptor: null };
  if (connection?.isOrganizationRoot === true) return { standing: 'organization', interceptor: null };
  if (purpose.isIssuer) return { standing: 'unknown', interceptor: null };
  if (certificate.selfIssued) return { standing: 'self-issued', interceptor: null };
  if (source === 'log') return { standing: 'logged', interceptor: null };
  const interceptor = interceptorOf(certificate, chain);
  if (connection?.rootIsBuiltIn === false) return { standing: 'private', interceptor };
  // Anyone can copy a certificate's timestamps, so the name of an interceptor in the issuer outweighs them.
  if (interceptor !== null) return { standing: 'possibly-private', interceptor };
  if (certificate.scts.length > 0) return { standing: 'logged', interceptor };
  const isExpected =
    purpose.isServer && !certificate.precertificate && isSignatureKnown(certificate.signature);
  return { standing: isExpected ? 'possibly-private' : 'unknown', interceptor };
}

/**
 * Merkle tree certificates have no timestamps by design; future signatures may not have them either.
 * https://datatracker.ietf.org/doc/draft-ietf-plants-merkle-tree-certs/
 */
function isSignatureKnown(signature: Algorithm): boolean {
  return describeSignature(signature).name !== signature.oid;
}
