// What the background saw is added to its own page: not to the one before it, and not to one that is opened later.
import { beforeEach, describe, expect, it } from 'vitest';
import {
  NO_FRAME,
  redirectSighting,
  workerRequest,
} from '../../../../../lib/record/sightings/background-sighting.ts';
import type { BackgroundSighting } from '../../../../../lib/record/sightings/background-sighting.ts';
import { MAX_MIXED } from '../../../../../lib/record/sightings/merge-sightings.ts';
import { ARRIVAL, startNavigation } from '../../../../../lib/record/navigation.ts';
import { addBackgroundSighting } from '../../../../../lib/record/record-changes.ts';
import type { PageRecord } from '../../../../../lib/record/record.ts';
import { SessionStore } from '../../../../../lib/platform/background/record/session-store.ts';
import { SightingService } from '../../../../../lib/platform/background/record/sighting-service.ts';
import { pageAt } from '../../../../../lib/verdict/example.ts';
import { MemoryArea } from '../../memory-area.ts';

const PAGE = 'https://shop.example/';
const REDIRECT = redirectSighting({
  type: 'script',
  from: 'https://shop.example/a.js',
  to: 'http://cdn.example/a.js',
  frameId: 0,
  frameUrl: 'https://shop.example',
});
const REPORT: BackgroundSighting = {
  frameId: NO_FRAME,
  frameUrl: 'https://shop.example/worker.js',
  sighting: { ...REDIRECT.sighting, what: 'connect-src', via: 'report' },
};

let shown: Map<number, PageRecord>;
/** Tabs in which another page is being loaded. */
let leaving: Set<number>;
let area: MemoryArea;
let clock: number;

/** A background that was just started. */
function wake(): SightingService {
  return new SightingService({
    store: new SessionStore(area),
    writer: {
      amend: async (tabId, change) => {
        if (leaving.has(tabId)) return 'on-its-way';
        const record = shown.get(tabId);
        const next = record === undefined ? null : change(record);
        if (next === null) return 'not-concerned';
        shown.set(tabId, next);
        return 'amended';
      },
    },
    engine: 'chromium',
    tabs: async () => [...shown.keys()],
    now: () => clock,
  });
}

function listed(tabId: number): readonly string[] {
  return (shown.get(tabId)?.mixed ?? []).map(({ url }) => url);
}

/** A page with a deep check that was requested at a time. */
function opened(startedAt: number): PageRecord {
  return pageAt(PAGE, { deepChecked: true, navigation: startNavigation('r', PAGE, startedAt) });
}

beforeEach(() => {
  area = new MemoryArea();
  shown = new Map();
  leaving = new Set();
  clock = 1000;
});

describe('a redirect', () => {
  it.each([true, false])(
    'is given at once to a page that is there; checked deeply: %s',
    async (deepChecked) => {
      shown.set(1, pageAt(PAGE, { deepChecked }));
      await wake().take({ tabId: 1, origin: null }, REDIRECT);
      expect(listed(1)).toEqual(['http://cdn.example/a.js']);
    },
  );

  it('does not wait for a page that is opened much later', async () => {
    await wake().take({ tabId: 1, origin: null }, REDIRECT);
    clock += ARRIVAL;
    shown.set(1, pageAt(PAGE, { deepChecked: true }));
    await wake().arrive();
    expect(listed(1)).toEqual([]);
  });
});

describe('a page on its way', () => {
  it('gets the sightings of it, and the page that it replaces does not', async () => {
    shown.set(1, pageAt(PAGE, { deepChecked: true }));
    leaving.add(1);
    await wake().take({ tabId: 1, origin: null }, REDIRECT);
    expect(listed(1)).toEqual([]);
    leaving.clear();
    shown.set(1, opened(clock - 10));
    await wake().arrive();
    expect(listed(1)).toEqual(['http://cdn.example/a.js']);
  });

  it('gets all of the many sightings that are made while it loads', async () => {
    leaving.add(1);
    const urls = Array.from({ length: 300 }, (_, index) => `http://cdn.example/${index}.js`);
    const service = wake();
    for (const url of urls)
      await service.take(
        { tabId: 1, origin: null },
        { ...REDIRECT, sighting: { ...REDIRECT.sighting, url } },
      );
    leaving.clear();
    shown.set(1, opened(clock - 10));
    await wake().arrive();
    expect(listed(1)).toEqual(urls);
  });

  it('gets no sighting from before its request', async () => {
    await wake().take({ tabId: 1, origin: null }, REDIRECT);
    shown.set(1, opened(clock + 10));
    await wake().arrive();
    expect(listed(1)).toEqual([]);
  });

  it('gets a sighting of all pages of its origin once, like the pages that exist', async () => {
    for (const tabId of [1, 2]) shown.set(tabId, pageAt(PAGE));
    leaving.add(2);
    await wake().take(
      { origin: 'https://shop.example' },
      workerRequest('https://shop.example', 'http://api.example/'),
    );
    expect([listed(1), listed(2)]).toEqual([['http://api.example/'], []]);
    leaving.clear();
    await wake().arrive();
    await wake().arrive();
    expect([1, 2].map((tabId) => shown.get(tabId)?.mixed.map(({ url, count }) => [url, count]))).toEqual([
      [['http://api.example/', 1]],
      [['http://api.example/', 1]],
    ]);
  });

  it('is not counted again by a full list that leaves it out', async () => {
    const full = addBackgroundSighting(pageAt(PAGE), REPORT, 0, false, 'chromium').mixed.flatMap((entry) =>
      Array.from({ length: MAX_MIXED }, (_, index) => ({ ...entry, url: `http://cdn.example/${index}.js` })),
    );
    shown.set(1, pageAt(PAGE, { mixed: full }));
    shown.set(2, pageAt(PAGE));
    leaving.add(2);
    await wake().take(
      { origin: 'https://shop.example' },
      workerRequest('https://shop.example', 'http://api.example/'),
    );
    await wake().arrive();
    leaving.clear();
    await wake().arrive();
    expect([1, 2].map((tabId) => shown.get(tabId)?.mixedDropped)).toEqual([1, 0]);
  });
});

describe('a request of a worker', () => {
  it('of one tab belongs to that tab only', async () => {
    for (const tabId of [1, 2]) shown.set(tabId, pageAt(PAGE));
    await wake().take({ tabId: 1, origin: null }, REPORT);
    expect([listed(1), listed(2)]).toEqual([['http://cdn.example/a.js'], []]);
  });

  it('of another origin than the page and its frames belongs to no page, and of an opaque one to its tab', async () => {
    shown.set(1, pageAt(PAGE));
    await wake().take({ tabId: 1, origin: 'https://evil.example' }, REPORT);
    expect(listed(1)).toEqual([]);
    for (const origin of ['https://shop.example', 'null']) {
      shown.set(1, pageAt(PAGE));
      await wake().take({ tabId: 1, origin }, REPORT);
      expect(listed(1)).toEqual(['http://cdn.example/a.js']);
    }
  });

  it('shared, belongs to every page of its origin', async () => {
    shown.set(1, pageAt(PAGE));
    shown.set(2, pageAt('https://news.example/'));
    shown.set(3, pageAt('https://shop.example/other'));
    await wake().take(
      { origin: 'https://shop.example' },
      workerRequest('https://shop.example', 'http://api.example/'),
    );
    expect([1, 2, 3].map(listed)).toEqual([['http://api.example/'], [], ['http://api.example/']]);
  });
});

describe('what is left out', () => {
  it('because it cannot be read is a gap of the page', async () => {
    shown.set(1, pageAt(PAGE));
    await wake().take({ tabId: 1, origin: null }, null);
    expect(shown.get(1)?.refused).toBe(1);
  });

  it('because too much waits for a page is one too', async () => {
    leaving.add(1);
    const service = wake();
    for (let index = 0; index < 502; index += 1)
      await service.take(
        { tabId: 1, origin: null },
        { ...REDIRECT, sighting: { ...REDIRECT.sighting, url: `http://cdn.example/${index}.js` } },
      );
    leaving.clear();
    shown.set(1, opened(clock - 10));
    await wake().arrive();
    expect(shown.get(1)?.refused).toBeGreaterThan(0);
    expect(listed(1).length).toBeGreaterThan(490);
    expect(listed(1).at(-1)).toBe('http://cdn.example/501.js');
  });
});
