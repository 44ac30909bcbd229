// The ladder of certificate sources, and the hosts of a page.
import { describe, expect, it } from 'vitest';
import { EXAMPLE_CERTIFICATES } from '../../../lib/verdict/example-certificates.ts';
import { mixedEntry, pageAt } from '../../../lib/verdict/example.ts';
import { deliveredCertificate, pageCertificate } from '../../../lib/verdict/page-certificate.ts';
import { siteHosts } from '../../../lib/verdict/site-hosts.ts';
import type { LookUp } from '../../../lib/look-up/look-up.ts';
import { pageWithCertificate } from '../../../lib/verdict/certificate-examples.ts';
import type { CertificateReport, CertificateSource } from '../../../lib/record/certificate-record.ts';
import { putLookUp } from '../../../lib/record/certificates.ts';
import type { PageRecord } from '../../../lib/record/record.ts';

const [delivered] = pageWithCertificate('ample').certificates;
const remembered = delivered && ({ ...delivered, source: 'session' } as const);
const LOGGED: LookUp = {
  state: 'answered',
  host: 'example.com',
  server: 'logs.example',
  at: 5,
  certificates: [{ der: EXAMPLE_CERTIFICATES.weak, sha256: 'ab', revoked: null }],
  leftOut: 0,
  isComplete: true,
};

/** A page with these reports in this order, and with this look-up. */
function pageOf(reports: readonly (CertificateReport | undefined)[], lookUp: LookUp | null): PageRecord {
  const certificates = reports.filter((report) => report !== undefined);
  return putLookUp(pageAt('https://example.com/', { certificates }), lookUp);
}

function sourceOf(...args: Parameters<typeof pageOf>): CertificateSource | null {
  return pageCertificate(pageOf(...args))?.source ?? null;
}

describe('pageCertificate', () => {
  it('takes the best source that has a certificate, and names it', () => {
    expect(sourceOf([remembered, delivered], LOGGED)).toBe('page');
    expect(sourceOf([remembered], LOGGED)).toBe('session');
    expect(sourceOf([], LOGGED)).toBe('log');
    expect(sourceOf([], { ...LOGGED, certificates: [] })).toBeNull();
    expect(sourceOf([], null)).toBeNull();
  });

  it('reads the chain above the leaf', () => {
    const known = pageCertificate(pageWithCertificate('under-distrusted-root', 'distrusted-root'));
    expect(known?.kind === 'read' && known.above.length).toBe(1);
  });

  it('reports the fault of a certificate that cannot be parsed', () => {
    const broken = delivered && { ...delivered, chain: ['AAAA'] };
    expect(pageCertificate(pageOf([broken], null))).toMatchObject({
      kind: 'unreadable',
      source: 'page',
    });
  });

  it('lets findings read only the certificate that was reported with the page', () => {
    expect(deliveredCertificate(pageOf([remembered], LOGGED))).toBeNull();
    expect(deliveredCertificate(pageOf([delivered], null))).not.toBeNull();
  });
});

describe('siteHosts', () => {
  it("lists the page's host, hosts seen of its site, and hosts that users type", () => {
    const page = pageAt('https://shop.example.co.uk/', {
      hosts: ['shop.example.co.uk', 'img.example.co.uk', 'evil.co.uk', 'not a host', 'IMG.example.co.uk'],
      mixed: [mixedEntry({ url: 'http://old.example.co.uk/a.js' })],
    });
    expect(siteHosts(page).map(({ host, role }) => `${role} ${host}`)).toEqual([
      'page shop.example.co.uk',
      'seen img.example.co.uk',
      'seen old.example.co.uk',
      'usual example.co.uk',
      'usual www.example.co.uk',
    ]);
  });

  it.each([
    ['https://192.0.2.7/', ['192.0.2.7']],
    ['https://[2001:db8::1]/', ['2001:db8::1']],
    ['https://example.com/', ['example.com', 'www.example.com']],
    ['https://co.uk/', ['co.uk']],
    ['about:blank', []],
  ])('of %s', (url, hosts) => {
    expect(siteHosts(pageAt(url)).map(({ host }) => host)).toEqual(hosts);
  });

  it('is bounded', () => {
    const hosts = Array.from({ length: 100 }, (_, n) => `h${n}.example.com`);
    expect(siteHosts(pageAt('https://example.com/', { hosts })).length).toBe(40);
  });
});
