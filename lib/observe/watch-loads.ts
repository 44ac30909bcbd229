// Watches what a document loads without encryption: its elements, its style sheets, the browser's list of loads, the browser's reports.
// Elements and sheets say http where the list, in Chromium, has https because the browser upgraded the load: both are joined here.
import { hrefOf, requestedAddress } from '../page/address.ts';
import { addPolicies, NO_POLICY } from '../page/csp.ts';
import type { PolicyEffects } from '../page/csp.ts';
import { ONLY_ASKED } from '../page/report.ts';
import type { Sighting } from '../page/report.ts';
import { allMatching, attributeOf, baseOf, isConnected, parentOf, tagOf, takeDom } from './dom.ts';
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
/** Ways to ask for one address that are remembered. */
const MAX_WAYS = 8;
/** Icons for a home screen alone: policies are asked, but nothing is loaded. */
const IDLE_ICON = /^link [^,]*,((apple-touch|mask)-icon\S* ?)+$/;
/** What documents are in. */
const FRAME = /^(i?frame|object|embed)$/;
/** A sandbox that lets no form be sent, whatever else its words mean. */
const SEALED = '[sandbox]:not([sandbox*=allow-forms i])';

export interface LoadWatch {
  /** Looks at an element, new or changed. Gives what is left to do, in steps. */
  readonly look: (element: Element, tag: string) => Iterable<undefined> | null;
  /** What the policies in the document's markup do. */
  readonly effects: PolicyEffects;
  /** There are frames in the document, and the sandbox of each lets no form be sent from it or from a frame inside. */
  readonly sealsFrames: boolean;
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
  const named = new Map<string, readonly Sighting[]>();
  /** The browser's list itself ends after 250 entries, and a page may clear it (Resource Timing, 3.4). */
  const heard = new Set<string>();
  let effects = NO_POLICY;
  const looked = new WeakMap<Element, string>();
  /** Elements whose load ended in an error. */
  const failed = new WeakSet<Element>();
  /** Elements that load nothing as they are. */
  const waiting = new Set<Element>();
  const roots = new Set<Document | ShadowRoot>([document]);
  /** Whether the sandbox of each lets no form be sent. One that once did is as open as it was until another document is in it. */
  const frames = new Map<Element, boolean>();
  /** Reports by directive and address, and by address alone. */
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
    const known = named.get(key) ?? [];
    // Each kind of request to an address may end in another way.
    if (!known.some(({ what }) => what === sighting.what) && known.length < MAX_WAYS) {
      if (known.length > 0 || named.size < MAX_KEPT) named.set(key, [...known, sighting]);
      // What an element loads is counted with the finds; these are none until they were loaded.
      else if (sighting.via === 'sheet' || sighting.what === 'style') finds.drop('sheet');
    }
    return isListed(key) || isListed(requestedAddress(sighting.url));
  };

  /**
   * Takes account of a policy in the markup. It counts from the moment at which it is in the head, also when it is taken away again; what was
   * requested before is not changed by it. https://html.spec.whatwg.org/multipage/semantics.html#attr-meta-http-equiv-content-security-policy
   */
  const lookForPolicy = (element: Element): void => {
    const parent = parentOf(element);
    if (
      parent &&
      tagOf(parent) === 'head' &&
      /^content-security-policy$/i.test(attributeOf(element, 'http-equiv'))
    )
      effects = addPolicies(effects, attributeOf(element, 'content'));
  };

  const inFrame = window !== window.top;
  const look = (element: Element, tag: string): Iterable<undefined> | null => {
    if (tag === 'meta') lookForPolicy(element);
    if (FRAME.test(tag) && frames.size < MAX_KEPT)
      frames.set(element, frames.get(element) !== false && element.matches(SEALED));
    const loads = readLoads(element, tag, inFrame);
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
    const underPolicy = effects.upgrades;
    const place = finds.isFull() ? null : yield* locate(element);
    for (const load of loads) {
      const [what, url, isIdle] = load;
      const sighting: Sighting = { ...ONLY_ASKED, url, what, via: 'dom', element: place, underPolicy };
      if (IDLE_ICON.test(what)) {
        note({ ...sighting, via: 'stop' });
        continue;
      }
      if (isIdle && waiting.size < MAX_KEPT) waiting.add(element);
      else waiting.delete(element);
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
  const outcomeOf = (url: string): 'upgraded' | null => (isListed(upgraded(url)) ? 'upgraded' : null);

  const noteTiming = (entry: PerformanceResourceTiming): void => {
    // Drawings of other origins, which Chromium lists as upgraded and refuses: nobody is asked for them. What it blocked is listed under http.
    const { initiatorType, duration, responseStatus } = entry;
    if (`${initiatorType}${duration}${responseStatus}${entry.name}`.startsWith('other00https')) return;
    // Masks and filters from other documents are listed as "other".
    if (/^(css|other)$/.test(entry.initiatorType)) hasSheetLoads = hasNewSheetLoads = true;
    // fetch, xmlhttprequest and beacon are what no element and no sheet asks for.
    if (!/^(fet|x|be)/.test(entry.initiatorType)) {
      if (heard.size < MAX_KEPT) heard.add(requestedAddress(entry.name));
      else finds.drop('timing');
    }
    const hostname = /^https:\/\/([^/:]+)/.exec(entry.name)?.[1];
    if (hostname !== undefined) onHost(hostname);
    const sighting = readTiming(entry);
    if (sighting !== null) note({ ...sighting, underPolicy: effects.upgrades });
    for (const known of named.get(upgraded(entry.name)) ?? [])
      // A report was noted when it came: where the list is full, it was counted then.
      if (known.via !== 'report' || !finds.isFull())
        note(sighting === null ? { ...known, outcome: 'upgraded' } : known);
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
        const underPolicy = effects.upgrades;
        const sighting: Sighting = { ...ONLY_ASKED, url, what, via: 'sheet', source, underPolicy };
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
    takeDom(document);
    allMatching(document, 'meta').forEach(lookForPolicy);
    const seen: Sighting = { ...sighting, underPolicy: effects.upgrades };
    note(name(seen) && seen.outcome === null ? { ...seen, outcome: outcomeOf(url) } : seen);
  };

  function* noteTimings(entries: PerformanceEntryList): Generator {
    for (const entry of entries) {
      // Only entries of the observed type come.
      noteTiming(entry as PerformanceResourceTiming);
      yield;
    }
    if (hasNewSheetLoads) onSheetLoads();
  }

  // Elements are looked at again when they failed to load, and those that wait to be scrolled to after scrolling.
  const lookAgain = (element: Element): void => {
    if (looked.has(element)) slicer.add((look(element, tagOf(element)) ?? [])[Symbol.iterator]());
  };
  listen('error', ({ target }) => {
    if (!(target instanceof Element)) return;
    failed.add(target);
    lookAgain(target);
  });
  listen('scrollend', () => waiting.forEach(lookAgain));
  listenToViolations(listen, noteReport, (sighting) =>
    sighting.via === 'stop' ? note(sighting) : noteReport(sighting),
  );
  // A page that was busy has them by the thousand.
  new PerformanceObserver((list) => slicer.add(noteTimings(list.getEntries()))).observe({
    type: 'resource',
    buffered: true,
  });

  return {
    look,
    get effects() {
      return effects;
    },
    get sealsFrames() {
      for (const [frame, isSealed] of frames)
        if (!isConnected(frame)) frames.delete(frame);
        else if (!isSealed) return false;
      return frames.size % MAX_KEPT > 0;
    },
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
  // Parsed anew, since of https 443 is the port that addresses leave out.
  return hrefOf(requestedAddress(url).replace(/^http:/, 'https:'));
}
