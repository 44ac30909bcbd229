// A certificate as plain data that JSON can carry (RFC 5280, section 4). What the certificate does not contain is null or empty, never a default.
// Reading (`read`) only fills this type; `describe` names its values and `judge` judges them, so the reader in the background stays small.
import type { DerFault } from '../der/der-error.ts';

/** One attribute of a name, e.g. 2.5.4.10 (organizationName). */
export interface NameAttribute {
  readonly oid: string;
  /** How the value was encoded: a universal tag, e.g. 12 for UTF8String. */
  readonly tag: number;
  /** The text, unchecked: it may be hostile. Null: the value is not text, and `hex` has its contents. */
  readonly text: string | null;
  readonly hex: string | null;
}

/** A distinguished name in the order of the certificate. Each inner list is one RDN; several attributes in it belong together. */
export type DistinguishedName = readonly (readonly NameAttribute[])[];

/** The kinds of GeneralName in the order of their tags (RFC 5280, 4.2.1.6). */
export type NameKind = 'other' | 'email' | 'dns' | 'x400' | 'directory' | 'edi' | 'uri' | 'ip' | 'id';

/** One entry of subjectAltName. */
export type SubjectName =
  /** The text of the certificate, unchecked: it may be hostile. */
  | { readonly kind: 'dns' | 'email' | 'uri'; readonly value: string }
  | { readonly kind: 'directory'; readonly name: DistinguishedName }
  /** The contents as hex: 4 or 16 bytes of an IP address; the raw contents of the other kinds. */
  | { readonly kind: 'ip' | 'id' | 'other' | 'x400' | 'edi'; readonly hex: string };

/** An algorithm. `parameters`: hex of the whole element; null: it has none. */
export interface Algorithm {
  readonly oid: string;
  readonly parameters: string | null;
}

export interface PublicKey extends Algorithm {
  /** Bits of an RSA modulus. Null: the key is of another kind, or cannot be read. */
  readonly modulusBits: number | null;
}

/** A named fault. `offset`: bytes from the start of the certificate. */
export interface Fault {
  readonly code: DerFault;
  readonly offset: number;
}

export interface Extension {
  readonly oid: string;
  readonly critical: boolean;
  /** Bytes of the value. */
  readonly size: number;
  /**
   * Why the value could not be read completely; what was read before the fault stays in the certificate. Null: no fault, or a value that is not read.
   */
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

/** A rule of DER that the certificate breaks, but that leaves only one reading. */
export interface Note {
  readonly code:
    'default-encoded' | 'boolean-not-ff' | 'algorithms-differ' | 'unused-bits' | 'early-generalized-time';
  readonly offset: number;
}

export interface Certificate {
  readonly version: 1 | 2 | 3;
  /** The integer as encoded, in hex. */
  readonly serial: string;
  readonly signature: Algorithm;
  readonly issuer: DistinguishedName;
  /** ms since epoch. The certificate is valid through the last second. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly subject: DistinguishedName;
  /** Whether issuer and subject are the same bytes. Whether the certificate signed itself cannot be known without its key. */
  readonly selfIssued: boolean;
  readonly key: PublicKey;
  /** All extensions, in order. */
  readonly extensions: readonly Extension[];
  /** subjectAltName; null: the certificate has none. */
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
  /** Whether it is marked so that no browser accepts it (RFC 6962, 3.1). */
  readonly precertificate: boolean;
  readonly scts: readonly SignedCertificateTimestamp[];
  readonly notes: readonly Note[];
}
