// Certificates put together by hand: what is read, what is refused and where, what is read with a note.
import { describe, expect, it } from 'vitest';
import { DerError } from '../../../../lib/der/der-error.ts';
import { nameToText } from '../../../../lib/certificate/describe/name-text.ts';
import { readCertificate } from '../../../../lib/certificate/read/read-certificate.ts';
import {
  altNames,
  bits,
  bytesOf,
  caConstraints,
  certificate,
  dns,
  ecKey,
  extension,
  FALSE,
  hex,
  int,
  ip,
  name,
  octets,
  oid,
  policies,
  rsaKey,
  sct,
  scts,
  seq,
  SHA256_RSA,
  text,
  tlv,
  TRUE,
  validity,
  type CertificateParts,
} from '../../../fixtures/certificate-encoder.ts';

const read = (parts?: CertificateParts): ReturnType<typeof readCertificate> =>
  readCertificate(certificate(parts));
const withExtension = (id: string, value: Uint8Array): ReturnType<typeof read> =>
  read({ extensions: [extension(id, value)] });

function faultOf(bytes: Uint8Array): string {
  try {
    readCertificate(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof DerError) return error.code;
    throw error;
  }
}

describe('a certificate', () => {
  it('is read into plain data', () => {
    const cert = read({
      extensions: [
        altNames(dns('www.example.com'), ip('7f000001')),
        extension('2.5.29.15', bits(5, hex('a0')), true),
        extension('2.5.29.37', seq(oid('1.3.6.1.5.5.7.3.1'))),
        policies('2.23.140.1.2.1'),
      ],
    });
    expect(cert).toEqual({
      version: 3,
      serial: '0102030405',
      signature: { oid: '1.2.840.113549.1.1.11', parameters: '0500' },
      issuer: [[{ oid: '2.5.4.3', tag: 12, text: 'Test CA', hex: null }]],
      notBefore: Date.UTC(2025, 0, 1),
      notAfter: Date.UTC(2025, 5, 30, 23, 59, 59),
      subject: [[{ oid: '2.5.4.3', tag: 12, text: 'www.example.com', hex: null }]],
      selfIssued: false,
      key: { oid: '1.2.840.113549.1.1.1', parameters: '0500', modulusBits: 2048 },
      extensions: [
        { oid: '2.5.29.17', critical: false, size: 25, fault: null },
        { oid: '2.5.29.15', critical: true, size: 4, fault: null },
        { oid: '2.5.29.37', critical: false, size: 12, fault: null },
        { oid: '2.5.29.32', critical: false, size: 12, fault: null },
      ],
      names: [
        { kind: 'dns', value: 'www.example.com' },
        { kind: 'ip', hex: '7f000001' },
      ],
      basicConstraints: null,
      // digitalSignature and keyEncipherment.
      keyUsage: 0b101,
      extendedKeyUsage: ['1.3.6.1.5.5.7.3.1'],
      policies: ['2.23.140.1.2.1'],
      ocsp: [],
      caIssuers: [],
      crl: [],
      mustStaple: false,
      precertificate: false,
      scts: [],
      notes: [],
    });
    expect(JSON.parse(JSON.stringify(cert))).toEqual(cert);
  });

  it('of version 1 has no extensions, and of version 2 unique identifiers', () => {
    expect(read({ version: [] })).toMatchObject({ version: 1, extensions: [], names: null });
    const second = read({
      version: hex('a0 03 02 01 01'),
      uniqueIds: [hex('81 02 00 aa'), hex('82 02 00 bb')],
    });
    expect(second.version).toBe(2);
  });

  it('may begin anywhere in a larger buffer', () => {
    const bytes = certificate({ extensions: [scts(sct(1000))] });
    const shifted = bytesOf(hex('ffffff'), bytes).subarray(3);
    expect(readCertificate(shifted)).toEqual(readCertificate(bytes));
  });

  it('is self-issued when issuer and subject are the same bytes', () => {
    const own = name([['2.5.4.3', text('Root')]]);
    expect(read({ issuer: own, subject: own }).selfIssued).toBe(true);
    // The same text in another string type: other bytes.
    expect(read({ issuer: own, subject: name([['2.5.4.3', text('Root', 0x13)]]) }).selfIssued).toBe(false);
  });
});

describe('a structure that leaves two readings is refused:', () => {
  const whole = certificate();
  it.each<[string, string, Uint8Array]>([
    ['nothing', 'truncated', hex('')],
    ['an empty sequence', 'truncated', hex('3000')],
    ['not a sequence', 'wrong-tag', hex('0400')],
    ['data after the certificate', 'trailing-data', bytesOf(whole, hex('0500'))],
    ['data after the signature', 'trailing-data', certificate({ tail: hex('0500') })],
    ['the last byte missing', 'truncated', whole.subarray(0, -1)],
    ['a version that is none', 'bad-version', certificate({ version: hex('a0 03 02 01 03') })],
    ['a negative version', 'bad-integer', certificate({ version: hex('a0 03 02 01 ff') })],
    ['a padded version', 'bad-integer', certificate({ version: hex('a0 04 02 02 00 02') })],
    ['more than a version', 'trailing-data', certificate({ version: hex('a0 06 02 01 02 02 01 02') })],
    ['a padded serial number', 'bad-integer', certificate({ serial: int('0001') })],
    ['no serial number', 'bad-integer', certificate({ serial: int('') })],
    ['a serial number of 3 kB', 'too-large', certificate({ serial: int('01'.repeat(3000)) })],
    [
      'three times',
      'trailing-data',
      certificate({
        validity: seq(
          validity('250101000000Z', '250102000000Z').subarray(2),
          tlv(0x17, Buffer.from('250103000000Z')),
        ),
      }),
    ],
    ['one time', 'truncated', certificate({ validity: seq(tlv(0x17, Buffer.from('250103000000Z'))) })],
    [
      'a time without seconds',
      'bad-time',
      certificate({
        validity: seq(tlv(0x17, Buffer.from('2501030000Z')), tlv(0x17, Buffer.from('250103000000Z'))),
      }),
    ],
    [
      'an algorithm with two parameters',
      'trailing-data',
      certificate({ outer: seq(oid('1.2.3'), hex('0500 0500')) }),
    ],
    [
      'parameters of 3 kB',
      'too-large',
      certificate({ outer: seq(oid('1.2.3'), octets(new Uint8Array(3000))) }),
    ],
    ['a name that is no sequence of sets', 'wrong-tag', certificate({ subject: seq(seq()) })],
    [
      'an attribute with two values',
      'trailing-data',
      certificate({ subject: seq(tlv(0x31, seq(oid('2.5.4.3'), text('a'), text('b')))) }),
    ],
    [
      'an attribute without value',
      'truncated',
      certificate({ subject: seq(tlv(0x31, seq(oid('2.5.4.3')))) }),
    ],
    ['a key that is no bit string', 'wrong-tag', certificate({ key: seq(seq(oid('1.2.3')), octets()) })],
    ['a signature in pieces (BER)', 'wrong-tag', seq(seq(), SHA256_RSA, tlv(0x23, bits(0)))],
    ['extensions without a sequence', 'wrong-tag', certificate({ uniqueIds: tlv(0xa3, octets()) })],
    ['two lists of extensions', 'trailing-data', certificate({ uniqueIds: tlv(0xa3, seq(), seq()) })],
    [
      'something after the extensions',
      'trailing-data',
      certificate({ uniqueIds: [tlv(0xa3, seq()), hex('0500')] }),
    ],
    [
      'an extension with more than a value',
      'trailing-data',
      certificate({ extensions: [seq(oid('1.2.3'), octets(), hex('0500'))] }),
    ],
    ['an extension without a value', 'truncated', certificate({ extensions: [seq(oid('1.2.3'))] })],
    [
      'a critical flag of two bytes',
      'bad-boolean',
      certificate({ extensions: [seq(oid('1.2.3'), hex('0102ffff'), octets())] }),
    ],
    ['an unknown unique identifier', 'wrong-tag', certificate({ uniqueIds: hex('84 02 00 aa') })],
  ])('%s (%s)', (_, fault, bytes) => {
    expect(faultOf(bytes)).toBe(fault);
  });
});

describe('a broken rule that leaves one reading is noted:', () => {
  it.each<[string, CertificateParts]>([
    ['default-encoded', { version: hex('a0 03 02 01 00') }],
    ['default-encoded', { extensions: [seq(oid('1.2.3'), FALSE, octets())] }],
    ['default-encoded', { extensions: [extension('2.5.29.19', seq(FALSE))] }],
    ['boolean-not-ff', { extensions: [extension('2.5.29.19', seq(hex('01 01 01')))] }],
    ['algorithms-differ', { outer: seq(oid('1.2.840.113549.1.1.5'), hex('0500')) }],
    ['algorithms-differ', { outer: seq(oid('1.2.840.113549.1.1.11')) }],
    ['early-generalized-time', { validity: validity('20250101000000Z', '20500101000000Z') }],
    ['unused-bits', { extensions: [extension('2.5.29.15', bits(5, hex('a1')))] }],
  ])('%s', (code, parts) => {
    const { notes } = read(parts);
    expect(notes.map((note) => note.code)).toEqual([code]);
    expect(certificate(parts).length).toBeGreaterThan(notes[0]?.offset ?? Infinity);
  });

  it('a boolean of 01 counts as true', () => {
    expect(withExtension('2.5.29.19', seq(hex('01 01 01'))).basicConstraints).toEqual({
      ca: true,
      pathLength: null,
    });
  });
});

describe('a fault inside an extension stays there:', () => {
  it.each<[string, string, Uint8Array, string]>([
    ['names that are no sequence', '2.5.29.17', hex('65 78 61 6d'), 'wrong-tag'],
    ['a path length of 2^32', '2.5.29.19', seq(TRUE, int('0100000000')), 'bad-integer'],
    ['usages that are no bit string', '2.5.29.15', octets(), 'wrong-tag'],
    ['eight unused bits', '2.5.29.15', hex('03 02 08 00'), 'bad-bit-string'],
    ['a purpose without content', '2.5.29.37', seq(hex('0600')), 'bad-oid'],
    ['a policy that is no sequence', '2.5.29.32', seq(oid('2.23.140.1.1')), 'wrong-tag'],
    [
      'a policy with something else than qualifiers',
      '2.5.29.32',
      seq(seq(oid('1.2.3'), octets())),
      'wrong-tag',
    ],
    ['an access without method', '1.3.6.1.5.5.7.1.1', seq(seq()), 'truncated'],
    ['timestamps that are no octet string', '1.3.6.1.4.1.11129.2.4.2', seq(), 'wrong-tag'],
  ])('%s (%s)', (_, id, value, fault) => {
    const cert = read({ extensions: [extension(id, value), extension('2.5.29.54', int('00'))] });
    expect(cert.extensions.map((entry) => entry.fault?.code)).toEqual([fault, undefined]);
  });

  it.each([
    ['a name of a kind that does not exist', seq(dns('a.example'), hex('89 00')), 'bad-name'],
    ['a name in the form of another kind', seq(dns('a.example'), hex('a2 00')), 'bad-name'],
    ['a directory name in primitive form', seq(dns('a.example'), hex('84 00')), 'bad-name'],
    ['a name that is too long', seq(dns('a.example'), hex('82 05 61')), 'truncated'],
    ['data after the names', bytesOf(seq(dns('a.example')), hex('00')), 'trailing-data'],
  ])('%s, after names that are kept', (_, value, fault) => {
    const cert = read({ extensions: [extension('2.5.29.17', value), caConstraints()] });
    expect(cert.extensions[0]?.fault?.code).toBe(fault);
    expect(cert.names).toEqual([{ kind: 'dns', value: 'a.example' }]);
    // So is what stands behind.
    expect(cert.basicConstraints?.ca).toBe(true);
  });

  it('a CA is recognised even when its path length is broken', () => {
    const cert = readCertificate(certificate({ extensions: [extension('2.5.29.19', seq(TRUE, text('x')))] }));
    expect(cert.basicConstraints).toEqual({ ca: true, pathLength: null });
    expect(cert.extensions[0]?.fault?.code).toBe('wrong-tag');
  });

  it('a second extension of the same kind does not count', () => {
    const cert = read({ extensions: [altNames(dns('a.example')), altNames(dns('b.example'))] });
    expect(cert.names).toEqual([{ kind: 'dns', value: 'a.example' }]);
    expect(cert.extensions.map(({ fault }) => fault?.code)).toEqual([undefined, 'duplicate-extension']);
  });

  it('an unknown extension is listed with its critical flag and not read', () => {
    const cert = read({
      extensions: [
        extension('1.2.3.4', hex('ff ff ff'), true),
        extension('2.25.340282366920938463463374607431768211455', hex('')),
      ],
    });
    expect(cert.extensions).toEqual([
      { oid: '1.2.3.4', critical: true, size: 3, fault: null },
      { oid: '2.25.340282366920938463463374607431768211455', critical: false, size: 0, fault: null },
    ]);
  });
});

describe('names', () => {
  it('of all kinds are read', () => {
    const directory = name([['2.5.4.10', text('Example')]]);
    const cert = read({
      extensions: [
        altNames(
          tlv(0xa0, oid('1.3.6.1.4.1.311.20.2.3'), tlv(0xa0, text('user'))),
          tlv(0x81, Buffer.from('a@example.com')),
          dns('example.com'),
          tlv(0xa3, hex('0500')),
          tlv(0xa4, directory),
          tlv(0xa5, hex('0500')),
          tlv(0x86, Buffer.from('https://example.com/')),
          ip('20010db8000000000000000000000001'),
          tlv(0x88, hex('2a03')),
        ),
      ],
    });
    expect(cert.extensions[0]?.fault).toBeNull();
    expect(cert.names).toEqual([
      { kind: 'other', hex: '060a2b060104018237140203a0060c0475736572' },
      { kind: 'email', value: 'a@example.com' },
      { kind: 'dns', value: 'example.com' },
      { kind: 'x400', hex: '0500' },
      { kind: 'directory', name: [[{ oid: '2.5.4.10', tag: 12, text: 'Example', hex: null }]] },
      { kind: 'edi', hex: '0500' },
      { kind: 'uri', value: 'https://example.com/' },
      { kind: 'ip', hex: '20010db8000000000000000000000001' },
      { kind: 'id', hex: '2a03' },
    ]);
  });

  it('number 10,000 and more', () => {
    const list = Array.from({ length: 10_000 }, (_, i) => dns(`host-${i}.${'x'.repeat(60)}.example.com`));
    const cert = read({ extensions: [altNames(...list)] });
    expect(cert.names).toHaveLength(10_000);
    expect(cert.names?.at(-1)).toEqual({ kind: 'dns', value: `host-9999.${'x'.repeat(60)}.example.com` });
  });

  it('in absurd number are refused as a whole', () => {
    expect(
      faultOf(
        certificate({
          extensions: [altNames(new Uint8Array(600_000).map((_, i) => (i % 2 === 0 ? 0x82 : 0)))],
        }),
      ),
    ).toBe('too-many');
  });

  it('keep hostile text as it is', () => {
    const hostile = '<img src=x onerror=alert(1)>\0\n\u202e';
    const cert = read({ subject: name([['2.5.4.10', text(hostile)]]), extensions: [altNames(dns(hostile))] });
    expect(cert.subject[0]?.[0]?.text).toBe(hostile);
    expect(cert.names).toEqual([{ kind: 'dns', value: hostile }]);
    const long = read({ subject: name([['2.5.4.10', text('O'.repeat(100_000))]]) });
    expect(long.subject[0]?.[0]?.text).toHaveLength(100_000);
  });

  it('may have several values in one RDN, and values that are no text', () => {
    const cert = read({
      subject: name(
        [
          ['2.5.4.3', text('a')],
          ['2.5.4.5', text('1', 0x13)],
        ],
        [['2.5.4.45', bits(0, hex('aa'))]],
      ),
    });
    expect(cert.subject[0]).toHaveLength(2);
    expect(cert.subject[1]).toEqual([{ oid: '2.5.4.45', tag: 3, text: null, hex: '00aa' }]);
    expect(nameToText(cert.subject)).toBe('x500UniqueIdentifier=#030200AA,serialNumber=1+CN=a');
  });
});

const uri = (value: string): Uint8Array => tlv(0x86, Buffer.from(value));

describe('extensions', () => {
  it('list the addresses of OCSP, issuer and revocation lists, and the policies', () => {
    const cert = read({
      extensions: [
        extension(
          '1.3.6.1.5.5.7.1.1',
          seq(
            seq(oid('1.3.6.1.5.5.7.48.1'), uri('http://ocsp.example/')),
            seq(oid('1.3.6.1.5.5.7.48.2'), uri('http://ca.example/ca.der')),
            seq(oid('1.3.6.1.5.5.7.48.2'), tlv(0x81, Buffer.from('not an address'))),
            seq(oid('1.2.3'), uri('http://other.example/')),
          ),
        ),
        extension(
          '2.5.29.31',
          seq(
            seq(tlv(0xa0, tlv(0xa0, uri('http://crl.example/1'), uri('ldap://crl.example/')))),
            seq(tlv(0x81, hex('00'))),
            seq(tlv(0xa0, tlv(0xa1, hex('0500')))),
          ),
        ),
        extension(
          '2.5.29.32',
          seq(
            seq(
              oid('1.2.3'),
              seq(
                seq(oid('1.3.6.1.5.5.7.2.1'), text('https://cps.example/', 0x16)),
                seq(oid('1.3.6.1.5.5.7.2.2'), text('anything')),
              ),
            ),
            seq(oid('2.23.140.1.2.2')),
          ),
        ),
      ],
    });
    expect(cert.extensions.map(({ fault }) => fault)).toEqual([null, null, null]);
    expect(cert).toMatchObject({
      ocsp: ['http://ocsp.example/'],
      caIssuers: ['http://ca.example/ca.der'],
      crl: ['http://crl.example/1', 'ldap://crl.example/'],
      policies: ['1.2.3', '2.23.140.1.2.2'],
    });
  });

  it('mark must-staple and precertificates', () => {
    expect(withExtension('1.3.6.1.5.5.7.1.24', seq(int('05'))).mustStaple).toBe(true);
    expect(withExtension('1.3.6.1.5.5.7.1.24', seq(int('11'))).mustStaple).toBe(true);
    expect(withExtension('1.3.6.1.5.5.7.1.24', seq(int('07'))).mustStaple).toBe(false);
    expect(withExtension('1.3.6.1.4.1.11129.2.4.3', hex('0500')).precertificate).toBe(true);
    expect(read().precertificate).toBe(false);
  });

  it('state who may issue, and to what depth', () => {
    expect(withExtension('2.5.29.19', seq(TRUE, int('00'))).basicConstraints).toEqual({
      ca: true,
      pathLength: 0,
    });
    expect(withExtension('2.5.29.19', seq()).basicConstraints).toEqual({ ca: false, pathLength: null });
  });

  it.each([
    ['all nine', '03 03 07 ff 80', 0b1_1111_1111],
    ['only decipherOnly', '03 03 07 00 80', 0b1_0000_0000],
    ['none', '03 01 00', 0],
    ['more bytes than there are usages', '03 04 00 80 00 ff', 0b1],
  ])('state the usages of the key: %s', (_, bytes, usage) => {
    const cert = withExtension('2.5.29.15', hex(bytes));
    expect([cert.keyUsage, cert.extensions[0]?.fault]).toEqual([usage, null]);
  });
});

const withTimestamps = (body: Uint8Array): ReturnType<typeof read> =>
  withExtension('1.3.6.1.4.1.11129.2.4.2', octets(body));

const sizeOf = (length: number): Uint8Array => Uint8Array.of(length >> 8, length & 255);

describe('timestamps', () => {
  it('have log and time', () => {
    const cert = read({
      extensions: [scts(sct(1_700_000_000_123, '01'.repeat(32)), sct(8.64e15, 'fe'.repeat(32)))],
    });
    expect(cert.scts).toEqual([
      { logId: '01'.repeat(32), time: 1_700_000_000_123 },
      { logId: 'fe'.repeat(32), time: 8.64e15 },
    ]);
  });

  it('may be an empty list', () => {
    expect(withTimestamps(hex('0000'))).toMatchObject({ scts: [], extensions: [{ fault: null }] });
  });

  const one = sct(1000);
  it.each<[string, Uint8Array]>([
    ['no length', hex('')],
    ['half a length', hex('00')],
    ['a list length that is too long', bytesOf(sizeOf(one.length + 1), one)],
    ['a list length that is too short', bytesOf(sizeOf(one.length - 1), one)],
    ['half an entry length', hex('0001 00')],
    ['an empty entry', hex('0002 0000')],
    ['an entry that reaches beyond the list', bytesOf(sizeOf(one.length), hex('ffff'), one.subarray(2))],
    ['an entry without signature', hex(`002f 002d 00 ${'aa'.repeat(32)} ${'00'.repeat(8)} 0000 0403`)],
    [
      'a signature that is shorter than its entry',
      bytesOf(sizeOf(one.length + 1), sizeOf(one.length - 1), one.subarray(2), hex('00')),
    ],
    ['another version', bytesOf(sizeOf(one.length), one.subarray(0, 2), hex('01'), one.subarray(3))],
    ['a time beyond any calendar', bytesOf(sizeOf(one.length), sct(8.64e15 + 2))],
  ])('with a wrong length are refused: %s', (_, body) => {
    const cert = withTimestamps(body);
    expect(cert.extensions[0]?.fault?.code).toBe('bad-timestamps');
    expect(cert.scts).toEqual([]);
  });
});

describe('keys', () => {
  it.each([
    ['RSA', rsaKey(4096), 4096],
    ['RSA, an odd size', seq(seq(oid('1.2.840.113549.1.1.1')), bits(0, seq(int('0fff'), int('03')))), 12],
    [
      'RSA without the leading zero',
      seq(seq(oid('1.2.840.113549.1.1.1')), bits(0, seq(tlv(2, hex('ff ff')), int('03')))),
      16,
    ],
    ['RSA that is broken', seq(seq(oid('1.2.840.113549.1.1.1')), bits(0, seq(text('x')))), null],
    ['EC', ecKey('1.2.840.10045.3.1.7'), null],
    ['an empty one', seq(seq(oid('1.2.3')), bits(0)), null],
  ])('%s', (_, key, modulusBits) => {
    expect(read({ key }).key.modulusBits).toBe(modulusBits);
  });
});
