// The popup, or with `?tab=ID` the same as a page of its own: joins the browser to the view and holds the newest of each fact.
import '../../components/popup/popup-page.css';
import { ActionsProvider } from '../../components/ui/actions-context.tsx';
import { mount } from '../../components/ui/mount.tsx';
import { PopupView } from '../../components/popup/popup-view.tsx';
import type { PopupViewProps } from '../../components/popup/popup-view.tsx';
import type { MixedTools } from '../../components/mixed/mixed-tools.ts';
import { checkedSite } from '../../lib/deep-check/deep-rules.ts';
import type { PageState } from '../../lib/record/page-state.ts';
import { sendCommand } from '../../lib/platform/views/send-command.ts';
import { openOptions, openOptionsAt, openSite } from '../../lib/platform/extension-pages.ts';
import {
  orderDeepCheck,
  orderLookUp,
  orderProbe,
  reloadTab,
  requestAccess,
  shownTab,
  showTab,
} from '../../lib/platform/views/tab-orders.ts';
import { pageActions } from '../../lib/platform/views/page-actions.ts';
import { watchPage } from '../../lib/platform/views/watch-page.ts';
import { followItem, outlineOf, probeOf } from '../../lib/platform/views/watch-value.ts';
import type { ProbeState } from '../../lib/probe/probe.ts';
import { readSettings, watchSettings, writeSettings } from '../../lib/platform/settings-storage.ts';
import { loadWords } from '../../lib/platform/load-words.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { identifyBrowser } from '../../lib/words/browser-identity.ts';
import type { Words } from '../../lib/words/words.ts';
import type { OutlineState } from '../../lib/outline/outline-state.ts';

const isPage = new URLSearchParams(location.search).has('tab');
// On phones the popup fills the screen.
if (isPage || navigator.userAgent.includes('Android')) document.documentElement.dataset['page'] = '';

const view = mount(document);
const actions = pageActions(leave);
const browser = identifyBrowser(navigator);

/** The section of the options with the mini-program check. */
const READINESS_ANCHOR = 'https-needed';
/** ms after which a person wonders. */
const SLOW = 150;

async function start(): Promise<void> {
  const [settings, words, tabId] = await Promise.all([
    readSettings(),
    loadWords(),
    shownTab(location.search),
  ]);
  const state: {
    settings: Settings;
    words: Words;
    page: PageState | null;
    outline: OutlineState | null;
    probe: ProbeState | null;
  } = { settings, words, page: null, outline: null, probe: null };

  const lookUpOf = ({ lookUp, lookUpServer }: Settings): PopupViewProps['lookUp'] =>
    lookUp && tabId !== null
      ? {
          server: lookUpServer,
          onAsk: (host) => orderLookUp(tabId, host, lookUpServer),
        }
      : null;

  const mixedTools = (): MixedTools | null =>
    tabId === null
      ? null
      : {
          outline: state.outline,
          onOutline: (wish) => {
            // As a page of its own it stands before the page that it speaks of.
            const shown = isPage && wish.kind !== 'none' ? showTab(tabId) : Promise.resolve();
            shown.then(() => sendCommand('show-outline', { tabId, wish })).catch(reportError);
          },
          probe: state.probe,
          onProbe: (hosts) => orderProbe(tabId, hosts),
          onCancelProbe: () => void sendCommand('cancel-probe', { tabId }).catch(reportError),
          onDeepCheck: () => orderDeepCheck(tabId, siteOfPage(state.page)),
        };

  const show = (): void =>
    view.render(
      state.words,
      state.words.text('extension_name'),
      <ActionsProvider actions={actions}>
        <PopupView
          page={state.page}
          voice={state.settings.voice}
          browser={browser}
          now={Date.now}
          onVoice={(voice) => {
            // Shown at once; if the browser cannot store it, it holds for as long as the popup is open.
            state.settings = { ...state.settings, voice };
            show();
            writeSettings({ voice }).catch(reportError);
          }}
          onLanguage={(language) => void writeSettings({ language }).catch(reportError)}
          onOptions={() => leave(openOptions())}
          onReadiness={tabId === null ? null : () => leave(openOptionsAt(READINESS_ANCHOR, tabId))}
          onSite={tabId === null || state.settings.hideOffers ? null : () => leave(openSite(tabId))}
          mixed={mixedTools()}
          lookUp={lookUpOf(state.settings)}
          onAllow={allow}
          onReload={() => void (tabId !== null && reloadTab(tabId).catch(reportError))}
        />
      </ActionsProvider>,
    );

  const watch = (): (() => void) =>
    watchPage(tabId ?? 'active', (page) => {
      state.page = page;
      show();
    });
  let stopWatching = watch();
  if (tabId !== null) {
    // Shown with the page's record, which alone makes sense of them.
    const showWithPage = (): void => {
      if (state.page !== null) show();
    };
    followItem(outlineOf(tabId), (outline) => {
      state.outline = outline;
      showWithPage();
    });
    followItem(probeOf(tabId), (probe) => {
      state.probe = probe;
      showWithPage();
    });
  }
  // The first answer comes within a frame or two; only when it does not is there anything to say before it.
  setTimeout(() => {
    if (state.page === null) show();
  }, SLOW);
  const allow = async (): Promise<boolean> => {
    const isAllowed = await requestAccess();
    if (isAllowed) {
      // Access changes no record, so nothing else would tell that there is more to see now.
      stopWatching();
      stopWatching = watch();
    }
    return isAllowed;
  };
  const use = async (next: Settings): Promise<void> => {
    state.words = await loadWords();
    state.settings = next;
    show();
  };
  watchSettings((next) => void use(next).catch(reportError));
}

start().catch(reportError);

/** The site that the deep check is started for; empty when the tab shows no page with a host. */
function siteOfPage(page: PageState | null): string {
  return page?.kind === 'record' ? (checkedSite(page.record.url) ?? '') : '';
}

/** A popup closes by itself when another page takes the focus, but not in every browser; as a page it stays. */
function leave(opening: Promise<void>): void {
  opening.then(() => void (isPage || window.close()), reportError);
}
