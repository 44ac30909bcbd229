// Pages that were not opened because of their navigation: redirects without end, and https that the browser tried first. A new worker before every
// step.
import { beforeEach, describe, expect, it } from 'vitest';
import { readPageHeaders } from '../../../lib/record/headers.ts';
import { followRedirect, receiveHeaders, startNavigation } from '../../../lib/record/navigation.ts';
import { assess } from '../../../lib/verdict/assess.ts';
import { ANSWER, current, open, REFUSED, report, resetStage, TAB, TOP, wake } from './writer-stage.ts';

const ABORTED = 'net::ERR_ABORTED';
const LOOP_IN_FIREFOX = 'Error code 2152398879';

beforeEach(resetStage);

/** The page's request is redirected from each address to the next. */
async function lead(urls: readonly string[], isInternal = false, requestId = 'r'): Promise<void> {
  for (const [index, to] of urls.slice(1).entries()) {
    const url = urls[index] ?? '';
    await wake().navigate({ tabId: TAB, requestId, prerendered: false }, (known) =>
      followRedirect(known ?? startNavigation(requestId, url, 1), {
        url,
        to,
        status: isInternal ? null : 302,
        internal: isInternal,
      }),
    );
  }
}

async function judged(): Promise<unknown> {
  const record = await current();
  const verdict = record && assess(record);
  return verdict && [verdict.state, verdict.reason, verdict.findings.map(({ id }) => id)];
}

function circle(length: number, ...urls: readonly string[]): readonly string[] {
  return Array.from({ length }, (_, index) => urls[index % urls.length] ?? '');
}

describe('redirects without end', () => {
  it.each([
    ['http://shop.example/', ABORTED, 'net::ERR_TOO_MANY_REDIRECTS'],
    ['https://shop.example/', LOOP_IN_FIREFOX, LOOP_IN_FIREFOX],
  ])('between the schemes, reported for %s as %s', async (url, error, code) => {
    await open('https://before.example/', 'a');
    await lead(circle(21, 'https://shop.example/', 'http://shop.example/'));
    await wake().fail(TAB, url, error);
    expect(await judged()).toEqual(['warning', null, ['redirect-loop']]);
    const record = await current();
    expect(record?.absence).toEqual({ kind: 'redirect-loop', code });
    expect(record && assess(record).findings[0]).toMatchObject({
      count: 20,
      evidence: [
        { source: 'redirect', params: ['https://shop.example/', 'http://shop.example/'] },
        { source: 'hop', params: ['http://shop.example/', 'https://shop.example/'] },
      ],
    });
    await wake().settle(TAB, url, false);
    expect(await judged()).toEqual(['warning', null, ['redirect-loop']]);
  });

  it('on one scheme, even if every address is new', async () => {
    await lead(Array.from({ length: 21 }, (_, index) => `https://shop.example/?${index}`));
    await wake().fail(TAB, 'https://shop.example/?20', ABORTED);
    expect(await judged()).toEqual(['warning', null, ['redirect-endless']]);
  });

  it('so slow that the browser gave up before the 20th', async () => {
    await lead(circle(6, 'https://shop.example/', 'http://shop.example/'));
    await wake().fail(TAB, 'http://shop.example/', 'net::ERR_TIMED_OUT');
    expect(await judged()).toEqual(['warning', null, ['redirect-loop']]);
  });

  it('in Firefox, which also reports every response in between', async () => {
    const urls = circle(21, 'https://shop.example/', 'http://shop.example/');
    const headers = readPageHeaders([]);
    for (const [index, url] of urls.entries()) {
      await wake().navigate({ tabId: TAB, requestId: 'r', prerendered: false }, (known) =>
        receiveHeaders(known ?? startNavigation('r', url, 1), { status: 302, fromCache: false, headers }),
      );
      if (index < 20) await lead(urls.slice(index, index + 2));
    }
    await wake().fail(TAB, 'https://shop.example/', LOOP_IN_FIREFOX);
    expect(await judged()).toEqual(['warning', null, ['redirect-loop']]);
  });

  it('reported before the navigation', async () => {
    await wake().fail(TAB, 'https://shop.example/', LOOP_IN_FIREFOX);
    expect(await judged()).toEqual(['warning', null, ['redirect-endless']]);
    await lead(circle(21, 'https://shop.example/', 'http://shop.example/'));
    expect(await judged()).toEqual(['warning', null, ['redirect-loop']]);
  });

  it('reported in the middle of the navigation', async () => {
    const urls = circle(21, 'https://shop.example/', 'http://shop.example/');
    await lead(urls.slice(0, 4));
    await wake().fail(TAB, 'https://shop.example/', LOOP_IN_FIREFOX);
    await lead(urls.slice(3));
    expect(await judged()).toEqual(['warning', null, ['redirect-loop']]);
    expect((await current())?.navigation?.hops).toHaveLength(20);
    await wake().fail(TAB, 'https://shop.example/', 'net::ERR_CONNECTION_REFUSED');
    expect(await judged()).toEqual(['not-applicable', 'not-loaded', []]);
  });

  it('stopped by the user are not a page: the earlier one stays', async () => {
    await open('https://before.example/', 'a');
    await lead(circle(8, 'https://shop.example/', 'http://shop.example/'));
    await wake().fail(TAB, 'http://shop.example/', ABORTED);
    expect((await current())?.documentId).toBe('a');
  });

  it('do not affect the next request for the same address', async () => {
    await lead(circle(21, 'https://shop.example/', 'http://shop.example/'));
    await wake().fail(TAB, 'https://shop.example/', ABORTED);
    await wake().fail(TAB, 'https://shop.example/', 'net::ERR_CONNECTION_REFUSED');
    expect(await judged()).toEqual(['not-applicable', 'not-loaded', []]);
  });
});

describe('https that the browser tried first', () => {
  const HELD_BACK = ['not-applicable', 'held-back', ['https-unavailable']];

  it('failed, and Chromium shows its warning under the http address', async () => {
    await wake().fail(TAB, 'https://shop.example/', 'net::ERR_CONNECTION_CLOSED');
    await wake().settle(TAB, 'http://shop.example/', false);
    expect(await judged()).toEqual(HELD_BACK);
    expect(await current()).toMatchObject({
      url: 'http://shop.example/',
      absence: { kind: 'held-back', code: 'net::ERR_CONNECTION_CLOSED' },
      navigation: { hops: [{ url: 'http://shop.example/', internal: true }], url: 'https://shop.example/' },
    });
  });

  it('failed, and Firefox shows its warning under the https address', async () => {
    await lead(['http://shop.example/', 'https://shop.example/'], true);
    await wake().fail(TAB, 'https://shop.example/', 'Error code 2152398861');
    expect(await judged()).toEqual(HELD_BACK);
  });

  it('has an invalid certificate, which is reported', async () => {
    await wake().fail(TAB, 'https://shop.example/', REFUSED);
    await wake().settle(TAB, 'http://shop.example/', false);
    expect(await judged()).toEqual(['danger', null, ['certificate-date-invalid']]);
  });

  it('past the warning is the http page that was really sent', async () => {
    await wake().fail(TAB, 'https://shop.example/', 'net::ERR_CONNECTION_CLOSED');
    await wake().settle(TAB, 'http://shop.example/', false);
    await wake().navigate({ tabId: TAB, requestId: 'r2', prerendered: false }, () =>
      receiveHeaders(startNavigation('r2', 'http://shop.example/', 5000), ANSWER),
    );
    await wake().settle(TAB, 'http://shop.example/', false);
    expect(await judged()).toEqual(['danger', null, ['http-page']]);
    await wake().report(report('b', { secureContext: false }), { ...TOP, url: 'http://shop.example/' });
    expect(await judged()).toEqual(['danger', null, ['http-page']]);
  });
});

it.each(['net::ERR_BAD_SSL_CLIENT_AUTH_CERT', `Error code ${0x805a0000 + 0x3000 - 181}`])(
  'a server that wants a certificate of the visitor’s is not at fault: %s',
  async (error) => {
    await wake().fail(TAB, 'https://shop.example/', error);
    expect(await judged()).toEqual(['notice', null, ['client-certificate-wanted']]);
  },
);

it('an http address without a response means nothing', async () => {
  await wake().settle(TAB, 'http://shop.example/', false);
  expect(await judged()).toEqual(['not-applicable', 'not-observed', []]);
});
