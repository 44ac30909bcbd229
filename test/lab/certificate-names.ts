// The names in the lab's certificates as ASN.1: distinguished names (RFC 5280, 4.1.2.4) and alternative names (4.2.1.6).
import { isIPv4 } from 'node:net';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { bareAddress, isIpAddress } from './leaf-kinds.ts';
import type { Subject } from './subjects.ts';

/** Serial numbers and countries, which are PrintableString (RFC 5280, A.1; EV Guidelines, 7.1.4.2). */
const PRINTABLE: ReadonlySet<string> = new Set(['2.5.4.5', '2.5.4.6', '1.3.6.1.4.1.311.60.2.1.3']);

/** One set per attribute, as CAs write them; pkijs on its own would put all of them into one set (RFC 5280, 4.1.2.4). */
export function toName(attributes: Subject): pkijs.RelativeDistinguishedNames {
  const sets = attributes.map(([type, text]) => {
    const value = PRINTABLE.has(type)
      ? new asn1js.PrintableString({ value: text })
      : new asn1js.Utf8String({ value: text });
    return new asn1js.Set({ value: [new pkijs.AttributeTypeAndValue({ type, value }).toSchema()] });
  });
  const valueBeforeDecode = new asn1js.Sequence({ value: sets }).toBER();
  return new pkijs.RelativeDistinguishedNames({ valueBeforeDecode });
}

/** `names`: host names, wildcards and IP addresses. */
export function alternativeNames(names: readonly string[]): pkijs.GeneralNames {
  return new pkijs.GeneralNames({
    names: names.map((name) =>
      isIpAddress(name)
        ? new pkijs.GeneralName({ type: 7, value: new asn1js.OctetString({ valueHex: addressBytes(name) }) })
        : new pkijs.GeneralName({ type: 2, value: name }),
    ),
  });
}

/** The 4 or 16 bytes of an address (RFC 5280, 4.2.1.6). The URL parser writes IPv6 in its one shortest form, with at most one `::`. */
function addressBytes(host: string): ArrayBuffer {
  const address = bareAddress(host);
  if (isIPv4(address)) return new Uint8Array(address.split('.').map(Number)).buffer;
  const [head = '', tail = ''] = address.split('::');
  const left = head.split(':').filter((group) => group !== '');
  const right = tail.split(':').filter((group) => group !== '');
  const zeros = Array<string>(8 - left.length - right.length).fill('0');
  const groups = [...left, ...zeros, ...right].map((group) => parseInt(group, 16));
  return new Uint8Array(groups.flatMap((group) => [group >> 8, group & 0xff])).buffer;
}
