// Rules of DER and RFC 5280 that a certificate breaks although it can be read: those that only its bytes show (the reader's notes) and those
// that its contents show. For people who run or check an issuer; no browser warns of them.
import type { Certificate, DistinguishedName, Note } from './certificate.ts';
import { IA5_STRING } from '../der/text.ts';
import { describeKey } from './key-details.ts';

export type Deviation =
  | Note['code']
  | 'extensions-without-version-3'
  | 'negative-serial'
  | 'long-serial'
  /** A value holds characters that its string type does not allow. */
  | 'string-not-of-its-type'
  /** A name list entry that is no ASCII. */
  | 'name-not-ascii'
  /** An RDN, name list or list of usages without any entry. */
  | 'empty-list'
  | 'end-before-beginning'
  | 'explicit-curve'
  | 'key-not-readable';

const PRINTABLE_STRING = 0x13;
const NUMERIC_STRING = 0x12;
/** RFC 5280, 4.1.2.2: 20 bytes, as hex. */
const LONGEST_SERIAL = 40;

/** Each once, in no meaningful order. */
export function listDeviations(certificate: Certificate): readonly Deviation[] {
  const {
    version,
    extensions,
    serial,
    names,
    extendedKeyUsage,
    key,
    notBefore,
    notAfter,
    issuer,
    subject,
    notes,
  } = certificate;
  const found = new Set<Deviation>(notes.map(({ code }) => code));
  const check = (broken: boolean, deviation: Deviation): void => {
    if (broken) found.add(deviation);
  };
  check(version !== 3 && extensions.length > 0, 'extensions-without-version-3');
  check(serial >= '8', 'negative-serial');
  check(serial.length > LONGEST_SERIAL, 'long-serial');
  check(notAfter < notBefore, 'end-before-beginning');
  check([issuer, subject].some(hasIrregularText), 'string-not-of-its-type');
  check(
    [names, extendedKeyUsage, ...issuer, ...subject].some((list) => list?.length === 0),
    'empty-list',
  );
  check(
    names?.some((name) => 'value' in name && /[^\p{ASCII}]/u.test(name.value)) === true,
    'name-not-ascii',
  );
  const { type, bits, curve } = describeKey(key);
  check(type === 'EC' && curve === null && bits !== null, 'explicit-curve');
  check(
    (type === 'EC' && curve === null && bits === null) || (type === 'RSA' && bits === null),
    'key-not-readable',
  );
  return [...found];
}

function hasIrregularText(name: DistinguishedName): boolean {
  return name.flat().some(({ tag, text }) => text !== null && !isRegular(tag, text));
}

/** X.680, 41.4 and the tables it names. */
function isRegular(tag: number, text: string): boolean {
  switch (tag) {
    case PRINTABLE_STRING:
      return /^[A-Za-z0-9 '()+,\-./:=?]*$/.test(text);
    case NUMERIC_STRING:
      return /^[0-9 ]*$/.test(text);
    case IA5_STRING:
      return /^\p{ASCII}*$/u.test(text);
    default:
      // What does not decode reads as U+FFFD.
      return !text.includes('\ufffd');
  }
}
