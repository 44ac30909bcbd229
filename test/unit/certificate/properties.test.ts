// Arbitrary and mutated bytes: the outcome is a Certificate or a DerError, and what is read can be judged, kept as JSON and shown.
// scripts/fuzz-certificates.ts does the same a million times.
import * as fc from 'fast-check';
import { rootCertificates } from 'node:tls';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../../lib/certificate/certificate.ts';
import * as EXTENSIONS from '../../../lib/certificate/extension-oids.ts';
import { readCertificate } from '../../../lib/certificate/read/read-certificate.ts';
import { splitFile } from '../../../lib/certificate/read/read-file.ts';
import { summarize } from '../../../lib/certificate/judge/summary.ts';
import { DerError } from '../../../lib/der/der-error.ts';
import {
  altNames,
  bytesOf,
  caConstraints,
  certificate,
  dns,
  extension,
  hex,
  ip,
  name,
  octets,
  oid,
  policies,
  sct,
  scts,
  seq,
  text,
  tlv,
} from '../../fixtures/certificate-encoder.ts';

const uri = (value: string): Uint8Array => tlv(0x86, Buffer.from(value));
/** One of every extension that is taken apart, and a dozen roots of the real world. */
const SEEDS: readonly Uint8Array[] = [
  certificate({
    subject: name([
      ['2.5.4.3', text('www.example.com')],
      ['2.5.4.10', text('Example', 0x1e)],
    ]),
    extensions: [
      altNames(
        dns('www.xn--mnchen-3ya.example'),
        ip('7f000001'),
        tlv(0xa4, name([['2.5.4.3', text('x')]])),
        tlv(0xa0, oid('1.2.3')),
      ),
      caConstraints(),
      extension('2.5.29.15', hex('03 02 05 a0'), true),
      extension('2.5.29.37', seq(oid('1.3.6.1.5.5.7.3.1'))),
      policies('2.23.140.1.2.2', '2.16.840.1.114412.1.1'),
      extension('1.3.6.1.5.5.7.1.1', seq(seq(oid('1.3.6.1.5.5.7.48.1'), uri('http://ocsp.example')))),
      extension('2.5.29.31', seq(seq(tlv(0xa0, tlv(0xa0, uri('http://crl.example')))))),
      extension('1.3.6.1.5.5.7.1.24', seq(hex('02 01 05'))),
      scts(sct(1_700_000_000_000), sct(1)),
      extension('1.2.3.4', octets()),
    ],
  }),
  ...rootCertificates
    .slice(0, 12)
    .flatMap((pem) => splitFile(Buffer.from(pem)).flatMap((part) => (part instanceof Error ? [] : [part]))),
];

function read(bytes: Uint8Array): Certificate | DerError {
  try {
    return readCertificate(bytes);
  } catch (error) {
    if (error instanceof DerError) return error;
    throw error;
  }
}

/** What does not hold for an outcome, or null. */
function problemOf(bytes: Uint8Array): string | null {
  const outcome = read(bytes);
  const isInside = (offset: number): boolean => offset >= 0 && offset <= bytes.length;
  if (outcome instanceof DerError)
    return isInside(outcome.offset) ? null : `${outcome.message} of ${bytes.length}`;
  if (!isPlain(outcome)) return 'The certificate is not plain';
  if (outcome.extensions.some(({ fault }) => fault !== null && !isInside(fault.offset)))
    return 'A fault is elsewhere';
  const summary = summarize(outcome, { sha256: '', now: 0, host: 'www.example.com' });
  return isPlain(summary) ? null : 'The summary is not plain';
}

function isPlain(value: unknown): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value);
}

/** One edit of some bytes: at a place given as a share of the length, so that it fits every seed. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  removed: fc.nat(4),
  added: fc.uint8Array({ maxLength: 4 }),
});

function apply(
  bytes: Uint8Array,
  { at, removed, added }: { at: number; removed: number; added: Uint8Array },
): Uint8Array {
  const place = Math.floor(at * bytes.length);
  return bytesOf(bytes.subarray(0, place), added, bytes.subarray(place + removed));
}

describe('whatever the bytes are, the outcome is a certificate or a named error:', () => {
  it('any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(problemOf(bytes)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('any contents of the outer sequence', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(problemOf(seq(seq(bytes)))).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('a certificate with some bytes changed', () => {
    const seeds = fc.constantFrom(...SEEDS);
    fc.assert(
      fc.property(seeds, fc.array(edit, { minLength: 1, maxLength: 3 }), (seed, edits) => {
        expect(problemOf(edits.reduce(apply, seed))).toBeNull();
      }),
      { numRuns: 400 },
    );
  });

  it('a certificate with one byte changed, at every place', () => {
    const [seed = new Uint8Array()] = SEEDS;
    const problems = Array.from(seed.keys()).flatMap((at) =>
      [0x00, 0x80, (seed[at] ?? 0) ^ 0x20].flatMap((value) => {
        const changed = bytesOf(seed.subarray(0, at), Uint8Array.of(value), seed.subarray(at + 1));
        return problemOf(changed) ?? [];
      }),
    );
    expect(problems).toEqual([]);
  });

  it('a certificate cut off at every place', () => {
    const [seed = new Uint8Array()] = SEEDS;
    const whole = Array.from(seed.keys()).filter(
      (length) => !(read(seed.subarray(0, length)) instanceof DerError),
    );
    expect(whole).toEqual([]);
  });

  it('any value of every extension that is read', () => {
    // Random bytes are rarely DER: half of the values are elements with random contents.
    const tag = fc.constantFrom(0x30, 0x02, 0x03, 0x04, 0x06, 0x82, 0x86, 0x87, 0xa0, 0xa4);
    const elements = fc
      .array(fc.tuple(tag, fc.uint8Array({ maxLength: 20 })), { maxLength: 4 })
      .map((parts) => seq(...parts.map(([type, content]) => tlv(type, content))));
    const value = fc.oneof(fc.uint8Array({ maxLength: 60 }), elements);
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(EXTENSIONS).filter((id) => id !== EXTENSIONS.PKIX)),
        value,
        (id, bytes) => {
          const whole = certificate({ extensions: [extension(id, bytes), caConstraints()] });
          // A fault in one extension never refuses the certificate.
          expect(read(whole)).not.toBeInstanceOf(DerError);
          expect(problemOf(whole)).toBeNull();
        },
      ),
      { numRuns: 400 },
    );
  });

  it('any file', () => {
    const pieces = [
      '-----BEGIN CERTIFICATE-----',
      '-----END CERTIFICATE-----',
      '\n',
      'MIIB',
      '=',
      'AA',
      '\0',
      ' ',
    ];
    const file = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...pieces) }));
    fc.assert(
      fc.property(file, (content) => {
        const parts = splitFile(new TextEncoder().encode(content));
        expect(parts.length).toBeGreaterThan(0);
        expect(parts.flatMap((part) => (part instanceof Error ? [] : (problemOf(part) ?? [])))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
