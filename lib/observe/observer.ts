// The observer of one document: collects what the page requests and reports it in few messages. It reads and never changes the page. Reports that were
// not received are kept and sent again, so that a background that was just stopped loses nothing.
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
/** In addition, this many times as long as the background took for the last one: storing a long list repeatedly slows down the page's machine too. */
const REST = 2;
/** ms until a report that was not received is sent again; doubles each time, so that a page whose reports nobody takes falls silent. */
const RETRY = 500;
/** ms to wait for the background's answer: one that is being stopped may take a message and never answer. */
const PATIENCE = 3000;
/** ms that the first scan of an inner frame may take before the frame reports that it is running. */
const MOMENT = 1000;
/** A page that is still loading after this many ms is scanned as far as it is. */
const LOADING = 1500;

export interface Observer {
  /** Whether there is more to come: false once everything that is there was scanned and received. */
  readonly isObserverBusy: () => boolean;
  /** Reports everything again, also when there is nothing to report. */
  readonly resend: () => void;
}

/**
 * Observes a document until it goes away. Call once, at document_start. Separate parameters and not an object, whose names would be in every page.
 * `send` resolves to true when the background does not know the earlier reports; rejects when it did not take the report. `isAlive`: false once the
 * extension was updated or removed.
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
  /** The suffix list that decides which hosts share a domain is too large for a script in every page; comparing two labels misses no such host. */
  const site = /[^.]*\.?[^.]*$/.exec(location.hostname)?.[0] ?? '';
  const hosts = new Set([location.hostname]);
  /** The last reported state, so that nothing is sent twice: a frame without finds that was scanned within a moment stays silent. */
  let said = summary('done', NO_FIELDS, 1, 0, [], null);
  /** The main frame reports that it is there, even without finds. */
  let mustSpeak = top;
  let pause = INTERVAL;
  let timer: number | undefined;
  let retry = RETRY;
  let turn: ObserverReport['turn'] = 'first';
  /** Undefined while the page loads: work would delay the page, so events are only remembered. */
  let scanner: Scanner | undefined;
  let isScanned = false;
  /** One report at a time: a background that is busy with the last one does not get the next. */
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
    return loads?.scan(element, tag);
  };

  const countFields = (): FieldCounts => {
    const counts: Record<keyof FieldCounts, number> = { ...NO_FIELDS };
    // Not for-of: destructuring pairs is slow in code that is not optimised yet, and a page may have thousands of fields.
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
      // The background does not know what is still to be sent.
      scan: scan === 'done' && !isLast ? 'running' : scan,
      gone,
    };
    void deliver(report, putBack);
  };

  /** The background may have forgotten this document, so everything is reported again. */
  const resend = (): void => {
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
      if (isUnknown) resend();
      // Not when a repetition was asked for meanwhile.
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
        // The first report has the result of the first scan, in a separate task.
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
      resend();
      flush();
    });
  };

  const start = (): void => {
    if (document.readyState === 'complete') begin();
    // In a separate task, since listeners are part of the page's load time. The page itself comes before its frames.
    listen('load', () => window.setTimeout(begin, top ? 0 : INTERVAL));
    window.setTimeout(begin, LOADING);
  };

  // A prerendered page is not the tab's page yet. Only Chromium has it, so the compiler does not.
  if ((document as Document & { readonly prerendering?: boolean }).prerendering === true) {
    document.addEventListener('prerenderingchange', start);
  } else start();

  return {
    isObserverBusy: () => timer !== undefined || isSending || slicer.isBusy || scanner?.isWaiting() !== false,
    resend: () => {
      resend();
      speak();
    },
  };
}

function summary(...facts: readonly unknown[]): string {
  return JSON.stringify(facts);
}

/** Mixed Content, 4.3: the document or one around it came over https; srcdoc, about:blank and data: documents inherit from their creator. */
function prohibitsMixedContent({ location, document, origin, isSecureContext }: Window): boolean {
  // As one text, because elements of the page can shadow the properties of its document.
  // Firefox names no ancestors of a data: document in an <object>.
  return /(^|\s)https:|^data:.* true$/.test(
    [location.href, origin, document.baseURI, ...(location.ancestorOrigins ?? []), isSecureContext].join(' '),
  );
}
