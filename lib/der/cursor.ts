// Walks DER elements inside a range of bytes (X.690, 8.1 and 10.1). It reads forwards only and neither copies nor recurses; the comment at each
// check names the attack that it stops.
import { fail } from './der-error.ts';

// Tags as the first byte of an element (X.690, 8.1.2): universal ones, and constructed context-specific ones.
export const BOOLEAN = 0x01;
export const INTEGER = 0x02;
export const BIT_STRING = 0x03;
export const OCTET_STRING = 0x04;
export const OID = 0x06;
export const UTC_TIME = 0x17;
export const GENERALIZED_TIME = 0x18;
export const SEQUENCE = 0x30;
export const SET = 0x31;
export const CONTEXT_0 = 0xa0;
export const CONTEXT_3 = 0xa3;

/** Stops memory exhaustion by size. 10,000 names of the greatest legal length take 2.6 MB; a TLS stack accepts no more than 16 MB. */
export const MAX_BYTES = 4 * 1024 * 1024;
/** Stops a stack overflow by nesting ("ASN.1 bomb", CVE-2018-0739). The deepest element that is read, a name in a name list, is at depth 11. */
export const MAX_DEPTH = 16;
/** Stops amplification of time and memory: two bytes of input can become an object of 100 bytes. Counts every element read from one input. */
export const MAX_ELEMENTS = 1 << 18;

/** One element: its tag byte, the offset of its first byte, and the range of its contents. */
export interface Element {
  readonly tag: number;
  readonly start: number;
  readonly from: number;
  readonly to: number;
}

/** The state that all cursors over the same bytes share. */
export interface Input {
  readonly bytes: Uint8Array;
  /**
   * One character per byte (latin1), decoded once: slicing this text is free, while decoding each text separately takes most of the reading time. As
   * text it is right for ASCII only; comparisons of other bytes still work.
   */
  readonly text: string;
  /** Elements read so far. */
  count: number;
}

const ONE_BYTE = new TextDecoder('latin1');

export class Cursor {
  readonly input: Input;
  readonly end: number;
  /** Offset of the next element. */
  at: number;
  private readonly depth: number;

  private constructor(input: Input, at: number, end: number, depth: number) {
    this.input = input;
    this.at = at;
    this.end = end;
    this.depth = depth;
  }

  /** A cursor over a whole input. Throws `too-large`. */
  static over(bytes: Uint8Array): Cursor {
    if (bytes.length > MAX_BYTES) fail('too-large', MAX_BYTES);
    return new Cursor({ bytes, text: ONE_BYTE.decode(bytes), count: 0 }, 0, bytes.length, 0);
  }

  /** Whether no element is left. */
  get done(): boolean {
    return this.at >= this.end;
  }

  /** Reads the next element of any type. Throws when it is not DER or does not fit. */
  next(): Element {
    const { input, end, at: start } = this;
    const { bytes } = input;
    const tag = bytes[start] ?? 0;
    let length = bytes[start + 1] ?? 0;
    let from = start + 2;
    if (++input.count > MAX_ELEMENTS) fail('too-many', start);
    if (from > end) fail('truncated', start);
    // A second encoding of a tag would let two readers see two structures.
    if ((tag & 31) === 31) fail('long-tag', start);
    if (length > 127) {
      const count = length - 128;
      // An open length ends at a marker inside the contents, which an attacker can write.
      if (count === 0) fail('open-length', start);
      // Lengths beyond 32 bits overflow in other readers (CVE-2016-2108 and similar); none fits into MAX_BYTES.
      if (count > 4 || end - from < count) fail('truncated', start);
      length = 0;
      for (let i = 0; i < count; i++) length = length * 256 + (bytes[from++] ?? 0);
      // A padded length is a second encoding of the same certificate: it evades block lists that compare hashes.
      if (length < 128 || length < 256 ** (count - 1)) fail('padded-length', start);
    }
    // The most important check: without it contents reach into the bytes behind them (over-read, "Heartbleed").
    if (length > end - from) fail('truncated', start);
    const to = from + length;
    this.at = to;
    return { tag, start, from, to };
  }

  /** Whether the next element has this tag. */
  is(tag: number): boolean {
    return !this.done && this.input.bytes[this.at] === tag;
  }

  /** Reads the next element, which must have this tag. */
  expect(tag: number): Element {
    // Type confusion: contents of one type read as another.
    if (!this.is(tag)) fail(this.done ? 'truncated' : 'wrong-tag', this.at);
    return this.next();
  }

  /** A cursor over the contents of an element. Throws `too-deep`. */
  enter({ start, from, to }: Element): Cursor {
    if (this.depth >= MAX_DEPTH) fail('too-deep', start);
    return new Cursor(this.input, from, to, this.depth + 1);
  }

  /** Reads an element, which must have this tag, and returns a cursor over its contents. */
  into(tag: number): Cursor {
    return this.enter(this.expect(tag));
  }

  /** Throws when an element is left: a second reader may find a second certificate in the bytes behind the end. */
  finish(): void {
    if (!this.done) fail('trailing-data', this.at);
  }
}
