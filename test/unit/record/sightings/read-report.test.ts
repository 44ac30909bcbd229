// The boundary between pages and the background: an invalid part of a report is left out alone, and counted.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../lib/record/sightings/read-report.ts';
import { readRecord } from '../../../../lib/record/read-record.ts';
import {
  MAX_HOSTS_PER_FRAME,
  MAX_SIGHTINGS_PER_REPORT,
  NO_FIELDS,
} from '../../../../lib/record/sightings/observer-report.ts';
import { MAX_URL } from '../../../../lib/address/address-bounds.ts';
import { MAX_WHAT } from '../../../../lib/mixed-content/load-kind.ts';

const SIGHTING = {
  url: 'http://a.example/',
  what: 'img src',
  via: 'dom',
  outcome: null,
  metas: 0,
  element: { selectors: ['img'], closed: false },
  source: { url: 'https://a.example/app.js', line: 3, column: 1 },
  count: 1,
};

const GOOD = {
  type: 'report',
  documentId: '1-2-3-4',
  turn: 'first',
  openedAs: 'https://a.example/',
  secureContext: true,
  fields: NO_FIELDS,
  sightings: [SIGHTING],
  hosts: ['a.example'],
  metas: [],
  startedAt: 0,
  base: null,
  dropped: 0,
  scan: 'done',
  gone: false,
};

const { metas: _metas, ...ASKED } = SIGHTING;
const READ = {
  ...GOOD,
  sightings: [{ ...ASKED, underPolicy: false }],
  metas: { upgradesSince: null, upgradesAfter: Infinity, stopsForms: false, sealsFrames: false },
  refused: 0,
};

describe('readReport', () => {
  it('accepts a valid report', () => expect(readReport(GOOD)).toEqual(READ));

  it.each([
    ['no fields', { ...GOOD, fields: undefined }],
    ['negative counts', { ...GOOD, fields: { ...NO_FIELDS, password: -1 } }],
    ['no list', { ...GOOD, sightings: null }],
    ['an unknown state of its scan', { ...GOOD, scan: 'fine' }],
  ])('cannot read a report with %s, and returns its document', (_what, message) =>
    expect(readReport(message)).toEqual({ type: 'unreadable', documentId: '1-2-3-4' }),
  );

  it('rejects a document id with a key in it', () =>
    expect(readReport({ ...GOOD, documentId: '1-2-3-4:index' })).toEqual({
      type: 'unreadable',
      documentId: null,
    }));

  it('accepts no other message as a report', () => {
    expect(readReport({ ...GOOD, type: 'x' })).toBeNull();
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(readReport(value)).toBeNull();
        expect(readRecord(value)).toBeNull();
      }),
    );
  });
});

describe('a bad part', () => {
  const other = { ...SIGHTING, url: 'http://b.example/' };
  const readOther = { ...READ.sightings[0], url: other.url };

  it.each([
    ['an outcome of its own', { outcome: 'fine' }],
    ['another source', { via: 'request' }],
    ['an address that is none', { url: 7 }],
    ['a count of nothing', { count: 0 }],
  ])('leaves out a sighting with %s, and no other', (_what, parts) =>
    expect(readReport({ ...GOOD, sightings: [{ ...SIGHTING, ...parts }, other] })).toEqual({
      ...READ,
      sightings: [readOther],
      refused: 1,
    }),
  );

  it.each([
    ['element', { selectors: ['a'.repeat(250)], closed: false }],
    ['element', { selectors: [''], closed: false }],
    ['element', undefined],
    ['element', { selectors: [], closed: false }],
    ['element', { selectors: Array.from({ length: 9 }, () => 'a'), closed: false }],
    ['source', { url: 'https://a.example/', line: -1, column: 0 }],
    ['source', { url: 'https://a.example/', line: 0.5, column: 0 }],
    ['source', 'https://a.example/'],
  ])('that is the %s of a sighting (%j) keeps the rest of it', (part, value) =>
    expect(readReport({ ...GOOD, sightings: [{ ...SIGHTING, [part]: value }, other] })).toEqual({
      ...READ,
      sightings: [{ ...READ.sightings[0], [part]: null }, readOther],
      refused: 1,
    }),
  );

  it.each([['a'.repeat(254)], [7], [null]])('that is a host (%j) leaves the others', (host) =>
    expect(readReport({ ...GOOD, hosts: [host, 'a.example'] })).toEqual({ ...READ, refused: 1 }),
  );

  it('is everything beyond the length of a list', () => {
    const sightings = Array.from({ length: MAX_SIGHTINGS_PER_REPORT + 2 }, () => SIGHTING);
    const hosts = Array.from({ length: MAX_HOSTS_PER_FRAME + 3 }, () => 'a.example');
    const read = readReport({ ...GOOD, sightings, hosts });
    expect(read).toMatchObject({
      refused: 5,
      sightings: sightings.slice(2).map(() => READ.sightings[0]),
      hosts: hosts.slice(3),
    });
  });

  it('never affects other parts, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.anything()), fc.array(fc.anything()), (sightings, hosts) => {
        const read = readReport({
          ...GOOD,
          sightings: [...sightings, SIGHTING],
          hosts: [...hosts, 'a.example'],
        });
        if (read?.type !== 'report') throw new Error('refused as a whole');
        expect(read.sightings.at(-1)).toEqual(READ.sightings[0]);
        expect(read.refused).toBeGreaterThanOrEqual(sightings.length + 1 - read.sightings.length);
      }),
    );
  });
});

describe('what is only too long', () => {
  it('is cut and kept', () => {
    const long = `http://a.example/${'a'.repeat(MAX_URL)}`;
    const source = { url: long, line: 1, column: 1 };
    const read = readReport({
      ...GOOD,
      openedAs: long,
      sightings: [{ ...SIGHTING, url: long, source, what: `link href\n\n${'icon '.repeat(300)}` }],
    });
    if (read?.type !== 'report') throw new Error('refused as a whole');
    const [sighting] = read.sightings;
    expect(read.refused).toBe(0);
    expect(read.openedAs).toHaveLength(MAX_URL);
    expect(sighting?.url).toBe(long.slice(0, MAX_URL));
    expect(sighting?.source?.url).toBe(long.slice(0, MAX_URL));
    expect(sighting?.what).toHaveLength(MAX_WHAT);
  });

  it('loses its credentials first: the rest would be another host', () => {
    const url = `http://user:${'p'.repeat(MAX_URL)}@a.example/form`;
    const read = readReport({ ...GOOD, sightings: [{ ...SIGHTING, url }] });
    expect(read).toMatchObject({ sightings: [{ url: 'http://a.example/form' }], refused: 0 });
  });

  it('is a count like any other', () =>
    expect(
      readReport({
        ...GOOD,
        dropped: 1e12,
        fields: { ...NO_FIELDS, text: 2e6 },
        sightings: [{ ...SIGHTING, count: 1e9 }],
      }),
    ).toMatchObject({ dropped: 1e6, fields: { text: 1e6 }, sightings: [{ count: 1e6 }], refused: 0 }));
});

it('has no place if the browser reports no file', () => {
  const source = { url: '', line: 0, column: 0 };
  expect(readReport({ ...GOOD, sightings: [{ ...SIGHTING, source }] })).toMatchObject({
    sightings: [{ source: null }],
    refused: 0,
  });
});

function underPolicy(message: unknown): readonly boolean[] {
  const report = readReport(message);
  return report?.type === 'report' ? report.sightings.map((one) => one.underPolicy) : [];
}

describe('the meta lines of a report', () => {
  const metas = [
    ['content-security-policy:img-src *', 0],
    ['content-security-policy:upgrade-insecure-requests', 5],
  ];
  it('state for each sighting whether the policy came first', () =>
    expect(
      underPolicy({ ...GOOD, metas, sightings: [0, 1, 2].map((count) => ({ ...SIGHTING, metas: count })) }),
    ).toEqual([false, false, true]));

  it('keep their number when one of them is refused, which is counted', () => {
    const message = { ...GOOD, metas: [7, metas[1]], sightings: [{ ...SIGHTING, metas: 1 }] };
    expect(underPolicy(message)).toEqual([false]);
    expect(readReport(message)).toMatchObject({ refused: 1, metas: { upgradesSince: 5 } });
  });
});
