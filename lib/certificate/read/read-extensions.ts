// Reads the extensions of a certificate (RFC 5280, 4.2). The frame of each is read strictly; a fault inside a value is stored with its extension, so
// that one broken extension does not hide the rest of the certificate.
import {
  BIT_STRING,
  BOOLEAN,
  CONTEXT_0,
  INTEGER,
  OCTET_STRING,
  OID,
  SEQUENCE,
  type Cursor,
} from '../../der/cursor.ts';
import { DerError, fail } from '../../der/der-error.ts';
import { readOid, readSmallInteger, readUnusedBits } from '../../der/values.ts';
import type { Extension, Fault, Note, SignedCertificateTimestamp, SubjectName } from '../certificate.ts';
import * as ids from '../extension-oids.ts';
import { readNames, readUris } from './read-name.ts';
import { readScts } from './read-scts.ts';

interface Constraints {
  ca: boolean;
  pathLength: number | null;
}

/** The values of all extensions; filled while reading. */
export interface ExtensionValues {
  readonly extensions: Extension[];
  names: SubjectName[] | null;
  basicConstraints: Constraints | null;
  keyUsage: number | null;
  extendedKeyUsage: string[] | null;
  readonly policies: string[];
  readonly ocsp: string[];
  readonly caIssuers: string[];
  readonly crl: string[];
  mustStaple: boolean;
  precertificate: boolean;
  readonly scts: SignedCertificateTimestamp[];
}

const OCSP = `${ids.PKIX}48.1`;
const CA_ISSUERS = `${ids.PKIX}48.2`;
/** TLS extensions status_request and status_request_v2 (RFC 7633, 4.1; RFC 6961). */
const STATUS_REQUEST = 5;
const STATUS_REQUEST_V2 = 17;

/** Reads one Extension and adds it and its contents to `values`. `seen` has the identifiers of those before it. */
export function readExtension(
  frame: Cursor,
  values: ExtensionValues,
  seen: Set<string>,
  notes: Note[],
): void {
  const { input, at } = frame;
  const oid = readOid(input, frame.expect(OID));
  const critical = readFlag(frame, notes);
  const value = frame.expect(OCTET_STRING);
  frame.finish();
  let fault: Fault | null = null;
  try {
    // Two readers may use different ones of two name lists: RFC 5280, 4.2 forbids the second.
    if (seen.has(oid)) fail('duplicate-extension', at);
    seen.add(oid);
    const inner = frame.enter(value);
    // An extension without a reader is only listed.
    const read = READERS[oid];
    if (read !== undefined) {
      read(inner, values, notes);
      inner.finish();
    }
    // Its value has no meaning (RFC 6962, 3.1).
    values.precertificate ||= oid === ids.PRECERTIFICATE_POISON;
  } catch (error) {
    // A bound of the whole input applies to all of it.
    if (!(error instanceof DerError) || error.code === 'too-many') throw error;
    fault = { code: error.code, offset: error.offset };
  }
  values.extensions.push({ oid, critical, size: value.to - value.from, fault });
}

/** Readers of values, by the identifier of the extension. It has digits and dots only, so it never names an inherited key. */
const READERS: Readonly<Record<string, (cursor: Cursor, values: ExtensionValues, notes: Note[]) => void>> = {
  [ids.SUBJECT_ALT_NAME]: (cursor, values) => readNames(cursor.into(SEQUENCE), (values.names = [])),
  [ids.BASIC_CONSTRAINTS]: (cursor, values, notes) => {
    const inner = cursor.into(SEQUENCE);
    // Stored before the rest is read: a fault there must not hide that this may be an issuer.
    const ca = readFlag(inner, notes);
    const constraints: Constraints = (values.basicConstraints = { ca, pathLength: null });
    if (!inner.done) constraints.pathLength = readSmallInteger(inner.input, inner.expect(INTEGER));
    inner.finish();
  },
  [ids.KEY_USAGE]: (cursor, values, notes) => {
    const { bytes } = cursor.input;
    const element = cursor.expect(BIT_STRING);
    const unused = readUnusedBits(cursor.input, element);
    let bits = 0;
    // Nine usages are defined; the first one is the highest bit of the first byte.
    for (let bit = 0; bit < 9; bit++) {
      const at = element.from + 1 + (bit >> 3);
      if (at < element.to && (((bytes[at] ?? 0) << (bit & 7)) & 128) > 0) bits |= 1 << bit;
    }
    values.keyUsage = bits;
    // DER: unused bits are zero; a set one may be read as a usage.
    if (((bytes[element.to - 1] ?? 0) & ((1 << unused) - 1)) > 0)
      notes.push({ code: 'unused-bits', offset: element.start });
  },
  [ids.EXTENDED_KEY_USAGE]: (cursor, values) => {
    const usages: string[] = (values.extendedKeyUsage = []);
    eachIn(cursor, (list) => usages.push(readOid(list.input, list.expect(OID))));
  },
  [ids.CERTIFICATE_POLICIES]: (cursor, { policies }) =>
    eachIn(cursor, (list) => {
      const policy = list.into(SEQUENCE);
      policies.push(readOid(policy.input, policy.expect(OID)));
      // Qualifiers (the address of a statement, a notice) are part of no judgement; browsers do not read them either.
      if (!policy.done) policy.expect(SEQUENCE);
      policy.finish();
    }),
  [ids.AUTHORITY_INFO_ACCESS]: (cursor, { ocsp, caIssuers }) =>
    eachIn(cursor, (list) => {
      const access = list.into(SEQUENCE);
      const method = readOid(access.input, access.expect(OID));
      readUris(access, method === OCSP ? ocsp : method === CA_ISSUERS ? caIssuers : []);
    }),
  [ids.CRL_DISTRIBUTION_POINTS]: (cursor, { crl }) =>
    eachIn(cursor, (list) => {
      const point = list.into(SEQUENCE);
      // distributionPoint [0], in it fullName [0]; reasons and the issuers of the list are not read.
      if (!point.is(CONTEXT_0)) return;
      const name = point.into(CONTEXT_0);
      if (name.is(CONTEXT_0)) readUris(name.into(CONTEXT_0), crl);
    }),
  [ids.TLS_FEATURE]: (cursor, values) =>
    eachIn(cursor, (list) => {
      const feature = readSmallInteger(list.input, list.expect(INTEGER));
      if (feature === STATUS_REQUEST || feature === STATUS_REQUEST_V2) values.mustStaple = true;
    }),
  [ids.EMBEDDED_SCTS]: (cursor, { scts }) => readScts(cursor.input.bytes, cursor.expect(OCTET_STRING), scts),
};

/** Reads a sequence, each item by `read`. */
function eachIn(cursor: Cursor, read: (list: Cursor) => void): void {
  const list = cursor.into(SEQUENCE);
  while (!list.done) read(list);
}

/** Reads a boolean that is false by default. DER leaves the default out and writes true as FF; some issuers do otherwise. */
function readFlag(cursor: Cursor, notes: Note[]): boolean {
  if (!cursor.is(BOOLEAN)) return false;
  const { start, from, to } = cursor.next();
  // An empty or longer one is true to one reader and false to another. Every byte other than zero is true (X.690, 8.2.2).
  if (to - from !== 1) fail('bad-boolean', start);
  const byte = cursor.input.bytes[from];
  const flag = byte !== 0;
  if (byte !== 255) notes.push({ code: flag ? 'boolean-not-ff' : 'default-encoded', offset: start });
  return flag;
}
