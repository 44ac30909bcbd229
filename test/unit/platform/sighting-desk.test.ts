// What the background saw finds the page that it is of: not the one before it, and none that is opened later.
import { beforeEach, describe, expect, it } from 'vitest';
import { NO_FRAME, redirectSighting, workerRequest } from '../../../lib/page/background-sighting.ts';
import type { BackgroundSighting } from '../../../lib/page/background-sighting.ts';
import type { PageRecord } from '../../../lib/page/record.ts';
import { SessionStore } from '../../../lib/platform/session-store.ts';
import { SightingDesk } from '../../../lib/platform/sighting-desk.ts';
import { pageAt } from '../../../lib/verdict/example.ts';
import { MemoryArea } from './area.ts';

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
let area: MemoryArea;
let clock: number;

/** A background that was just woken. */
function wake(): SightingDesk {
  return new SightingDesk({
    store: new SessionStore(area),
    keeper: {
      amend: async (tabId, change) => {
        const record = shown.get(tabId);
        const next = record === undefined ? null : change(record);
        if (next !== null) shown.set(tabId, next);
        return next !== null;
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

beforeEach(() => {
  area = new MemoryArea();
  shown = new Map();
  clock = 1000;
});

describe('a redirect', () => {
  it('is of the page that is checked deeply, not of the one that the tab showed before', async () => {
    shown.set(1, pageAt(PAGE));
    await wake().take({ tabId: 1 }, REDIRECT);
    expect(listed(1)).toEqual([]);
    shown.set(1, pageAt(PAGE, { deepChecked: true }));
    await wake().arrive();
    expect(listed(1)).toEqual(['http://cdn.example/a.js']);
  });

  it('is given at once to a page that is there', async () => {
    shown.set(1, pageAt(PAGE, { deepChecked: true }));
    await wake().take({ tabId: 1 }, REDIRECT);
    expect(listed(1)).toEqual(['http://cdn.example/a.js']);
  });

  it('does not wait for a page that is opened much later', async () => {
    await wake().take({ tabId: 1 }, REDIRECT);
    clock += 5000;
    shown.set(1, pageAt(PAGE, { deepChecked: true }));
    await wake().arrive();
    expect(listed(1)).toEqual([]);
  });
});

describe('what a worker asks for', () => {
  it('of one tab is of that tab alone', async () => {
    for (const tabId of [1, 2]) shown.set(tabId, pageAt(PAGE));
    await wake().take({ tabId: 1 }, REPORT);
    expect([listed(1), listed(2)]).toEqual([['http://cdn.example/a.js'], []]);
  });

  it('shared, is of every page of its origin', async () => {
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
