// The list of mixed content: which sightings are of one request, the outcome of each, and that neither the order of reports nor another frame changes
// it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSightings, sealForms } from '../../../../lib/record/sightings/merge-sightings.ts';
import type { MixedLists } from '../../../../lib/record/sightings/merge-sightings.ts';
import { ONLY_ASKED } from '../../../../lib/record/sightings/received-report.ts';
import type { AnySighting } from '../../../../lib/record/sightings/received-report.ts';
import { entryId } from '../../../../lib/mixed-content/mixed-entry.ts';
import type { MixedEntry } from '../../../../lib/mixed-content/mixed-entry.ts';
import type { SightingContext } from '../../../../lib/record/sightings/sighting-facts.ts';

const X = 'http://cdn.example/x';
const NONE: MixedLists = { mixed: [], stopped: [] };

function frame(parts: Partial<SightingContext> = {}): SightingContext {
  return {
    frameId: 0,
    frameUrl: 'https://example.com/',
    byPolicy: false,
    upgradesForms: false,
    stopsForms: false,
    mayLeave: false,
    engine: 'chromium',
    deep: false,
    ...parts,
  };
}

function dom(what: string, parts: Partial<AnySighting> = {}): AnySighting {
  return { ...ONLY_ASKED, url: X, what, via: 'dom', ...parts };
}
/** Chromium lists a blocked request under its http address. */
function listed(what: string, outcome: AnySighting['outcome'] = 'blocked', url = X): AnySighting {
  return { ...ONLY_ASKED, url, what, via: 'timing', outcome };
}
function report(what: string, url = X): AnySighting {
  return { ...ONLY_ASKED, url, what, via: 'report' };
}
function stop(what: string, url = X): AnySighting {
  return { ...ONLY_ASKED, url, what, via: 'stop' };
}

/** The list's entries for these sightings: kind and outcome of each. */
function judge(sightings: readonly AnySighting[], parts: Partial<SightingContext> = {}): readonly string[] {
  return addSightings(NONE, sightings, frame(parts))
    .mixed.map(({ kind, outcome }) => `${kind} ${outcome}`)
    .toSorted();
}

describe('what is never upgraded', () => {
  it.each([
    [
      'a script asked for by https and by http',
      [dom('script src', { outcome: 'upgraded' }), listed('script')],
      ['script blocked'],
    ],
    [
      'a style sheet likewise',
      [dom('link href\n\nstylesheet', { outcome: 'upgraded' }), listed('link')],
      ['style blocked'],
    ],
    [
      'a frame likewise: blocked frames are in no list',
      [dom('iframe src', { outcome: 'upgraded' })],
      ['frame blocked'],
    ],
    [
      'an image from a set beside an image',
      [dom('img srcset', { outcome: 'upgraded' }), dom('img src', { outcome: 'upgraded' }), listed('img')],
      ['image upgraded', 'image-set blocked'],
    ],
    [
      'a script beside an image',
      [dom('img src', { outcome: 'upgraded' }), dom('script src', { outcome: 'upgraded' }), listed('script')],
      ['image upgraded', 'script blocked'],
    ],
    [
      'a fetch beside an image',
      [dom('img src', { outcome: 'upgraded' }), listed('fetch')],
      ['fetch blocked', 'image upgraded'],
    ],
    [
      'a font beside an image of the same sheet',
      [dom('style', { outcome: 'upgraded' }), listed('css')],
      ['font blocked', 'image upgraded'],
    ],
    [
      'an image of a host without a name',
      [dom('img src', { url: 'http://203.0.113.1/x' })],
      ['image blocked'],
    ],
    [
      'an image from a set that no element shows',
      [dom('img src', { outcome: 'upgraded' }), listed('img')],
      ['image upgraded', 'image-set blocked'],
    ],
  ] as const)('%s', (_what, sightings, expected) => expect(judge(sightings)).toEqual(expected));

  it('in Firefox, whose list has no blocked request: the rule decides', () =>
    expect(
      judge([dom('script src', { outcome: 'upgraded' }), dom('img src'), listed('img', 'loaded')], {
        engine: 'firefox',
      }),
    ).toEqual(['image upgraded', 'script blocked']));
});

describe('several sources of one request', () => {
  it.each([
    [
      'an element, the list and a report',
      [dom('script src'), listed('script'), report('script-src-elem')],
      ['script blocked'],
    ],
    [
      'a preload of any kind',
      [dom('link href\nfetch\npreload'), listed('link'), report('connect-src')],
      ['fetch blocked'],
    ],
    ['an icon', [dom('link href\n\nicon'), listed('other'), report('img-src')], ['icon blocked']],
    ['a report and the list', [listed('css'), report('font-src')], ['font blocked']],
    ['what nobody can name', [listed('other')], ['other blocked']],
    ['an object', [dom('object data'), report('object-src', 'http://cdn.example')], ['object blocked']],
  ] as const)('%s', (_what, sightings, expected) => expect(judge(sightings)).toEqual(expected));

  it('that identifies a frame by its origin is about every frame of it, and none of its own', () => {
    const frames = [dom('iframe src', { url: `${X}/1` }), dom('iframe src', { url: `${X}/2` })];
    const { mixed } = addSightings(NONE, [report('frame-src', 'http://cdn.example'), ...frames], frame());
    expect(mixed.map(({ url, evidence }) => [url, ...evidence])).toEqual([
      [`${X}/1`, 'dom', 'report', 'rule'],
      [`${X}/2`, 'dom', 'report', 'rule'],
    ]);
    expect(judge([report('frame-src', 'http://cdn.example')])).toEqual(['frame blocked']);
  });
});

describe('a policy that upgrades', () => {
  it('applies if the element comes after it, although the list was read before', () =>
    expect(
      judge([dom('script src', { underPolicy: true }), listed('script', 'loaded')], { engine: 'firefox' }),
    ).toEqual(['script upgraded-by-policy']));

  it('does not apply to earlier requests', () =>
    expect(
      judge([dom('script src'), dom('iframe src', { underPolicy: true, url: `${X}/f` }), listed('script')]),
    ).toEqual(['frame upgraded-by-policy', 'script blocked']));

  it('does not apply if the browser reported a blocked request', () =>
    expect(judge([dom('script src'), listed('script')], { byPolicy: true })).toEqual(['script blocked']));

  it('applies to every form, since it is checked when the form is sent', () => {
    const before = addSightings(NONE, [dom('form action')], frame());
    expect(before.mixed).toMatchObject([{ outcome: 'would-be-sent' }]);
    const after = addSightings(before, [], frame({ upgradesForms: true }));
    expect(after.mixed).toMatchObject([{ outcome: 'upgraded-by-policy' }]);
  });

  it('of another frame does not apply', () => {
    const page = addSightings(NONE, [dom('form action'), dom('iframe src')], frame());
    const both = addSightings(
      page,
      [dom('form action'), dom('iframe src')],
      frame({ frameId: 3, byPolicy: true, upgradesForms: true }),
    );
    expect(both.mixed.map(({ frameId, outcome }) => [frameId, outcome])).toEqual([
      [0, 'blocked'],
      [0, 'would-be-sent'],
      [3, 'upgraded-by-policy'],
      [3, 'upgraded-by-policy'],
    ]);
  });
});

describe('what the page’s own policy stopped', () => {
  it('is an image that would be upgraded, reported by its https address, and no other kind', () =>
    expect(
      judge([
        dom('img src', { outcome: 'failed' }),
        dom('script src'),
        listed('script'),
        dom('img srcset'),
        listed('img'),
        stop('img-src', X.replace('http:', 'https:')),
      ]),
    ).toEqual(['image-set blocked', 'script blocked']));

  it.each([
    ['is none', [dom('script src'), listed('script'), stop('script-src-elem')], []],
    [
      'leaves a form to the same address',
      [dom('form action'), dom('script src'), stop('script-src-elem')],
      ['form would-be-sent'],
    ],
    ['leaves a download of it', [dom('a href'), dom('img src'), stop('img-src')], ['download would-be-sent']],
    [
      'leaves a request of another kind',
      [dom('script src'), listed('script'), stop('img-src')],
      ['script blocked'],
    ],
    [
      'is no form that was sent: the next one may go elsewhere',
      [dom('form action'), stop('form-action')],
      ['form would-be-sent'],
    ],
    ['is a frame by its origin', [dom('iframe src'), stop('frame-src', 'http://cdn.example')], []],
    [
      'is an icon for a home screen alone',
      [stop('link href\n\napple-touch-icon'), report('img-src'), dom('form action')],
      ['form would-be-sent'],
    ],
  ] as const)('%s', (_what, sightings, expected) => {
    expect(judge(sightings)).toEqual(expected);
    expect(judge(sightings.toReversed())).toEqual(expected);
  });

  it('in one frame is not blocked in another', () => {
    const stopped = addSightings(NONE, [dom('iframe src'), stop('frame-src', 'http://cdn.example')], frame());
    expect(addSightings(stopped, [dom('iframe src')], frame({ frameId: 2 })).mixed).toMatchObject([
      { frameId: 2 },
    ]);
  });
});

it('forms that a policy forbids are left out, and those of other frames are not', () => {
  const all = addSightings(NONE, [dom('form action')], frame({ frameId: 1 }));
  const { mixed } = addSightings(all, [dom('form action'), dom('a href')], frame({ stopsForms: true }));
  expect(mixed.map(({ frameId, kind }) => `${frameId} ${kind}`)).toEqual(['1 form', '0 download']);
});

it('forms in frames are not sent while all sandboxes forbid them, and are afterwards', () => {
  const inner = addSightings(NONE, [dom('form action'), dom('a href')], frame({ frameId: 1 })).mixed;
  const all = addSightings({ mixed: inner, stopped: [] }, [dom('form action')], frame()).mixed;
  const outcomes = (entries: typeof all): readonly string[] =>
    entries.map(({ frameId, kind, outcome }) => `${frameId} ${kind} ${outcome}`);
  expect(outcomes(sealForms(all, true))).toEqual([
    '1 form not-loaded',
    '1 download would-be-sent',
    '0 form would-be-sent',
  ]);
  expect(sealForms(sealForms(all, true), false)).toEqual(all);
  expect(sealForms(all, false)).toBe(all);
});

it('block-all-mixed-content blocks what is blocked anyway; for media Chromium reports it and upgrades them', () => {
  const all = report('block-all-mixed-content');
  expect(judge([dom('script src'), all])).toEqual(['script blocked']);
  expect(judge([dom('audio src', { outcome: 'upgraded' }), all])).toEqual(['audio upgraded']);
});

describe('what loads nothing', () => {
  const idle = { outcome: 'not-loaded' } as const;
  it.each([
    ['an element that says so', [dom('video src', idle)], ['video not-loaded']],
    [
      'unless the list shows that it was requested',
      [dom('link href\n\nstylesheet', idle), listed('link')],
      ['style blocked'],
    ],
    [
      'unless it was upgraded after all',
      [dom('video src', idle), dom('video src', { outcome: 'upgraded' })],
      ['video upgraded'],
    ],
    ['unless another element does', [dom('iframe src', idle), dom('iframe src')], ['frame blocked']],
    ['a script that is in no list', [dom('script src')], ['script not-loaded']],
    ['no frame, which is never in the list', [dom('iframe src')], ['frame blocked']],
    ['a drawing of another host', [dom('use href')], ['image not-loaded']],
    ['also when the browser lists it', [dom('use href', { outcome: 'upgraded' })], ['image not-loaded']],
    ['unless the browser reports it', [dom('use href'), report('img-src')], ['image upgraded']],
    [
      'unless another element loads it',
      [dom('use href'), dom('img src', { outcome: 'upgraded' }), report('img-src')],
      ['image upgraded'],
    ],
    [
      'unless a sheet loads it',
      [dom('use href'), { ...dom('style'), via: 'sheet', outcome: 'upgraded' }, report('img-src')],
      ['image upgraded'],
    ],
    ['beside a fetch of it', [dom('use href'), listed('fetch')], ['fetch blocked', 'image not-loaded']],
    [
      'a frame with credentials',
      [dom('iframe src', { url: 'http://user:word@cdn.example/x' })],
      ['frame not-loaded'],
    ],
    [
      'no frame that stands beside one with credentials',
      [dom('iframe src', { url: 'http://user:word@cdn.example/x' }), dom('iframe src')],
      ['frame blocked'],
    ],
  ] as const)('%s', (_what, sightings, expected) => expect(judge(sightings)).toEqual(expected));

  it('counts SVG references to the page’s own host as images: they are upgraded first', () => {
    const url = 'http://example.com/x';
    expect(judge([dom('use href', { url, outcome: 'upgraded' })])).toEqual(['image upgraded']);
    expect(judge([dom('use href', { url: 'http://example.com:81/x' })])).toEqual(['image not-loaded']);
    expect(judge([dom('use href')], { frameUrl: 'about:srcdoc' })).toEqual(['image unknown']);
  });

  it('in the deep check is what was neither reported nor listed', () => {
    expect(judge([dom('iframe src')], { deep: true })).toEqual(['frame not-loaded']);
    expect(judge([dom('iframe src'), report('frame-src', 'http://cdn.example')], { deep: true })).toEqual([
      'frame blocked',
    ]);
    expect(judge([dom('form action')], { deep: true })).toEqual(['form would-be-sent']);
  });

  it('in Firefox is only what an element shows: its list has no blocked request', () => {
    expect(judge([dom('script src')], { engine: 'firefox' })).toEqual(['script blocked']);
    expect(judge([dom('script src', idle)], { engine: 'firefox' })).toEqual(['script not-loaded']);
  });
});

it('a socket of a shared worker may have been opened', () =>
  expect(judge([report('connect-src', 'ws://cdn.example/x')], { frameId: -1, mayLeave: true })).toEqual([
    'websocket unknown',
  ]));

describe('in any order', () => {
  const whats = {
    dom: [
      'img src',
      'img srcset',
      'script src',
      'link href\n\nstylesheet',
      'iframe src',
      'object data',
      'form action',
      'a href',
      'video poster',
    ],
    timing: ['img', 'script', 'link', 'css', 'fetch', 'other', 'iframe', 'video'],
    report: [
      'img-src',
      'script-src-elem',
      'frame-src',
      'connect-src',
      'default-src',
      'block-all-mixed-content',
    ],
    stop: ['img-src', 'script-src-elem', 'connect-src'],
  } as const;
  const outcomes = {
    dom: [null, 'upgraded', 'not-loaded'],
    timing: [null, 'blocked', 'loaded'],
    report: [null, 'upgraded', 'blocked'],
    stop: [null],
  } as const;
  const URLS = ['http://a.example', 'http://a.example/1', 'http://a.example/2', 'http://b.example/1'];
  const PLACES = [
    { url: 'https://x.example/', line: 0, column: 0 },
    { url: 'https://x.example/', line: 2, column: 1 },
  ];
  const via = fc.constantFrom('dom' as const, 'timing' as const, 'report' as const, 'stop' as const);
  const sighting = via.chain((source) =>
    fc.record({
      url: fc.constantFrom(...URLS),
      what: fc.constantFrom(...whats[source]),
      via: fc.constant(source),
      outcome: fc.constantFrom(...outcomes[source]),
      underPolicy: fc.boolean(),
      element: fc.constantFrom(
        null,
        { selectors: ['a'], closed: false },
        { selectors: ['b'], closed: false },
      ),
      source: fc.constantFrom(null, ...PLACES),
      count: fc.integer({ min: 1, max: 3 }),
    }),
  );
  // A blocked request is listed once it was seen to be loaded, but then without its element.
  const sightings = fc
    .array(sighting, { maxLength: 12 })
    .filter(
      (all) =>
        !all.some(({ via: source }) => source === 'stop') || !all.some(({ outcome }) => outcome === 'loaded'),
    );
  const context = fc.record({
    frameId: fc.constantFrom(0, 3),
    engine: fc.constantFrom('chromium' as const, 'firefox' as const),
    byPolicy: fc.boolean(),
    deep: fc.boolean(),
  });

  it('and in any grouping, sightings give the same list', () => {
    fc.assert(
      fc.property(
        sightings.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length }),
            fc.integer({ min: 1, max: 5 }),
          ),
        ),
        context,
        ([all, shuffled, size], parts) => {
          const whole = addSightings(NONE, all, frame(parts)).mixed;
          let lists: MixedLists = NONE;
          for (let at = 0; at < shuffled.length; at += size)
            lists = addSightings(lists, shuffled.slice(at, at + size), frame(parts));
          expect(inOrder(lists.mixed)).toEqual(inOrder(whole));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('no report of one frame changes the results of another', () => {
    fc.assert(
      fc.property(
        fc.array(sighting, { maxLength: 8 }),
        fc.array(sighting, { maxLength: 8 }),
        context,
        (own, other, parts) => {
          const before = addSightings(NONE, own, frame({ ...parts, frameId: 0 }));
          const after = addSightings(
            before,
            other,
            frame({ ...parts, frameId: 5, upgradesForms: true, stopsForms: true, byPolicy: true }),
          );
          expect(after.mixed.filter(({ frameId }) => frameId === 0)).toEqual(before.mixed);
        },
      ),
    );
  });

  it('no later report of a frame makes an observed outcome milder', () => {
    fc.assert(
      fc.property(sightings, sighting, context, (own, last, parts) => {
        fc.pre(last.via !== 'stop');
        const before = addSightings(NONE, own, frame(parts)).mixed;
        const { mixed } = addSightings(addSightings(NONE, own, frame(parts)), [last], frame(parts));
        const after = new Map(mixed.map((entry) => [entryId(entry), entry.outcome]));
        const milder = before.filter((entry) => {
          const outcome = after.get(entryId(entry));
          const isWatched = !entry.evidence.includes('rule') && /^(loaded|blocked)$/.test(entry.outcome);
          return isWatched && outcome !== undefined && outcome !== entry.outcome && outcome !== 'loaded';
        });
        expect(milder).toEqual([]);
      }),
    );
  });
});

function inOrder(entries: readonly MixedEntry[]): readonly MixedEntry[] {
  return entries.toSorted((a, b) => (entryId(a) < entryId(b) ? -1 : 1));
}
