// The events that open the welcome page, and the wait for a policy that Chromium may deliver late.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryArea } from '../memory-area.ts';
import { browser, setPolicy, stage } from '../memory-browser.ts';
import { MemoryEvent, settled } from '../memory-event.ts';

let device: ReturnType<typeof newDevice>;

/** A browser in which the extension was not started yet. */
function newDevice() {
  return {
    onInstalled: new MemoryEvent<[{ readonly reason: string }]>(),
    onStartup: new MemoryEvent<[]>(),
    installType: 'normal',
    opened: new Array<string>(),
    openFailure: null as Error | null,
    complaints: new Array<string>(),
  };
}

/** Starts a background, which knows nothing of earlier ones. */
async function start(engine: 'chromium' | 'firefox'): Promise<void> {
  device.onInstalled = new MemoryEvent();
  device.onStartup = new MemoryEvent();
  const { onInstalled, onStartup } = device;
  vi.resetModules();
  vi.doMock('../../../../lib/platform/browser.ts', () => ({
    BROWSER: engine,
    browser: {
      ...browser,
      runtime: { onInstalled, onStartup, getURL: (path: string) => path },
      management: { getSelf: async () => ({ installType: device.installType }) },
      tabs: {
        create: async ({ url }: { readonly url: string }) => {
          if (device.openFailure !== null) throw device.openFailure;
          device.opened.push(url);
        },
      },
    },
  }));
  const { startWelcome } = await import('../../../../lib/platform/background/welcome-adapter.ts');
  startWelcome((error) => void device.complaints.push(String(error)));
}

async function install(): Promise<void> {
  device.onInstalled.fire({ reason: 'install' });
  await settled();
}

beforeEach(() => {
  device = newDevice();
  stage.local = new MemoryArea();
  stage.policy = {};
  vi.useFakeTimers({ toFake: ['setTimeout'] });
});

afterEach(() => vi.useRealTimers());

it.each(['chromium', 'firefox'] as const)(
  'in %s both listeners are there in the first tick',
  async (engine) => {
    await start(engine);
    expect([device.onInstalled.listeners.length, device.onStartup.listeners.length]).toEqual([1, 1]);
  },
);

describe('in Firefox', () => {
  it('opens the page at the first install without a wait, and not at later starts', async () => {
    await start('firefox');
    await install();
    expect(device.opened).toEqual(['/welcome.html']);
    await start('firefox');
    device.onStartup.fire();
    await settled();
    expect(device.opened).toHaveLength(1);
    expect(stage.local.items.size).toBe(0);
  });

  it.each(['update', 'browser_update'])('opens nothing after the event %s', async (reason) => {
    await start('firefox');
    device.onInstalled.fire({ reason });
    await settled();
    expect(device.opened).toEqual([]);
    expect(stage.local.items.size).toBe(0);
  });

  it('opens one page when the first start brings both events', async () => {
    await start('firefox');
    device.onInstalled.fire({ reason: 'install' });
    device.onStartup.fire();
    await settled();
    device.onStartup.fire();
    await settled();
    expect(device.opened).toHaveLength(1);
  });

  it('opens nothing when the policy prevents it, also later', async () => {
    stage.policy = { skipWelcome: true };
    await start('firefox');
    await install();
    stage.policy = {};
    await start('firefox');
    device.onStartup.fire();
    await settled();
    expect(device.opened).toEqual([]);
  });

  it('opens the page when the extension is not managed', async () => {
    stage.policy = null;
    await start('firefox');
    await install();
    expect(device.opened).toHaveLength(1);
  });

  it('reports that there is no window, and opens the page at the next start', async () => {
    await start('firefox');
    device.openFailure = new Error('No current window');
    await install();
    expect(device.complaints).toEqual(['Error: No current window']);
    device.openFailure = null;
    await start('firefox');
    device.onStartup.fire();
    await settled();
    expect(device.opened).toHaveLength(1);
  });

  it('reports a full storage, and opens nothing', async () => {
    stage.local.quota = 0;
    await start('firefox');
    await install();
    expect(device.complaints).toEqual([expect.stringContaining('quota')]);
    expect(device.opened).toEqual([]);
  });
});

describe('in Chromium', () => {
  it.each([
    ['normal', 3000],
    ['development', 10_000],
    ['admin', 10_000],
  ])('waits for a policy after an install of type %s for at most %i ms', async (installType, patience) => {
    device.installType = installType;
    await start('chromium');
    await install();
    await vi.advanceTimersByTimeAsync(patience - 1);
    expect(device.opened).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await settled();
    expect(device.opened).toEqual(['/welcome.html']);
  });

  it('opens the page as soon as a policy arrives that does not prevent it', async () => {
    await start('chromium');
    await install();
    setPolicy({ notice: false });
    await settled();
    expect(device.opened).toHaveLength(1);
    await vi.runAllTimersAsync();
    expect(device.opened).toHaveLength(1);
  });

  it('opens nothing when a policy that prevents it arrives during the wait', async () => {
    await start('chromium');
    await install();
    setPolicy({ skipWelcome: true });
    await vi.runAllTimersAsync();
    await settled();
    expect(device.opened).toEqual([]);
    expect(stage.local.items.size).toBe(0);
  });

  it('does not wait for a policy that is already there', async () => {
    stage.policy = { skipWelcome: true };
    await start('chromium');
    await install();
    expect(vi.getTimerCount()).toBe(0);
    expect(device.opened).toEqual([]);
    expect(stage.local.items.size).toBe(0);
  });

  it('opens the page at the next start when the background was stopped during the wait', async () => {
    await start('chromium');
    await stage.local.set({ welcome: 'owed' });
    device.onStartup.fire();
    await settled();
    await vi.runAllTimersAsync();
    await settled();
    expect(device.opened).toHaveLength(1);
  });
});
