// Converts what each browser reports about a connection into one shape; missing, too large or malformed parts are left out and never guessed.
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  askFirefoxConnection,
  readChromiumConnection,
} from '../../../../../lib/platform/background/record/connection-adapter.ts';
import type { OrganizationRoots } from '../../../../../lib/settings/organization-roots.ts';
import { CERTIFICATES, INTERMEDIATES } from '../../../../fixtures/certificate-bytes.ts';

const firefox = vi.hoisted(() => ({
  asked: new Array<unknown>(),
  answer: (_options: { readonly certificateChain?: boolean }): object => ({}),
}));

vi.mock('../../../../../lib/platform/browser.ts', () => ({
  browser: {
    webRequest: {
      getSecurityInfo: async (id: string, options: object) => {
        firefox.asked.push([id, options]);
        return firefox.answer(options);
      },
    },
  },
}));

const decode = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'));
const LEAF = decode(CERTIFICATES.ov);
const ISSUER = decode(INTERMEDIATES[0]);
const ROOT = decode(INTERMEDIATES[1]);
const AT = 5;
const NO_ROOTS: OrganizationRoots = { fingerprints: new Set(), keys: new Set() };
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const colons = (hex: string): string => hex.toUpperCase().replace(/..(?=.)/g, '$&:');
const buffer = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

describe('readChromiumConnection', () => {
  const chain = [LEAF, ISSUER, ROOT].map((bytes) => ({
    rawDER: buffer(bytes),
    fingerprint: { sha256: colons(sha256(bytes)) },
  }));

  it('returns the chain, the fingerprint in lower case without colons, and null for what Chromium does not report', () => {
    expect(readChromiumConnection({ state: 'secure', certificates: chain }, AT, NO_ROOTS)).toEqual({
      certificate: {
        source: 'page',
        at: AT,
        chain: [LEAF, ISSUER, ROOT].map(base64),
        sha256: sha256(LEAF),
        revoked: null,
        connection: {
          browser: 'chromium',
          state: 'secure',
          protocol: null,
          cipherSuite: null,
          keyExchange: null,
          extendedValidation: null,
          encryptedClientHello: null,
          rootIsBuiltIn: null,
          isOrganizationRoot: false,
        },
      },
      override: null,
    });
  });

  it.each([
    ['no information', undefined],
    ['an unencrypted page', { state: 'insecure' }],
    ['no state', {}],
    ['a state that is unknown', { state: 'secure?' }],
  ])('returns null for %s', (_what, info) => {
    expect(readChromiumConnection(info, AT, NO_ROOTS)).toBeNull();
  });

  it('reports an override, without a reason, for a broken connection', () => {
    expect(readChromiumConnection({ state: 'broken', certificates: chain }, AT, NO_ROOTS)?.override).toEqual({
      kind: 'invalid',
      code: 'securityInfo.state = broken',
      source: 'browser',
      refusedAt: null,
    });
  });

  it.each([
    ['is missing', undefined],
    ['is not hexadecimal', 'z'.repeat(64)],
    ['is too short', 'ab'],
  ])('returns no fingerprint when it %s', (_what, text) => {
    const certificates = [{ rawDER: buffer(LEAF), ...(text && { fingerprint: { sha256: text } }) }];
    const reported = readChromiumConnection({ state: 'secure', certificates }, AT, NO_ROOTS);
    expect(reported?.certificate).toMatchObject({ sha256: null, chain: [base64(LEAF)] });
  });

  it.each([
    ['at a certificate without bytes', [LEAF, undefined, ROOT], 1],
    ['at an issuer of more than 64 KiB', [LEAF, new Uint8Array(64 * 1024 + 1), ROOT], 1],
    ['at a leaf of more than 512 KiB', [new Uint8Array(512 * 1024 + 1), ISSUER], 0],
    ['nowhere for a leaf of 512 KiB', [new Uint8Array(512 * 1024), ISSUER], 2],
    ['after ten certificates', Array.from({ length: 12 }, () => ISSUER), 10],
  ])('ends the chain %s', (_where, bytes, length) => {
    const certificates = bytes.map((one) => (one === undefined ? {} : { rawDER: buffer(one) }));
    const reported = readChromiumConnection({ state: 'secure', certificates }, AT, NO_ROOTS);
    expect(reported?.certificate.chain).toHaveLength(length);
  });

  it('recognises a root of the organisation by the fingerprint of the leaf', () => {
    const roots = { ...NO_ROOTS, fingerprints: new Set([sha256(LEAF)]) };
    const reported = readChromiumConnection({ state: 'secure', certificates: chain }, AT, roots);
    expect(reported?.certificate.connection?.isOrganizationRoot).toBe(true);
  });
});

/** A certificate in Firefox's form. */
const certificate = (bytes: Uint8Array, isBuiltInRoot = false): object => ({
  rawDER: [...bytes],
  fingerprint: { sha256: colons(sha256(bytes)) },
  isBuiltInRoot,
});
const ask = (roots = NO_ROOTS) => askFirefoxConnection('7', AT, async () => roots);

describe('askFirefoxConnection', () => {
  const SECURE = {
    state: 'secure',
    protocolVersion: 'TLSv1.3',
    cipherSuite: 'TLS_AES_128_GCM_SHA256',
    keaGroupName: 'x25519',
    isExtendedValidation: false,
    usedEch: true,
    certificates: [certificate(LEAF), certificate(ISSUER), certificate(ROOT, true)],
  };

  beforeEach(() => {
    firefox.asked.length = 0;
  });

  it('returns everything that Firefox reports, with one request', async () => {
    firefox.answer = () => SECURE;
    expect(await ask()).toEqual({
      certificate: {
        source: 'page',
        at: AT,
        chain: [LEAF, ISSUER, ROOT].map(base64),
        sha256: sha256(LEAF),
        revoked: null,
        connection: {
          browser: 'firefox',
          state: 'secure',
          protocol: 'TLSv1.3',
          cipherSuite: 'TLS_AES_128_GCM_SHA256',
          keyExchange: 'x25519',
          extendedValidation: false,
          encryptedClientHello: true,
          rootIsBuiltIn: true,
          isOrganizationRoot: false,
        },
      },
      override: null,
    });
    expect(firefox.asked).toEqual([['7', { certificateChain: true, rawDER: true }]]);
  });

  it('returns null for what an older Firefox does not report', async () => {
    firefox.answer = () => ({ state: 'weak', certificates: SECURE.certificates });
    expect((await ask())?.certificate.connection).toMatchObject({
      state: 'weak',
      protocol: null,
      cipherSuite: null,
      keyExchange: null,
      extendedValidation: null,
      encryptedClientHello: null,
    });
  });

  it.each([{ state: 'insecure', certificates: [] }, { certificates: [] }])(
    'gives null for a page that is not encrypted: %o',
    async (answer) => {
      firefox.answer = () => answer;
      expect(await ask()).toBeNull();
    },
  );

  it('requests the leaf alone after an overridden error, and reports nothing about the root', async () => {
    firefox.answer = ({ certificateChain }) => ({
      state: 'secure',
      overridableErrorCategory: 'domain_mismatch',
      certificates: certificateChain === true ? [] : [certificate(LEAF)],
    });
    const reported = await ask();
    expect(reported?.certificate).toMatchObject({
      chain: [base64(LEAF)],
      connection: { rootIsBuiltIn: null },
    });
    expect(reported?.override).toEqual({
      kind: 'wrong-name',
      code: 'domain_mismatch',
      source: 'browser',
      refusedAt: null,
    });
    expect(firefox.asked).toHaveLength(2);
  });

  it.each([
    ['expired_or_not_yet_valid', 'date-invalid'],
    ['trust_error', 'issuer-unknown'],
    ['unknown-to-us', undefined],
  ])('reads the category %s as %s', async (category, kind) => {
    firefox.answer = () => ({ ...SECURE, overridableErrorCategory: category });
    expect((await ask())?.override?.kind).toBe(kind);
  });

  it('recognises a root of the organisation anywhere in the chain', async () => {
    firefox.answer = () => SECURE;
    const roots = { ...NO_ROOTS, fingerprints: new Set([sha256(ROOT)]) };
    expect((await ask(roots))?.certificate.connection?.isOrganizationRoot).toBe(true);
  });
});
