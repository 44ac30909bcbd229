// The whole corpus beside two other readers: Node's native X509Certificate (OpenSSL) and @peculiar/x509. Where they differ from us there is a
// reason, and the test checks that reason.
import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../../lib/certificate/certificate.ts';
import { isCa, listHostNames } from '../../../lib/certificate/describe/details.ts';
import { describeKey } from '../../../lib/certificate/describe/key-details.ts';
import { readCertificate } from '../../../lib/certificate/read/read-certificate.ts';
import { bytesOfRow, loadCorpus, type GoodRow } from './certificate-corpus.ts';
import { peculiar } from './peculiar.ts';

const corpus = loadCorpus();
const KEY_CERT_SIGN = 1 << 5;
/** OpenSSL's names of NIST's curves. */
const CURVES: Readonly<Record<string, string>> = {
  prime192v1: 'P-192',
  secp224r1: 'P-224',
  prime256v1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
};

/** Both write the number without leading zeros, and Node negative ones with a sign. */
const number = (hex: string): bigint =>
  hex.startsWith('-') ? -BigInt(`0x${hex.slice(1)}`) : BigInt(`0x${hex}`);
const signed = (hex: string): bigint => BigInt.asIntN(hex.length * 4, BigInt(`0x${hex}`));
/** One of the two readers of the corpus gave up an extension of this certificate, so others may, too. */
const hasBrokenExtension = (row: GoodRow, certificate: Certificate): boolean =>
  row.precert === null || certificate.extensions.some(({ fault }) => fault !== null);

function compareWithNode(row: GoodRow, ours: Certificate): readonly string[] {
  const theirs = new X509Certificate(bytesOfRow(row));
  const differences: string[] = [];
  const check = (field: string, agrees: boolean): void => {
    if (!agrees) differences.push(`${field} ${row.origin}`);
  };
  check('serial', number(theirs.serialNumber) === signed(ours.serial));
  check('notBefore', theirs.validFromDate.getTime() === ours.notBefore);
  check('notAfter', theirs.validToDate.getTime() === ours.notAfter);
  // OpenSSL calls only those CA whose key may sign certificates, and none with a broken extension.
  const maySign = ours.keyUsage === null || (ours.keyUsage & KEY_CERT_SIGN) !== 0;
  check('ca', theirs.ca ? isCa(ours) : !isCa(ours) || !maySign || hasBrokenExtension(row, ours));
  check(
    'has names',
    (theirs.subjectAltName === undefined) === (ours.names === null) || hasBrokenExtension(row, ours),
  );
  const purposes = JSON.stringify(theirs.keyUsage ?? null) === JSON.stringify(ours.extendedKeyUsage);
  check('extendedKeyUsage', purposes || hasBrokenExtension(row, ours));
  const key = describeKey(ours.key);
  const { modulusLength, namedCurve } = detailsOf(theirs);
  if (modulusLength !== undefined) check('modulus', modulusLength === key.bits);
  if (namedCurve !== undefined)
    check('curve', (CURVES[namedCurve] ?? namedCurve) === (key.curve ?? 'P-256') && key.type === 'EC');
  return differences;
}

function detailsOf(certificate: X509Certificate): {
  readonly modulusLength?: number;
  readonly namedCurve?: string;
} {
  try {
    return certificate.publicKey.asymmetricKeyDetails ?? {};
  } catch {
    // OpenSSL does not know the key's algorithm.
    return {};
  }
}

/** The names in our words, or null when the library throws for this certificate. */
function hostNamesOf(theirs: InstanceType<typeof peculiar.X509Certificate>): readonly string[] | null {
  try {
    const names = theirs.getExtension(peculiar.SubjectAlternativeNameExtension)?.names.items ?? [];
    return names
      .filter(({ type }) => type === 'dns' || type === 'ip')
      .map(({ type, value }) => `${type} ${value}`);
  } catch {
    return null;
  }
}

function compareWithPeculiar(row: GoodRow, ours: Certificate): readonly string[] {
  const theirs = new peculiar.X509Certificate(bytesOfRow(row));
  const differences: string[] = [];
  const check = (field: string, agrees: boolean): void => {
    if (!agrees) differences.push(`${field} ${row.origin}`);
  };
  check('serial', number(theirs.serialNumber) === number(ours.serial));
  // Its years 0 to 99 become 1900 to 1999.
  const isAncient = ours.notBefore < Date.UTC(1900, 0, 1);
  check('notBefore', theirs.notBefore.getTime() === ours.notBefore || isAncient);
  check('notAfter', theirs.notAfter.getTime() === ours.notAfter);
  // Asked only where there are names, as it takes longer than all the rest; that there are none is compared with Node.
  if (ours.names === null) return differences;
  const names = hostNamesOf(theirs);
  const mine = (listHostNames(ours) ?? []).map(({ kind, value }) => `${kind} ${value}`);
  // It reads bytes beyond ASCII as Latin-1, where we read UTF-8.
  const isAscii = !/[^ -~]/.test(mine.join(''));
  check(
    'names',
    JSON.stringify(names) === JSON.stringify(mine) ||
      !isAscii ||
      names === null ||
      hasBrokenExtension(row, ours),
  );
  if (names === null) check('names given up', hasBrokenExtension(row, ours));
  return differences;
}

describe.skipIf(corpus === null)('all good certificates', () => {
  const good = (corpus?.good ?? []).map((row) => ({ row, ours: readCertificate(bytesOfRow(row)) }));

  it('read as Node reads them', () => {
    expect(good.flatMap(({ row, ours }) => compareWithNode(row, ours))).toEqual([]);
  });

  it('read as @peculiar/x509 reads them', () => {
    // It refuses one because of its number of names.
    const readable = good.filter(({ ours }) => (ours.names?.length ?? 0) < 5000);
    expect(readable.length).toBeGreaterThan(good.length - 3);
    expect(readable.flatMap(({ row, ours }) => compareWithPeculiar(row, ours))).toEqual([]);
  }, 60_000);
});
