// The observer's access to the browser, without the polyfill: it runs in every frame of every page, so every byte counts.
import type { observe } from '../../observe/observer.ts';
import type { ObserverReport, ReportAnswer } from '../../record/sightings/observer-report.ts';
import { BROWSER } from '../built-for.ts';

/** The browser's API object under either name: both return promises. */
interface ExtensionApi {
  /** Without an id, or missing, after the extension was updated or removed. */
  readonly runtime?: { readonly id?: string; sendMessage(message: unknown): Promise<unknown> };
  readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
}
/** In Firefox this is a property on elements, in Chromium a function. */
interface FirefoxElement extends Element {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}

/** Creates the bridge for the document in this window. */
export function browserPorts(window: Window & typeof globalThis): Parameters<typeof observe> {
  // The globals of both browsers, which the page's types lack. Not from `window`: in Firefox that is the page's, without them.
  const globals = globalThis as unknown as Readonly<Record<'browser' | 'chrome', ExtensionApi>>;
  // Accessed only when something is sent: Chromium creates these objects on first access, and the page waits for it.
  const api = (): ExtensionApi => globals[BROWSER === 'firefox' ? 'browser' : 'chrome'];
  const isAlive = (): boolean => api().runtime?.id !== undefined;
  const send = async (report: ObserverReport): Promise<boolean> => {
    const answer = (await api().runtime?.sendMessage(report)) as ReportAnswer | undefined;
    if (!answer) throw new Error('not stored');
    return answer === 'unknown';
  };
  const shadowRootOf = (element: FirefoxElement): ShadowRoot | null =>
    (BROWSER === 'firefox'
      ? element.openOrClosedShadowRoot
      : // Chromium throws for elements outside of HTML (`<font-face>` in SVG), and for all elements after the extension was updated.
        isAlive() && element instanceof HTMLElement && api().dom?.openOrClosedShadowRoot(element)) || null;
  return [window, randomId(window), send, isAlive, shadowRootOf];
}

/** 128 random bits. Not `crypto.randomUUID`: insecure pages do not have it. */
function randomId({ crypto }: Window & typeof globalThis): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}
