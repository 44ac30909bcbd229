// Removes frames that disappeared without a report, and nothing else. The lab tests how the browser lists existing frames.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FrameFacts, PageRecord } from '../../../../../lib/record/record.ts';
import {
  dropLostFrames,
  lookForLostFrames,
} from '../../../../../lib/platform/background/record/lost-frames.ts';
import { SessionStore } from '../../../../../lib/platform/background/record/session-store.ts';
import { frameAt, pageAt } from '../../../../../lib/verdict/example.ts';
import { MemoryArea } from '../../memory-area.ts';

vi.mock('../../../../../lib/platform/browser.ts', () => ({ browser: {} }));

const URL = 'https://shop.example/';
let store: SessionStore;
beforeEach(() => {
  store = new SessionStore(new MemoryArea());
});

function frame(documentId: string): FrameFacts {
  return { ...frameAt(URL, true, { password: 1 }), documentId };
}

function framed(...documents: readonly string[]): PageRecord {
  const inner = documents.map((documentId, index) => [String(5 + index), frame(documentId)]);
  return pageAt(URL, { frames: { '0': frame('main'), ...Object.fromEntries(inner) } });
}

/** A tab shows this page. */
function show(page: PageRecord, tabId = 1): Promise<PageRecord> {
  const state = { documentId: page.documentId, private: false, noticed: null };
  return store.change((tx) => tx.putPage({ ...page, tabId }, state));
}

function ports(documentsIn: (tabId: number) => Promise<ReadonlyMap<string, string>>) {
  return {
    store,
    documentsIn: vi.fn<typeof documentsIn>(documentsIn),
    writer: {
      amend: (tabId: number, change: (page: PageRecord) => PageRecord | null) =>
        store.change(async (tx) => {
          const page = await tx.currentPage(tabId);
          const next = page && change(page);
          if (next) await tx.putPage(next, null);
          return next ? ('amended' as const) : ('not-concerned' as const);
        }),
    },
  };
}

async function framesOf(tabId = 1): Promise<readonly string[]> {
  const page = await store.change((tx) => tx.currentPage(tabId));
  return Object.keys(page?.frames ?? {});
}

/** The remaining ones of frames 5, 6 and 7 with documents a, b and c when these exist. */
async function leftOf(
  there: Readonly<Record<string, string>>,
  meanwhile?: PageRecord,
): Promise<readonly string[]> {
  await show(framed('a', 'b', 'c'));
  const all = ports(async () => {
    if (meanwhile) await show(meanwhile);
    return new Map(Object.entries(there));
  });
  await dropLostFrames(all, 1);
  return framesOf();
}

describe('a frame', () => {
  it('that no longer exists is removed from its page', async () =>
    expect(await leftOf({ '0': 'main', '5': 'a', '7': 'c' })).toEqual(['0', '5', '7']));

  it('that now has another document is removed too', async () =>
    expect(await leftOf({ '0': 'main', '5': 'a', '6': 'next', '7': 'c' })).toEqual(['0', '5', '7']));

  it('stays while its document exists', async () =>
    expect(await leftOf({ '0': 'main', '5': 'a', '6': 'b', '7': 'c', '8': 'd' })).toEqual([
      '0',
      '5',
      '6',
      '7',
    ]));

  it('stays when it has reported since', async () =>
    expect(await leftOf({ '0': 'main', '6': 'b', '7': 'c' }, framed('next', 'b', 'c'))).toEqual([
      '0',
      '5',
      '6',
      '7',
    ]));

  it('of another page is not changed', async () =>
    expect(await leftOf({ '0': 'main' }, { ...framed('a', 'b'), documentId: 'next' })).toEqual([
      '0',
      '5',
      '6',
    ]));
});

describe('when the background starts', () => {
  beforeEach(() => void vi.useFakeTimers());

  it('only pages with frames are checked, each separately', async () => {
    await show(framed('a'), 1);
    await show(framed(), 2);
    await show(framed('b'), 3);
    await show(framed('c'), 4);
    await show({ ...framed(), documentId: 'next' }, 4);
    const failure = new Error('Cannot access contents of the page.');
    const all = ports(async (tabId) => (tabId === 1 ? Promise.reject(failure) : new Map([['0', 'main']])));
    const report = vi.fn<(error: unknown) => void>();
    lookForLostFrames(all, report);
    await vi.runAllTimersAsync();
    vi.useRealTimers();
    await vi.waitFor(async () => expect(await framesOf(3)).toEqual(['0']));
    expect(all.documentsIn.mock.calls).toEqual([[1], [3]]);
    expect(report.mock.calls).toEqual([[failure]]);
    expect(await framesOf(1)).toEqual(['0', '5']);
  });
});
