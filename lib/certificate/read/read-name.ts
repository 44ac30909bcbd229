// Reads distinguished names (RFC 5280, 4.1.2.4) and lists of general names (4.2.1.6) in subjectAltName, AIA and CRL extensions.
import { OID, SEQUENCE, SET, type Cursor } from '../../der/cursor.ts';
import { fail } from '../../der/der-error.ts';
import { UTF8_STRING, isText, readText } from '../../der/text.ts';
import { readOid } from '../../der/values.ts';
import { toHex } from '../../text/hex.ts';
import type { DistinguishedName, NameAttribute, NameKind, SubjectName } from '../certificate.ts';

/** Kinds of general names by the number of their context tag. */
const KINDS: readonly NameKind[] = ['other', 'email', 'dns', 'x400', 'directory', 'edi', 'uri', 'ip', 'id'];
/** The numbers whose contents are elements: 0, 3, 4 and 5. */
const CONSTRUCTED = 0b11_1001;
const URI = 0x86;

/** Reads the contents of a distinguished name. */
export function readName(cursor: Cursor): DistinguishedName {
  const { input } = cursor;
  const name: NameAttribute[][] = [];
  while (!cursor.done) {
    const set = cursor.into(SET);
    const attributes: NameAttribute[] = [];
    while (!set.done) {
      const pair = set.into(SEQUENCE);
      const oid = readOid(input, pair.expect(OID));
      const { tag, from, to } = pair.next();
      pair.finish();
      const text = isText(tag) ? readText(tag, input, from, to) : null;
      attributes.push({ oid, tag, text, hex: text === null ? toHex(input.bytes, from, to) : null });
    }
    name.push(attributes);
  }
  return name;
}

/** Reads the contents of a list of general names. Appends each when it is read, so that a fault in one keeps those before it. */
export function readNames(cursor: Cursor, names: SubjectName[]): void {
  const { input } = cursor;
  while (!cursor.done) {
    const element = cursor.next();
    const { tag, start, from, to } = element;
    const number = tag & 31;
    const kind = KINDS[number];
    // In the wrong form, a kind would be text to one reader and a structure to another.
    if (kind === undefined || tag - number !== (((CONSTRUCTED >> number) & 1) === 1 ? 0xa0 : 0x80))
      fail('bad-name', start);
    if (kind === 'dns' || kind === 'email' || kind === 'uri') {
      // ASCII by the rules; other bytes are read as UTF-8, which some issuers write.
      names.push({ kind, value: readText(UTF8_STRING, input, from, to) });
    } else if (kind === 'directory') {
      // A choice inside a choice is tagged explicitly, so the name is a whole element.
      const inner = cursor.enter(element);
      names.push({ kind, name: readName(inner.into(SEQUENCE)) });
      inner.finish();
    } else {
      names.push({ kind, hex: toHex(input.bytes, from, to) });
    }
  }
}

/** Reads the URIs of a list of general names and skips other kinds. */
export function readUris(cursor: Cursor, uris: string[]): void {
  while (!cursor.done) {
    const { tag, from, to } = cursor.next();
    if (tag === URI) uris.push(readText(UTF8_STRING, cursor.input, from, to));
  }
}
