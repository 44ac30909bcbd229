// How the background's parts hang together.
import { parseAddress } from '../../address/address.ts';
import type { PageRecord } from '../../record/record.ts';
import { assess } from '../../verdict/assess.ts';
import { BadgePainter } from './badge-adapter.ts';
import { forgetClosedTabs, sessionKeys } from './closed-tabs.ts';
import { BROWSER, browser } from '../browser.ts';
import type { Tabs } from 'webextension-polyfill';
import { isAllowed, onAccessChange } from '../access.ts';
import { askLogs } from './ask-logs.ts';
import { forgetCertificates } from './record/certificate-memory.ts';
import { listenToCommands } from '../commands.ts';
import { toHex } from '../../text/hex.ts';
import { DeepCheck } from './deep-check-service.ts';
import { isReportOfCheck } from './deep-check-state.ts';
import { DeviceMemory } from './record/device-memory.ts';
import { originsKey, outlineKey, PRIVATE_MUTED_KEY, probeKey } from '../storage-keys.ts';
import { lookUp } from './look-up-service.ts';
import { takeLookUpNote } from '../look-up-note.ts';
import type { LookUpPorts } from './look-up-service.ts';
import { showNotice, wantsNotice } from './notice-adapter.ts';
import { scanOpenTabs } from './record/open-tabs.ts';
import { OriginMemory } from './record/origin-memory.ts';
import { OutlineService } from './outline-service.ts';
import { outlinePorts } from './outline-adapter.ts';
import { hearAgain, lookForLostFrames, readDocuments } from './record/lost-frames.ts';
import { listenToPages } from './record/page-events.ts';
import { openPopupPage } from '../extension-pages.ts';
import { ProbeService } from './probe-service.ts';
import { probePorts } from './probe-adapter.ts';
import { RecordWriter } from './record/record-writer.ts';
import { listenToRedirects } from './record/redirect-watch.ts';
import { askDocument, learnWorker } from './record/served-by-worker.ts';
import { SessionStore } from './record/session-store.ts';
import type { TabState } from './record/record-index.ts';
import { deviceErrors, mute, readSettings, watchSettings } from '../settings-storage.ts';
import { startTrialAlarm } from './trial-adapter.ts';
import { startWelcome } from './welcome-adapter.ts';
import { loadWords } from '../load-words.ts';
import { SightingService } from './record/sighting-service.ts';
import { listenToWorkers } from './record/worker-events.ts';

/** As the manifest names it. */
const DEEP_CHECK_COMMAND = 'deep-check';

/** ms from the start until what is not urgent. */
const AFTER_START = 2000;
/** ms from the start in which requests that began before it may be answered. */
const FRESH = 30_000;

/** Registers everything. Synchronous to the last listener. */
export function startBackground(): void {
  const store = new SessionStore(browser.storage.session);
  const errors = new OriginMemory(new DeviceMemory({ stored: deviceErrors, now: () => Date.now() }));
  const badges = new BadgePainter();
  // One after the other, so that an older verdict is never painted over a newer one.
  let painting: Promise<void> = Promise.resolve();
  const writer: RecordWriter = new RecordWriter({
    store,
    errors,
    now: () => Date.now(),
    // From the start of this background on.
    isFresh: () => performance.now() < FRESH,
    engine: BROWSER,
    // A tab that the browser does not show us is treated as private: that forgets more.
    isPrivateTab: async (tabId) => (await browser.tabs.get(tabId).catch(() => null))?.incognito ?? true,
    onChange: (record, state) => {
      // Each on its own: a toolbar that can't be painted does not silence the notice.
      painting = painting
        .then(async () => {
          const words = await loadWords();
          return (await isAllowed(record.url))
            ? badges.paint(record, assess(record), words)
            : badges.paintNoAccess(record, words);
        })
        .catch(complain);
      notify(record, state).catch(complain);
    },
    // Pages that let nobody in stay as they are: not wholly checked.
    onLost: (tabId) => void hearAgain({ writer, documentsIn: readDocuments }, tabId).catch(complain),
  });

  const notify = async (record: PageRecord, state: TabState): Promise<void> => {
    if (state.noticed === record.documentId || !(await wantsNotice(record, state.private))) return;
    const words = await loadWords();
    if (await writer.markNoticed(record.tabId, record.documentId)) await showNotice(record, words);
  };

  const desk: LookUpPorts = {
    now: () => Date.now(),
    currentPage: (tabId) => store.change((tx) => tx.currentPage(tabId)),
    store: (tabId, state) => writer.lookUp(tabId, state),
    server: async () => {
      const settings = await readSettings();
      return settings.lookUp ? settings.lookUpServer : null;
    },
    ask: (server, host) => askLogs(NETWORK, server, host),
  };

  const sightings = new SightingService({
    store,
    writer,
    engine: BROWSER,
    tabs: openTabs,
    now: () => Date.now(),
  });
  const deepCheck = new DeepCheck(store, async () => (await readSettings()).deepSites);
  const outlines = new OutlineService(outlinePorts(store));
  const probes = new ProbeService(probePorts(store));

  listenToPages(writer, complain);
  listenToRedirects((tabId, seen) => void sightings.take({ tabId, origin: null }, seen).catch(complain));
  listenToWorkers(
    (pages, seen) => sightings.take(pages, seen),
    (address) => store.change((tx) => isReportOfCheck(tx, address)),
    complain,
  );
  listenToCommands({
    report: async (report, source) => {
      // From a page of the back/forward cache after access was withdrawn. It reports again later, access or not.
      if (source.frameId === 0 && !(await isAllowed(source.url))) return false;
      const answer = await writer.report(report, source);
      if (answer === true) sightings.arrive().catch(complain);
      // Before the answer: should the background be killed meanwhile, the observer reports again.
      if (answer === true && source.frameId === 0)
        await learnWorker({ writer, currentPage: desk.currentPage, ask: askDocument }, source.tabId).catch(
          complain,
        );
      return answer;
    },
    reportUnreadable: (report, source) => writer.reportUnreadable(report, source),
    notice: async (action, source) => {
      switch (action) {
        case 'why':
          return openPopupPage(source.tabId);
        case 'mute':
          return mute(parseAddress(source.url)?.hostname ?? '', source.private);
      }
    },
    lookUp: (tabId, host) => lookUp(desk, tabId, host),
    deepCheck: (tabId, site, reload) => deepCheck.start(tabId, site, reload),
    outline: (tabId, wish) => outlines.show(tabId, wish),
    outlineLost: (ids, source) => outlines.lose(source.tabId, ids),
    probe: (tabId, hosts) => probes.start(tabId, hosts),
    cancelProbe: (tabId) => probes.cancel(tabId),
  });
  browser.tabs.onUpdated.addListener((tabId, { status, url }) => {
    if (status === 'loading' || url !== undefined) badges.forget(tabId);
    if (url !== undefined) deepCheck.leave(tabId, url).catch(complain);
  });
  browser.tabs.onRemoved.addListener((tabId) => void deepCheck.close(tabId).catch(complain));
  deepCheck.restore().catch(complain);
  lookForLostFrames({ writer, store, documentsIn: readDocuments }, complain);
  browser.commands?.onCommand.addListener((command, tab) => {
    // Phones have no keyboard commands.
    if (command === DEEP_CHECK_COMMAND) checkTab(deepCheck, tab).catch(complain);
  });
  browser.permissions.onAdded.addListener(() => void resumeLookUp(desk).catch(complain));
  onAccessChange(() => void repaintAll(writer).catch(complain));
  startTrialAlarm(complain);
  startWelcome(complain);
  watchSettings(() => {
    repaintAll(writer).catch(complain);
    deepCheck.restore().catch(complain);
  });
  browser.tabs.onRemoved.addListener(() => void forgetPrivate(store).catch(complain));
  browser.tabs.onRemoved.addListener((tabId) => {
    badges.forget(tabId);
    probes.forget(tabId);
    store.change((tx) => tx.remove([outlineKey(tabId), probeKey(tabId)])).catch(complain);
  });
  // Forgotten in the options: then the session forgets as well.
  deviceErrors.watch((remembered) => {
    if (remembered === null) store.change((tx) => errors.forget(tx)).catch(complain);
  });
  scanOpenTabs({ writer, store }, complain).catch(complain);
  // Events that woke the background come first.
  setTimeout(
    () => void forgetClosedTabs({ store, keys: sessionKeys, tabs: openTabs }).catch(complain),
    AFTER_START,
  );
}

/** The keyboard's way to the popup's button. The popup knows the registrable domain; here the host itself is the site. */
async function checkTab(deepCheck: DeepCheck, tab: Tabs.Tab | undefined): Promise<void> {
  const shown = tab ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  const address = parseAddress(shown?.url ?? '');
  if (shown?.id === undefined || address === null || !/^https?:$/.test(address.protocol)) return;
  await deepCheck.start(shown.id, address.hostname, true);
}

/** The network, for the look-up. */
const NETWORK: Parameters<typeof askLogs>[0] = {
  fetch: (url, init) => fetch(url, init),
  now: () => Date.now(),
  sha256: async (bytes) => {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)));
    return toHex(digest);
  },
  timeout: (ms) => AbortSignal.timeout(ms),
};

/** The browser's question closed the popup that asked it: what was ordered there is done all the same. */
async function resumeLookUp(desk: LookUpPorts): Promise<void> {
  const note = await takeLookUpNote(desk.now());
  if (note !== null) await lookUp(desk, note.tabId, note.host);
}

/** Nothing from private windows outlives the last of them. */
async function forgetPrivate(store: SessionStore): Promise<void> {
  const tabs = await browser.tabs.query({});
  if (tabs.some(({ incognito }) => incognito)) return;
  await store.change(async (tx) => {
    await tx.remove([originsKey(true), PRIVATE_MUTED_KEY]);
    await forgetCertificates(tx, true);
  });
}

async function openTabs(): Promise<readonly number[]> {
  return (await browser.tabs.query({})).flatMap(({ id }) => id ?? []);
}

async function repaintAll(writer: RecordWriter): Promise<void> {
  for (const { id } of await browser.tabs.query({})) if (id !== undefined) await writer.repaint(id);
}

/** What goes wrong in the background reaches its console; the page goes on as it was. */
function complain(error: unknown): void {
  console.warn(error);
}
