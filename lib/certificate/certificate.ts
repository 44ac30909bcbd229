// What a certificate says, as plain data: no classes, no bytes, nothing that JSON cannot carry (RFC 5280, section 4). What is not in the
// certificate is null or empty, never a default. The reader only reads: details.ts puts it into words, level.ts, coverage.ts, lifetime.ts …
// judge it. So the part that runs in the background stays small.
import type { DerFault } from '../der/der-error.ts';

/** One attribute of a name, e.g. 2.5.4.10 (organizationName). */
export interface NameAttribute {
  readonly oid: string;
  /** How the value was encoded: a universal tag, e.g. 12 for UTF8String. */
  readonly tag: number;
  /** The text, unchecked: it may be hostile. null: not text; then `hex` has the contents. */
  readonly text: string | null;
  readonly hex: string | null;
}

/** A distinguished name in the order of the certificate. Each inner list is one RDN; more than one attribute in it belong together. */
export type DistinguishedName = readonly (readonly NameAttribute[])[];

/** The kinds of GeneralName in the order of their tags (RFC 5280, 4.2.1.6). */
export type NameKind = 'other' | 'email' | 'dns' | 'x400' | 'directory' | 'edi' | 'uri' | 'ip' | 'id';

/** One entry of subjectAltName. */
export type SubjectName =
  /** What stands there, unchecked: it may be hostile text. */
  | { readonly kind: 'dns' | 'email' | 'uri'; readonly value: string }
  | { readonly kind: 'directory'; readonly name: DistinguishedName }
  /** The contents as hex: 4 or 16 bytes for an address; for the other kinds, whatever they hold. */
  | { readonly kind: 'ip' | 'id' | 'other' | 'x400' | 'edi'; readonly hex: string };

/** An algorithm and its parameters, hex of the whole element; null: none. */
export interface Algorithm {
  readonly oid: string;
  readonly parameters: string | null;
}

export interface PublicKey extends Algorithm {
  /** RSA: bits of the modulus. null: another kind of key, or not readable. */
  readonly modulusBits: number | null;
}

/** A named fault at a place, in bytes from the start of the certificate. */
export interface Fault {
  readonly code: DerFault;
  readonly offset: number;
}

export interface Extension {
  readonly oid: string;
  readonly critical: boolean;
  /** Bytes of the value. */
  readonly size: number;
  /** Why the value could not be read to its end; what was read before stays in the certificate. null: no fault, or not looked into. */
  readonly fault: Fault | null;
}

export interface BasicConstraints {
  readonly ca: boolean;
  readonly pathLength: number | null;
}

/** A log's signed promise to publish the certificate (RFC 6962, 3.2). */
export interface SignedCertificateTimestamp {
  /** SHA-256 of the log's key, hex. */
  readonly logId: string;
  /** ms since epoch. */
  readonly time: number;
}

/** A rule of DER that the certificate breaks in a way that leaves one reading. */
export interface Note {
  readonly code:
    'default-encoded' | 'boolean-not-ff' | 'algorithms-differ' | 'unused-bits' | 'early-generalized-time';
  readonly offset: number;
}

export interface Certificate {
  readonly version: 1 | 2 | 3;
  /** Hex of the integer as encoded. */
  readonly serial: string;
  readonly signature: Algorithm;
  readonly issuer: DistinguishedName;
  /** ms since epoch; the last second is included. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly subject: DistinguishedName;
  /** Issuer and subject are the same bytes. Whether the certificate signed itself would need its key. */
  readonly selfIssued: boolean;
  readonly key: PublicKey;
  /** All of them, in order. */
  readonly extensions: readonly Extension[];
  /** subjectAltName; null: there is none. */
  readonly names: readonly SubjectName[] | null;
  readonly basicConstraints: BasicConstraints | null;
  /** Bit n stands for KeyUsage (n), 1 << 0 for digitalSignature; null: not restricted. */
  readonly keyUsage: number | null;
  /** Object identifiers; null: not restricted. */
  readonly extendedKeyUsage: readonly string[] | null;
  /** Identifiers of certificate policies. */
  readonly policies: readonly string[];
  /** Addresses of OCSP responders, of the issuer's certificate and of revocation lists. */
  readonly ocsp: readonly string[];
  readonly caIssuers: readonly string[];
  readonly crl: readonly string[];
  /** The server promises a stapled OCSP answer (RFC 7633). */
  readonly mustStaple: boolean;
  /** Poisoned so that no browser accepts it (RFC 6962, 3.1). */
  readonly precertificate: boolean;
  readonly scts: readonly SignedCertificateTimestamp[];
  readonly notes: readonly Note[];
}
