// To whom the root above a certificate answers. Public roots answer to the rules of the CA/Browser Forum and of the browsers; a root that was added
// to a device answers to nobody, and a certificate under it may state whatever level it likes (BR 1.1: the rules bind public CAs only).
import type { Algorithm, Certificate } from '../certificate.ts';
import { interceptorOf } from './interceptors.ts';
import type { PurposeJudgement } from './purpose.ts';
import { describeSignature } from '../describe/signature-details.ts';

/** Where a certificate came from: the browser, with the page or earlier in the session; public logs; a file. */
export type CertificateOrigin = 'page' | 'session' | 'log' | 'file';

/** What a browser reports beside a certificate; null: it does not report it. */
export interface BrowserReport {
  readonly extendedValidation: boolean | null;
  readonly rootIsBuiltIn: boolean | null;
  /** A root that the organisation named in its policy stands above it. */
  readonly isOrganizationRoot: boolean;
}

export interface RootJudgement {
  readonly standing:
    /** The browser reports that the root came with it. */
    | 'built-in'
    /** Public logs took it, or their timestamps are in it. The timestamps' signatures are not checked. */
    | 'logged'
    /** The organisation's policy names the root. */
    | 'organization'
    /** The browser reports that the root was added to this device. */
    | 'private'
    /** Nothing shows that the root is a public one. */
    | 'possibly-private'
    /** Issuer and subject are the same: nobody stands above it. */
    | 'self-issued'
    /** Nothing can be expected to show it: an issuer's certificate, one that is not for servers, or one signed in a way that is not known here. */
    | 'unknown';
  /** A program or proxy that reads connections and whose name is in the issuer; null: none, or the root is a public one. */
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
  // Whoever copies a certificate can copy its timestamps; an issuer that names itself an interceptor outweighs them.
  if (interceptor !== null) return { standing: 'possibly-private', interceptor };
  if (certificate.scts.length > 0) return { standing: 'logged', interceptor };
  const isExpected =
    purpose.isServer && !certificate.precertificate && isSignatureKnown(certificate.signature);
  return { standing: isExpected ? 'possibly-private' : 'unknown', interceptor };
}

/** Merkle tree certificates carry no timestamps by design, and ways to come may not either. https://datatracker.ietf.org/doc/draft-ietf-plants-merkle-tree-certs/ */
function isSignatureKnown(signature: Algorithm): boolean {
  return describeSignature(signature).name !== signature.oid;
}
