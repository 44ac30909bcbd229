// What the session's pages tell of a site, and the reasons that follow from it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addHost, NO_ANSWERS, readAnswers, removeHost, switchReason } from '../../../lib/plans/answers.ts';
import type { Answers } from '../../../lib/plans/answers.ts';
import { need } from '../../../lib/plans/need.ts';
import type { Need } from '../../../lib/plans/need.ts';
import { gatherSite, unseenSite } from '../../../lib/plans/site-facts.ts';
import type { SiteFacts } from '../../../lib/plans/site-facts.ts';
import { readSiteHost, readTypedHost } from '../../../lib/address/site.ts';
import type { SiteHost } from '../../../lib/address/site.ts';
import type { PageRecord } from '../../../lib/record/record.ts';
import { mixedEntry, pageAt, pageVia, withFields } from '../../../lib/verdict/example.ts';
import { CERTIFICATES } from '../../fixtures/certificate-bytes.ts';
import { FIREFOX_REPORT } from '../../fixtures/page-records.ts';
import { CATALOGUE } from './packaged-catalogue.ts';

function own(host: string): SiteHost {
  const site = readSiteHost(host);
  if (site === null) throw new Error(host);
  return site;
}

function gather(host: string, ...records: readonly PageRecord[]): SiteFacts {
  return gatherSite(own(host), records);
}

function needOf(facts: SiteFacts, answers: Answers = NO_ANSWERS): Need {
  return need(facts, answers, CATALOGUE);
}

/** Any UTF-16 unit, halves of pairs included. */
const codeUnit = fc.nat(0xffff).map((code) => String.fromCharCode(code));

/** `id source` of the reasons that count. */
function counting({ reasons }: Need): readonly string[] {
  return reasons.filter(({ on }) => on).map(({ id, source }) => `${id} ${source}`);
}

describe('what pages show of a site', () => {
  it('is gathered over all of its pages, and only its own', () => {
    const facts = gather(
      'www.example.com',
      pageAt('https://www.example.com/', { hosts: ['img.example.com', 'cdn.example.net'] }),
      pageAt('https://shop.example.com/', { hosts: ['img.example.com'] }),
      pageVia('http://example.com/', 'https://www.example.com/'),
      pageAt('https://www.example.net/', { hosts: ['other.example.com'] }),
      pageAt('about:blank'),
    );
    expect(facts.pages).toBe(3);
    expect(facts.hosts).toEqual([
      { host: 'example.com', pages: 1 },
      { host: 'img.example.com', pages: 2 },
      { host: 'shop.example.com', pages: 1 },
      { host: 'www.example.com', pages: 2 },
    ]);
  });

  it('ends at the registered domain, not at two labels', () => {
    const facts = gather('a.co.uk', pageAt('https://a.co.uk/', { hosts: ['b.co.uk', 'www.a.co.uk'] }));
    expect(facts.hosts.map(({ host }) => host)).toEqual(['a.co.uk', 'www.a.co.uk']);
  });

  it('is bounded, and the host that is asked about stays', () => {
    const hosts = Array.from({ length: 39 }, (_, index) => `a${index}.example.com`);
    const records = Array.from({ length: 5 }, (_, page) =>
      pageAt('https://zz.example.com/', { hosts: hosts.map((host) => `p${page}${host}`) }),
    );
    const facts = gather('zz.example.com', ...records);
    expect(facts.hosts).toHaveLength(100);
    expect(facts.hosts.some(({ host }) => host === 'zz.example.com')).toBe(true);
    expect(facts.hostsDropped).toBe(1 + 5 * 39 - 100);
  });

  it('has the certificates that came with them, one of each', () => {
    const page = pageAt('https://shop.example.com/', {
      certificates: [{ ...FIREFOX_REPORT, chain: [CERTIFICATES.ov] }],
    });
    const facts = gather('shop.example.com', page, { ...page, documentId: 'again' });
    expect(facts.certificates).toHaveLength(1);
    expect(facts.certificates[0]).toMatchObject({
      source: 'page',
      level: 'OV',
      accepted: true,
      wildcards: ['example.com'],
    });
    const overridden = { kind: 'expired', code: 'x', source: 'browser', refusedAt: null } as const;
    expect(gather('shop.example.com', { ...page, override: overridden }).certificates[0]?.accepted).toBe(
      false,
    );
  });

  it('has nothing for a site of which no page was seen', () => {
    expect(gather('www.example.com')).toEqual(unseenSite(own('www.example.com')));
  });
});

describe('reasons', () => {
  it('come from pages, names and certificates, with their source', () => {
    const page = withFields(
      pageAt('https://www.city.gov.cn/', { certificates: [{ ...FIREFOX_REPORT, chain: [CERTIFICATES.ov] }] }),
      {
        password: 1,
      },
    );
    const http = pageAt('http://old.city.gov.cn/');
    const wanted = needOf(gather('www.city.gov.cn', page, http));
    expect(counting(wanted)).toEqual([
      'host:old.city.gov.cn seen',
      'host:www.city.gov.cn seen',
      'name-class:special-names seller',
      'present-level certificate',
      'present-wildcard:example.com certificate',
      'sensitive-fields seen',
      'plain-http seen',
    ]);
    expect(wanted).toMatchObject({ level: 'OV', services: [] });
    expect(wanted.hosts[0]?.host).toBe('www.city.gov.cn');
  });

  it('that only sell something are off until the owner switches them on', () => {
    const page = pageAt('https://www.example.com/', { mixed: [mixedEntry({})] });
    const facts = gather('www.example.com', page);
    expect(needOf(facts).services).toEqual([]);
    expect(needOf(facts, switchReason(NO_ANSWERS, 'mixed-content', true)).services).toEqual([
      'page-debugging',
    ]);
  });

  it('can each be switched off, and then do not count', () => {
    const facts = gather('www.example.com', pageAt('https://www.example.com/', { hosts: ['a.example.com'] }));
    const all = needOf(facts).reasons;
    for (const { id, on } of all) {
      const switched = needOf(facts, switchReason(NO_ANSWERS, id, !on));
      expect(switched.reasons.find((reason) => reason.id === id)?.on).toBe(!on);
      expect(switched.reasons).toHaveLength(all.length);
    }
    expect(
      needOf(facts, switchReason(NO_ANSWERS, 'host:a.example.com', false)).hosts.map(({ host }) => host),
    ).toEqual(['www.example.com']);
  });

  it('name every host once, whether seen, typed or only usual', () => {
    const facts = gather('www.example.com', pageAt('https://www.example.com/'));
    const hosts = (answers: Answers): readonly string[] =>
      needOf(facts, answers).reasons.flatMap(({ kind, id, source }) =>
        kind === 'host' ? [`${id} ${source}`] : [],
      );
    expect(hosts(NO_ANSWERS)).toEqual(['host:www.example.com seen', 'host:example.com usual']);
    expect(hosts({ ...NO_ANSWERS, hosts: ['example.com', 'www.example.com'] })).toEqual([
      'host:www.example.com seen',
      'host:example.com owner',
    ]);
  });

  it('have ids of their own', () => {
    const facts = gather('www.example.com', pageAt('https://www.example.com/', { hosts: ['a.example.com'] }));
    const ids = needOf(facts).reasons.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('answers', () => {
  it('accept hosts as users paste them', () => {
    for (const text of [
      'shop.example.com',
      ' Shop.Example.com. ',
      'https://shop.example.com:8443/a?b#c',
      'shop.example.com/a',
      'shop.example.com:8443',
    ])
      expect(addHost(NO_ANSWERS, text)?.hosts).toEqual(['shop.example.com']);
    expect(addHost(NO_ANSWERS, 'bücher.example')?.hosts).toEqual(['xn--bcher-kva.example']);
    expect(addHost(NO_ANSWERS, '[2001:DB8::1]')?.hosts).toEqual(['2001:db8::1']);
    for (const text of ['', 'no host', 'a..b', 'javascript:alert(1)', '*.example.com'])
      expect(addHost(NO_ANSWERS, text)).toBeNull();
  });

  it('forget a host with its switch, and turn one on that is typed again', () => {
    const off = switchReason(addHost(NO_ANSWERS, 'a.example') ?? NO_ANSWERS, 'host:a.example', false);
    expect(addHost(off, 'a.example')).toMatchObject({ hosts: ['a.example'], switches: {} });
    expect(removeHost(off, 'a.example')).toEqual(NO_ANSWERS);
  });

  it('stay bounded and readable', () => {
    let answers = NO_ANSWERS;
    for (let index = 0; index < 300; index += 1) {
      answers = addHost(answers, `h${index}.example`) ?? answers;
      answers = switchReason(answers, `host:h${index}.example`, false);
    }
    expect(answers.hosts).toHaveLength(50);
    expect(Object.keys(answers.switches)).toHaveLength(200);
    expect(readAnswers(JSON.parse(JSON.stringify(answers)))).toEqual(answers);
  });

  it('are empty for anything else in storage', () => {
    expect(readAnswers({ hosts: [1], switches: {}, years: 1 })).toBe(NO_ANSWERS);
    fc.assert(fc.property(fc.anything(), (value) => readAnswers(value).years >= 1));
  });

  it('ignore texts that are not hosts', () => {
    fc.assert(
      fc.property(fc.string({ unit: codeUnit }), (text) => {
        const host = readTypedHost(text);
        // What was read reads as itself again.
        expect(host === null ? null : readSiteHost(host.host)).toEqual(host);
      }),
    );
  });
});
