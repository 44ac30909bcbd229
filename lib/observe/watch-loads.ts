// Watches what a document loads without encryption: its elements, its style sheets, the browser's list of loads, the browser's reports.
// Elements and sheets say http where the list, in Chromium, has https because the browser upgraded the load: both are joined here.
import { requestedAddress } from '../page/address.ts';
import { ONLY_ASKED } from '../page/report.ts';
import type { Sighting } from '../page/report.ts';
import { attributeOf, baseOf, isConnected } from './dom.ts';
import { sends } from './finds.ts';
import type { Finds } from './finds.ts';
import type { Listen } from './listen.ts';
import { readLoads } from './loads.ts';
import type { Load } from './loads.ts';
import { locate, recount } from './place.ts';
import { countRules, readSheets } from './sheets.ts';
import type { Slicer } from './slicer.ts';
import { readTiming } from './timing.ts';
import { listenToViolations } from './violations.ts';

/** Addresses, and shadow roots, remembered of each sort; what is more is counted as left out. */
const MAX_KEPT = 10_000;
/** What no element and no sheet asks for. */
const BY_SCRIPT = /^(fetch|xml|beacon)/;
const IDLE_ICON = /(^|\s)(apple-touch-icon|mask-icon)/i;

export interface LoadWatch {
  /** Looks at an element, new or changed. Gives what is left to do, in steps. */
  readonly look: (element: Element, tag: string) => Iterable<undefined> | null;
  /** A shadow root has style sheets of its own. */
  readonly addRoot: (root: ShadowRoot) => void;
  /** The document was looked at, as far as it is there. */
  readonly settle: () => void;
}

/**
 * `finds` gets what is found; `onNews`: there is something to send. `onHost`: a host that answered over an encrypted connection. `onSheetLoads`: sheets
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
  const named = new Map<string, Sighting>();
  /** The browser's list itself ends after 250 entries, and a page may clear it (Resource Timing, 3.4). */
  const heard = new Set<string>();
  const looked = new WeakMap<Element, string>();
  const roots = new Set<Document | ShadowRoot>([document]);
  const reported = new Set<string>();
  let lastReported = '';
  let hasSheetLoads = false;
  let hasNewSheetLoads = false;
  let hasSettled = false;
  const rulesRead = new WeakMap<Document | ShadowRoot, number>();

  const note = (sighting: Sighting, isAnotherElement = false): void => {
    if (finds.add(sighting, isAnotherElement)) onNews();
  };

  const isListed = (url: string): boolean => heard.has(url);

  /** Remembers who names an address; true when the browser's list has it already. */
  const name = (sighting: Sighting): boolean => {
    const key = upgraded(sighting.url);
    if (!named.has(key)) {
      if (named.size < MAX_KEPT) named.set(key, sighting);
      // What an element loads is counted with the finds; these are none until they were loaded.
      else if (sighting.via === 'sheet' || sighting.what === 'style') finds.drop('sheet');
    }
    return isListed(key) || isListed(requestedAddress(sighting.url));
  };

  const inFrame = window !== window.top;
  const look = (element: Element, tag: string): Iterable<undefined> | null => {
    const loads = readLoads(element, tag, inFrame);
    if (loads.length === 0) return null;
    // An icon for a phone's home screen: policies are asked, but nothing is loaded.
    if (tag === 'link' && IDLE_ICON.test(attributeOf(element, 'rel'))) {
      for (const [, url] of loads) finds.stop(url);
      return null;
    }
    const signature = loads.join();
    if (looked.get(element) === signature) return null;
    looked.set(element, signature);
    return noteLoads(element, loads);
  };

  function* noteLoads(element: Element, loads: readonly Load[]): Generator<undefined> {
    const place = finds.isFull() ? null : yield* locate(element);
    for (const [what, url] of loads) {
      const sighting: Sighting = { ...ONLY_ASKED, url, what, via: 'dom', element: place };
      const isLoaded = !sends(what) && name(sighting);
      // A style may name what is never loaded: of an element that is not shown, or what a later rule replaces.
      if (what !== 'style' || isLoaded)
        note(isLoaded ? { ...sighting, outcome: outcomeOf(url) } : sighting, true);
    }
  }

  /** An address that the list has under https was upgraded; under http, the list itself tells. */
  const outcomeOf = (url: string): 'upgraded' | null => (isListed(upgraded(url)) ? 'upgraded' : null);

  const noteTiming = (entry: PerformanceResourceTiming): void => {
    // Masks and filters from other documents are listed as "other".
    if (/^(css|other)$/.test(entry.initiatorType)) hasSheetLoads = hasNewSheetLoads = true;
    if (!BY_SCRIPT.test(entry.initiatorType)) {
      if (heard.size < MAX_KEPT) heard.add(requestedAddress(entry.name));
      else finds.drop('timing');
    }
    const hostname = /^https:\/\/([^/:]+)/.exec(entry.name)?.[1];
    if (hostname !== undefined) onHost(hostname);
    const sighting = readTiming(entry);
    if (sighting !== null) note(sighting);
    const known = named.get(upgraded(entry.name));
    if (known !== undefined) note(sighting === null ? { ...known, outcome: 'upgraded' } : known);
  };

  /** In steps, and each sheet once: shadow roots share them. */
  function* readAllSheets(isForced: boolean): Generator {
    const seen = new Set<CSSStyleSheet>();
    for (const root of roots) {
      yield;
      // A page may make and remove them without end.
      if (!isConnected(root)) roots.delete(root);
      const rules = countRules(root);
      if (rulesRead.get(root) === rules && !isForced) continue;
      rulesRead.set(root, rules);
      for (const found of readSheets(root, document.URL, baseOf(document), seen)) {
        yield;
        if (found === null) finds.drop('sheet');
        if (!found) continue;
        const { url, sheet, what } = found;
        const source = { url: sheet, line: 0, column: 0 };
        const sighting: Sighting = { ...ONLY_ASKED, url, what, via: 'sheet', source };
        if (name(sighting) || reported.has(requestedAddress(url)))
          note({ ...sighting, outcome: outcomeOf(url) });
      }
    }
  }

  /** Sheets are read only once a sheet has loaded something, and again only when there is more in them or one has loaded more. */
  const readNewSheets = (): void => {
    if (!hasSheetLoads || !hasSettled) return;
    slicer.add(readAllSheets(hasNewSheetLoads));
    hasNewSheetLoads = false;
  };

  const noteReport = (sighting: Sighting): void => {
    const { url } = sighting;
    // Chromium reports a load twice, one right after the other.
    if (reported.has(url) || url === lastReported) return;
    lastReported = url;
    // A page can cause reports by the thousand: what is too much is counted.
    if (reported.size >= MAX_KEPT) return note(sighting);
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
    if (hasNewSheetLoads) onSheetLoads();
  }

  listenToViolations(listen, noteReport, finds.stop);
  // A page that was busy has them by the thousand.
  new PerformanceObserver((list) => slicer.add(noteTimings(list.getEntries()))).observe({
    type: 'resource',
    buffered: true,
  });

  return {
    look,
    addRoot: (root) => {
      if (roots.size < MAX_KEPT) roots.add(root);
      else finds.drop('sheet');
    },
    settle: () => {
      hasSettled = true;
      recount();
      readNewSheets();
    },
  };
}

/** The address under which an upgraded load is listed. */
function upgraded(url: string): string {
  // Of https, 443 is the port that addresses leave out.
  return requestedAddress(url).replace(/^http:(\/\/[^/?]*?)(:443)?(?=[/?])/, 'https:$1');
}
