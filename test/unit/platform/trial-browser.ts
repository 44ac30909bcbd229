// A browser for tests of the trials' events and notifications, instead of lib/platform/browser.ts: its storage is that of memory-browser.ts.
//
//   vi.mock('../../../lib/platform/browser.ts', () => import('./trial-browser.ts'));
import { browser as memoryBrowser } from './memory-browser.ts';
import { MemoryEvent } from './memory-event.ts';

export const events = {
  onAlarm: new MemoryEvent<[{ readonly name: string }]>(),
  onStartup: new MemoryEvent<[]>(),
  onInstalled: new MemoryEvent<[]>(),
  onAdded: new MemoryEvent<[]>(),
  onRemoved: new MemoryEvent<[]>(),
  onClicked: new MemoryEvent<[string]>(),
};

/** The state besides the extension. */
export const device = {
  /** Whether the user allowed notifications: otherwise the browser has no such API. */
  mayNotify: true,
  shown: new Array<readonly [string, object]>(),
  opened: new Array<unknown>(),
  notifyFailure: null as Error | null,
  openFailure: null as Error | null,
};

/** Before any start of the background. */
export function resetDevice(): void {
  for (const { listeners } of Object.values(events)) listeners.length = 0;
  Object.assign(device, { mayNotify: true, shown: [], opened: [], notifyFailure: null, openFailure: null });
}

const notifications = {
  onClicked: events.onClicked,
  create: async (id: string, content: object): Promise<void> => {
    if (device.notifyFailure !== null) throw device.notifyFailure;
    device.shown.push([id, content]);
  },
};

export const browser = {
  ...memoryBrowser,
  alarms: { ...memoryBrowser.alarms, onAlarm: events.onAlarm },
  i18n: { getUILanguage: () => 'en-GB' },
  get notifications() {
    return device.mayNotify ? notifications : undefined;
  },
  permissions: {
    contains: async () => device.mayNotify,
    onAdded: events.onAdded,
    onRemoved: events.onRemoved,
  },
  runtime: {
    getURL: (path: string) => `chrome-extension://own/${path.replace(/^\//, '')}`,
    onStartup: events.onStartup,
    onInstalled: events.onInstalled,
  },
  tabs: {
    create: async (tab: object): Promise<void> => {
      if (device.openFailure !== null) throw device.openFailure;
      device.opened.push(tab);
    },
  },
};
