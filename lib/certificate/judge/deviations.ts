// Lists the rules of DER and RFC 5280 that a readable certificate breaks: those that only its bytes show (the reader's notes), and those that its
// contents show. For operators and auditors of issuers; browsers do not warn of them.
import type { Certificate, DistinguishedName, Note } from '../certificate.ts';
import { IA5_STRING } from '../../der/text.ts';
import { describeKey } from '../describe/key-details.ts';
import { isMeaningful } from '../describe/name-text.ts';

export type Deviation =
  | Note['code']
  | 'extensions-without-version-3'
  | 'negative-serial'
  | 'long-serial'
  /** RFC 5280, 4.1.2.2: positive. */
  | 'zero-serial'
  /** A value contains characters that its string type does not allow. */
  | 'string-not-of-its-type'
  /** The bytes are in another encoding than the value's type: UTF-8 or GBK in a Latin-1 type. */
  | 'text-of-another-encoding'
  /** A subject value that only states that there is none: "-", ".", a blank (BR 7.1.4.2). */
  | 'meaningless-subject-value'
  /** A dNSName that is not a host name: it has an address of a page, a port, a path, a blank or an empty label. */
  | 'name-not-a-host'
  /** A dNSName that is an IP address. */
  | 'address-as-name'
  /** An entry of the name list that is not ASCII. */
  | 'name-not-ascii'
  /** An RDN, name list or list of usages is empty. */
  | 'empty-list'
  | 'end-before-beginning'
  | 'explicit-curve'
  | 'key-not-readable';

const PRINTABLE_STRING = 0x13;
const TELETEX_STRING = 0x14;
const NUMERIC_STRING = 0x12;
/** The largest serial number: 20 bytes (RFC 5280, 4.1.2.2), as hex digits. */
const LONGEST_SERIAL = 40;

/** Lists each deviation once, in no particular order. */
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
  check(/^0*$/.test(serial), 'zero-serial');
  check(notAfter < notBefore, 'end-before-beginning');
  check([issuer, subject].some(hasIrregularText), 'string-not-of-its-type');
  check([issuer, subject].some(hasForeignText), 'text-of-another-encoding');
  check(
    subject.flat().some(({ text }) => text !== null && !isMeaningful(text)),
    'meaningless-subject-value',
  );
  const hosts = (names ?? []).flatMap((name) => (name.kind === 'dns' ? [name.value] : []));
  check(hosts.some(isAddress), 'address-as-name');
  check(
    hosts.some((host) => !isAddress(host) && !isHostName(host)),
    'name-not-a-host',
  );
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

/** Teletex strings are read as Latin-1, and some issuers write UTF-8 or GBK into them. */
function hasForeignText(name: DistinguishedName): boolean {
  return name.flat().some(({ tag, text }) => tag === TELETEX_STRING && text !== null && isForeign(text));
}

/**
 * Real Latin-1 text has one or two letters beyond ASCII in a row and no characters from U+0080 to U+009F. So four or more in a row, such a character,
 * or bytes that are valid UTF-8 mean another encoding.
 */
function isForeign(text: string): boolean {
  if (!/[^\p{ASCII}]/u.test(text)) return false;
  if (/[\u0080-\u009f]|[^\p{ASCII}]{4}/u.test(text)) return true;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(text, (char) => char.charCodeAt(0)));
    return true;
  } catch {
    return false;
  }
}

function isAddress(name: string): boolean {
  return /^(?:\d{1,3}\.){3}\d{1,3}$|^[0-9a-f]*:[0-9a-f:.]*:[0-9a-f:.]*$/i.test(name);
}

/** RFC 5280, 4.2.1.6, plus the underscore and the wildcards that are in use. Names that are not ASCII are another deviation. */
function isHostName(name: string): boolean {
  if (/[^\p{ASCII}]/u.test(name)) return true;
  const bare = name.replace(/\.$/, '');
  return bare.length <= 253 && bare.split('.').every((label) => /^[a-z0-9_*-]{1,63}$/i.test(label));
}

/** X.680, 41.4 and the tables that it names. */
function isRegular(tag: number, text: string): boolean {
  switch (tag) {
    case PRINTABLE_STRING:
      return /^[A-Za-z0-9 '()+,\-./:=?]*$/.test(text);
    case NUMERIC_STRING:
      return /^[0-9 ]*$/.test(text);
    case IA5_STRING:
      return /^\p{ASCII}*$/u.test(text);
    default:
      // A byte that could not be decoded was read as U+FFFD.
      return !text.includes('\ufffd');
  }
}
