// RFC 4514: examples from its section 4 and the escaping of section 2.4.
import { describe, expect, it } from 'vitest';
import type { DistinguishedName } from '../../../../lib/certificate/certificate.ts';
import { attributeValues, nameToText } from '../../../../lib/certificate/describe/name-text.ts';

const part = (oid: string, text: string, tag = 0x0c): DistinguishedName[number][number] => ({
  oid,
  tag,
  text,
  hex: null,
});
const commonName = (text: string): string => nameToText([[part('2.5.4.3', text)]]);

describe('a name as text', () => {
  it('has the last RDN first and joins values of one RDN', () => {
    const name = [
      [part('0.9.2342.19200300.100.1.25', 'net', 0x16)],
      [part('0.9.2342.19200300.100.1.25', 'example', 0x16)],
      [part('2.5.4.3', 'J.  Smith'), part('2.5.4.11', 'Sales')],
    ];
    expect(nameToText(name)).toBe('OU=Sales+CN=J.  Smith,DC=example,DC=net');
  });

  it.each([
    ['James "Jim" Smith, III', 'CN=James \\"Jim\\" Smith\\, III'],
    ['Before\rAfter', 'CN=Before\\0DAfter'],
    ['a+b;c<d>e\\f', 'CN=a\\+b\\;c\\<d\\>e\\\\f'],
    ['a=b/c', 'CN=a=b/c'],
    [' both ', 'CN=\\ both\\ '],
    ['  ', 'CN=\\ \\ '],
    [' ', 'CN=\\ '],
    ['#1', 'CN=\\#1'],
    ['a#1', 'CN=a#1'],
    ['\0', 'CN=\\00'],
    ['', 'CN='],
    ['Lučić', 'CN=Lučić'],
  ])('%j is %s', (value, text) => {
    expect(commonName(value)).toBe(text);
  });

  it('writes values of unnamed types, and values other than text, as hex', () => {
    // RFC 4514, 4: 1.3.6.1.4.1.1466.0 with an OCTET STRING of "Hi".
    expect(nameToText([[{ oid: '1.3.6.1.4.1.1466.0', tag: 4, text: null, hex: '4869' }]])).toBe(
      '1.3.6.1.4.1.1466.0=#04024869',
    );
    expect(nameToText([[part('1.2.3', 'ü')]])).toBe('1.2.3=#0C02C3BC');
    expect(nameToText([[part('1.2.3', 'ü', 0x14)]])).toBe('1.2.3=#1401FC');
    expect(nameToText([[part('1.2.3', 'ü', 0x1e)]])).toBe('1.2.3=#1E0200FC');
    expect(nameToText([[part('1.2.3', '😜', 0x1c)]])).toBe('1.2.3=#1C040001F61C');
    expect(nameToText([[part('1.2.3', 'x'.repeat(300))]])).toMatch(/^1\.2\.3=#0C82012C(78){300}$/);
    expect(nameToText([[part('1.2.3', 'x'.repeat(200))]])).toMatch(/^1\.2\.3=#0C81C8(78){200}$/);
  });

  it('leaves out RDNs without any attribute', () => {
    expect(nameToText([[], [part('2.5.4.3', 'a')], []])).toBe('CN=a');
    expect(nameToText([])).toBe('');
  });
});

it('values of an attribute come in order, from all RDNs', () => {
  const name = [
    [part('2.5.4.11', 'a')],
    [part('2.5.4.3', 'x'), part('2.5.4.11', 'b')],
    [{ oid: '2.5.4.11', tag: 3, text: null, hex: '00' }],
  ];
  expect(attributeValues(name, '2.5.4.11')).toEqual(['a', 'b']);
});
