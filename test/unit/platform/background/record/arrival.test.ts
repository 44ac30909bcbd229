// Joins a page with what is known besides its own reports, with a new worker before every step.
import { beforeEach, describe, expect, it } from 'vitest';
import { readPageHeaders } from '../../../../../lib/record/headers.ts';
import { followRedirect, receiveHeaders, startNavigation } from '../../../../../lib/record/navigation.ts';
import { assess } from '../../../../../lib/verdict/assess.ts';
import {
  current,
  open,
  REFUSED,
  report,
  request,
  resetStage,
  stage,
  TAB,
  reportedCertificate,
  TOP,
  wake,
  way,
} from '../../writer-stage.ts';
import type { CertificateReport, CertificateSource } from '../../../../../lib/record/certificate-record.ts';

beforeEach(resetStage);

/** State and gaps of the page in the tab. */
async function judged(): Promise<unknown> {
  const record = await current();
  const verdict = record && assess(record);
  return verdict && [verdict.state, verdict.gaps.map(({ kind }) => kind)];
}

describe('a refused certificate', () => {
  const url = 'https://expired.example/';

  it('is what the tab shows', async () => {
    await wake().fail(TAB, url, REFUSED);
    const record = await current();
    expect(record?.refusal).toMatchObject({ kind: 'date-invalid', code: 'ERR_CERT_DATE_INVALID' });
    expect(record && assess(record).findings.map(({ id }) => id)).toEqual(['certificate-date-invalid']);
  });

  it('is still shown when the tab finishes loading the earlier page while the error page is being loaded', async () => {
    await wake().navigate(way('r'), () => startNavigation('r', url, 1));
    await wake().fail(TAB, url, REFUSED);
    await wake().settle(TAB, 'about:blank', false);
    await wake().settle(TAB, url, false);
    expect((await current())?.refusal?.kind).toBe('date-invalid');
  });

  it('is still shown when the browser reports the failure before the request', async () => {
    await wake().fail(TAB, url, REFUSED);
    await wake().navigate(way('late'), () => startNavigation('late', url, 1));
    await wake().settle(TAB, 'about:blank', false);
    await wake().settle(TAB, url, false);
    expect((await current())?.refusal?.kind).toBe('date-invalid');
  });

  it('is replaced by a page that loads later where no observer runs', async () => {
    await wake().fail(TAB, url, REFUSED);
    await wake().settle(TAB, url, false);
    await wake().navigate(way('again'), () => startNavigation('again', url, stage.clock + 1));
    await wake().settle(TAB, url, false);
    expect((await current())?.refusal).toBeNull();
  });

  it('that was overridden stays visible on every page of the origin', async () => {
    await wake().fail(TAB, url, REFUSED);
    await open(url, 'a');
    expect((await current())?.override).toMatchObject({ kind: 'date-invalid', source: 'earlier-refusal' });
    await open('https://other.example/', 'b');
    expect((await current())?.override).toBeNull();
    await open(`${url}more`, 'c');
    expect((await current())?.override).toMatchObject({ kind: 'date-invalid' });
  });

  it('does not count as overridden when the visitor left and the owner fixed it', async () => {
    await wake().fail(TAB, url, REFUSED);
    await open('https://other.example/', 'a');
    await open(url, 'b');
    expect((await current())?.override).toBeNull();
  });

  it('is forgotten when the browser reports a valid connection', async () => {
    await wake().fail(TAB, url, REFUSED);
    await open(url, 'a');
    await wake().connect(request('r-a', url), { certificate: reportedCertificate('secure'), override: null });
    expect((await current())?.override).toBeNull();
    await open(url, 'b');
    expect((await current())?.override).toBeNull();
  });

  it('keeps the exact reason when the browser only reports that there is an error', async () => {
    await wake().fail(TAB, url, REFUSED);
    await open(url, 'a');
    await wake().connect(request('r-a', url), {
      certificate: reportedCertificate('broken'),
      override: { kind: 'invalid', code: 'broken', source: 'browser', refusedAt: null },
    });
    expect((await current())?.override).toMatchObject({ kind: 'date-invalid', source: 'browser' });
  });
});

/** What the tab's page has from one source. */
async function reportOf(source: CertificateSource): Promise<CertificateReport | undefined> {
  return (await current())?.certificates.find((each) => each.source === source);
}

describe('certificates of the session', () => {
  const url = 'https://example.com/';

  async function openTold(documentId: string, at: number): Promise<void> {
    const id = `t-${documentId}`;
    await wake().navigate(way(id), () => startNavigation(id, url, stage.clock));
    const certificate = { ...reportedCertificate('secure'), at, sha256: 'ab'.repeat(32) };
    await wake().connect(request(id, url), { certificate, override: null });
    await wake().report(report(documentId), { ...TOP, url });
  }

  it('are remembered for a later page of the origin for which the browser reports nothing', async () => {
    await openTold('a', 77);
    expect((await reportOf('page'))?.at).toBe(77);
    await open('https://example.com/next', 'b');
    expect(await current()).toMatchObject({ certificates: [{ source: 'session', at: 77 }] });
    await open('https://www.example.com/', 'c');
    expect(await reportOf('session')).toBeUndefined();
  });

  it('are replaced by what the browser reports with the page, in either order', async () => {
    await openTold('a', 77);
    const id = 'late';
    await wake().navigate(way(id), () => startNavigation(id, url, stage.clock));
    await wake().report(report('b'), { ...TOP, url });
    expect((await reportOf('session'))?.at).toBe(77);
    await wake().connect(request(id, url), {
      certificate: { ...reportedCertificate('secure'), at: 99 },
      override: null,
    });
    expect(await current()).toMatchObject({ certificates: [{ source: 'page', at: 99 }] });
  });

  it('are reported before the response in one browser and after it in the other', async () => {
    const certificate = { ...reportedCertificate('secure'), at: 55 };
    for (const isFirst of [true, false]) {
      if (isFirst) await wake().connect(request('r', url), { certificate, override: null });
      await wake().navigate(way('r'), (known) => known ?? startNavigation('r', url, stage.clock));
      if (!isFirst) await wake().connect(request('r', url), { certificate, override: null });
      await wake().report(report('a'), { ...TOP, url });
      expect((await reportOf('page'))?.at).toBe(55);
      await wake().forget(TAB);
    }
  });

  it('of an address that redirects are not those of the page, whenever they arrive', async () => {
    const to = 'http://example.com/';
    const hop = { url, to, status: 302, internal: false };
    const certificate = { ...reportedCertificate('secure'), at: 55 };
    for (const isFirst of [true, false]) {
      if (isFirst) await wake().connect(request('r', url), { certificate, override: null });
      await wake().navigate(way('r'), (known) =>
        followRedirect(known ?? startNavigation('r', url, stage.clock), hop),
      );
      if (!isFirst) await wake().connect(request('r', url), { certificate, override: null });
      await wake().report(report('a'), { ...TOP, url: to });
      expect(await current()).toMatchObject({ url: to, certificates: [], navigation: { requestId: 'r' } });
      await wake().forget(TAB);
    }
  });

  it('are separate for private windows', async () => {
    await openTold('a', 77);
    await wake().report(report('p'), { ...TOP, private: true, url });
    expect(await reportOf('session')).toBeUndefined();
  });

  it('break no page when the storage is full', async () => {
    await openTold('a', 77);
    stage.area.quota = [...stage.area.items.values()].reduce((sum, text) => sum + text.length, 0) + 1500;
    await openTold('b', 88);
    expect((await reportOf('page'))?.at).toBe(88);
  });
});

describe('a look-up', () => {
  const base = { host: 'example.com', server: 'logs.example', at: 5 } as const;
  const asking = { ...base, state: 'asking' } as const;
  const failed = { ...base, state: 'failed', reason: 'too-slow', status: null, retryAt: null } as const;

  it('is stored with the page, and for the next page of the host', async () => {
    await open('https://example.com/', 'a');
    expect(await wake().lookUp(TAB, asking)).toMatchObject({ lookUp: asking });
    expect(stage.painted.at(-1)?.lookUp).toEqual(asking);
    await wake().lookUp(TAB, failed);
    await open('https://example.com/next', 'b');
    expect((await current())?.lookUp).toEqual(failed);
  });

  it('that is running concerns its page only', async () => {
    await open('https://example.com/', 'a');
    await wake().lookUp(TAB, asking);
    await open('https://example.com/next', 'b');
    expect((await current())?.lookUp).toBeNull();
  });

  it('is dropped when the tab now shows another host', async () => {
    await open('https://other.example/', 'a');
    expect(await wake().lookUp(TAB, asking)).toBeNull();
    expect((await current())?.lookUp).toBeNull();
  });
});

describe('a redirect whose event was lost with the background', () => {
  const url = 'https://shop.example/';
  const headers = readPageHeaders([{ name: 'strict-transport-security', value: 'max-age=31536000' }]);
  const answer = { status: 200, fromCache: false, headers };

  it('is missing when the browser reports that the page was redirected: before the page reports', async () => {
    await wake().navigate(way('r'), () => receiveHeaders(startNavigation('r', url, 1), answer));
    await wake().commit(TAB, `${url}#part`, true);
    await wake().report(report('a'), { ...TOP, url });
    expect(await judged()).toEqual(['not-applicable', ['redirects-not-seen']]);
  });

  it('or after it', async () => {
    await wake().navigate(way('r'), () => receiveHeaders(startNavigation('r', url, 1), answer));
    await wake().report(report('a'), { ...TOP, url });
    expect(await judged()).toEqual(['nothing-found', []]);
    await wake().commit(TAB, url, true);
    expect(await judged()).toEqual(['not-applicable', ['redirects-not-seen']]);
  });

  it('is missing between two that were seen', async () => {
    const seen = { status: 302, internal: false };
    await wake().navigate(way('r'), () =>
      followRedirect(startNavigation('r', 'https://a.example/', 1), {
        ...seen,
        url: 'https://a.example/',
        to: 'http://b.example/',
      }),
    );
    await wake().navigate(
      way('r'),
      (known) => known && followRedirect(known, { ...seen, url: 'https://c.example/', to: url }),
    );
    await wake().navigate(way('r'), (known) => known && receiveHeaders(known, answer));
    await wake().report(report('a'), { ...TOP, url });
    expect(await judged()).toEqual(['not-applicable', ['redirects-not-seen']]);
  });

  it('is not missing if it was seen, or for another page', async () => {
    await wake().navigate(way('r'), () =>
      receiveHeaders(
        followRedirect(startNavigation('r', 'https://a.example/', 1), {
          url: 'https://a.example/',
          to: url,
          status: 302,
          internal: false,
        }),
        answer,
      ),
    );
    await wake().commit(TAB, url, true);
    await wake().commit(TAB, 'https://a.example/', true);
    await wake().report(report('a'), { ...TOP, url });
    expect(await judged()).toEqual(['nothing-found', []]);
  });

  it('is suspected by a background that was just started, until the browser reports that there was none', async () => {
    stage.isFresh = true;
    await wake().navigate(way('r'), () => receiveHeaders(startNavigation('r', url, 1), answer));
    await wake().report(report('a'), { ...TOP, url });
    expect(await judged()).toEqual(['not-applicable', ['redirects-not-seen']]);
    await wake().commit(TAB, url, false);
    expect(await judged()).toEqual(['nothing-found', []]);
  });

  it.each([
    [false, ['nothing-found', []]],
    [true, ['not-applicable', ['redirects-not-seen']]],
  ])(
    'is known also when the browser’s word (redirected: %s) is noted before the answer',
    async (word, expected) => {
      stage.isFresh = true;
      const writer = wake();
      await writer.commit(TAB, url, word);
      await writer.navigate(way('r'), () => receiveHeaders(startNavigation('r', url, 1), answer));
      await writer.report(report('a'), { ...TOP, url });
      expect(await judged()).toEqual(expected);
    },
  );

  it('is not suspected once a redirect was seen, whose response the browser may report first', async () => {
    stage.isFresh = true;
    await wake().navigate(way('r'), () =>
      receiveHeaders(startNavigation('r', 'https://a.example/', 1), { ...answer, status: 302 }),
    );
    const seen = { url: 'https://a.example/', to: url, status: 302, internal: false };
    await wake().navigate(way('r'), (known) => known && followRedirect(known, seen));
    await wake().navigate(way('r'), (known) => known && receiveHeaders(known, answer));
    await wake().commit(TAB, url, true);
    await wake().report(report('a'), { ...TOP, url });
    expect(await judged()).toEqual(['nothing-found', []]);
  });

  it('does not change a page of which nothing was seen', async () => {
    await wake().commit(TAB, url, true);
    await wake().report(report('a'), { ...TOP, url });
    expect(await judged()).toEqual(['not-applicable', ['navigation-not-seen']]);
  });
});
