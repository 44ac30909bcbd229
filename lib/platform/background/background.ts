// The composition of the background: its parts, then every listener. It has no logic: the services handle the events.
import { isAllowed, onAccessChange } from '../access.ts';
import { BROWSER, browser } from '../browser.ts';
import { loadWords } from '../load-words.ts';
import { deviceErrors, watchSettings } from '../settings-storage.ts';
import { BadgePainter } from './badge-adapter.ts';
import { CleanupService } from './cleanup-service.ts';
import { listenToCommands } from './command-listener.ts';
import type { CommandHandlers } from './command-listener.ts';
import { DEEP_CHECK_PORTS } from './deep-check-adapter.ts';
import { DeepCheckService } from './deep-check-service.ts';
import { DiagnosticsService } from './diagnostics-service.ts';
import { lookUpPorts } from './look-up-adapter.ts';
import { lookUp, resumeLookUp } from './look-up-service.ts';
import { noticePorts } from './notice-adapter.ts';
import { NoticeService } from './notice-service.ts';
import { outlinePorts } from './outline-adapter.ts';
import { OutlineService } from './outline-service.ts';
import { probePorts } from './probe-adapter.ts';
import { ProbeService } from './probe-service.ts';
import { DeviceMemory } from './record/device-memory.ts';
import { hearAgain, lookForLostFrames, readDocuments } from './record/lost-frames.ts';
import { scanOpenTabs } from './record/open-tabs.ts';
import { OriginMemory } from './record/origin-memory.ts';
import { listenToPages } from './record/page-events.ts';
import { RecordWriter } from './record/record-writer.ts';
import { listenToRedirects } from './record/redirect-watch.ts';
import { askDocument, learnWorker } from './record/served-by-worker.ts';
import { SessionStore } from './record/session-store.ts';
import { SightingService } from './record/sighting-service.ts';
import { listenToWorkers } from './record/worker-events.ts';
import { takeReport } from './report-service.ts';
import type { ReportServicePorts } from './report-service.ts';
import { isPrivateTab, onWarningsForgotten, openTabIds, openTabs, sessionKeys } from './session-adapter.ts';
import { repaintAll, ToolbarService } from './toolbar-service.ts';
import { startTrialAlarm } from './trial-adapter.ts';
import { startWelcome } from './welcome-adapter.ts';
import { isReportOfCheck } from './record/deep-check-state.ts';

/** As in the manifest. */
const DEEP_CHECK_COMMAND = 'deep-check';
/** ms from the start until less urgent work: the events that woke the background come first. */
const AFTER_START = 2000;
/** ms from the start in which responses may belong to requests that began before it. */
const FRESH = 30_000;

const now = (): number => Date.now();

function createParts() {
  const store = new SessionStore(browser.storage.session);
  const diagnostics = new DiagnosticsService({ store, now, warn: (error) => console.warn(error) });
  const { complain } = diagnostics;
  const run = (work: Promise<unknown>): void => void work.catch(complain);
  const errors = new OriginMemory(new DeviceMemory({ stored: deviceErrors, now }));
  const toolbar = new ToolbarService({ badges: new BadgePainter(), isAllowed, words: loadWords });
  const writer: RecordWriter = new RecordWriter({
    store,
    errors,
    now,
    isFresh: () => performance.now() < FRESH,
    engine: BROWSER,
    isPrivateTab,
    // Each separately: a toolbar that cannot be painted must not prevent the notice.
    onChange: (record, state) => {
      run(toolbar.paint(record));
      run(notices.consider(record, state));
    },
    // Pages that allow no scripts keep their state: not completely checked.
    onLost: (tabId) => run(hearAgain({ writer, documentsIn: readDocuments }, tabId)),
  });
  const notices = new NoticeService(noticePorts(writer));
  return {
    store,
    diagnostics,
    run,
    complain,
    toolbar,
    writer,
    notices,
    logs: lookUpPorts(store, writer),
    sightings: new SightingService({ store, writer, engine: BROWSER, tabs: openTabIds, now }),
    deepCheck: new DeepCheckService(store, DEEP_CHECK_PORTS),
    outlines: new OutlineService(outlinePorts(store)),
    probes: new ProbeService(probePorts(store)),
    cleanup: new CleanupService({ store, errors, keys: sessionKeys, tabs: openTabs }),
  };
}

type Parts = ReturnType<typeof createParts>;

/** Registers every listener in the first tick: an event that wakes the worker is only delivered to listeners of that tick. */
export function startBackground(): void {
  const parts = createParts();
  const { store, writer, sightings, deepCheck, cleanup, run, complain } = parts;
  listenToPages(writer, complain);
  listenToRedirects((tabId, seen) => run(sightings.take({ tabId, origin: null }, seen)));
  listenToWorkers(
    (pages, seen) => sightings.take(pages, seen),
    (address) => store.change((tx) => isReportOfCheck(tx, address)),
    complain,
  );
  listenToCommands(commandHandlers(parts), parts.diagnostics);
  listenToTabs(parts);
  // Phones have no keyboard commands.
  browser.commands?.onCommand.addListener((command, tab) => {
    if (command === DEEP_CHECK_COMMAND) run(deepCheck.startIn(tab));
  });
  browser.permissions.onAdded.addListener(() => run(resumeLookUp(parts.logs)));
  onAccessChange(() => run(repaintAll(writer, openTabIds)));
  watchSettings(() => {
    run(repaintAll(writer, openTabIds));
    run(deepCheck.restore());
  });
  onWarningsForgotten(() => run(cleanup.forgetWarnings()));
  startTrialAlarm(complain);
  startWelcome(complain);
  run(deepCheck.restore());
  run(scanOpenTabs({ writer, store }, complain));
  lookForLostFrames({ writer, store, documentsIn: readDocuments }, complain);
  setTimeout(() => run(cleanup.closeLostTabs()), AFTER_START);
}

function commandHandlers(parts: Parts): CommandHandlers {
  const { writer, sightings, notices, logs, deepCheck, outlines, probes, complain } = parts;
  const reports: ReportServicePorts = {
    writer,
    isAllowed,
    onStored: () => sightings.arrive(),
    onPageStored: (tabId) => learnWorker({ writer, currentPage: logs.currentPage, ask: askDocument }, tabId),
    complain,
  };
  return {
    report: (report, source) => takeReport(reports, report, source),
    'notice-action': ({ action }, source) => notices.act(action, source),
    'look-up': ({ tabId, host }) => lookUp(logs, tabId, host),
    'deep-check': ({ tabId, site, reload }) => deepCheck.start(tabId, site, reload),
    'show-outline': ({ tabId, wish }) => outlines.show(tabId, wish),
    'outline-ended': (_ended, { tabId }) => outlines.show(tabId, { kind: 'none' }),
    'outline-lost': ({ ids }, { tabId }) => outlines.lose(tabId, ids),
    probe: ({ tabId, hosts }) => probes.start(tabId, hosts),
    'cancel-probe': ({ tabId }) => probes.cancel(tabId),
    'clear-diagnostics': () => parts.diagnostics.clear(),
  };
}

function listenToTabs({ writer, toolbar, deepCheck, probes, cleanup, run }: Parts): void {
  browser.tabs.onUpdated.addListener((tabId, { status, url }) => {
    if (status === 'loading' || url !== undefined) toolbar.forget(tabId);
    if (url !== undefined) run(deepCheck.leave(tabId, url));
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    toolbar.forget(tabId);
    probes.forget(tabId);
    run(writer.forget(tabId));
    run(deepCheck.close(tabId));
    run(cleanup.closeTab(tabId));
    run(cleanup.closePrivateWindows());
  });
}
