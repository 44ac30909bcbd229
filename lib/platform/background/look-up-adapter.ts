// The look-up service's access to the browser: the network, the settings, and the pages that tabs show.
import { toHex } from '../../text/hex.ts';
import { takeLookUpNote } from '../look-up-note.ts';
import { readSettings } from '../settings-storage.ts';
import { askLogs } from './ask-logs.ts';
import type { AskPorts } from './ask-logs.ts';
import type { LookUpPorts } from './look-up-service.ts';
import type { RecordWriter } from './record/record-writer.ts';
import type { SessionStore } from './record/session-store.ts';

const NETWORK: AskPorts = {
  fetch: (url, init) => fetch(url, init),
  now: () => Date.now(),
  sha256: async (bytes) =>
    toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)))),
  timeout: (ms) => AbortSignal.timeout(ms),
};

export function lookUpPorts(store: SessionStore, writer: RecordWriter): LookUpPorts {
  return {
    now: () => Date.now(),
    currentPage: (tabId) => store.change((tx) => tx.currentPage(tabId)),
    store: (tabId, state) => writer.lookUp(tabId, state),
    server: async () => {
      const settings = await readSettings();
      return settings.lookUp ? settings.lookUpServer : null;
    },
    ask: (server, host) => askLogs(NETWORK, server, host),
    takeNote: () => takeLookUpNote(Date.now()),
  };
}
