// A certificate is read once for each text, and the memory of it is bounded.
import { expect, it } from 'vitest';
import { readBase64 } from '../../../../lib/certificate/read/read-base64.ts';
import { EXAMPLE_CERTIFICATES } from '../../../../lib/verdict/example-certificates.ts';
import { CERTIFICATES } from '../../../fixtures/certificate-bytes.ts';

it('gives the same reading for the same text', () => {
  const first = readBase64(EXAMPLE_CERTIFICATES.ample);
  expect(first).toHaveProperty('certificate');
  // Another text with the same characters, as storage gives it after each change.
  expect(readBase64(EXAMPLE_CERTIFICATES.ample.split('').join(''))).toBe(first);
  expect(readBase64(EXAMPLE_CERTIFICATES.weak)).not.toBe(first);
});

it('gives the fault of what cannot be read', () => {
  expect(readBase64('AAAA')).toEqual({ code: expect.any(String), offset: expect.any(Number) });
});

it('forgets the oldest, and keeps no long text', () => {
  const first = readBase64(EXAMPLE_CERTIFICATES.ample);
  for (let count = 0; count < 60; count += 1) readBase64(Buffer.from([count, 0, 0]).toString('base64'));
  const again = readBase64(EXAMPLE_CERTIFICATES.ample);
  expect(again).not.toBe(first);
  expect(again).toEqual(first);
  const long = `${CERTIFICATES.ov}${'A'.repeat(60_000)}`;
  expect(readBase64(long)).not.toBe(readBase64(long));
});
