// The look-up against servers with all kinds of faults: streams of real responses, no network.
import { describe, expect, it } from 'vitest';
import { askLogs } from '../../../../lib/platform/background/ask-logs.ts';
import type { AskPorts } from '../../../../lib/platform/background/ask-logs.ts';
import { toBase64 } from '../../../../lib/text/base64.ts';
import { altNames, certificate, dns, int, validity } from '../../../fixtures/certificate-encoder.ts';

const SERVER = 'https://logs.example/v1/issuances';
const HOST = 'www.example.com';
const NOW = Date.UTC(2026, 9, 20);

function row(id: string, serial = `0${id}`): object {
  const der = certificate({
    serial: int(serial),
    validity: validity('260901000000Z', '261201000000Z'),
    extensions: [altNames(dns(HOST))],
  });
  return { id, cert_der: toBase64(der), revoked: false };
}

const json = (body: unknown): Response => new Response(JSON.stringify(body));

/** Queries a server with these responses in order; the last one repeats. */
async function ask(
  answers: readonly (() => Response | Promise<Response>)[],
  ports: Partial<AskPorts> = {},
): Promise<{
  readonly outcome: Awaited<ReturnType<typeof askLogs>>;
  readonly urls: readonly string[];
  readonly inits: readonly RequestInit[];
}> {
  const urls: string[] = [];
  const inits: RequestInit[] = [];
  const outcome = await askLogs(
    {
      fetch: async (url, init) => {
        const answer = answers[Math.min(urls.length, answers.length - 1)];
        urls.push(url);
        inits.push(init);
        if (answer === undefined) throw new TypeError('Failed to fetch');
        return answer();
      },
      now: () => NOW,
      sha256: async () => 'ab'.repeat(32),
      timeout: () => new AbortController().signal,
      ...ports,
    },
    SERVER,
    HOST,
  );
  return { outcome, urls, inits };
}

describe('askLogs', () => {
  it('requests page after page until there is none, and sends only the query', async () => {
    const { outcome, urls, inits } = await ask([
      () => json([row('1'), row('2')]),
      () => json([row('3')]),
      () => json([]),
    ]);
    expect(outcome).toMatchObject({
      state: 'answered',
      host: HOST,
      server: 'logs.example',
      at: NOW,
      leftOut: 0,
      isComplete: true,
    });
    expect(outcome.state === 'answered' && outcome.certificates.length).toBe(3);
    expect(urls.map((url) => new URL(url).searchParams.get('after'))).toEqual([null, '2', '3']);
    for (const init of inits)
      expect(init).toMatchObject({
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        redirect: 'error',
      });
  });

  it('stops after a few pages of an endless list, and reports that', async () => {
    let id = 0;
    const { outcome, urls } = await ask([() => json([row(String(++id))])]);
    expect(urls).toHaveLength(5);
    expect(outcome).toMatchObject({ state: 'answered', isComplete: false });
  });

  it('keeps the pages before a failed one', async () => {
    const { outcome } = await ask([() => json([row('1')]), () => new Response('', { status: 429 })]);
    expect(outcome).toMatchObject({ state: 'answered', isComplete: false, leftOut: 0 });
  });

  it.each([
    ['90', NOW + 90_000],
    ['Tue, 20 Oct 2026 01:00:00 GMT', NOW + 3_600_000],
    ['99999999', NOW + 86_400_000],
    ['Tue, 20 Oct 2020 01:00:00 GMT', null],
    ['soon', null],
  ])('a rate limit with Retry-After %s', async (value, retryAt) => {
    const { outcome } = await ask([
      () => new Response('', { status: 429, headers: { 'retry-after': value } }),
    ]);
    expect(outcome).toMatchObject({ state: 'failed', reason: 'rate-limited', status: 429, retryAt });
  });

  it.each([
    ['refused', () => new Response('', { status: 500 })],
    ['refused', () => new Response(null, { status: 204 })],
    ['not-understood', () => new Response('<!doctype html>')],
    ['not-understood', () => json({ issuances: [] })],
    ['not-understood', () => new Response('')],
    ['unreachable', () => Promise.reject(new TypeError('Failed to fetch'))],
  ] as const)('%s', async (reason, answer) => {
    const { outcome } = await ask([answer]);
    expect(outcome).toMatchObject({ state: 'failed', reason });
  });

  it('reads an endless response up to its limit only', async () => {
    let sent = 0;
    const chunk = new Uint8Array(1024 * 1024).fill(0x20);
    const { outcome } = await ask([
      () =>
        new Response(
          new ReadableStream({
            pull: (controller) => {
              sent += 1;
              controller.enqueue(chunk);
            },
          }),
        ),
    ]);
    expect(outcome).toMatchObject({ state: 'failed', reason: 'too-large' });
    expect(sent).toBeLessThan(10);
  });

  it('stops waiting for a server that does not respond', async () => {
    const controller = new AbortController();
    const { outcome } = await ask([], {
      timeout: () => controller.signal,
      fetch: (_url, { signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
          controller.abort(new DOMException('time is up', 'TimeoutError'));
        }),
    });
    expect(outcome).toMatchObject({ state: 'failed', reason: 'too-slow' });
  });
});
