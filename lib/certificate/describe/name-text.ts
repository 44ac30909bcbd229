// Distinguished names as text (RFC 4514), and single attributes of them.
import { BMP_STRING, UNIVERSAL_STRING, UTF8_STRING } from '../../der/text.ts';
import { toHex } from '../../text/hex.ts';
import type { DistinguishedName, NameAttribute } from '../certificate.ts';
import { ATTRIBUTE_NAMES } from './oid-names.ts';

export const ATTRIBUTE = {
  commonName: '2.5.4.3',
  surname: '2.5.4.4',
  serialNumber: '2.5.4.5',
  country: '2.5.4.6',
  locality: '2.5.4.7',
  state: '2.5.4.8',
  organization: '2.5.4.10',
  businessCategory: '2.5.4.15',
  givenName: '2.5.4.42',
  jurisdictionCountry: '1.3.6.1.4.1.311.60.2.1.3',
} as const;

/** All text values of one attribute, in order. */
export function attributeValues(name: DistinguishedName, oid: string): readonly string[] {
  return name.flatMap((set) => set.flatMap((part) => (part.oid === oid ? (part.text ?? []) : [])));
}

/** The meaningful values of one attribute: some issuers write "-" or "N/A" for a missing one, which BR 7.1.4.2 forbids. */
export function statedValues(name: DistinguishedName, oid: string): readonly string[] {
  return attributeValues(name, oid).filter(isMeaningful);
}

/** Whether a value is more than "-", ".", a blank, or a word for "none". */
export function isMeaningful(text: string): boolean {
  return (
    /[\p{L}\p{N}\ufffd]/u.test(text) &&
    !/^\s*(?:n\/?a|none|null|nil|undefined|not applicable|无)\s*$/iu.test(text)
  );
}

/** A name as RFC 4514 text: last RDN first, several attributes of one RDN joined by `+`, every character of the syntax escaped. */
export function nameToText(name: DistinguishedName): string {
  return name
    .filter((set) => set.length > 0)
    .map((set) => set.map(attributeToText).toReversed().join('+'))
    .toReversed()
    .join(',');
}

function attributeToText({ oid, tag, text, hex }: NameAttribute): string {
  const short = ATTRIBUTE_NAMES[oid];
  // RFC 4514, 2.4: a value that is not text, or whose type has no name, is written as hex of its encoding.
  if (text === null || short === undefined) {
    return `${short ?? oid}=#${encode(tag, hex ?? encodeText(tag, text ?? '')).toUpperCase()}`;
  }
  return `${short}=${escapeValue(text)}`;
}

/** Escapes by RFC 4514, 2.4, and also ASCII control characters, so that a name stays one line. */
function escapeValue(value: string): string {
  const escaped = value.replace(/["+,;<>\\]/g, '\\$&').replace(/\p{Cc}/gu, (char) => {
    const code = char.charCodeAt(0);
    return code > 0x7f ? char : `\\${code.toString(16).padStart(2, '0').toUpperCase()}`;
  });
  return escaped.replace(/^[# ]| $/g, '\\$&');
}

/** A DER element (tag, length and contents) as hex. */
function encode(tag: number, content: string): string {
  const length = content.length / 2;
  const digits = length.toString(16);
  const even = digits.length % 2 === 0 ? digits : `0${digits}`;
  const prefix = length < 0x80 ? even : (0x80 + even.length / 2).toString(16) + even;
  return tag.toString(16).padStart(2, '0') + prefix + content;
}

/** Encodes text in its type again, as hex. Bytes that were not valid in that type are lost: they were read as U+FFFD. */
function encodeText(tag: number, text: string): string {
  if (tag === UTF8_STRING) {
    const bytes = new TextEncoder().encode(text);
    return toHex(bytes);
  }
  const width = tag === UNIVERSAL_STRING ? 4 : tag === BMP_STRING ? 2 : 1;
  const units =
    width === 4
      ? Array.from(text, (char) => char.codePointAt(0) ?? 0)
      : Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  return units.map((unit) => unit.toString(16).padStart(width * 2, '0')).join('');
}
