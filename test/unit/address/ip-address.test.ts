import { describe, expect, it } from 'vitest';
import { formatIpAddress } from '../../../lib/address/ip-address.ts';
import { parseHost } from '../../../lib/address/host.ts';
import { hex } from '../../fixtures/certificate-encoder.ts';

describe('an address as text (RFC 5952)', () => {
  it.each([
    ['7f000001', '127.0.0.1'],
    ['00000000 00000000 00000000 00000000', '::'],
    ['00000000 00000000 00000000 00000001', '::1'],
    ['20010db8 00000000 00000000 00000001', '2001:db8::1'],
    ['20010db8 00000000 00010000 00000001', '2001:db8::1:0:0:1'],
    ['20010db8 00010000 00010000 00010001', '2001:db8:1:0:1:0:1:1'],
    ['20010000 00000001 00000000 00000001', '2001:0:0:1::1'],
    ['20010db8 00000001 00010001 00010001', '2001:db8:0:1:1:1:1:1'],
    ['ff000000 00000000 00000000 00000000', 'ff00::'],
    // With a mask, as name constraints have it.
    ['c0000200 ffffff00', '192.0.2.0/24'],
    ['c0000200 ff00ff00', '192.0.2.0/255.0.255.0'],
    ['00000000 00000000', '0.0.0.0/0'],
    ['c0000200 fffffffe', '192.0.2.0/31'],
    ['20010db8 00000000 00000000 00000000 ffffffff 00000000 00000000 00000000', '2001:db8::/32'],
    // Neither.
    ['', '#'],
    ['7f0000', '#7f0000'],
    ['7f00000101', '#7f00000101'],
  ])('%s is %s', (bytes, text) => {
    expect(formatIpAddress(hex(bytes))).toBe(text);
  });

  it('is written in the form of the URL standard, so that both can be compared', () => {
    let state = 1;
    for (let round = 0; round < 500; round++) {
      const bytes = Uint8Array.from({ length: round % 2 === 0 ? 16 : 4 }, () => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
        return state >>> 30 === 0 ? (state >>> 16) & 255 : 0;
      });
      const text = formatIpAddress(bytes);
      expect(parseHost(text)).toEqual({ kind: 'ip', name: text });
    }
  });
});
