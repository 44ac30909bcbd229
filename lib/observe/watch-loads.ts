// Watches the insecure requests of a document: in its elements, its style sheets, the browser's Resource Timing entries and policy reports. For a
// request that Chromium upgraded, elements and sheets say http and the entry says https; both are joined here.
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

/** The most addresses, and shadow roots, of each kind that are remembered; more are counted as left out. */
const MAX_KEPT = 10_000;
/** The most ways to request one address that are remembered. */
const MAX_WAYS = 8;

export interface LoadWatch {
  /** Scans an element, new or changed. Returns further work, in steps. */
  readonly scan: (element: Element, tag: string) => Generator<undefined> | null;
  /** The policies in the document's markup. */
  readonly metas: readonly MetaLine[];
  /** Adds a shadow root, which has style sheets of its own. */
  readonly addRoot: (root: ShadowRoot) => void;
  /** The document was scanned, as far as it is there. */
  readonly settle: () => void;
}

/**
 * Listens from now on and adds to `finds`. `onNews`: there is something to send. `onHost`: a host that answered over an encrypted connection, or an empty
 * text. `onSheetLoads`: sheets have loaded something since they were read; they are read again when the document settles.
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
  /** By the address under which an upgraded request is listed. */
  const named = new Map<string, readonly RawSighting[]>();
  /** The browser's list is limited to 250 entries, and a page may clear it (Resource Timing, 3.4). */
  const heard = new Set<string>();
  const metas = watchMetas(window);
  const scanned = new WeakMap<Element, string>();
  /** Elements whose request ended in an error. */
  const failed = new WeakSet<Element>();
  const roots = new Set<Document | ShadowRoot>([document]);
  /** Reports by directive and address, and by address alone. */
  const reported = new Set<string>();
  let lastReported = '';
  /** Whether sheets have loaded something since they were read. */
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

  /** Remembers that a sighting names an address. Returns whether the browser has listed it already. */
  const name = (sighting: RawSighting): boolean => {
    const key = upgraded(sighting.url);
    const known = named.get(key) ?? [];
    // Each kind of request to an address may have another outcome.
    if (!known.some(({ what }) => what === sighting.what) && known.length < MAX_WAYS) {
      if (known.length > 0 || named.size < MAX_KEPT) named.set(key, [...known, sighting]);
      // Elements are counted by finds. A sheet's address counts only once it is loaded. The larger number is reported.
      else finds.drop('sheet');
    }
    return heard.has(key) || heard.has(requestedAddress(sighting.url));
  };

  const isTop = window === window.top;
  const scan: LoadWatch['scan'] = (element, tag) => {
    // Elements with a document in them, whose sandbox limits what that document may do.
    if (isTop && /^i?fra|^obj|^emb/.test(tag)) metas.add(`sandbox:${getAttribute(element, 'sandbox')}`);
    const loads = readLoads(element, tag);
    if (loads.length === 0) return null;
    const hasFailed = failed.has(element);
    const signature = `${loads.join()},${hasFailed}`;
    const before = scanned.get(element) ?? '';
    if (before === signature) return null;
    scanned.set(element, signature);
    return noteLoads(element, loads, before, hasFailed);
  };

  function* noteLoads(
    element: Element,
    loads: readonly Load[],
    before: string,
    hasFailed: boolean,
  ): Generator<undefined> {
    // What an element requests anew it requests now.
    const inForce = before ? metas.lines.length : metas.before(element);
    const place = finds.isFull() ? null : yield* locate(element);
    for (const [what, url, isIdle] of loads) {
      const sighting = { ...ask(url, what, 'dom'), element: place, metas: inForce };
      const isLoaded = !sends(what) && name(sighting);
      // A style may name what is never loaded: for an element that is not shown, or overridden by a later rule.
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

  /** A request that is listed under https was upgraded; under http, the entry itself shows the outcome. */
  const outcomeOf = (url: string): 'upgraded' | null => (heard.has(upgraded(url)) ? 'upgraded' : null);

  const noteTiming = (entry: PerformanceResourceTiming): void => {
    // Masks and filters from other documents are listed as "other".
    if (/^(css|other)$/.test(entry.initiatorType)) hasSheetLoads = true;
    // fetch, xmlhttprequest and beacon: requests that neither an element nor a sheet makes.
    if (!/^(fet|x|be)/.test(entry.initiatorType)) {
      if (heard.size < MAX_KEPT) heard.add(requestedAddress(entry.name));
      else finds.drop('timing');
    }
    onHost(/^https:\/\/([^/:]+)/.exec(entry.name)?.[1] ?? '');
    const isClear = isInsecure(entry.name);
    if (isClear) note(ask(entry.name, entry.initiatorType, 'timing', null, listedOutcome(entry)));
    for (const known of named.get(upgraded(entry.name)) ?? [])
      // A report was added when it came; where finds is full, it was counted then.
      if (known.via !== 'report' || !finds.isFull())
        note(isClear ? known : { ...known, outcome: 'upgraded' });
  };

  /** In steps, and each sheet once: shadow roots may share sheets. */
  function* readAllSheets(): Generator {
    const seen = new Set<CSSStyleSheet>();
    for (const root of roots) {
      yield;
      // A page may create and remove roots without end.
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
    // Chromium reports a request twice, in succession.
    if (reported.has(key) || key === lastReported) return;
    lastReported = key;
    // A page can cause any number of reports: those beyond the limit are counted.
    if (reported.size >= MAX_KEPT) return note(sighting);
    reported.add(key);
    reported.add(url);
    hasSheetLoads = true;
    note(name(sighting) ? { ...sighting, outcome: outcomeOf(url) } : sighting);
  };

  function* noteTimings(entries: PerformanceEntryList): Generator {
    for (const entry of entries) {
      // Only entries of the observed type arrive.
      noteTiming(entry as PerformanceResourceTiming);
      yield;
    }
    if (hasSheetLoads) onSheetLoads();
  }

  // Elements are scanned again when they failed to load, and lazy ones after scrolling.
  const scanAgain = (element: Element): void => {
    const job = scanned.has(element) && scan(element, tagOf(element));
    if (job) slicer.add(job);
  };
  listen('error', ({ target }) => {
    // Or the window, for an error in a script, which was not scanned.
    const element = target as Element;
    failed.add(element);
    scanAgain(element);
  });
  listen('scrollend', () => allMatching(document, '[loading=lazy i]').forEach(scanAgain));
  listenToViolations(listen, (url, what, via, source) =>
    (via === 'stop' ? note : noteReport)(ask(url, what, via, source)),
  );
  // A busy page may have thousands of them.
  new PerformanceObserver((list) => slicer.add(noteTimings(list.getEntries()))).observe({
    type: 'resource',
    buffered: true,
  });

  return {
    scan,
    metas: metas.lines,
    addRoot: (root) => {
      if (roots.size < MAX_KEPT) roots.add(root);
      else finds.drop('sheet');
    },
    settle: () => {
      recount();
      // When a sheet loads something, the sheet's rules are there.
      if (hasSheetLoads) slicer.add(readAllSheets());
      hasSheetLoads = false;
    },
  };
}

/** The address under which an upgraded load is listed. */
function upgraded(url: string): string {
  // Parsed again, since 443 is the default port of https, which addresses leave out.
  return hrefOf(requestedAddress(url).replace(/^http:/, 'https:'));
}
