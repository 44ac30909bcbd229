// Distinguished names as text (RFC 4514) and the pieces of them that views and judgements ask for.
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

/** All values of one attribute, in order. Values that are not text are left out. */
export function attributeValues(name: DistinguishedName, oid: string): readonly string[] {
  return name.flatMap((set) => set.flatMap((part) => (part.oid === oid ? (part.text ?? []) : [])));
}

/** The values of one attribute that mean something: issuers may not write what only says that there is nothing (BR 7.1.4.2), and some do. */
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

/** RFC 4514 text: last RDN first, multi-valued RDNs joined by `+`, everything that has a meaning in the syntax escaped. */
export function nameToText(name: DistinguishedName): string {
  return name
    .filter((set) => set.length > 0)
    .map((set) => set.map(attributeToText).toReversed().join('+'))
    .toReversed()
    .join(',');
}

function attributeToText({ oid, tag, text, hex }: NameAttribute): string {
  const short = ATTRIBUTE_NAMES[oid];
  // RFC 4514, 2.4: what is no text, and every value of a type in digits, is written as hex of its encoding.
  if (text === null || short === undefined) {
    return `${short ?? oid}=#${encode(tag, hex ?? encodeText(tag, text ?? '')).toUpperCase()}`;
  }
  return `${short}=${escapeValue(text)}`;
}

/** RFC 4514, 2.4. Control characters of ASCII are escaped as well, so that a name stays one line. */
function escapeValue(value: string): string {
  const escaped = value.replace(/["+,;<>\\]/g, '\\$&').replace(/\p{Cc}/gu, (char) => {
    const code = char.charCodeAt(0);
    return code > 0x7f ? char : `\\${code.toString(16).padStart(2, '0').toUpperCase()}`;
  });
  return escaped.replace(/^[# ]| $/g, '\\$&');
}

/** Tag, length and contents in DER, all hex. */
function encode(tag: number, content: string): string {
  const length = content.length / 2;
  const digits = length.toString(16);
  const even = digits.length % 2 === 0 ? digits : `0${digits}`;
  const prefix = length < 0x80 ? even : (0x80 + even.length / 2).toString(16) + even;
  return tag.toString(16).padStart(2, '0') + prefix + content;
}

/** Text back to the bytes of its type, as hex. Bytes that were no text of that type are lost: they read as U+FFFD already. */
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
