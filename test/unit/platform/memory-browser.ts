// A browser for tests of stored values, instead of lib/platform/browser.ts: storage areas and the policy, nothing else.
//
//   vi.mock('../../../lib/platform/browser.ts', () => import('./memory-browser.ts'));
import { vi } from 'vitest';
import { MemoryArea, memoryLocks } from './memory-area.ts';

type Listener = (changes: Record<string, unknown>, area: string) => void;

export const BROWSER = 'chromium';

/** The state besides the extension. */
export const stage = {
  local: new MemoryArea(),
  session: new MemoryArea(),
  /** null: the extension is not managed, and reading rejects as in Firefox. */
  policy: null as Record<string, unknown> | null,
  policyReads: 0,
  alarms: new Set<string>(),
};

const listeners = new Set<Listener>();

export const browser = {
  storage: {
    get local() {
      return stage.local;
    },
    get session() {
      return stage.session;
    },
    managed: {
      get: async () => {
        stage.policyReads += 1;
        if (stage.policy === null) throw new Error('Managed storage manifest not found');
        return stage.policy;
      },
    },
    onChanged: { addListener: (listener: Listener) => void listeners.add(listener) },
  },
  alarms: {
    get: async (name: string) => (stage.alarms.has(name) ? { name } : undefined),
    create: async (name: string) => void stage.alarms.add(name),
    clear: async (name: string) => stage.alarms.delete(name),
  },
};

/** The organisation sets another policy, and the browser reports it. */
export function setPolicy(policy: Record<string, unknown>): void {
  stage.policy = policy;
  for (const listener of listeners) listener({}, 'managed');
}

const request = memoryLocks();
vi.stubGlobal('navigator', { locks: { request } });
