// Reports of workers to the deep check: the browsers' own reports, and whatever a worker itself may send to that address.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_FRAME, workerRequest } from '../../../../lib/record/sightings/background-sighting.ts';
import type { BackgroundSighting } from '../../../../lib/record/sightings/background-sighting.ts';
import { readWorkerReport } from '../../../../lib/record/sightings/worker-report.ts';
import { MAX_URL } from '../../../../lib/address/address-bounds.ts';

const WORKER = 'https://shop.example/worker.js';
/** CSP 3, 5.5 "report-uri", as Chromium writes it. */
const CHROMIUM = {
  'document-uri': WORKER,
  referrer: 'https://shop.example/',
  'violated-directive': 'connect-src',
  'effective-directive': 'connect-src',
  'original-policy': 'default-src https:; report-uri https://127.0.0.1:1/https-trust-inspector/7',
  disposition: 'report',
  'blocked-uri': 'http://api.example/prices?of=all',
  'line-number': 12,
  'column-number': 3,
  'source-file': 'https://shop.example/prices.js',
  'status-code': 0,
  'script-sample': '',
};
/** In Firefox's form: no place where it is unknown, and no sample. */
const FIREFOX = {
  'blocked-uri': 'http://api.example/prices?of=all',
  disposition: 'report',
  'document-uri': WORKER,
  'effective-directive': 'connect-src',
  'original-policy': CHROMIUM['original-policy'],
  referrer: '',
  'status-code': 0,
  'violated-directive': 'connect-src',
};

function bytesOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
}

/** What is read from a report with these changes. */
function read(parts: Readonly<Record<string, unknown>>): BackgroundSighting | null {
  return readWorkerReport(bytesOf({ 'csp-report': { ...CHROMIUM, ...parts } }));
}

describe('a report', () => {
  it('of Chromium names worker, address, directive, file, line and column', () =>
    expect(readWorkerReport(bytesOf({ 'csp-report': CHROMIUM }))).toEqual({
      frameId: NO_FRAME,
      frameUrl: WORKER,
      sighting: {
        url: 'http://api.example/prices?of=all',
        what: 'connect-src',
        via: 'report',
        outcome: null,
        underPolicy: false,
        element: null,
        source: { url: 'https://shop.example/prices.js', line: 12, column: 3 },
        count: 1,
      },
    }));

  it('of Firefox without a file has the worker itself as its place', () =>
    expect(readWorkerReport(bytesOf({ 'csp-report': FIREFOX }))).toMatchObject({
      frameId: NO_FRAME,
      frameUrl: WORKER,
      sighting: { what: 'connect-src', source: { url: WORKER, line: 0, column: 0 } },
    }));

  it.each([
    ['a scheme alone, as browsers name files of extensions', { 'source-file': 'chrome-extension' }],
    ['no file at all', { 'source-file': '', 'document-uri': '' }],
  ])('with %s has no place', (_what, parts) => expect(read(parts)?.sighting.source).toBeNull());

  it.each([
    ['negative', -1],
    ['no whole number', 1.5],
    ['a text', '12'],
    ['null', null],
    ['an object', {}],
  ])('with a line that is %s still names its file', (_what, line) =>
    expect(read({ 'line-number': line, 'column-number': line })?.sighting.source).toEqual({
      url: CHROMIUM['source-file'],
      line: 0,
      column: 0,
    }),
  );

  it('with a line beyond all numbers still names its file', () => {
    const text = JSON.stringify({ 'csp-report': CHROMIUM }).replace(
      '"line-number":12',
      '"line-number":1e999',
    );
    expect(readWorkerReport(bytesOf(text))?.sighting.source?.line).toBe(0);
  });

  it('is cut to the stored size', () => {
    const long = `http://a.example/${'x'.repeat(9000)}`;
    const seen = read({
      'blocked-uri': long,
      'source-file': long,
      'document-uri': long,
      'effective-directive': long,
    });
    expect(seen?.frameUrl).toHaveLength(MAX_URL);
    expect(seen?.sighting.url).toHaveLength(MAX_URL);
    expect(seen?.sighting.source?.url).toHaveLength(MAX_URL);
    expect(seen?.sighting.what).toHaveLength(200);
  });

  it('keeps no unknown field', () =>
    expect(Object.keys(read({ extra: 'x', url: 'y' })?.sighting ?? {}).sort()).toEqual(
      ['url', 'what', 'via', 'outcome', 'underPolicy', 'element', 'source', 'count'].sort(),
    ));
});

describe('no report', () => {
  it.each([
    ['nothing', ''],
    ['half of a JSON', '{"csp-report":{"blocked-uri":'],
    ['a page', '<!doctype html>'],
    ['null', null],
    ['a list', [{ 'csp-report': CHROMIUM }]],
    [
      'a report of the newer interface',
      [{ type: 'csp-violation', body: { blockedURL: 'http://a.example/' } }],
    ],
    ['a report without its envelope', CHROMIUM],
    ['an envelope with nothing in it', { 'csp-report': null }],
    ['a report without an address', { 'csp-report': { ...CHROMIUM, 'blocked-uri': undefined } }],
    ['an address that is a number', { 'csp-report': { ...CHROMIUM, 'blocked-uri': 1 } }],
    ['an address that is a list', { 'csp-report': { ...CHROMIUM, 'blocked-uri': ['http://a.example/'] } }],
    ['a worker that is a number', { 'csp-report': { ...CHROMIUM, 'document-uri': 1 } }],
    ['a directive that is an object', { 'csp-report': { ...CHROMIUM, 'effective-directive': {} } }],
    ['an address on the prototype', '{"csp-report":{"__proto__":{"blocked-uri":"http://a.example/"}}}'],
  ])('is %s', (_what, value) => expect(readWorkerReport(bytesOf(value))).toBeNull());

  it('is a report of more than 64 KiB', () => {
    const size = bytesOf({ 'csp-report': { ...CHROMIUM, referrer: '' } }).length;
    expect(read({ referrer: 'x'.repeat(65_536 - size) })).not.toBeNull();
    expect(read({ referrer: 'x'.repeat(65_537 - size) })).toBeNull();
  });

  it('is a nest of 30,000 lists', () =>
    expect(readWorkerReport(bytesOf('['.repeat(30_000) + ']'.repeat(30_000)))).toBeNull());
});

const isBounded = (seen: BackgroundSighting | null): boolean =>
  seen === null ||
  (seen.frameUrl.length <= MAX_URL &&
    seen.sighting.url.length <= MAX_URL &&
    seen.sighting.what.length <= 200 &&
    [seen.sighting.source?.line, seen.sighting.source?.column].every(
      (place) => place === undefined || (Number.isInteger(place) && place >= 0),
    ));

describe('the result is a bounded sighting or null for', () => {
  it('any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(readWorkerReport(bytes)).toBeNull();
      }),
    );
  });

  it('any JSON', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readWorkerReport(bytesOf(text))).toBeNull();
      }),
    );
  });

  it('a report with any value in any place', () => {
    const key = fc.constantFrom(...Object.keys(CHROMIUM));
    fc.assert(
      fc.property(key, fc.jsonValue(), (name, value) => {
        expect(isBounded(read({ [name]: value }))).toBe(true);
      }),
    );
  });

  it('a report with one byte changed', () => {
    const good = bytesOf({ 'csp-report': CHROMIUM });
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), (at, byte) => {
        expect(isBounded(readWorkerReport(good.with(at, byte)))).toBe(true);
      }),
    );
  });
});

describe('workerRequest', () => {
  it('reports an insecure request, and its origin', () =>
    expect(workerRequest('https://shop.example', 'http://api.example/')).toEqual({
      frameId: NO_FRAME,
      frameUrl: 'https://shop.example',
      sighting: {
        url: 'http://api.example/',
        what: 'worker',
        via: 'request',
        outcome: 'loaded',
        underPolicy: false,
        element: null,
        source: null,
        count: 1,
      },
    }));

  it('cuts an address of 64 KiB', () =>
    expect(
      workerRequest('https://shop.example', `http://a.example/${'x'.repeat(65_536)}`).sighting.url,
    ).toHaveLength(MAX_URL));
});
