// Sightings of the background become entries like any other: with the kind of the request, under the address to which it is redirected.
import { describe, expect, it } from 'vitest';
import { askingFrame, redirectSighting } from '../../../../lib/record/sightings/background-sighting.ts';
import { addBackgroundSighting, emptyRecord } from '../../../../lib/record/record-changes.ts';
import type { PageRecord } from '../../../../lib/record/record.ts';
import { MAX_URL } from '../../../../lib/address/address-bounds.ts';

const PAGE = 'https://shop.example/';
const FROM = 'https://shop.example/a';
const TO = 'http://cdn.example/a';

function recordWith(type: string, engine: 'chromium' | 'firefox' = 'chromium', to = TO): PageRecord {
  const seen = redirectSighting({ type, from: FROM, to, frameId: 0, frameUrl: 'https://shop.example' });
  return addBackgroundSighting(emptyRecord(1, 'document', PAGE, 0), seen, 0, false, engine);
}

describe('an encrypted address that leads to an unencrypted one', () => {
  it.each([
    ['font', 'font'],
    ['object', 'object'],
    ['ping', 'beacon'],
    ['script', 'script'],
    ['stylesheet', 'style'],
    ['sub_frame', 'frame'],
    ['xmlhttprequest', 'fetch'],
    ['constructor', 'other'],
  ])('as %s is a load of kind %s, blocked', (type, kind) => {
    for (const engine of ['chromium', 'firefox'] as const)
      expect(recordWith(type, engine).mixed).toMatchObject([
        { url: TO, kind, class: 'blockable', outcome: 'blocked', evidence: ['redirect', 'rule'] },
      ]);
  });

  it('is to be fixed where it redirects, and belongs to the page itself', () =>
    expect(recordWith('script').mixed).toMatchObject([
      { source: { url: FROM, line: 0, column: 0 }, element: null, frameId: 0, frameUrl: PAGE },
    ]));

  it('is upgraded if a policy of the page upgrades its requests', () => {
    const seen = redirectSighting({ type: 'script', from: FROM, to: TO, frameId: 0, frameUrl: PAGE });
    const page = { ...emptyRecord(1, 'document', PAGE, 0), upgradesByMetaSince: 5 };
    expect(addBackgroundSighting(page, seen, 5, false, 'chromium').mixed).toMatchObject([
      { outcome: 'upgraded-by-policy', evidence: ['redirect', 'policy'] },
    ]);
    expect(addBackgroundSighting(page, seen, 4, false, 'chromium').mixed).toMatchObject([
      { outcome: 'blocked', evidence: ['redirect', 'rule'] },
    ]);
  });

  it('of this device is not one', () =>
    expect(recordWith('script', 'chromium', 'http://127.0.0.1:8080/a').mixed).toEqual([]));

  it('is bounded', () => {
    const long = `${TO}${'a'.repeat(65_536)}`;
    expect(recordWith('script', 'chromium', long).mixed[0]?.url).toHaveLength(MAX_URL);
  });
});

describe('the frame that asked', () => {
  it.each([
    { what: 'a script of the page', type: 'script', frameId: 0, parentFrameId: -1, asks: 0 },
    // As Chromium reported for a page whose first requests came before its commit.
    {
      what: 'a script of a page that has only just come',
      type: 'script',
      frameId: 51,
      parentFrameId: -1,
      asks: 0,
    },
    { what: 'a script of a frame', type: 'script', frameId: 7, parentFrameId: 0, asks: 7 },
    { what: 'a frame of the page', type: 'sub_frame', frameId: 7, parentFrameId: 0, asks: 0 },
    { what: 'a frame in a frame', type: 'sub_frame', frameId: 8, parentFrameId: 7, asks: 7 },
  ])('of $what is $asks', ({ asks, ...request }) => expect(askingFrame(request)).toBe(asks));
});
