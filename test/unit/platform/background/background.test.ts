// The composition: every listener exists after the first tick, and each event reaches the parts that it concerns.
import { beforeEach, expect, it, vi } from 'vitest';
import { readDiagnostics } from '../../../../lib/diagnostics/diagnostics.ts';
import { DIAGNOSTICS_KEY } from '../../../../lib/platform/storage-keys.ts';
import { MemoryArea, memoryLocks } from '../memory-area.ts';
import { settled } from '../memory-event.ts';

type Listener = (...args: unknown[]) => unknown;
type Call = (...args: unknown[]) => unknown;

const stage = vi.hoisted(() => {
  const listeners = new Map<string, Listener[]>();
  /** The results of the browser's functions, by their names; the others return undefined. */
  const answers: Record<string, Call> = {};
  return {
    engine: 'chromium',
    listeners,
    answers,
    event: (name: string): object => ({
      addListener: (listener: Listener) => {
        listeners.set(name, [...(listeners.get(name) ?? []), listener]);
      },
      removeListener: () => undefined,
      hasListener: () => false,
    }),
  };
});

vi.mock('../../../../lib/platform/browser.ts', () => {
  /** An object of the browser's API: names that begin with `on` are events, everything else is a function or an object of the same kind. */
  const fake = (path: string): object =>
    new Proxy(() => undefined, {
      get: (_target, key) => {
        const name = `${path}${path === '' ? '' : '.'}${String(key)}`;
        return /^on[A-Z]/.test(String(key)) ? stage.event(name) : fake(name);
      },
      apply: (_target, _this, args: unknown[]) => stage.answers[path]?.(...args) ?? Promise.resolve(),
    });
  return {
    SITES: ['https://*/*'],
    get BROWSER() {
      return stage.engine;
    },
    browser: fake(''),
  };
});

const { startBackground } = await import('../../../../lib/platform/background/background.ts');

vi.stubGlobal('navigator', { locks: { request: memoryLocks() } });

let session: MemoryArea;
let local: MemoryArea;
beforeEach(() => {
  stage.engine = 'chromium';
  stage.listeners.clear();
  session = new MemoryArea();
  local = new MemoryArea();
  stage.answers = {
    ...storage('session', session),
    ...storage('local', local),
    'storage.managed.get': async () => ({}),
    'tabs.query': async () => [],
    'tabs.get': () => Promise.reject(new Error('no such tab')),
    'declarativeNetRequest.getSessionRules': async () => [],
    'permissions.contains': async () => true,
    'runtime.getURL': (path) => `chrome-extension://own/${String(path)}`,
  };
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

/** The results of a storage area. */
function storage(name: string, memory: MemoryArea): Record<string, Call> {
  return {
    [`storage.${name}.get`]: (key) =>
      memory.get(key === null ? [...memory.items.keys()] : (key as string | string[])),
    [`storage.${name}.set`]: (items) => memory.set(items as Record<string, unknown>),
    [`storage.${name}.remove`]: (keys) => memory.remove(keys as string | string[]),
    [`storage.${name}.getKeys`]: async () => [...memory.items.keys()],
  };
}

function registered(): Readonly<Record<string, number>> {
  return Object.fromEntries([...stage.listeners].map(([name, all]) => [name, all.length]));
}

function fire(event: string, ...args: readonly unknown[]): readonly unknown[] {
  return (stage.listeners.get(event) ?? []).map((listener) => listener(...args));
}

async function diagnostics(): Promise<unknown> {
  return readDiagnostics((await session.get(DIAGNOSTICS_KEY))[DIAGNOSTICS_KEY]);
}

const SHARED = {
  'alarms.onAlarm': 1,
  'commands.onCommand': 1,
  'notifications.onClicked': 1,
  'runtime.onInstalled': 2,
  'runtime.onMessage': 1,
  'runtime.onStartup': 2,
  'tabs.onRemoved': 1,
  'tabs.onUpdated': 2,
  'webNavigation.onCommitted': 1,
  'webRequest.onBeforeRedirect': 2,
  'webRequest.onBeforeRequest': 2,
  'webRequest.onHeadersReceived': 1,
};

it.each([
  ['chromium', { 'webRequest.onErrorOccurred': 1, 'webRequest.onResponseStarted': 1 }],
  ['firefox', { 'webNavigation.onErrorOccurred': 1 }],
])('in %s every listener is there when the first tick ends, and none comes later', async (engine, own) => {
  stage.engine = engine;
  startBackground();
  const first = registered();
  expect(first).toMatchObject({ ...SHARED, ...own });
  await settled();
  expect(registered()).toEqual(first);
});

it('a closed tab is forgotten, with the data of private windows', async () => {
  startBackground();
  await session.set({
    'tab:7': {},
    'pending:7': [],
    'outline:7': {},
    'probe:7': {},
    'tab:8': {},
    'outline:8': {},
    origins: {},
    'origins:private': {},
    'muted:private': [],
  });
  fire('tabs.onRemoved', 7);
  await settled();
  const left = [...session.items.keys()].filter((key) => /:|^origins$/.test(key)).sort();
  expect(left).toEqual(['origins', 'outline:8', 'tab:8']);
});

it('while a private window is open, the data of private windows stays', async () => {
  stage.answers['tabs.query'] = async () => [{ id: 8, incognito: true }];
  startBackground();
  await session.set({ 'origins:private': {} });
  fire('tabs.onRemoved', 7);
  await settled();
  expect(session.items.has('origins:private')).toBe(true);
});

it('certificate warnings that the user reset are forgotten in the session too', async () => {
  startBackground();
  await session.set({ origins: {}, 'origins:private': {} });
  const newValue = { salt: '0'.repeat(32), errors: [] };
  fire('storage.local.onChanged', { 'certificate-errors': { newValue } });
  await settled();
  expect(session.items.has('origins')).toBe(true);
  fire('storage.local.onChanged', { 'certificate-errors': { oldValue: {} } });
  await settled();
  expect([session.items.has('origins'), session.items.has('origins:private')]).toEqual([false, true]);
});

it('refused messages and errors are stored, and removed when the user clears them', async () => {
  startBackground();
  await settled();
  const frame = {
    id: undefined,
    tab: { id: 7, incognito: false },
    frameId: 1,
    url: 'https://secret.example/',
  };
  expect(fire('runtime.onMessage', { type: 'probe', tabId: 7, hosts: [] }, frame)).toEqual([undefined]);
  stage.answers['tabs.query'] = () => Promise.reject(new Error('no tabs at https://secret.example/'));
  fire('tabs.onRemoved', 7);
  await settled();
  expect(await diagnostics()).toMatchObject([
    { incident: { kind: 'refused', type: 'probe', why: 'wrong-sender' } },
    { incident: { kind: 'error', text: 'Error: no tabs at <address>' } },
  ]);
  expect(session.items.get(DIAGNOSTICS_KEY)).not.toContain('secret');
});
