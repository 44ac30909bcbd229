// One per document: gathers what the page loads and asks for, and reports it in few messages. It reads; it never changes the page.
// What was reported and not received is kept and sent again, so that a background that was just killed loses nothing.
import { isInsecure } from '../address/address.ts';
import { MAX_HOSTS_PER_FRAME, NO_FIELDS } from '../record/sightings/observer-report.ts';
import type { ObserverReport, FieldCounts } from '../record/sightings/observer-report.ts';
import { fieldKind } from './fields.ts';
import { makeFinds } from './finds.ts';
import { makeListen } from './listen.ts';
import { startScanner } from './scanner.ts';
import type { Scanner } from './scanner.ts';
import { makeSlicer } from './slicer.ts';
import { watchLoads } from './watch-loads.ts';
import { MAX_URL } from '../address/address-bounds.ts';

/** ms between two messages of a frame, at least. */
const INTERVAL = 250;
/** And so many times as long as the background took for the last one: storing a long list again and again costs the page's machine too. */
const REST = 2;
/** ms until an unreceived report is sent again; doubles each time, so that a page nobody wants to hear of falls silent. */
const RETRY = 500;
/** ms to wait for the background's word: one that is just being stopped may take a message and never answer. */
const PATIENCE = 3000;
/** ms that the first scan of an inner frame may take before the frame says that it is running. */
const MOMENT = 1000;
/** A page that is still loading after this many ms is looked at as far as it is. */
const LOADING = 1500;

export interface Observer {
  /** Whether there is more to come: false once everything that is there was looked at and received. */
  readonly isObserverBusy: () => boolean;
  /** Reports everything again, also when there is nothing to report. */
  readonly tellAgain: () => void;
}

/**
 * Observes a document until it goes away. Call once, at document_start. One by one and not as an object, whose names would be in every page. `send`
 * resolves to true when the background does not know what was reported before; rejects when it did not take the report. `isAlive`: false once the
 * extension was updated or removed under the page's feet.
 */
export function observe(
  window: Window & typeof globalThis,
  documentId: string,
  send: (report: ObserverReport) => Promise<boolean>,
  isAlive: () => boolean,
  shadowRootOf: (element: Element) => ShadowRoot | null,
): Observer {
  const { document, location, performance } = window;
  const top = window === window.top;
  const openedAs = location.href.slice(0, MAX_URL);
  const fields = new Map<Element, keyof FieldCounts>();
  /** Which hosts share a registered domain takes a table too long for a script in every page; the last two labels never miss one. */
  const site = /[^.]*\.?[^.]*$/.exec(location.hostname)?.[0] ?? '';
  const hosts = new Set([location.hostname]);
  /** What was said last, so that nothing is said twice: a frame that has nothing and was scanned within a moment stays silent. */
  let said = summary('done', NO_FIELDS, 1, 0, [], null);
  /** The main frame says that it is there even when there is nothing to say. */
  let mustSpeak = top;
  let pause = INTERVAL;
  let timer: number | undefined;
  let retry = RETRY;
  let turn: ObserverReport['turn'] = 'first';
  /** None while the page loads: whatever is done then makes it load longer, so things are only remembered. */
  let scanner: Scanner | undefined;
  let isScanned = false;
  /** One report at a time: a background that is busy with the last one is not given the next. */
  let isSending = false;

  const speak = (ms = pause): void => {
    if (scanner) timer ??= window.setTimeout(flush, ms);
  };

  const noteHost = (hostname: string): void => {
    if (!hostname.endsWith(site) || hosts.has(hostname) || hosts.size >= MAX_HOSTS_PER_FRAME) return;
    hosts.add(hostname);
    speak();
  };

  const listen = makeListen(window);

  const slicer = makeSlicer(window);
  const finds = makeFinds();
  const loads = prohibitsMixedContent(window)
    ? watchLoads(window, finds, slicer, listen, speak, noteHost, () => scanner?.refresh())
    : null;

  const noteElement = (element: Element, tag: string): Generator<undefined> | null | undefined => {
    const kind = fieldKind(element, tag, window);
    if (kind === null) fields.delete(element);
    else fields.set(element, kind);
    return loads?.look(element, tag);
  };

  const countFields = (): FieldCounts => {
    const counts: Record<keyof FieldCounts, number> = { ...NO_FIELDS };
    // Not for-of: taking pairs apart is slow in code that is not warm, and a page may have fields by the thousand.
    fields.forEach((kind, element) => {
      if (element.isConnected) counts[kind] += 1;
      else fields.delete(element);
    });
    return counts;
  };

  const flush = (gone = false): void => {
    window.clearTimeout(timer);
    timer = undefined;
    if (!isAlive()) return scanner?.stop();
    if (isSending && !gone) return;
    const counts = countFields();
    const [sightings, putBack, isLast] = finds.take();
    const { dropped } = finds;
    const scan = scanner?.state ?? 'running';
    const metas = loads?.metas ?? [];
    const base = isInsecure(document.baseURI) ? document.baseURI.slice(0, MAX_URL) : null;
    const news = summary(scan, counts, hosts.size, dropped, metas, base);
    if (!mustSpeak && sightings.length === 0 && news === said) return;
    said = news;
    mustSpeak = false;
    const report: ObserverReport = {
      type: 'report',
      documentId,
      turn,
      openedAs,
      secureContext: window.isSecureContext,
      fields: counts,
      sightings,
      hosts: [...hosts],
      metas,
      startedAt: performance.timeOrigin,
      base,
      dropped,
      // What is still to be sent is not known over there.
      scan: scan === 'done' && !isLast ? 'running' : scan,
      gone,
    };
    void deliver(report, putBack);
  };

  /** The background may have forgotten this document, so it hears everything again. */
  const tellAgain = (): void => {
    finds.resend();
    mustSpeak = true;
    turn = 'again';
  };

  const deliver = async (report: ObserverReport, putBack: () => void): Promise<void> => {
    const start = performance.now();
    isSending = true;
    try {
      const isUnknown = await Promise.race([
        send(report),
        new Promise<never>((_, reject) => window.setTimeout(reject, PATIENCE)),
      ]);
      retry = RETRY;
      if (isUnknown) tellAgain();
      // Not when it was asked for again meanwhile.
      else if (turn === report.turn) turn = 'next';
      pause = INTERVAL + (performance.now() - start) * REST;
      // For what came meanwhile.
      speak();
    } catch {
      putBack();
      mustSpeak = true;
      speak(retry);
      retry *= 2;
    }
    isSending = false;
  };

  const begin = (): void => {
    if (scanner) return;
    scanner = startScanner(
      window,
      slicer,
      noteElement,
      (root) => loads?.addRoot(root),
      () => {
        loads?.settle();
        // The first report has the result of the first scan, in a task of its own.
        if (mustSpeak || !isScanned) window.setTimeout(flush);
        else speak();
        isScanned = true;
      },
      shadowRootOf,
    );
    speak(top ? pause : MOMENT);
    window.navigation?.addEventListener('currententrychange', () => {
      mustSpeak = top;
      speak();
    });
    listen('pagehide', ({ persisted }) => {
      mustSpeak = !top && !persisted && fields.size + finds.size > 0;
      if (mustSpeak) flush(true);
    });
    listen('pageshow', ({ persisted }) => {
      if (!persisted) return;
      // Back from the back/forward cache.
      tellAgain();
      flush();
    });
  };

  const start = (): void => {
    if (document.readyState === 'complete') begin();
    // In a task of its own, since what listens to the end of loading is a part of it. The page itself comes before its frames.
    listen('load', () => window.setTimeout(begin, top ? 0 : INTERVAL));
    window.setTimeout(begin, LOADING);
  };

  // A prerendered page is not the tab's page yet. Only Chromium has it, so the compiler does not.
  if ((document as Document & { readonly prerendering?: boolean }).prerendering === true) {
    document.addEventListener('prerenderingchange', start);
  } else start();

  return {
    isObserverBusy: () => timer !== undefined || isSending || slicer.isBusy || scanner?.isWaiting() !== false,
    tellAgain: () => {
      tellAgain();
      speak();
    },
  };
}

function summary(...facts: readonly unknown[]): string {
  return JSON.stringify(facts);
}

/** Mixed Content, 4.3: the document or one around it came over https; srcdoc, about:blank and data: documents take after their creator. */
function prohibitsMixedContent({ location, document, origin, isSecureContext }: Window): boolean {
  // As one text, because elements of the page can stand in for the properties of its document.
  // Firefox names no ancestors of a data: document in an <object>.
  return /(^|\s)https:|^data:.* true$/.test(
    [location.href, origin, document.baseURI, ...(location.ancestorOrigins ?? []), isSecureContext].join(' '),
  );
}
