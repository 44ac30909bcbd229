// Makes the sample's certificates again: `node test/sample/make-certificates.ts`. The expectations come from the plan and from Node's own
// reader, never from the product's. The shape of the rows is that of test/unit/certificate/certificate-corpus.ts.
import { X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeAuthority, makeLeaf } from '../lab/lab-certificates.ts';
import { isIpAddress, planLeaf } from '../lab/leaf-kinds.ts';
import type { LeafKind, LeafPlan } from '../lab/leaf-kinds.ts';

const NOW = Date.UTC(2026, 0, 1);
const FOLDER = join(import.meta.dirname, 'certificates');

/** The level of each reserved policy (CA/Browser Forum Baseline Requirements 7.1.6.1). */
const LEVELS: Readonly<Record<string, string>> = {
  '2.23.140.1.2.1': 'DV',
  '2.23.140.1.2.2': 'OV',
  '2.23.140.1.2.3': 'IV',
  '2.23.140.1.1': 'EV',
};
/** OpenSSL's names. */
const PURPOSES: Readonly<Record<string, string>> = {
  '1.3.6.1.5.5.7.3.1': 'TLS Web Server Authentication',
  '1.3.6.1.5.5.7.3.2': 'TLS Web Client Authentication',
};
/** The number of timestamps that the lab puts into a logged certificate. */
const TIMESTAMPS = 1;

const KINDS: readonly (readonly [LeafKind, string])[] = [
  ['dv', 'dv.sample.test'],
  ['ov', 'ov.sample.test'],
  ['iv', 'iv.sample.test'],
  ['ev', 'ev.sample.test'],
  ['contradictory', 'contradictory.sample.test'],
  ['no-policy', 'no-policy.sample.test'],
  ['wildcard', 'any.sample.test'],
  ['multi-name', 'several.sample.test'],
  ['dv', '192.0.2.7'],
  ['dv', '[2001:db8::7]'],
  ['self-signed', 'self-signed.sample.test'],
  ['wrong-key-usage', 'rsa.sample.test'],
  ['for-clients', 'clients.sample.test'],
  ['ca-certificate', 'authority.sample.test'],
  ['precertificate', 'precertificate.sample.test'],
  ['ten-years', 'ten-years.sample.test'],
];

const time = (ms: number): string => new Date(ms).toISOString().replace('T', ' ').replace('.000', '');
const dn = (lines: string): string => lines.split('\n').toReversed().join(',');

function toRow(kind: string, plan: LeafPlan, pem: string): Readonly<Record<string, unknown>> {
  const theirs = new X509Certificate(pem);
  const isRsa = plan.algorithm === 'rsa';
  return {
    sha256: theirs.fingerprint256.replaceAll(':', '').toLowerCase(),
    origin: `sample: ${kind}, ${plan.names[0]}`,
    level:
      kind === 'contradictory' ? 'conflict: DV with an organisation' : (LEVELS[plan.policy ?? ''] ?? 'none'),
    policies: plan.policy === null ? [] : [plan.policy],
    subject: dn(theirs.subject ?? ''),
    issuer: dn(theirs.issuer),
    sans: plan.names.filter((name) => !isIpAddress(name)),
    sanCount: plan.names.filter((name) => !isIpAddress(name)).length,
    ipSans: plan.names.filter(isIpAddress).map((name) => name.replaceAll(/[[\]]/g, '')),
    notBefore: time(plan.notBefore),
    notAfter: time(plan.notAfter),
    keyType: isRsa ? 'RSA' : 'secp256r1',
    keyBits: isRsa ? 2048 : 256,
    sigAlg: 'ecdsa-with-SHA256',
    isCA: plan.isAuthority,
    eku: [PURPOSES[plan.purpose]],
    version: '3',
    selfIssued: plan.signer === 'self',
    scts: plan.logged ? TIMESTAMPS : 0,
    precert: plan.poisoned,
    der: theirs.raw.toString('base64'),
  };
}

/** Inputs that are not certificates, made from a valid one. */
function makeBad(der: Buffer): readonly (readonly [string, Buffer])[] {
  const changed = (at: number, value: number): Buffer => {
    const copy = Buffer.from(der);
    copy[at] = value;
    return copy;
  };
  return [
    ['cut in the middle', der.subarray(0, der.length / 2)],
    ['the last byte missing', der.subarray(0, -1)],
    ['only its first byte', der.subarray(0, 1)],
    ['a length of indefinite form', changed(1, 0x80)],
    ['a length far beyond the end', changed(2, 0xff)],
    ['not a sequence', changed(0, 0x31)],
    ['a byte after the end', Buffer.concat([der, Buffer.of(0)])],
    ['an empty sequence', Buffer.of(0x30, 0)],
    ['no bytes', Buffer.alloc(0)],
    ['a text', Buffer.from('This is not a certificate.\n')],
    ['a PEM without an end', Buffer.from(`-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n`)],
    ['a PEM of other bytes', Buffer.from('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n')],
  ];
}

/** By the rules of RFC 9525, 6.3: one label for a star, no address in a DNS name. */
const NAMES: readonly (readonly [kind: LeafKind, host: string, asked: string, covered: boolean])[] = [
  ['dv', 'dv.sample.test', 'dv.sample.test', true],
  ['dv', 'dv.sample.test', 'DV.Sample.test', true],
  ['dv', 'dv.sample.test', 'www.dv.sample.test', false],
  ['dv', 'dv.sample.test', 'sample.test', false],
  ['wildcard', 'any.sample.test', 'shop.sample.test', true],
  ['wildcard', 'any.sample.test', 'a.shop.sample.test', false],
  ['wildcard', 'any.sample.test', 'sample.test', false],
  ['multi-name', 'several.sample.test', 'img.cdn.several.sample.test', true],
  ['multi-name', 'several.sample.test', 'cdn.several.sample.test', false],
  ['dv', '192.0.2.7', '192.0.2.7', true],
  ['dv', '192.0.2.7', '192.0.2.8', false],
  ['dv', '[2001:db8::7]', '2001:db8::7', true],
  ['dv', 'dv.sample.test', '192.0.2.7', false],
];

const lab = await makeAuthority('Sample CA', NOW, { organisation: 'HTTPS Trust Inspector sample' });
const authorities = { lab, constrained: lab, distrusted: lab, stranger: lab, interceptor: lab };
const made = new Map<string, Readonly<Record<string, unknown>>>();
for (const [kind, host] of KINDS) {
  const plan = planLeaf(kind, [host], NOW);
  made.set(`${kind} ${host}`, toRow(kind, plan, (await makeLeaf(plan, authorities)).certificate));
}
const derOf = (key: string): string => String(made.get(key)?.['der']);
const bad = makeBad(Buffer.from(derOf('dv dv.sample.test'), 'base64')).map(([origin, bytes]) => ({
  sha256: '',
  origin: `sample: ${origin}`,
  raw: bytes.toString('base64'),
}));
const names = NAMES.map(([kind, host, asked, covered]) => ({
  id: `sample::${kind}::${asked}`,
  host: asked,
  result: covered ? 'SUCCESS' : 'FAILURE',
  der: derOf(`${kind} ${host}`),
}));
for (const [file, rows] of [
  ['good', [...made.values()]],
  ['bad', bad],
  ['names', names],
] as const)
  writeFileSync(join(FOLDER, `${file}.jsonl`), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
