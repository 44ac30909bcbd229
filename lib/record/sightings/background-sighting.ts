// What the background itself sees of a page's requests, without its observer: requests of workers, and redirects of https addresses.
import { MAX_URL, shortAddress } from '../../address/address-bounds.ts';
import { ONLY_ASKED } from './received-report.ts';
import type { AnySighting } from './received-report.ts';

/** Instead of a frame id: the request is of a worker. */
export const NO_FRAME = -1;

/**
 * The pages to which a sighting belongs: the page in a tab, or all pages of an origin. With both, it is the page in the tab if it or one of its
 * frames is of the origin. The origin is null if the browser reports none, and the text `null` if it is opaque (a sandboxed frame).
 */
export type PagesConcerned =
  { readonly tabId: number; readonly origin: string | null } | { readonly origin: string };

export interface BackgroundSighting {
  readonly frameId: number;
  /** The address of the frame or worker, or only its origin if no more is known. */
  readonly frameUrl: string;
  readonly sighting: AnySighting;
}

/** An insecure request of a shared worker: no browser blocks or reports it. */
export function workerRequest(origin: string, url: string): BackgroundSighting {
  return {
    frameId: NO_FRAME,
    frameUrl: origin,
    sighting: {
      ...ONLY_ASKED,
      url: shortAddress(url),
      what: 'worker',
      via: 'request',
      outcome: 'loaded',
    },
  };
}

/** What the browser reports about a request and its frame; `parentFrameId` -1: no parent frame. */
export interface RequestFrame {
  /** The browser's type of the request. */
  readonly type: string;
  readonly frameId: number;
  readonly parentFrameId: number;
}

/**
 * Returns the id of the frame whose document made the request. Chromium may report a page's first requests before its document is the tab's current
 * one; until then its main frame has an ordinary id, and only the missing parent frame identifies it:
 * https://source.chromium.org/chromium/chromium/src/+/main:extensions/browser/extension_api_frame_id_map.cc
 */
export function askingFrame({ type, frameId, parentFrameId }: RequestFrame): number {
  // The request for a frame's document has the frame's own id, but its parent makes it.
  if (type === 'sub_frame') return parentFrameId;
  return parentFrameId === -1 ? 0 : frameId;
}

/** A frame's request for an https address that was redirected to http. */
export interface RedirectedRequest {
  /** The browser's type of the request. */
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly frameId: number;
  readonly frameUrl: string;
}

/** The source of such a request is the address that redirects: that is the place to fix. */
export function redirectSighting({
  type,
  from,
  to,
  frameId,
  frameUrl,
}: RedirectedRequest): BackgroundSighting {
  return {
    frameId,
    frameUrl,
    sighting: {
      ...ONLY_ASKED,
      url: shortAddress(to),
      what: type,
      via: 'redirect',
      source: { url: from.slice(0, MAX_URL), line: 0, column: 0 },
    },
  };
}
