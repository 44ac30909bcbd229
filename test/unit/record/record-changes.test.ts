import { describe, expect, it } from 'vitest';
import { MAX_MIXED } from '../../../lib/record/sightings/merge-sightings.ts';
import { addReport as addReportAs, addUnreadable, emptyRecord } from '../../../lib/record/record-changes.ts';
import { assess } from '../../../lib/verdict/assess.ts';
import { readRecord } from '../../../lib/record/read-record.ts';
import { NO_FIELDS } from '../../../lib/record/sightings/observer-report.ts';
import type { PageRecord } from '../../../lib/record/record.ts';
import { MAX_URL } from '../../../lib/address/address-bounds.ts';
import type { ReceivedReport, Sighting } from '../../../lib/record/sightings/received-report.ts';
import { MAX_FRAMES } from '../../../lib/record/frame-changes.ts';

const PAGE = 'https://example.com/';

function addReport(record: PageRecord, from: ReceivedReport, frameId: number, url: string): PageRecord {
  return addReportAs(record, from, frameId, url, 'chromium');
}

const empty = emptyRecord(7, 'd', PAGE, 0);

const NO_METAS = { upgradesSince: null, upgradesAfter: Infinity, stopsForms: false, sealsFrames: false };

function report(sightings: readonly Sighting[], parts: Partial<ReceivedReport> = {}): ReceivedReport {
  return {
    type: 'report',
    documentId: 'd',
    turn: 'first',
    openedAs: PAGE,
    secureContext: true,
    fields: NO_FIELDS,
    sightings,
    hosts: [],
    metas: NO_METAS,
    startedAt: 0,
    base: null,
    dropped: 0,
    scan: 'done',
    gone: false,
    refused: 0,
    ...parts,
  };
}

const SCRIPT = { selectors: ['script'], closed: false };

function sighting(url: string, parts: Partial<Sighting> = {}): Sighting {
  return {
    url,
    what: 'script src',
    via: 'dom',
    outcome: null,
    underPolicy: false,
    element: SCRIPT,
    source: null,
    count: 1,
    ...parts,
  };
}

function add(record: PageRecord, ...sightings: readonly Sighting[]): PageRecord {
  return addReport(record, report(sightings), 0, PAGE);
}

describe('sightings', () => {
  it('become one entry per resource, however many sources saw it', () => {
    const url = 'http://cdn.example/a.js';
    const record = add(
      add(empty, sighting(url)),
      sighting(url, { via: 'timing', what: 'script', outcome: 'blocked', element: null }),
    );
    expect(record.mixed).toEqual([
      {
        url,
        kind: 'script',
        class: 'blockable',
        outcome: 'blocked',
        element: SCRIPT,
        source: null,
        count: 1,
        evidence: ['dom', 'timing'],
        frameId: 0,
        frameUrl: PAGE,
        facts: [
          { word: 'script', via: 'dom', outcome: null, policy: false, wide: false, source: null },
          {
            word: 'script-request',
            via: 'timing',
            outcome: 'blocked',
            policy: false,
            wide: false,
            source: null,
          },
        ],
      },
    ]);
  });

  it('have an outcome by the rule if it was not observed', () => {
    const frame = { what: 'iframe src' };
    expect(add(empty, sighting('http://cdn.example/a', frame)).mixed[0]).toMatchObject({
      outcome: 'blocked',
      evidence: ['dom', 'rule'],
    });
    // A script that Chromium blocked is in its list of loads.
    expect(add(empty, sighting('http://cdn.example/a.js')).mixed[0]).toMatchObject({
      outcome: 'not-loaded',
      evidence: ['dom'],
    });
    expect(add(empty, sighting('http://cdn.example/a.png', { what: 'img src' })).mixed[0]).toMatchObject({
      outcome: 'unknown',
      evidence: ['dom'],
    });
  });

  it('let an observed outcome replace one by the rule, and not the reverse', () => {
    const url = 'http://cdn.example/a.js';
    const watched = sighting(url, { via: 'timing', what: 'script', outcome: 'loaded', element: null });
    expect(add(empty, sighting(url), watched).mixed[0]?.outcome).toBe('loaded');
    expect(add(empty, watched, sighting(url)).mixed[0]?.outcome).toBe('loaded');
  });

  it('are upgraded by the page if its own policy does so', () => {
    const headers = {
      hsts: null,
      invalidHsts: null,
      hstsCount: 0,
      upgradesInsecureRequests: true,
      stopsForms: false,
      deepKey: null,
    };
    const navigation = {
      requestId: '1',
      hops: [],
      url: PAGE,
      status: 200,
      headers,
      fromCache: false,
      startedAt: 0,
    };
    const page = { ...empty, navigation };
    expect(add(page, sighting('http://cdn.example/a.js')).mixed[0]).toMatchObject({
      outcome: 'upgraded-by-policy',
      evidence: ['dom', 'policy'],
    });
  });

  it('are upgraded where the browser lists requests by the page’s address', () => {
    const came = sighting('http://cdn.example/a.png', {
      via: 'timing',
      what: 'css',
      outcome: 'loaded',
      element: null,
    });
    const firefox = addReportAs(empty, report([came]), 0, PAGE, 'firefox');
    expect(firefox.mixed[0]).toMatchObject({ outcome: 'upgraded', evidence: ['timing', 'rule'] });
    expect(add(empty, came).mixed[0]).toMatchObject({ outcome: 'loaded', evidence: ['timing'] });
  });

  it('separate a form from a request of the same address', () => {
    const url = 'http://api.example/x';
    const record = add(
      empty,
      sighting(url),
      sighting(url, { what: 'form action', element: { selectors: ['form'], closed: false } }),
    );
    expect(record.mixed.map((entry) => entry.class)).toEqual(['blockable', 'form']);
  });

  it.each([
    'https://cdn.example/a.js',
    'http://localhost/a.js',
    'http://127.0.0.1/a.js',
    'data:,x',
    'nonsense',
  ])('of %s are not mixed content, whatever the page reports', (url) =>
    expect(add(empty, sighting(url)).mixed).toEqual([]),
  );

  it('of elements that load nothing are dropped', () => {
    expect(
      add(
        empty,
        sighting('http://a.example/', { what: 'div src' }),
        sighting('http://b.example/', { what: 'link href\n\ncanonical' }),
      ).mixed,
    ).toEqual([]);
  });

  it('have a class of their own for targets in the local network', () => {
    expect(add(empty, sighting('http://192.168.1.20/a.js')).mixed[0]).toMatchObject({
      class: 'private-network',
      outcome: 'unknown',
    });
  });
});

describe('scripts of SVG', () => {
  const what = 'script href';

  it('count in Chromium only when its list of loads has them', () => {
    expect(add(empty, sighting('http://cdn.example/s.js', { what })).mixed).toEqual([]);
    const timed = sighting('http://cdn.example/s.js', {
      what: 'script',
      via: 'timing',
      outcome: 'blocked',
      element: null,
    });
    expect(add(empty, sighting('http://cdn.example/s.js', { what }), timed).mixed).toMatchObject([
      { kind: 'script', outcome: 'blocked' },
    ]);
  });
});

it.each([
  ['before it', 1500, 'blocked'],
  ['after it', 2500, 'upgraded-by-policy'],
] as const)(
  'a page’s late policy holds for frames that were opened after it: %s',
  (_when, startedAt, outcome) => {
    const page = addReport(empty, report([], { metas: { ...NO_METAS, upgradesSince: 2000 } }), 0, PAGE);
    const inner = report([sighting('http://cdn.example/f', { what: 'iframe src' })], {
      documentId: 'f',
      startedAt,
    });
    expect(addReport(page, inner, 4, `${PAGE}frame`).mixed).toMatchObject([{ kind: 'frame', outcome }]);
  },
);

it('forms in frames are not sent while the page’s sandboxes forbid them', () => {
  const form = sighting('http://shop.example/', { what: 'form action' });
  const framed = addReport(empty, report([form], { documentId: 'f' }), 4, `${PAGE}frame`);
  const outcomeWith = (record: PageRecord, sealsFrames = false): string | undefined =>
    addReport(record, report([], { metas: { ...NO_METAS, sealsFrames } }), 0, PAGE).mixed[0]?.outcome;
  expect(outcomeWith(framed)).toBe('would-be-sent');
  expect(outcomeWith(framed, true)).toBe('not-loaded');
  const sealed = addReport(framed, report([], { metas: { ...NO_METAS, sealsFrames: true } }), 0, PAGE);
  expect(outcomeWith(sealed, false)).toBe('would-be-sent');
  // A frame means nothing for another one.
  const inner = report([], { documentId: 'g', metas: { ...NO_METAS, sealsFrames: true } });
  expect(addReport(framed, inner, 5, PAGE).mixed[0]?.outcome).toBe('would-be-sent');
});

describe('bounds', () => {
  it('count entries beyond the limit of mixed content', () => {
    let record = empty;
    for (let round = 0; round < 10; round += 1) {
      record = add(
        record,
        ...Array.from({ length: 300 }, (_, index) => sighting(`http://cdn.example/${round}/${index}.js`)),
      );
    }
    expect(record.mixed).toHaveLength(MAX_MIXED);
    expect(record.mixedDropped).toBe(3000 - MAX_MIXED);
    expect(readRecord(JSON.parse(JSON.stringify(record)))).toEqual(record);
  });

  it('count frames beyond the limit', () => {
    let record = empty;
    for (let id = 0; id < MAX_FRAMES + 50; id += 1) record = addReport(record, report([]), id, PAGE);
    expect(Object.keys(record.frames)).toHaveLength(MAX_FRAMES);
    expect(record.framesDropped).toBe(50);
  });

  it('cut an address of 64 KiB', () => {
    const url = `http://example.com/${'a'.repeat(65_536)}`;
    const record = addReport(emptyRecord(1, 'd', url, 0), report([]), 0, url);
    expect(record.url).toHaveLength(MAX_URL);
    expect(record.frames['0']?.url).toHaveLength(MAX_URL);
  });
});

describe('frames', () => {
  it('that are unloaded lose their fields', () => {
    const fields = { ...NO_FIELDS, password: 1 };
    const asked = addReport(empty, report([], { fields }), 5, 'https://login.example/');
    expect(asked.frames['5']?.fields.password).toBe(1);
    expect(addReport(asked, report([], { fields, gone: true }), 5, 'https://login.example/').frames).toEqual(
      {},
    );
  });

  it('do not make the page observed: only its main frame does', () => {
    expect(addReport(empty, report([]), 5, PAGE).observed).toBe(false);
    expect(addReport(empty, report([]), 0, PAGE).observed).toBe(true);
  });
});

/** The gaps of its content: these records have no navigation. */
function gapsOf(record: PageRecord): unknown {
  return assess(record).gaps.filter(({ kind }) => kind !== 'navigation-not-seen');
}

describe('what was refused of a report', () => {
  const refused = [{ kind: 'reports-refused', count: 2 }];

  it('is a gap of its frame, and is summed', () => {
    const once = addReport(empty, report([], { refused: 1 }), 0, PAGE);
    expect(gapsOf(addReport(once, report([], { refused: 1 }), 0, PAGE))).toEqual(refused);
    expect(assess(once)).toMatchObject({ state: 'not-applicable', reason: 'not-wholly-checked' });
  });

  it.each([
    ['goes away', report([], { documentId: 'f', gone: true })],
    ['gets another document', report([], { documentId: 'g' })],
  ])('remains a gap when the frame %s', (_what, next) => {
    const page = addReport(empty, report([]), 0, PAGE);
    const framed = addReport(page, report([], { documentId: 'f', refused: 2 }), 4, PAGE);
    expect(gapsOf(addReport(framed, next, 4, PAGE))).toEqual(refused);
  });

  it('may be all of it', () => {
    const page = addReport(empty, report([]), 0, PAGE);
    const noted = addUnreadable(addUnreadable(page, 'f', 4, PAGE), 'f', 4, PAGE);
    expect(gapsOf(noted)).toEqual([{ kind: 'scan-running', count: 1 }, ...refused]);
    expect(noted.frames['0']).toEqual(page.frames['0']);
  });
});

describe('sightings that an observer left out', () => {
  it('are counted once for each document of a frame', () => {
    let record = addReport(empty, report([], { dropped: 3 }), 0, PAGE);
    record = addReport(record, report([], { dropped: 5 }), 0, PAGE);
    expect(record.mixedDropped).toBe(5);
    record = addReport(record, report([], { documentId: 'next', dropped: 2 }), 0, PAGE);
    expect(record.mixedDropped).toBe(7);
  });
});

describe('an address that was cut inside its host', () => {
  it.each(['http', 'ws'])('is insecure, whatever is left of it (%s)', (scheme) => {
    const url = `${scheme}://${'a'.repeat(MAX_URL - `${scheme}://`.length - '.localhost'.length)}.localhost`;
    expect(add(empty, sighting(url, { what: 'iframe src' })).mixed).toMatchObject([
      { url, outcome: 'blocked' },
    ]);
    expect(add(empty, sighting(`${url.slice(0, -1)}/`)).mixed).toMatchObject([{ class: 'blockable' }]);
    expect(add(empty, sighting(`${scheme}://localhost/${'a'.repeat(MAX_URL)}`)).mixed).toEqual([]);
  });
});
