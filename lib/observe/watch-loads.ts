// Watches what a document loads without encryption: its elements, its style sheets, the browser's list of loads, the browser's reports.
// Elements and sheets say http where the list, in Chromium, has https because the browser upgraded the load: both are joined here.
import { hrefOf, isInsecure, requestedAddress } from '../address/address.ts';
import type { MetaLine, RawSighting } from '../record/sightings/observer-report.ts';
import { allMatching, baseOf, getAttribute, isConnected, tagOf } from './dom.ts';
import { sends } from './finds.ts';
import type { Finds } from './finds.ts';
import type { Listen } from './listen.ts';
import { readLoads } from './loads.ts';
import type { Load } from './loads.ts';
import { watchMetas } from './head-metas.ts';
import { locate, recount } from './find-place.ts';
import { readSheets } from './sheets.ts';
import type { Slicer } from './slicer.ts';
import { listedOutcome } from './timing.ts';
import { listenToViolations } from './violations.ts';

/** Addresses, and shadow roots, remembered of each sort; what is more is counted as left out. */
const MAX_KEPT = 10_000;
/** Ways to ask for one address that are remembered. */
const MAX_WAYS = 8;

export interface LoadWatch {
  /** Looks at an element, new or changed. Gives what is left to do, in steps. */
  readonly look: (element: Element, tag: string) => Generator<undefined> | null;
  /** What the document's markup says in place of headers. */
  readonly metas: readonly MetaLine[];
  /** A shadow root has style sheets of its own. */
  readonly addRoot: (root: ShadowRoot) => void;
  /** The document was looked at, as far as it is there. */
  readonly settle: () => void;
}

/**
 * `finds` gets what is found; `onNews`: there is something to send. `onHost`: a host that answered over an encrypted connection, or an empty text. `onSheetLoads`: sheets
 * have loaded something since they were read; they are read again when the document settles. Listens from now on.
 */
export function watchLoads(
  window: Window & typeof globalThis,
  finds: Finds,
  slicer: Slicer,
  listen: Listen,
  onNews: () => void,
  onHost: (hostname: string) => void,
  onSheetLoads: () => void,
): LoadWatch {
  const { document } = window;
  /** By the address that an upgraded load has in the browser's list. */
  const named = new Map<string, readonly RawSighting[]>();
  /** The browser's list itself ends after 250 entries, and a page may clear it (Resource Timing, 3.4). */
  const heard = new Set<string>();
  const metas = watchMetas(window);
  const looked = new WeakMap<Element, string>();
  /** Elements whose load ended in an error. */
  const failed = new WeakSet<Element>();
  const roots = new Set<Document | ShadowRoot>([document]);
  /** Reports by directive and address, and by address alone. */
  const reported = new Set<string>();
  let lastReported = '';
  /** Sheets have loaded something since they were read. */
  let hasSheetLoads = false;

  const ask = (
    url: string,
    what: string,
    via: RawSighting['via'],
    source: RawSighting['source'] = null,
    outcome: RawSighting['outcome'] = null,
  ): RawSighting => ({ url, what, via, outcome, metas: metas.lines.length, element: null, source, count: 1 });

  const note = (sighting: RawSighting, isAnotherElement = false): void => {
    if (finds.add(sighting, isAnotherElement)) onNews();
  };

  /** Remembers who names an address; true when the browser's list has it already. */
  const name = (sighting: RawSighting): boolean => {
    const key = upgraded(sighting.url);
    const known = named.get(key) ?? [];
    // Each kind of request to an address may end in another way.
    if (!known.some(({ what }) => what === sighting.what) && known.length < MAX_WAYS) {
      if (known.length > 0 || named.size < MAX_KEPT) named.set(key, [...known, sighting]);
      // Finds count what elements name; what a sheet names is none until it was loaded. The larger number counts.
      else finds.drop('sheet');
    }
    return heard.has(key) || heard.has(requestedAddress(sighting.url));
  };

  const isTop = window === window.top;
  const look: LoadWatch['look'] = (element, tag) => {
    // What has a document in it, and what one that once was opened in it may do.
    if (isTop && /^i?fra|^obj|^emb/.test(tag)) metas.add(`sandbox:${getAttribute(element, 'sandbox')}`);
    const loads = readLoads(element, tag);
    if (loads.length === 0) return null;
    const hasFailed = failed.has(element);
    const signature = `${loads.join()},${hasFailed}`;
    const before = looked.get(element) ?? '';
    if (before === signature) return null;
    looked.set(element, signature);
    return noteLoads(element, loads, before, hasFailed);
  };

  function* noteLoads(
    element: Element,
    loads: readonly Load[],
    before: string,
    hasFailed: boolean,
  ): Generator<undefined> {
    // What it asks for anew it asks for now.
    const inForce = before ? metas.lines.length : metas.before(element);
    const place = finds.isFull() ? null : yield* locate(element);
    for (const [what, url, isIdle] of loads) {
      const sighting = { ...ask(url, what, 'dom'), element: place, metas: inForce };
      const isLoaded = !sends(what) && name(sighting);
      // A style may name what is never loaded: of an element that is not shown, or what a later rule replaces.
      if (what !== 'style' || isLoaded)
        note(
          {
            ...sighting,
            outcome: hasFailed ? 'failed' : isLoaded ? outcomeOf(url) : isIdle ? 'not-loaded' : null,
          },
          !before.includes(`${what},${url},`),
        );
    }
  }

  /** An address that the list has under https was upgraded; under http, the list itself tells. */
  const outcomeOf = (url: string): 'upgraded' | null => (heard.has(upgraded(url)) ? 'upgraded' : null);

  const noteTiming = (entry: PerformanceResourceTiming): void => {
    // Masks and filters from other documents are listed as "other".
    if (/^(css|other)$/.test(entry.initiatorType)) hasSheetLoads = true;
    // fetch, xmlhttprequest and beacon are what no element and no sheet asks for.
    if (!/^(fet|x|be)/.test(entry.initiatorType)) {
      if (heard.size < MAX_KEPT) heard.add(requestedAddress(entry.name));
      else finds.drop('timing');
    }
    onHost(/^https:\/\/([^/:]+)/.exec(entry.name)?.[1] ?? '');
    const isClear = isInsecure(entry.name);
    if (isClear) note(ask(entry.name, entry.initiatorType, 'timing', null, listedOutcome(entry)));
    for (const known of named.get(upgraded(entry.name)) ?? [])
      // A report was noted when it came: where the list is full, it was counted then.
      if (known.via !== 'report' || !finds.isFull())
        note(isClear ? known : { ...known, outcome: 'upgraded' });
  };

  /** In steps, and each sheet once: shadow roots share them. */
  function* readAllSheets(): Generator {
    const seen = new Set<CSSStyleSheet>();
    for (const root of roots) {
      yield;
      // A page may make and remove them without end.
      if (!isConnected(root)) roots.delete(root);
      for (const found of readSheets(root, document.URL, baseOf(document), seen)) {
        yield;
        if (found === null) finds.drop('sheet');
        if (!found) continue;
        const { url, sheet, what } = found;
        const sighting = ask(url, what, 'sheet', { url: sheet, line: 0, column: 0 });
        if (name(sighting) || reported.has(requestedAddress(url)))
          note({ ...sighting, outcome: outcomeOf(url) });
      }
    }
  }

  const noteReport = (sighting: RawSighting): void => {
    const { url, what } = sighting;
    const key = `${what} ${url}`;
    // Chromium reports a load twice, one right after the other.
    if (reported.has(key) || key === lastReported) return;
    lastReported = key;
    // A page can cause reports by the thousand: what is too much is counted.
    if (reported.size >= MAX_KEPT) return note(sighting);
    reported.add(key);
    reported.add(url);
    hasSheetLoads = true;
    note(name(sighting) ? { ...sighting, outcome: outcomeOf(url) } : sighting);
  };

  function* noteTimings(entries: PerformanceEntryList): Generator {
    for (const entry of entries) {
      // Only entries of the observed type come.
      noteTiming(entry as PerformanceResourceTiming);
      yield;
    }
    if (hasSheetLoads) onSheetLoads();
  }

  // Elements are looked at again when they failed to load, and those that wait to be scrolled to after scrolling.
  const lookAgain = (element: Element): void => {
    const job = looked.has(element) && look(element, tagOf(element));
    if (job) slicer.add(job);
  };
  listen('error', ({ target }) => {
    // Or the window, for an error in a script: nothing that was looked at.
    const element = target as Element;
    failed.add(element);
    lookAgain(element);
  });
  listen('scrollend', () => allMatching(document, '[loading=lazy i]').forEach(lookAgain));
  listenToViolations(listen, (url, what, via, source) =>
    (via === 'stop' ? note : noteReport)(ask(url, what, via, source)),
  );
  // A page that was busy has them by the thousand.
  new PerformanceObserver((list) => slicer.add(noteTimings(list.getEntries()))).observe({
    type: 'resource',
    buffered: true,
  });

  return {
    look,
    metas: metas.lines,
    addRoot: (root) => {
      if (roots.size < MAX_KEPT) roots.add(root);
      else finds.drop('sheet');
    },
    settle: () => {
      recount();
      // A sheet has what it loads in it by the time that it loads it.
      if (hasSheetLoads) slicer.add(readAllSheets());
      hasSheetLoads = false;
    },
  };
}

/** The address under which an upgraded load is listed. */
function upgraded(url: string): string {
  // Parsed anew, since of https 443 is the port that addresses leave out.
  return hrefOf(requestedAddress(url).replace(/^http:/, 'https:'));
}
