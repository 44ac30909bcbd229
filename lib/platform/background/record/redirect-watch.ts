// Watches redirects of a page's requests from https to http. The page contains the https address, so neither its elements nor the browser's reports
// show them. The browser calls this listener only for redirects.
import type { WebRequest } from 'webextension-polyfill';
import { askingFrame, redirectSighting } from '../../../record/sightings/background-sighting.ts';
import type { BackgroundSighting } from '../../../record/sightings/background-sighting.ts';
import { BROWSER, browser } from '../../browser.ts';

/**
 * Requests that are not upgraded: browsers follow redirects of images, audio and video over https (Mixed Content, Level 2, 4.1). Chromium then
 * reports the https address, so an image that is redirected to http is one that it blocks: an icon, or an image of a set. Firefox also follows icons
 * over https, and reports images of sets.
 */
const TYPES: WebRequest.ResourceType[] = [
  'font',
  'object',
  'ping',
  'script',
  'stylesheet',
  'sub_frame',
  'xmlhttprequest',
  BROWSER === 'firefox' ? 'imageset' : 'image',
];

type Redirect = Pick<
  WebRequest.OnBeforeRedirectDetailsType,
  'url' | 'redirectUrl' | 'type' | 'tabId' | 'frameId' | 'parentFrameId' | 'originUrl'
> & {
  /** Chromium's field for the requesting origin. */
  readonly initiator?: string;
};

/** Listens from now on. */
export function listenToRedirects(onSighting: (tabId: number, sighting: BackgroundSighting) => void): void {
  const onRedirect = ({ tabId, type, url, redirectUrl, ...asker }: Redirect): void => {
    if (tabId < 0 || !redirectUrl.startsWith('http:')) return;
    const frameId = askingFrame({ type, ...asker });
    const frameUrl = asker.originUrl ?? asker.initiator ?? '';
    onSighting(tabId, redirectSighting({ type, from: url, to: redirectUrl, frameId, frameUrl }));
  };
  browser.webRequest.onBeforeRedirect.addListener(onRedirect, { urls: ['https://*/*'], types: TYPES });
}
