// The pages that were open before the extension started: scanned once in a session, with the scripts that each browser needs and allows.
import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MARK } from '../../../../../lib/notice/mark.ts';
import { scanOpenTabs } from '../../../../../lib/platform/background/record/open-tabs.ts';
import { SessionStore } from '../../../../../lib/platform/background/record/session-store.ts';
import { MemoryArea } from '../../memory-area.ts';

interface Tab {
  readonly id?: number;
  readonly url?: string;
  readonly status: string;
  readonly incognito: boolean;
}
interface Injection {
  readonly target: { readonly tabId: number };
  readonly func?: (mark: string) => void;
  readonly args?: readonly string[];
  readonly files?: readonly string[];
}

const stage = vi.hoisted(() => ({
  engine: 'chromium',
  tabs: new Array<Tab>(),
  queries: new Array<unknown>(),
  scripts: new Array<Injection>(),
  /** The browser's refusal of scripts, by tab. */
  refusals: new Map<number, Error>(),
}));

vi.mock('../../../../../lib/platform/browser.ts', () => ({
  SITES: ['http://*/*', 'https://*/*'],
  get BROWSER() {
    return stage.engine;
  },
  browser: {
    tabs: {
      query: async (query: object) => {
        stage.queries.push(query);
        return stage.tabs;
      },
    },
    scripting: {
      executeScript: async (injection: Injection) => {
        const refusal = stage.refusals.get(injection.target.tabId);
        if (refusal !== undefined) throw refusal;
        stage.scripts.push(injection);
      },
    },
  },
}));

const TAB = { id: 1, url: 'https://shop.example/', status: 'complete', incognito: false };
const REMOVAL = { target: { tabId: 1, allFrames: true }, func: expect.any(Function), args: [MARK] };
const OBSERVER = { target: { tabId: 1, allFrames: true }, files: ['/observer.js'] };

let area: MemoryArea;
let calls: unknown[];
let complaints: string[];

/** Scans the tabs, in a background that was just started. */
function scan(store = new SessionStore(area)): Promise<void> {
  const writer = {
    settle: async (...args: unknown[]) => void calls.push(['settle', ...args]),
    showErrorPage: async (...args: unknown[]) => void calls.push(['showErrorPage', ...args]),
  };
  return scanOpenTabs({ writer, store }, (error) => void complaints.push(String(error)));
}

beforeEach(() => {
  area = new MemoryArea();
  calls = [];
  complaints = [];
  Object.assign(stage, { engine: 'chromium', tabs: [TAB], queries: [], scripts: [], refusals: new Map() });
});

describe('scanOpenTabs', () => {
  it.each([
    ['chromium', [REMOVAL, OBSERVER]],
    // Firefox starts the observer automatically, and a second one would report everything twice.
    ['firefox', [REMOVAL]],
  ])(
    'in %s stores the address of an open page, then starts its scripts in all frames',
    async (engine, scripts) => {
      stage.engine = engine;
      await scan();
      expect(stage.queries).toEqual([{ url: ['http://*/*', 'https://*/*'] }]);
      expect(calls).toEqual([['settle', 1, 'https://shop.example/', false]]);
      expect(stage.scripts).toEqual(scripts);
      expect(complaints).toEqual([]);
    },
  );

  it('reports private tabs as private', async () => {
    stage.tabs = [{ ...TAB, incognito: true }];
    await scan();
    expect(calls).toEqual([['settle', 1, 'https://shop.example/', true]]);
  });

  it.each([
    ['is loading', { ...TAB, status: 'loading' }],
    ['is discarded', { ...TAB, status: 'unloaded' }],
    ['has no id', { url: TAB.url, status: 'complete', incognito: false }],
    ['has no address', { id: 1, status: 'complete', incognito: false }],
  ])('leaves out a tab that %s', async (_what, tab) => {
    stage.tabs = [tab, { ...TAB, id: 2 }];
    await scan();
    expect(calls).toEqual([['settle', 2, TAB.url, false]]);
    expect(new Set(stage.scripts.map(({ target }) => target.tabId))).toEqual(new Set([2]));
  });

  it('scans once in a session, however often the background starts', async () => {
    const store = new SessionStore(area);
    await Promise.all([scan(store), scan(store)]);
    await scan();
    expect(stage.queries).toHaveLength(1);
    expect(stage.scripts).toHaveLength(2);
  });

  it('scans again in the next session', async () => {
    await scan();
    area = new MemoryArea();
    await scan();
    expect(stage.queries).toHaveLength(2);
  });

  it('rejects and touches no page when the session cannot be marked as scanned', async () => {
    area.quota = 0;
    await expect(scan()).rejects.toThrow('quota');
    expect([calls, stage.queries, stage.scripts]).toEqual([[], [], []]);
  });
});

describe('a page in which the browser allows no scripts', () => {
  const OTHER = { ...TAB, id: 2 };
  const ERROR_PAGE = 'Error: Cannot access contents of the page. Frame is showing error page';
  const NO_PERMISSION = 'Error: Missing host permission for the tab';

  it.each([
    ['chromium', ERROR_PAGE, true],
    ['firefox', NO_PERMISSION, 'maybe'],
  ])('in %s counts as an error page after "%s"', async (engine, message, isErrorPage) => {
    stage.engine = engine;
    stage.tabs = [TAB, OTHER];
    stage.refusals.set(1, new Error(message));
    await scan();
    expect(calls).toEqual([
      ['settle', 1, TAB.url, false],
      ['showErrorPage', 1, TAB.url, false, isErrorPage],
      ['settle', 2, TAB.url, false],
    ]);
    expect(complaints).toEqual([]);
  });

  it.each([
    ['chromium', NO_PERMISSION],
    ['chromium', 'No tab with id: 1.'],
    ['firefox', ERROR_PAGE],
    ['firefox', 'Invalid tab ID: 1'],
  ])('in %s is reported after "%s", and the other pages are scanned', async (engine, message) => {
    stage.engine = engine;
    stage.tabs = [TAB, OTHER];
    stage.refusals.set(1, new Error(message));
    await scan();
    expect(complaints).toEqual([`Error: ${message}`]);
    expect(calls).toEqual([
      ['settle', 1, TAB.url, false],
      ['settle', 2, TAB.url, false],
    ]);
  });
});

describe('the script that removes earlier drawings', () => {
  class HTMLElement {
    readonly openOrClosedShadowRoot: { readonly querySelector: (selector: string) => object | null } | null;
    isRemoved = false;

    /** `mark`: the attribute of the style sheet in the closed shadow root; null: there is no shadow root. */
    constructor(mark: string | null) {
      this.openOrClosedShadowRoot =
        mark === null ? null : { querySelector: (selector) => (selector === `style[${mark}]` ? {} : null) };
    }

    remove(): void {
      this.isRemoved = true;
    }
  }

  /** Runs the script on these popovers as a frame does: from its text, with nothing of this module. */
  async function run(popovers: readonly HTMLElement[], frame: object): Promise<void> {
    await scan();
    const [{ func, args } = {}] = stage.scripts;
    const querySelectorAll = (selector: string) => (selector === '[popover]' ? popovers : []);
    runInNewContext(`(${String(func)})(...args)`, {
      document: { querySelectorAll },
      HTMLElement,
      args,
      ...frame,
    });
  }

  const openOrClosedShadowRoot = (element: HTMLElement) => element.openOrClosedShadowRoot;
  it.each([
    ['Chromium', { chrome: { dom: { openOrClosedShadowRoot } } }],
    ['Firefox', {}],
  ])('in %s removes what is marked as this extension’s, and nothing of the page', async (_engine, frame) => {
    const [own, other, plain] = [MARK, 'data-other', null].map((mark) => new HTMLElement(mark));
    const popovers = [own, other, plain].flatMap((popover) => popover ?? []);
    await run(popovers, frame);
    expect(popovers.map(({ isRemoved }) => isRemoved)).toEqual([true, false, false]);
  });

  it('keeps what this version of the extension drew', async () => {
    const own = new HTMLElement(MARK);
    await run([own], { [Symbol.for(MARK)]: new WeakSet([own]) });
    expect(own.isRemoved).toBe(false);
  });
});
