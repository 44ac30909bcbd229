// Redirects from https to http addresses, as the browser reports them.
import { beforeEach, expect, it, vi } from 'vitest';
import { listenToRedirects } from '../../../../../lib/platform/background/record/redirect-watch.ts';

type Listener = (details: object) => void;

const stage = vi.hoisted(() => ({ listener: null as Listener | null, filter: {} as object }));

vi.mock('../../../../../lib/platform/browser.ts', () => ({
  BROWSER: 'chromium',
  browser: {
    webRequest: {
      onBeforeRedirect: {
        addListener: (listener: Listener, filter: object) => Object.assign(stage, { listener, filter }),
      },
    },
  },
}));

const REDIRECT = {
  tabId: 7,
  frameId: 0,
  parentFrameId: -1,
  type: 'script',
  url: 'https://cdn.example/a.js',
  redirectUrl: 'http://cdn.example/a.js',
  initiator: 'https://shop.example',
};

let seen: unknown[] = [];

beforeEach(() => {
  seen = [];
  listenToRedirects((tabId, sighting) => seen.push([tabId, sighting]));
});

it('a script that is redirected to http is reported with its tab', () => {
  stage.listener?.(REDIRECT);
  expect(seen).toEqual([
    [
      7,
      {
        frameId: 0,
        frameUrl: 'https://shop.example',
        sighting: expect.objectContaining({ url: REDIRECT.redirectUrl }),
      },
    ],
  ]);
});

it.each([
  ['leads to https', { redirectUrl: 'https://cdn.example/b.js' }],
  ['is of no tab', { tabId: -1 }],
])('a redirect that %s is not reported', (_what, parts) => {
  stage.listener?.({ ...REDIRECT, ...parts });
  expect(seen).toEqual([]);
});

it('the filter matches only https addresses and kinds that are not upgraded', () => {
  expect(stage.filter).toEqual({
    urls: ['https://*/*'],
    types: ['font', 'object', 'ping', 'script', 'stylesheet', 'sub_frame', 'xmlhttprequest', 'image'],
  });
});
