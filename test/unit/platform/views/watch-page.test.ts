// Views never show an older record of a page than the one stored last, however slowly the browser answers.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageState } from '../../../../lib/record/page-state.ts';
import { outlineKey, pageKey, tabKey } from '../../../../lib/platform/storage-keys.ts';
import { watchPage } from '../../../../lib/platform/views/watch-page.ts';
import { followItem, outlineOf } from '../../../../lib/platform/views/watch-value.ts';
import { pageAt } from '../../../../lib/verdict/example.ts';
import { MemoryArea } from '../memory-area.ts';

type Listener = (changes: Record<string, { readonly newValue: unknown }>) => void;

/** The browser: a storage that reports its changes, and answers that can be delayed. */
const stage = vi.hoisted(() => {
  const listeners: Listener[] = [];
  return {
    listeners,
    get: (_keys: string | string[]): Promise<Record<string, unknown>> => Promise.resolve({}),
    getTab: (): Promise<unknown> => Promise.resolve({}),
    reads: 0,
    isAllowed: true,
    accessListeners: [] as (() => void)[],
  };
});

vi.mock('../../../../lib/platform/browser.ts', () => ({
  SITES: ['https://*/*'],
  browser: {
    storage: {
      session: {
        get: (keys: string | string[]) => stage.get(keys),
        onChanged: {
          addListener: (listener: Listener) => stage.listeners.push(listener),
          removeListener: (listener: Listener) =>
            stage.listeners.splice(stage.listeners.indexOf(listener), 1),
        },
      },
    },
    permissions: {
      contains: async () => stage.isAllowed,
      onAdded: { addListener: () => undefined, removeListener: () => undefined },
      onRemoved: {
        addListener: (listener: () => void) => stage.accessListeners.push(listener),
        removeListener: () => undefined,
      },
    },
    tabs: {
      get: () => {
        stage.reads += 1;
        return stage.getTab();
      },
      onUpdated: { addListener: () => undefined, removeListener: () => undefined },
    },
  },
}));

const URL = 'https://shop.example/';
const KEY = pageKey(1, 'example');
let area: MemoryArea;

beforeEach(async () => {
  area = new MemoryArea();
  stage.listeners.length = 0;
  stage.reads = 0;
  stage.isAllowed = true;
  stage.get = (keys) => area.get(keys);
  stage.getTab = async () => ({ url: URL });
  await put(0, tabKey(1), { documentId: 'example', private: false, noticed: null });
  await put(0);
});

/** Stores a page record with that number of dropped entries and that revision, or another value, and reports the change as browsers do. */
async function put(
  mixedDropped: number,
  key = KEY,
  value: unknown = pageAt(URL, { mixedDropped, revision: mixedDropped }),
): Promise<void> {
  await area.set({ [key]: value });
  for (const listener of stage.listeners) listener({ [key]: { newValue: value } });
}

/** A promise that the test resolves. */
class Gate {
  resolve = (): void => undefined;
  readonly promise = new Promise<void>((resolve) => {
    this.resolve = resolve;
  });
}

describe('the page in a tab', () => {
  const seen: (number | null)[] = [];
  const note = (state: PageState | null): void =>
    void seen.push(state?.kind === 'record' ? state.record.mixedDropped : null);
  beforeEach(() => void seen.splice(0));

  it('is read again when it changes during the first read', async () => {
    const tab = new Gate();
    stage.getTab = async () => tab.promise;
    const stop = watchPage(1, note);
    await vi.waitFor(() => expect(stage.reads).toBe(1));
    // The record has been read, but not yet the tab's address.
    await put(1);
    tab.resolve();
    await vi.waitFor(() => expect(seen.at(-1)).toBe(1));
    stop();
    expect(stage.listeners).toEqual([]);
  });

  it('is read again when it changes during a later read', async () => {
    watchPage(1, note);
    await vi.waitFor(() => expect(seen).toEqual([0]));
    const tab = new Gate();
    stage.getTab = async () => tab.promise;
    await put(1);
    await vi.waitFor(() => expect(stage.reads).toBe(2));
    await put(2);
    tab.resolve();
    await vi.waitFor(() => expect(seen.at(-1)).toBe(2));
  });

  it('is read once more, not a hundred times, after a hundred changes', async () => {
    const tab = new Gate();
    stage.getTab = async () => tab.promise;
    watchPage(1, note);
    await vi.waitFor(() => expect(stage.reads).toBe(1));
    for (let count = 1; count <= 100; count++) await put(count);
    tab.resolve();
    await vi.waitFor(() => expect(seen.at(-1)).toBe(100));
    expect(stage.reads).toBe(2);
  });

  it('is no longer shown once access to it is revoked', async () => {
    const kinds: (string | undefined)[] = [];
    watchPage(1, (state) => void kinds.push(state?.kind));
    await vi.waitFor(() => expect(kinds).toEqual(['record']));
    stage.isAllowed = false;
    for (const listener of stage.accessListeners) listener();
    await vi.waitFor(() => expect(kinds.at(-1)).toBe('no-access'));
  });

  it('is reported once for each revision, however often it is stored', async () => {
    watchPage(1, note);
    await vi.waitFor(() => expect(seen).toEqual([0]));
    await put(0);
    await put(1);
    await vi.waitFor(() => expect(seen).toEqual([0, 1]));
    expect(stage.reads).toBeGreaterThan(1);
  });

  it('is reported again when another document has the same revision', async () => {
    watchPage(1, note);
    await vi.waitFor(() => expect(seen).toEqual([0]));
    const other = { ...pageAt(URL, { mixedDropped: 7, revision: 0 }), documentId: 'other' };
    await put(0, pageKey(1, 'other'), other);
    await put(0, tabKey(1), { documentId: 'other', private: false, noticed: null });
    await vi.waitFor(() => expect(seen).toEqual([0, 7]));
  });

  it('is not read again when another tab changes', async () => {
    watchPage(1, note);
    await vi.waitFor(() => expect(seen).toEqual([0]));
    await put(1, pageKey(11, 'example'));
    await put(1, tabKey(11));
    await put(1);
    await vi.waitFor(() => expect(seen).toEqual([0, 1]));
    expect(stage.reads).toBe(2);
  });
});

it('a value that changed before the first read finished is the newer one', async () => {
  const answer = new Gate();
  const older = { documentId: 'older', finds: {}, all: false };
  stage.get = async () => {
    await answer.promise;
    return { [outlineKey(1)]: older };
  };
  const seen: unknown[] = [];
  followItem(outlineOf(1), (outline) => seen.push(outline?.documentId));
  await put(0, outlineKey(1), { ...older, documentId: 'newer' });
  answer.resolve();
  await vi.waitFor(() => expect(seen.length).toBeGreaterThan(0));
  await Promise.resolve();
  expect(seen).toEqual(['newer']);
});
