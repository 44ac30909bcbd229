// The ladder of sources, and what a page's hosts are.
import { describe, expect, it } from 'vitest';
import { EXAMPLE_CERTIFICATES } from '../../../lib/verdict/example-certificates.ts';
import { mixedEntry, pageAt, pageWithCertificate } from '../../../lib/verdict/example.ts';
import { deliveredCertificate, pageCertificate } from '../../../lib/verdict/page-certificate.ts';
import { siteHosts } from '../../../lib/verdict/site-hosts.ts';
import type { LookUp } from '../../../lib/look-up/look-up.ts';

const told = pageWithCertificate('ample').connection;
const LOGGED: LookUp = {
  state: 'answered',
  host: 'example.com',
  server: 'logs.example',
  at: 5,
  certificates: [{ der: EXAMPLE_CERTIFICATES.weak, sha256: 'ab', revoked: null }],
  leftOut: 0,
  isComplete: true,
};

const sourceOf = (parts: Parameters<typeof pageAt>[1]) =>
  pageCertificate(pageAt('https://example.com/', parts))?.source ?? null;

describe('pageCertificate', () => {
  it('takes the best source that is there, and names it', () => {
    expect(sourceOf({ connection: told, remembered: told, lookUp: LOGGED })).toBe('page');
    expect(sourceOf({ remembered: told, lookUp: LOGGED })).toBe('session');
    expect(sourceOf({ lookUp: LOGGED })).toBe('log');
    expect(sourceOf({ lookUp: { ...LOGGED, certificates: [] } })).toBeNull();
    expect(sourceOf({})).toBeNull();
  });

  it('reads the chain above the leaf', () => {
    const known = pageCertificate(pageWithCertificate('under-distrusted-root', 'distrusted-root'));
    expect(known?.kind === 'read' && known.above.length).toBe(1);
  });

  it('names the fault of what it cannot read', () => {
    const broken = told && { ...told, chain: ['AAAA'] };
    expect(pageCertificate(pageAt('https://example.com/', { connection: broken }))).toMatchObject({
      kind: 'unreadable',
      source: 'page',
    });
  });

  it('lets findings read only what was reported with the page', () => {
    expect(
      deliveredCertificate(pageAt('https://example.com/', { remembered: told, lookUp: LOGGED })),
    ).toBeNull();
    expect(deliveredCertificate(pageAt('https://example.com/', { connection: told }))).not.toBeNull();
  });
});

describe('siteHosts', () => {
  it('lists the page, what was seen of its site, and what users type', () => {
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
