// The lab's servers answer as the table says, asked with Node's own clients.
import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ISSUER_WATCH } from '../../../lib/certificate/judge/issuer-watch-data.ts';
import { readCaFile } from '../../../scripts/browser/ca-file.ts';
import { escapeHtml } from '../../lab/lab-answers.ts';
import { fileAnswers } from '../../lab/files.ts';
import { startLab } from '../../lab/lab.ts';
import type { Lab } from '../../lab/lab.ts';
import { DAY, HOUR, isIpAddress } from '../../lab/leaf-kinds.ts';
import type { LeafKind } from '../../lab/leaf-kinds.ts';
import { GROUPS } from '../../lab/scenarios/scenario-table.ts';
import { HOSTILE_ORGANISATION } from '../../lab/subjects.ts';
import { ask, errorCode, inspectHost, mappedPort } from './client.ts';

const SCENARIOS = GROUPS.flatMap((group) => group.scenarios);
let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
});
afterAll(() => lab.close());

/** What a host presents to a client that asks for it by name. */
async function leafOf(host: string): Promise<X509Certificate> {
  return new X509Certificate((await inspectHost(lab, host)).der);
}

describe('answers', () => {
  const addresses = SCENARIOS.filter(({ doors }) => doors === undefined)
    .flatMap(({ serves }) => Object.entries(serves))
    .filter(([address]) => address.startsWith('http'));
  test.for([...addresses, ...Object.entries(fileAnswers())])('%s', async ([address, answer]) => {
    const { host } = new URL(address);
    const reply = await ask(lab, address, {
      refused: lab.refusedHosts.some((refused) => refused.host === host),
    });
    expect(reply.status).toBe(answer.status);
    const joined = Object.entries(answer.headers).map(([name, value]) => [name, [value].flat().join(', ')]);
    expect(reply.headers).toMatchObject(Object.fromEntries(joined));
    expect(reply.body).toBe(Buffer.from(answer.body).toString());
  });

  test('a file: page is a file while the lab runs', () => {
    const file = lab.scenarios.find((scenario) => scenario.id === 'file-page');
    expect(readFileSync(new URL(file?.url ?? ''), 'utf8')).toContain('type="password"');
  });

  test('the start page has every scenario', async () => {
    const { body } = await ask(lab, lab.startPage);
    const missing = lab.scenarios.filter(
      ({ id, url, title }) =>
        !body.includes(`id="${id}"${url.startsWith('http') ? ` href="${escapeHtml(url)}"` : ''}`) ||
        !body.includes(escapeHtml(title)),
    );
    expect(missing).toEqual([]);
  });

  test('an address that no scenario serves is not found', async () => {
    expect((await ask(lab, 'http://plain.lab.test/other')).status).toBe(404);
    expect((await ask(lab, 'http://unknown.lab.test/')).status).toBe(404);
    expect((await ask(lab, 'http://clean.lab.test/')).status).toBe(404);
  });

  test('an address of 64 KiB is answered', async () => {
    const reply = await ask(lab, `https://hostile-address.lab.test/?${'x'.repeat(65_536)}`);
    expect(reply.status).toBe(200);
  });

  test('a garbled host is a bad request', async () => {
    expect((await ask(lab, 'http://plain.lab.test/', { headers: { host: '[' } })).status).toBe(400);
  });

  test('a WebSocket handshake is completed', async () => {
    // The example of RFC 6455, 1.3.
    const headers = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    };
    const reply = await ask(lab, 'http://files.lab.test/socket', { headers });
    expect(reply.status).toBe(101);
    expect(reply.headers['sec-websocket-accept']).toBe('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
  });

  test('every request is recorded with what it was answered', async () => {
    const before = lab.hits.length;
    await ask(lab, 'https://clean.lab.test/?a=1');
    await ask(lab, 'http://elsewhere.example/');
    expect(lab.hits.slice(before)).toEqual([
      { scheme: 'https', host: 'clean.lab.test', path: '/?a=1', method: 'GET', status: 200 },
      { scheme: 'http', host: 'elsewhere.example', path: '/', method: 'GET', status: 404 },
    ]);
  });
});

describe('certificates', () => {
  const refusals: Readonly<Record<LeafKind, string | null>> = {
    dv: null,
    ov: null,
    iv: null,
    ev: null,
    contradictory: null,
    'no-policy': null,
    wildcard: null,
    'multi-name': null,
    'many-names': null,
    'three-days': null,
    'renewal-due': null,
    'expires-soon': null,
    'about-to-expire': null,
    'last-day': null,
    'half-day': null,
    '160-hours': null,
    'ten-years': null,
    intranet: null,
    'private-ev': null,
    'private-ov': null,
    antivirus: null,
    'antivirus-ev': null,
    'hostile-text': null,
    'distrusted-issuer': null,
    expired: 'CERT_HAS_EXPIRED',
    'expired-today': 'CERT_HAS_EXPIRED',
    'not-yet-valid': 'CERT_NOT_YET_VALID',
    'wrong-name': 'ERR_TLS_CERT_ALTNAME_INVALID',
    'self-signed': 'DEPTH_ZERO_SELF_SIGNED_CERT',
    'unknown-root': 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    // Node does not look at it.
    'wrong-key-usage': null,
    'for-clients': 'INVALID_PURPOSE',
    // Neither does it at this.
    'ca-certificate': null,
    'other-names-only': 'UNSPECIFIED',
    'serial-first': null,
    'serial-again': null,
    // Node has no name for an unknown critical extension.
    precertificate: 'UNSPECIFIED',
  };
  const hosts = SCENARIOS.filter(({ doors }) => doors === undefined).flatMap(({ serves, certificates }) =>
    Object.keys(serves)
      .map((address) => new URL(address))
      .filter(({ protocol }) => protocol === 'https:')
      .map(({ hostname }) => ({ hostname, kind: certificates?.[hostname] ?? 'dv' })),
  );

  test.for(hosts)('$hostname presents one of kind $kind', async ({ hostname, kind }) => {
    const { der, error } = await inspectHost(lab, hostname);
    const refused = lab.refusedHosts.find(({ host }) => host === hostname);
    expect(error).toBe(refusals[kind]);
    expect(refused?.fingerprint ?? null).toBe(
      error === null ? null : new X509Certificate(der).fingerprint256,
    );
  });

  test('validation levels are in subject and policy', async () => {
    expect((await leafOf('dv.lab.test')).subject).toBe('CN=dv.lab.test');
    expect((await leafOf('ov.lab.test')).subject).toBe('C=DE\nL=Berlin\nO=Lab Example GmbH\nCN=ov.lab.test');
    expect((await leafOf('ev.lab.test')).subject).toMatch(/^businessCategory=Private Organization\n/);
    expect((await leafOf('iv.lab.test')).subject).toBe(
      'C=DE\nL=Berlin\nGN=Erika\nSN=Mustermann\nCN=iv.lab.test',
    );
    expect((await leafOf('contradictory.lab.test')).subject).toContain('O=Lab Example GmbH');
    // The DER of the reserved policy OIDs 2.23.140.1.2.1, 2.23.140.1.2.2, 2.23.140.1.2.3 and 2.23.140.1.1.
    for (const [host, oid] of [
      ['dv.lab.test', '060667810c010201'],
      ['contradictory.lab.test', '060667810c010201'],
      ['ov.lab.test', '060667810c010202'],
      ['iv.lab.test', '060667810c010203'],
      ['ev.lab.test', '060567810c0101'],
    ] as const) {
      expect((await leafOf(host)).raw.toString('hex')).toContain(oid);
    }
    // The extension's own OID, 2.5.29.32.
    expect((await leafOf('no-policy.lab.test')).raw.toString('hex')).not.toContain('0603551d20');
  });

  test('the hostile organisation is in the certificate as it was written', async () => {
    const { raw } = await leafOf('hostile-certificate.lab.test');
    const [name] = HOSTILE_ORGANISATION.flatMap(([oid, value]) => (oid === '2.5.4.10' ? [value] : []));
    expect(name?.length).toBeGreaterThan(4800);
    expect(raw.includes(name ?? '-')).toBe(true);
    expect(name).toMatch(/<img src=x.*\u202E.*\n\0.*\u200B/s);
  });

  test('what is trusted', async () => {
    const { issuer } = await leafOf('distrusted-issuer.lab.test');
    const family = ISSUER_WATCH.find(({ id }) => id === 'cnnic');
    expect(issuer).toBe('O=CNNIC\nCN=CNNIC ROOT');
    expect(family?.organizations).toContain('CNNIC');
    expect(family?.roots).toContain('CNNIC ROOT');
    expect(readCaFile(lab.caFile).map((der) => new X509Certificate(der).subject)).toEqual([
      'O=HTTPS Trust Inspector test lab\nCN=Lab CA',
      issuer,
      'O=Avast Web/Mail Shield\nCN=Avast Web/Mail Shield Root',
    ]);
  });

  test('names', async () => {
    expect((await leafOf('shop.wildcard.lab.test')).subjectAltName).toBe('DNS:*.wildcard.lab.test');
    expect((await leafOf('multi-name.lab.test')).subjectAltName).toBe(
      'DNS:multi-name.lab.test, DNS:www.multi-name.lab.test, DNS:*.cdn.multi-name.lab.test, DNS:another.lab.test',
    );
    const many = (await leafOf('n0001.many.lab.test')).subjectAltName?.split(', ') ?? [];
    expect(new Set(many).size).toBe(2000);
    expect(many).toContain('DNS:n2000.many.lab.test');
    const addresses = await leafOf('203.0.113.11');
    expect(addresses.checkIP('203.0.113.11')).toBe('203.0.113.11');
    expect(addresses.checkIP('2001:db8::11')).toBe('2001:db8::11');
    expect(addresses.checkIP('203.0.113.12')).toBeUndefined();
  });

  test('lifetimes', async () => {
    const now = Date.now();
    const expired = await leafOf('expired.lab.test');
    expect(now - expired.validToDate.getTime()).toBeGreaterThan(9 * DAY);
    const today = await leafOf('expired-today.lab.test');
    expect(now - today.validToDate.getTime()).toBeGreaterThan(2 * HOUR);
    expect(now - today.validToDate.getTime()).toBeLessThan(DAY);
    const early = await leafOf('not-yet-valid.lab.test');
    expect(early.validFromDate.getTime() - now).toBeGreaterThan(9 * DAY);
    const short = await leafOf('three-days.lab.test');
    expect(short.validToDate.getTime() - short.validFromDate.getTime()).toBe(3 * DAY);
    expect(short.validToDate.getTime() - now).toBeGreaterThan(2 * DAY);
    const ca = new X509Certificate(readFileSync(lab.caFile));
    expect(ca.ca).toBe(true);
    expect(ca.validToDate.getTime() - ca.validFromDate.getTime()).toBe(30 * DAY);
  });

  test('serial numbers are never the same but where that is the subject', async () => {
    const again = hosts.filter(({ kind }) => kind === 'serial-first' || kind === 'serial-again');
    const [first, second] = await Promise.all(again.map(async ({ hostname }) => leafOf(hostname)));
    expect(first?.serialNumber).toBe(second?.serialNumber);
    expect(first?.issuer).toBe(second?.issuer);
    expect(first?.fingerprint256).not.toBe(second?.fingerprint256);
    const named = hosts.filter(({ hostname, kind }) => !isIpAddress(hostname) && kind !== 'serial-again');
    const serials = await Promise.all(
      named.map(async ({ hostname }) => (await leafOf(hostname)).serialNumber),
    );
    expect(new Set(serials).size).toBe(new Set(named.map(({ hostname }) => hostname)).size);
  });

  test('a name without an https page refuses the handshake', async () => {
    for (const address of ['https://plain.lab.test/', 'https://no-https.lab.test/']) {
      const error: unknown = await ask(lab, address).catch((reason: unknown) => reason);
      expect(errorCode(error)).toBe('ECONNRESET');
    }
  });
});

test('servers that let nobody in', async () => {
  await expect(ask(lab, 'https://field-wants-certificate.lab.test/')).rejects.toThrow(/certificate required/);
  expect((await leafOf('field-wants-certificate.lab.test')).subject).toContain('field-wants');
  await expect(ask(lab, 'https://field-knows-no-name.lab.test/')).rejects.toThrow(/alert number 112/);
});

test('two labs run side by side, and a closed one leaves nothing behind', async () => {
  const other = await startLab({ groups: [] });
  expect(other.map).not.toBe(lab.map);
  expect(readFileSync(other.caFile, 'utf8')).not.toBe(readFileSync(lab.caFile, 'utf8'));
  expect(mappedPort(other, 80)).not.toBe(mappedPort(lab, 80));
  expect((await ask(other, other.startPage)).status).toBe(200);
  await other.close();
  expect(existsSync(dirname(other.caFile))).toBe(false);
  const error: unknown = await ask(other, 'http://plain.lab.test/').catch((reason: unknown) => reason);
  expect(errorCode(error)).toBe('ECONNREFUSED');
});

test('a lab can be made at another time', async () => {
  const later = await startLab({ groups: [], now: Date.now() + 90 * DAY });
  const ca = new X509Certificate(readFileSync(later.caFile));
  await later.close();
  expect(ca.validFromDate.getTime()).toBeGreaterThan(Date.now() + 80 * DAY);
});
