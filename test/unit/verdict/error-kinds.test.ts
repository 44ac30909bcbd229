// How a delivered certificate refines a vague error code.
import { describe, expect, it } from 'vitest';
import { CERTIFICATE_ERROR_KINDS } from '../../../lib/record/certificate-error.ts';
import { assess } from '../../../lib/verdict/assess.ts';
import { errorKinds } from '../../../lib/verdict/error-kinds.ts';
import { pageAt } from '../../../lib/verdict/example.ts';
import {
  overriddenCertificate,
  overriddenPage,
  refusedPage,
} from '../../../lib/verdict/certificate-examples.ts';

describe('errorKinds', () => {
  it('finds none on a page without an error', () => {
    expect(errorKinds(pageAt('https://example.com/'))).toEqual([]);
  });

  it.each(CERTIFICATE_ERROR_KINDS)('keeps %s without a certificate', (kind) => {
    const expected = [{ kind, by: 'browser' }];
    expect(errorKinds(refusedPage(kind, 'X'))).toEqual(expected);
    expect(errorKinds(overriddenPage(kind, 'X'))).toEqual(expected);
  });

  it.each([
    ['date-invalid', 'expired', [{ kind: 'expired', by: 'dates' }]],
    ['invalid', 'expired', [{ kind: 'expired', by: 'dates' }]],
    ['date-invalid', 'early', [{ kind: 'not-yet-valid', by: 'dates' }]],
    ['issuer-unknown', 'self-signed', [{ kind: 'self-signed', by: 'names' }]],
    ['invalid', 'self-signed', [{ kind: 'self-signed', by: 'names' }]],
    // Nothing in the certificate shows the reason.
    ['date-invalid', 'ample', [{ kind: 'date-invalid', by: 'browser' }]],
    ['issuer-unknown', 'ample', [{ kind: 'issuer-unknown', by: 'browser' }]],
    ['invalid', 'ample', [{ kind: 'invalid', by: 'browser' }]],
    // An exact code of the browser stays, whatever else is wrong.
    ['wrong-name', 'expired', [{ kind: 'wrong-name', by: 'browser' }]],
    ['unknown-root', 'self-signed', [{ kind: 'unknown-root', by: 'browser' }]],
  ] as const)('reads %s with the certificate %s', (kind, certificate, expected) => {
    expect(errorKinds(overriddenCertificate(kind, certificate))).toEqual(expected);
  });

  it('lists the names of a certificate that is for another name', () => {
    const { findings } = assess(overriddenCertificate('wrong-name', 'ample'));
    expect(findings.find(({ id }) => id === 'certificate-wrong-name')?.evidence[1]).toEqual({
      source: 'certificate-names',
      params: ['example.com'],
    });
  });

  it('gives the dates as evidence, and keeps the finding about the overridden warning', () => {
    const { findings, state } = assess(overriddenCertificate('date-invalid', 'expired'));
    expect(state).toBe('danger');
    expect(findings.map(({ id }) => id)).toEqual(['certificate-overridden', 'certificate-expired']);
    expect(findings[1]?.evidence.map(({ source }) => source)).toEqual([
      'refused-then-opened',
      'certificate-dates',
    ]);
  });
});
