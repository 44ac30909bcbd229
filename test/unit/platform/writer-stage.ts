// The environment of the tests of the single writer: a store that outlives its worker, a clock that advances automatically, and a new worker for
// every step.
import { readPageHeaders } from '../../../lib/record/headers.ts';
import { startNavigation } from '../../../lib/record/navigation.ts';
import type { DeviceErrors } from '../../../lib/record/origin-error.ts';
import { deviceErrorsSchema } from '../../../lib/record/origin-error.ts';
import type { PageRecord } from '../../../lib/record/record.ts';
import { NO_FIELDS } from '../../../lib/record/sightings/observer-report.ts';
import { DeviceMemory } from '../../../lib/platform/background/record/device-memory.ts';
import type { DeviceMemoryPorts } from '../../../lib/platform/background/record/device-memory.ts';
import { OriginMemory } from '../../../lib/platform/background/record/origin-memory.ts';
import { RecordWriter } from '../../../lib/platform/background/record/record-writer.ts';
import type { PageRequest } from '../../../lib/platform/background/record/page-navigations.ts';
import { DEVICE_ERRORS_KEY } from '../../../lib/platform/storage-keys.ts';
import { StoredItem } from '../../../lib/platform/stored-item.ts';
import { SessionStore } from '../../../lib/platform/background/record/session-store.ts';
import { MemoryArea, memoryPorts } from './memory-area.ts';
import type { ReceivedReport } from '../../../lib/record/sightings/received-report.ts';
import type { CertificateReport, ConnectionReport } from '../../../lib/record/certificate-record.ts';

export const TAB = 3;
export const TOP = { tabId: TAB, frameId: 0, private: false };
export const REFUSED = 'net::ERR_CERT_DATE_INVALID';

/** A page's response without a relevant header. */
export const ANSWER = { status: 200, fromCache: false, headers: readPageHeaders([]) } as const;

/** The state besides the worker; `device`: what outlives the session. */
export const stage = {
  area: new MemoryArea(),
  device: new MemoryArea(),
  painted: new Array<PageRecord>(),
  lost: new Array<number>(),
  clock: 0,
  isFresh: false,
};

/** Before any page. */
export function resetStage(): void {
  Object.assign(stage, {
    area: new MemoryArea(),
    device: new MemoryArea(),
    painted: [],
    lost: [],
    clock: 1000,
    isFresh: false,
  });
}

/** After an update of the extension or a restart of the browser. */
export function endSession(): void {
  stage.area = new MemoryArea();
}

/** The errors that a device remembers, in this area. */
export function deviceItem(area: MemoryArea): DeviceMemoryPorts['stored'] {
  return new StoredItem<DeviceErrors | null>(
    DEVICE_ERRORS_KEY,
    { schema: deviceErrorsSchema, fallback: null },
    memoryPorts(area),
  );
}

/** A background that was just started. */
export function wake(): RecordWriter {
  const store = new SessionStore(stage.area);
  const now = (): number => (stage.clock += 1);
  return new RecordWriter({
    store,
    errors: new OriginMemory(new DeviceMemory({ stored: deviceItem(stage.device), now })),
    now,
    isFresh: () => stage.isFresh,
    engine: 'chromium',
    isPrivateTab: async () => false,
    onChange: (record) => stage.painted.push(record),
    onLost: (tabId) => stage.lost.push(tabId),
  });
}

export function report(documentId: string, parts: Partial<ReceivedReport> = {}): ReceivedReport {
  return {
    type: 'report',
    documentId,
    turn: 'first',
    openedAs: '',
    secureContext: true,
    fields: NO_FIELDS,
    sightings: [],
    hosts: [],
    metas: { upgradesSince: null, upgradesAfter: Infinity, stopsForms: false, sealsFrames: false },
    startedAt: 0,
    base: null,
    dropped: 0,
    scan: 'done',
    gone: false,
    refused: 0,
    ...parts,
  };
}

export async function current(): Promise<PageRecord | null> {
  return new SessionStore(stage.area).change((tx) => tx.currentPage(TAB));
}

export function reportedCertificate(state: ConnectionReport['state']): CertificateReport {
  return {
    source: 'page',
    at: 1,
    chain: [],
    sha256: null,
    revoked: null,
    connection: {
      browser: 'chromium',
      state,
      protocol: null,
      cipherSuite: null,
      keyExchange: null,
      extendedValidation: null,
      encryptedClientHello: null,
      rootIsBuiltIn: null,
      isOrganizationRoot: false,
    },
  };
}

/** A request of the tab that leads to its next page. */
export function way(requestId: string): Omit<PageRequest, 'url'> {
  return { tabId: TAB, requestId, prerendered: false };
}

export function request(requestId: string, url: string): PageRequest {
  return { ...way(requestId), url };
}

export async function open(url: string, documentId: string): Promise<void> {
  await wake().navigate(way(`r-${documentId}`), () => startNavigation(`r-${documentId}`, url, stage.clock));
  await wake().report(report(documentId), { ...TOP, url });
}
