// The only error that bytes can cause: the rule that was broken, and the offset. X.690 section 10 (DER); RFC 5280 for the rules of certificates.

/** Every reason to refuse bytes. The codes are stable: tools and tests compare them. */
export type DerFault =
  /** The input, or a part that has to be small, is larger than in any real certificate. */
  | 'too-large'
  /** Elements are nested deeper than a certificate needs. */
  | 'too-deep'
  /** There are more elements than in any real certificate. */
  | 'too-many'
  /** An element is longer than the data that contains it, or missing. */
  | 'truncated'
  /** A tag of more than one byte, which no certificate uses. */
  | 'long-tag'
  /** An element of another type was expected. */
  | 'wrong-tag'
  /** A length is left open, which DER forbids. */
  | 'open-length'
  /** A length is written with more bytes than it needs. */
  | 'padded-length'
  /** Data follows where the structure should end. */
  | 'trailing-data'
  | 'bad-boolean'
  | 'bad-integer'
  | 'bad-bit-string'
  | 'bad-oid'
  | 'bad-time'
  /** A version other than 1, 2 or 3. */
  | 'bad-version'
  /** A name in a list has a kind that does not exist. */
  | 'bad-name'
  /** A list of signed certificate timestamps is malformed. */
  | 'bad-timestamps'
  | 'duplicate-extension';

/** The only error that the readers of this room throw. `offset`: bytes from the start of the data given to the reader. */
export class DerError extends Error {
  override readonly name = 'DerError';
  readonly code: DerFault;
  readonly offset: number;

  constructor(code: DerFault, offset: number) {
    super(`${code.replaceAll('-', ' ')} at byte ${offset}`);
    this.code = code;
    this.offset = offset;
  }
}

/** A function, because `throw new` at thirty places would make the reader larger. */
export function fail(code: DerFault, offset: number): never {
  throw new DerError(code, offset);
}
