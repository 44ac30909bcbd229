import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../../lib/page/read-report.ts';
import { readRecord } from '../../../lib/page/read-record.ts';
import { MAX_SIGHTINGS_PER_FRAME, MAX_URL, NO_FIELDS } from '../../../lib/page/report.ts';

const GOOD = {
  type: 'report',
  documentId: '1-2-3-4',
  openedAs: 'https://a.example/',
  secureContext: true,
  fields: NO_FIELDS,
  sightings: [
    {
      url: 'http://a.example/',
      what: 'img src',
      via: 'dom',
      outcome: null,
      element: { selectors: ['img'], closed: false },
      source: { url: 'https://a.example/app.js', line: 3, column: 1 },
      count: 1,
    },
  ],
  hosts: [],
  upgrades: false,
  dropped: 0,
  scan: 'done',
  gone: false,
};

describe('readReport', () => {
  it('takes a good report', () => expect(readReport(GOOD)).toEqual(GOOD));

  const sighting = GOOD.sightings[0];
  it.each([
    ['another type', { ...GOOD, type: 'x' }],
    ['no fields', { ...GOOD, fields: undefined }],
    ['negative counts', { ...GOOD, fields: { ...NO_FIELDS, password: -1 } }],
    ['counts beyond reason', { ...GOOD, fields: { ...NO_FIELDS, password: 1e9 } }],
    ['a document id with a key in it', { ...GOOD, documentId: '1-2-3-4:index' }],
    [
      'too many sightings',
      { ...GOOD, sightings: Array.from({ length: MAX_SIGHTINGS_PER_FRAME + 1 }, () => sighting) },
    ],
    ['an address too long', { ...GOOD, sightings: [{ ...sighting, url: `http://${'a'.repeat(MAX_URL)}` }] }],
    ['an address of its own too long', { ...GOOD, openedAs: `https://${'a'.repeat(MAX_URL)}` }],
    ['an outcome of its own', { ...GOOD, sightings: [{ ...sighting, outcome: 'fine' }] }],
  ])('refuses %s', (_what, message) => expect(readReport(message)).toBeNull());

  it('refuses anything else without throwing, and so does readRecord', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(readReport(value)).toBeNull();
        expect(readRecord(value)).toBeNull();
      }),
    );
  });
});
