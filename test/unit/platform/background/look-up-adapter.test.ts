// The look-up's access to the network, the settings and the note that a view leaves.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_LOOK_UP_SERVER } from '../../../../lib/look-up/query.ts';
import type { AskPorts } from '../../../../lib/platform/background/ask-logs.ts';
import { lookUpPorts } from '../../../../lib/platform/background/look-up-adapter.ts';
import type { LookUpPorts } from '../../../../lib/platform/background/look-up-service.ts';
import { SessionStore } from '../../../../lib/platform/background/record/session-store.ts';
import { lookUpNote } from '../../../../lib/platform/look-up-note.ts';
import { MemoryArea } from '../memory-area.ts';
import { setPolicy, stage as device } from '../memory-browser.ts';
import { current, open, resetStage, stage, TAB, wake } from '../writer-stage.ts';

vi.mock('../../../../lib/platform/browser.ts', () => import('../memory-browser.ts'));

const SERVER = 'https://logs.example/';

/** The ports of a background that was just started. */
const ports = (): LookUpPorts => lookUpPorts(new SessionStore(stage.area), wake());

beforeEach(() => {
  resetStage();
  device.local = new MemoryArea();
  device.session = new MemoryArea();
  setPolicy({});
});

describe('server', () => {
  it('is the default without settings, and otherwise the one of the settings', async () => {
    expect(await ports().server()).toBe(DEFAULT_LOOK_UP_SERVER);
    await device.local.set({ settings: { lookUpServer: SERVER } });
    expect(await ports().server()).toBe(SERVER);
  });

  it('is null when look-ups are off in the settings or by the policy', async () => {
    await device.local.set({ settings: { lookUp: false, lookUpServer: SERVER } });
    expect(await ports().server()).toBeNull();
    device.local = new MemoryArea();
    setPolicy({ lookUp: false });
    expect(await ports().server()).toBeNull();
  });
});

it('store adds the look-up to the page that the tab shows, which currentPage returns', async () => {
  await open('https://shop.example/', 'd');
  const asking = { state: 'asking', host: 'shop.example', server: 'logs.example', at: 1 } as const;
  expect(await ports().store(TAB, asking)).toMatchObject({ lookUp: asking });
  expect(await ports().currentPage(TAB)).toEqual(await current());
  expect(await ports().currentPage(TAB + 1)).toBeNull();
});

describe('ask', () => {
  it('sends one request to the server, with a time limit and without cookies', async () => {
    const fetch = vi.fn<AskPorts['fetch']>(async () => Response.json([]));
    vi.stubGlobal('fetch', fetch);
    expect(await ports().ask(SERVER, 'shop.example')).toMatchObject({
      state: 'answered',
      host: 'shop.example',
    });
    expect(fetch).toHaveBeenCalledOnce();
    const [url, init] = fetch.mock.calls[0] ?? [];
    expect(url).toMatch(/^https:\/\/logs\.example\/.*shop\.example/);
    expect(init).toMatchObject({ credentials: 'omit', signal: expect.any(AbortSignal) });
  });

  it('returns a failure when the browser refuses the request', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await ports().ask(SERVER, 'shop.example')).toMatchObject({
      state: 'failed',
      host: 'shop.example',
    });
  });
});

it('takeNote returns a valid note once, and none that is too old', async () => {
  const note = { tabId: TAB, host: 'shop.example', at: Date.now() };
  await lookUpNote.set(note);
  expect(await ports().takeNote()).toEqual(note);
  expect(await ports().takeNote()).toBeNull();
  await lookUpNote.set({ ...note, at: 0 });
  expect(await ports().takeNote()).toBeNull();
});
