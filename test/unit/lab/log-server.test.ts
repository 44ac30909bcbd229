// The lab's public log, over TLS: what it knows, page by page, and each of its illnesses.
import { X509Certificate, createHash } from 'node:crypto';
import { request } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readIssuances } from '../../../lib/look-up/read-issuances.ts';
import { queryAddress } from '../../../lib/look-up/query.ts';
import type { Issuance } from '../../lab/issuances.ts';
import { startLab } from '../../lab/lab.ts';
import type { Lab } from '../../lab/lab.ts';
import { DAY } from '../../lab/leaf-kinds.ts';
import { acceptedCertificates, refusedCertificates } from '../../lab/scenarios/certificate-scenarios.ts';
import { ask, mappedPort } from './client.ts';
import type { Reply } from './client.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await startLab({ groups: [acceptedCertificates, refusedCertificates] });
});
afterAll(() => lab.close());

function question(server: string, host: string, after: string | null = null): Promise<Reply> {
  return ask(lab, queryAddress(server, host, after));
}

async function pageOf(
  server: string,
  host: string,
  after: string | null = null,
): Promise<readonly Issuance[]> {
  const { status, headers, body } = await question(server, host, after);
  expect(status).toBe(200);
  expect(headers['access-control-allow-origin']).toBe('*');
  const json: unknown = JSON.parse(body);
  expect(readIssuances(json)).not.toBeNull();
  // As lab/issuances.ts writes them, and the reader above agrees.
  return json as readonly Issuance[];
}

/** Every page until an empty one. */
async function pagesOf(server: string, host: string): Promise<readonly (readonly Issuance[])[]> {
  const pages: (readonly Issuance[])[] = [];
  for (let after: string | null = null; ; after = pages.at(-1)?.at(-1)?.id ?? null) {
    const page = await pageOf(server, host, after);
    if (page.length === 0) return pages;
    pages.push(page);
  }
}

function certificateOf({ cert_der }: Issuance): X509Certificate {
  return new X509Certificate(Buffer.from(cert_der ?? '', 'base64'));
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe('what it knows', () => {
  test('the certificate that the host presents, in full', async () => {
    const [issuance, ...rest] = await pageOf(lab.logAddress, 'ov.lab.test');
    const presented = new X509Certificate(lab.leafOf('ov.lab.test'));
    const authority = new X509Certificate(readFileSync(lab.caFile));
    expect(rest).toEqual([]);
    expect(issuance).toEqual({
      id: expect.stringMatching(/^\d+$/),
      tbs_sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      cert_sha256: sha256(presented.raw),
      dns_names: ['ov.lab.test'],
      pubkey_sha256: sha256(presented.publicKey.export({ type: 'spki', format: 'der' })),
      issuer: {
        friendly_name: 'Lab CA',
        name: 'O=HTTPS Trust Inspector test lab, CN=Lab CA',
        pubkey_sha256: sha256(authority.publicKey.export({ type: 'spki', format: 'der' })),
      },
      not_before: presented.validFromDate.toISOString().replace('.000', ''),
      not_after: presented.validToDate.toISOString().replace('.000', ''),
      revoked: false,
      cert_der: presented.raw.toString('base64'),
    });
  });

  test('nothing more than was asked for', async () => {
    const { body } = await ask(lab, `${lab.logAddress}?domain=ov.lab.test`);
    const [fields] = JSON.parse(body) as readonly object[];
    expect(Object.keys(fields ?? {})).toEqual([
      'id',
      'tbs_sha256',
      'cert_sha256',
      'pubkey_sha256',
      'not_before',
      'not_after',
      'revoked',
    ]);
  });

  test('earlier certificates too, oldest first, in pages of two', async () => {
    const pages = await pagesOf(lab.logAddress, 'renewed.lab.test');
    expect(pages.map((page) => page.length)).toEqual([2, 1]);
    const all = pages.flat();
    const starts = all.map(({ not_before }) => Date.parse(not_before));
    expect(starts).toEqual([(starts[2] ?? 0) - 14 * DAY, (starts[2] ?? 0) - 7 * DAY, starts[2]]);
    expect(all.map((issuance) => certificateOf(issuance).subject)).toEqual([
      'CN=renewed.lab.test',
      expect.stringContaining('O=Lab Example GmbH'),
      expect.stringContaining('O=Lab Example GmbH'),
    ]);
    const presented = new X509Certificate(lab.leafOf('renewed.lab.test'));
    expect(all.map((issuance) => certificateOf(issuance).fingerprint256).at(-1)).toBe(
      presented.fingerprint256,
    );
  });

  test('a wildcard for the host, when that is asked for', async () => {
    const [issuance] = await pageOf(lab.logAddress, 'shop.wildcard.lab.test');
    expect(issuance?.dns_names).toEqual(['*.wildcard.lab.test']);
    expect(await pageOf(lab.logAddress, 'deep.shop.wildcard.lab.test')).toEqual([]);
    const exact = await ask(lab, `${lab.logAddress}?domain=shop.wildcard.lab.test&match_wildcards=false`);
    expect(JSON.parse(exact.body)).toEqual([]);
  });

  test('a precertificate as it is', async () => {
    const [issuance] = await pageOf(lab.logAddress, 'precertificate.lab.test');
    const presented = new X509Certificate(lab.leafOf('precertificate.lab.test'));
    expect(issuance?.cert_sha256).toBe(sha256(presented.raw));
    // 1.3.6.1.4.1.11129.2.4.3, critical.
    expect(presented.raw.toString('hex')).toContain('060a2b06010401d6790204030101ff04020500');
  });

  test('nothing that is over, is signed by a stranger or names another host', async () => {
    for (const host of ['expired', 'self-signed', 'unknown-root', 'wrong-name', 'nobody'])
      expect(await pageOf(lab.logAddress, `${host}.lab.test`), host).toEqual([]);
  });

  test('no addresses and no names without a dot', async () => {
    for (const host of ['203.0.113.11', '[2001:db8::11]', 'localhost', '']) {
      const { status, body } = await question(lab.logAddress, host);
      expect(status, host).toBe(400);
      expect(JSON.parse(body), host).toMatchObject({ code: 'not_allowed_by_plan' });
    }
  });

  test('every question is among the hits', async () => {
    const before = lab.hits.length;
    const address = queryAddress(lab.logAddress, 'dv.lab.test', null);
    await ask(lab, address);
    const path = address.replace('https://logs.lab.test', '');
    expect(lab.hits.slice(before)).toEqual([
      { scheme: 'https', host: 'logs.lab.test', path, method: 'GET', status: 200 },
    ]);
  });
});

describe('what can be wrong with it', () => {
  test('rate-limited', async () => {
    const { status, headers, body } = await question(lab.logAddressOf('rate-limited'), 'dv.lab.test');
    expect([status, headers['retry-after']]).toEqual([429, '90']);
    expect(JSON.parse(body)).toMatchObject({ code: 'rate_limited' });
  });

  test('slow', async () => {
    const begin = performance.now();
    expect(await pageOf(lab.logAddressOf('slow'), 'dv.lab.test')).toHaveLength(1);
    expect(performance.now() - begin).toBeGreaterThan(1900);
  });

  test('not-json and wrong-json', async () => {
    const html = await question(lab.logAddressOf('not-json'), 'dv.lab.test');
    expect([html.status, html.headers['content-type'], html.body.slice(0, 15)]).toEqual([
      200,
      'text/html',
      '<!doctype html>',
    ]);
    const json = await question(lab.logAddressOf('wrong-json'), 'dv.lab.test');
    expect([json.status, readIssuances(JSON.parse(json.body))]).toEqual([200, null]);
  });

  test('lies and only-lies', async () => {
    const claimed = (await pagesOf(lab.logAddressOf('lies'), 'dv.lab.test')).flat();
    expect(claimed).toHaveLength(5);
    expect(claimed.map(({ dns_names }) => dns_names?.join())).toEqual(Array(5).fill('dv.lab.test'));
    const names = claimed.slice(0, 4).map((issuance) => certificateOf(issuance).subjectAltName ?? '');
    expect(names.map((name) => name.includes('DNS:dv.lab.test'))).toEqual([true, false, false, false]);
    const broken = Buffer.from(claimed[4]?.cert_der ?? '', 'base64');
    expect(broken.length).toBe(300);
    expect(() => new X509Certificate(broken)).toThrow('no start line');
    const only = (await pagesOf(lab.logAddressOf('only-lies'), 'dv.lab.test')).flat();
    expect(only.map(({ cert_der }) => cert_der)).toEqual(claimed.slice(1).map(({ cert_der }) => cert_der));
  });

  test('error and empty', async () => {
    expect((await question(lab.logAddressOf('error'), 'dv.lab.test')).status).toBe(500);
    expect(await pageOf(lab.logAddressOf('empty'), 'dv.lab.test')).toEqual([]);
  });

  test('redirect: to a host that answers', async () => {
    const { status, headers } = await question(lab.logAddressOf('redirect'), 'dv.lab.test');
    expect(status).toBe(302);
    const to = headers.location ?? '';
    expect(new URL(to).host).toBe('other-logs.lab.test');
    expect((await ask(lab, to)).body).toBe((await question(lab.logAddress, 'dv.lab.test')).body);
  });

  test('endless: full pages for every host', async () => {
    for (const host of ['dv.lab.test', 'nobody.lab.test']) {
      const page = await pageOf(lab.logAddressOf('endless'), host, '1000');
      expect(page.map(({ id }) => id)).toEqual(['1001', '1002']);
    }
  });

  test('another path is not found', async () => {
    expect((await ask(lab, 'https://logs.lab.test/other/v1/issuances?domain=dv.lab.test')).status).toBe(404);
    expect((await ask(lab, 'https://logs.lab.test/')).status).toBe(404);
  });

  test('huge: more than anybody reads, until the client hangs up', async () => {
    const response = await open(lab.logAddressOf('huge'));
    let size = 0;
    for await (const chunk of response) {
      size += Buffer.from(chunk).length;
      if (size > 5_000_000) break;
    }
    expect(size).toBeGreaterThan(5_000_000);
  });

  test('silent: nothing until the lab ends', async () => {
    const other = await startLab({ groups: [] });
    const before = performance.now();
    const answer = open(other.logAddressOf('silent'), other).then(
      () => 'answered',
      (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
    );
    await expect.poll(() => other.hits.at(-1)).toMatchObject({ host: 'logs.lab.test', status: 0 });
    await other.close();
    expect(await answer).toBe('ECONNRESET');
    expect(performance.now() - before).toBeLessThan(4000);
  });
});

/** The answer as it begins to arrive. */
function open(server: string, from = lab): Promise<IncomingMessage> {
  const url = new URL(queryAddress(server, 'dv.lab.test', null));
  return new Promise((resolve, reject) => {
    request({
      host: '127.0.0.1',
      port: mappedPort(from, 443),
      path: url.pathname + url.search,
      headers: { host: url.host, connection: 'close' },
      agent: false,
      ca: readFileSync(from.caFile),
      servername: url.hostname,
    })
      .on('response', resolve)
      .on('error', reject)
      .end();
  });
}
