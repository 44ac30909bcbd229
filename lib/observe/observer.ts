// One per document: gathers what the page loads and asks for, and reports it in few messages. It reads; it never changes the page.
// What was reported and not received is kept and sent again, so that a background that was just killed loses nothing.
import type { FieldCounts } from '../page/record.ts';
import { MAX_HOSTS_PER_FRAME, MAX_SIGHTINGS_PER_FRAME, MAX_URL, NO_FIELDS } from '../page/report.ts';
import type { ObserverReport, Sighting } from '../page/report.ts';
import { fieldKind } from './fields.ts';
import { readLoads } from './loads.ts';
import { describePlace } from './place.ts';
import { startScanner } from './scanner.ts';
import { readTiming } from './timing.ts';

/** The page's own policy in its markup. */
const UPGRADE_POLICY = 'meta[http-equiv][content*=upgrade-insecure i]';
/** ms between two messages of a frame, at least. */
const INTERVAL = 250;
/** ms until an unreceived report is sent again; doubles each time, so that a page nobody wants to hear of falls silent. */
const RETRY = 500;
/** ms to wait for the background's word: one that is just being stopped may take a message and never answer. */
const PATIENCE = 3000;
/** A page that is still being parsed after this many ms is looked at as far as it is. */
const PARSING = 1500;

// Only ever used through .call(): an image of that name would stand in for the document's own.
// oxlint-disable-next-line typescript/unbound-method
const { querySelector } = Document.prototype;

export interface ObserverPorts {
  readonly window: Window & typeof globalThis;
  readonly documentId: string;
  /** Rejects when the background did not take it. */
  readonly send: (report: ObserverReport) => Promise<unknown>;
  /** False once the extension was updated or removed under the page's feet. */
  readonly isAlive: () => boolean;
  readonly closedShadowRoot: (element: Element) => ShadowRoot | null;
}

/** Observes a document until it goes away. Call once, at document_start. */
export function observe({ window, documentId, send, isAlive, closedShadowRoot }: ObserverPorts): void {
  const { document, performance, location } = window;
  const top = window === window.top;
  const looksForMixed = prohibitsMixedContent(window);
  const sightings = new Map<string, Sighting>();
  const unsent = new Set<string>();
  const fields = new Map<Element, keyof FieldCounts>();
  /** Which hosts share a registered domain takes a table too long for a script in every page; the last two labels never miss one. */
  const site = location.hostname.split('.').slice(-2).join('.');
  const hosts = new Set([location.hostname]);
  let sentHosts = 1;
  let lastFields = JSON.stringify(NO_FIELDS);
  /** The main frame says that it is there even when there is nothing to say. */
  let mustSpeak = top;
  let dropped = 0;
  let timer: number | undefined;
  let retry = RETRY;
  let stop: (() => void) | undefined;

  const note = (sighting: Sighting): void => {
    const url = sighting.url.slice(0, MAX_URL);
    const key = keyOf(sighting, url);
    const known = sightings.get(key);
    const outcome = sighting.outcome ?? known?.outcome ?? null;
    if (known?.outcome === outcome) return;
    if (known === undefined && sightings.size >= MAX_SIGHTINGS_PER_FRAME) {
      dropped += 1;
      return;
    }
    sightings.set(key, { ...sighting, url, outcome });
    unsent.add(key);
    speak();
  };

  const noteElement = (element: Element): void => {
    const kind = fieldKind(element);
    if (kind === null) fields.delete(element);
    else fields.set(element, kind);
    if (!looksForMixed) return;
    for (const [what, url] of readLoads(element)) {
      const entries = sends(what)
        ? []
        : performance.getEntriesByName(url.replace(/^http:/, 'https:'), 'resource');
      note({
        url,
        what,
        via: 'dom',
        outcome: entries.length > 0 ? 'upgraded' : null,
        place: describePlace(element),
      });
    }
  };

  const noteTiming = (entry: PerformanceResourceTiming): void => {
    const { protocol, hostname } = new URL(entry.name);
    if (
      protocol === 'https:' &&
      hostname.endsWith(site) &&
      !hosts.has(hostname) &&
      hosts.size < MAX_HOSTS_PER_FRAME
    ) {
      hosts.add(hostname);
      speak();
    }
    const sighting = readTiming(entry);
    if (sighting !== null) return note(sighting);
    // An encrypted load whose address the document spells with http: the browser upgraded it.
    const known = sightings.get(`dom ${entry.name.replace(/^https:/, 'http:').slice(0, MAX_URL)}`);
    if (known !== undefined) note({ ...known, outcome: 'upgraded' });
  };

  const countFields = (): FieldCounts => {
    const counts: Record<keyof FieldCounts, number> = { ...NO_FIELDS };
    for (const [element, kind] of fields) {
      if (element.isConnected) counts[kind] += 1;
      else fields.delete(element);
    }
    return counts;
  };

  const speak = (ms = INTERVAL): void => {
    timer ??= window.setTimeout(() => flush(), ms);
  };

  const flush = (gone = false): void => {
    window.clearTimeout(timer);
    timer = undefined;
    if (!isAlive()) return stop?.();
    const counts = countFields();
    const news = JSON.stringify(counts);
    const keys = [...unsent];
    if (!mustSpeak && keys.length === 0 && news === lastFields && hosts.size === sentHosts) return;
    lastFields = news;
    sentHosts = hosts.size;
    mustSpeak = false;
    unsent.clear();
    const received = send({
      type: 'report',
      documentId,
      secureContext: window.isSecureContext,
      fields: counts,
      sightings: keys.flatMap((key) => sightings.get(key) ?? []),
      hosts: [...hosts],
      // https://www.w3.org/TR/upgrade-insecure-requests/#delivery
      upgrades: querySelector.call(document, UPGRADE_POLICY) !== null,
      dropped,
      gone,
    });
    const waited = new Promise((_, reject) => window.setTimeout(reject, PATIENCE));
    Promise.race([received, waited]).then(
      () => (retry = RETRY),
      () => {
        for (const key of keys) unsent.add(key);
        mustSpeak = true;
        speak(retry);
        retry *= 2;
      },
    );
  };

  const scan = (): void => {
    stop ??= startScanner(window, noteElement, speak, closedShadowRoot);
  };

  const begin = (): void => {
    flush();
    if (looksForMixed) {
      new PerformanceObserver((list) => {
        // Only entries of the observed type come.
        for (const entry of list.getEntries()) noteTiming(entry as PerformanceResourceTiming);
      }).observe({ type: 'resource', buffered: true });
    }
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', scan);
      window.setTimeout(scan, PARSING);
    } else scan();
    window.navigation?.addEventListener('currententrychange', () => {
      mustSpeak = top;
      speak();
    });
    window.addEventListener('pagehide', ({ persisted }) => {
      mustSpeak = !top && !persisted && fields.size + sightings.size > 0;
      if (mustSpeak) flush(true);
    });
    window.addEventListener('pageshow', ({ persisted }) => {
      if (!persisted) return;
      // Back from the back/forward cache: the background may have forgotten this document, so it hears everything again.
      for (const key of sightings.keys()) unsent.add(key);
      mustSpeak = true;
      flush();
    });
  };

  // A prerendered page is not the tab's page yet. Only Chromium has it, so the compiler does not.
  if ((document as Document & { readonly prerendering?: boolean }).prerendering === true) {
    document.addEventListener('prerenderingchange', begin);
  } else begin();
}

/** Mixed Content, 4.3: the document or one around it came over https; srcdoc, about:blank and data: documents take after their creator. */
function prohibitsMixedContent({ location, document, origin }: Window): boolean {
  // As one text, because elements of the page can stand in for the properties of its document.
  return /(^|\s)https:/.test(
    [location.href, origin, document.baseURI, ...(location.ancestorOrigins ?? [])].join(' '),
  );
}

/** One entry per source and address; what is only sent or offered is another thing than a load from the same address. */
function keyOf({ via, what }: Sighting, url: string): string {
  return `${sends(what) ? 'send' : via} ${url}`;
}

/** Forms and downloads go out when a person acts, not when the page loads. */
function sends(what: string): boolean {
  return /^(?:a|area) |action$/.test(what);
}
