// The popup, also opened in a tab: the current facts about a tab's page, and the actions that the user can start for it.
import { checkedSite } from '../../deep-check/deep-rules.ts';
import type { OutlineWish } from '../../outline/outline-order.ts';
import type { OutlineState } from '../../outline/outline-state.ts';
import type { ProbeState } from '../../probe/probe.ts';
import type { PageState } from '../../record/page-state.ts';
import type { Settings } from '../../settings/settings.ts';
import { openOptions, openOptionsAt, openSite } from '../extension-pages.ts';
import { createStore } from './create-store.ts';
import type { Store } from './create-store.ts';
import { changeSettings, chooseLanguage, preparePage } from './prepare-page.ts';
import type { Prepared } from './prepare-page.ts';
import { sendCommand } from './send-command.ts';
import {
  startDeepCheck,
  startLookUp,
  startProbe,
  reloadTab,
  requestAccess,
  shownTab,
  showTab,
} from './tab-actions.ts';
import { watchPage } from './watch-page.ts';
import { followItem, outlineOf, probeOf } from './watch-value.ts';

/** The section of the options with the mini-program check. */
const READINESS_ANCHOR = 'https-needed';
/** ms within which the browser usually answers; until then the popup has nothing to show. */
const USUAL_ANSWER = 150;

/** Called with the promise of opening another page. */
type Leave = (opening: Promise<void>) => void;

interface PopupPort {
  readonly settings: Store<Settings>;
  /** null: the tab's page has not reported yet. */
  readonly page: Store<PageState | null>;
  readonly tab: PreparedTab | null;
  readonly chooseVoice: (voice: Settings['voice']) => void;
  readonly openOptions: () => void;
  readonly chooseLanguage: typeof chooseLanguage;
  readonly now: () => number;
  readonly allow: () => Promise<boolean>;
}

/** `isPage`: it is opened in a tab, and stays open when another page opens. Resolves once the page is known, or when the browser is slow. */
export async function preparePopup(search: string, isPage: boolean): Promise<Prepared<PopupPort>> {
  // Not every browser closes the popup when another page takes the focus.
  const leave: Leave = (opening) => void opening.then(() => void (isPage || window.close()), reportError);
  const [{ settings, words, actions }, tabId] = await Promise.all([preparePage(leave), shownTab(search)]);
  const { page, watchAgain, firstAnswer } = watchTab(tabId ?? 'active');
  const tab = tabId === null ? null : prepareTab(tabId, page, isPage, leave);
  await Promise.race([firstAnswer, new Promise((done) => setTimeout(done, USUAL_ANSWER))]);
  const port: PopupPort = {
    settings,
    page,
    tab,
    chooseVoice: (voice) => {
      // The change is shown at once. If the browser cannot store it, it applies until the popup is closed.
      settings.set({ ...settings.get(), voice });
      changeSettings({ voice });
    },
    chooseLanguage,
    openOptions: () => leave(openOptions()),
    allow: async () => {
      const isAllowed = await requestAccess();
      // Granting access changes no record, so no other event would report that more can be shown now.
      if (isAllowed) watchAgain();
      return isAllowed;
    },
    now: Date.now,
  };
  return { words, actions, port };
}

interface WatchedTab {
  readonly page: Store<PageState | null>;
  readonly watchAgain: () => void;
  readonly firstAnswer: Promise<void>;
}

function watchTab(tab: number | 'active'): WatchedTab {
  const page = createStore<PageState | null>(null);
  let stop: (() => void) | null = null;
  const watchAgain = (onAnswer?: () => void): void => {
    stop?.();
    stop = watchPage(tab, (state) => {
      page.set(state);
      onAnswer?.();
    });
  };
  const firstAnswer = new Promise<void>(watchAgain);
  return { page, firstAnswer, watchAgain: () => watchAgain() };
}

/** The actions that a user can start for a tab, with their results. */
interface PreparedTab {
  readonly outline: Store<OutlineState | null>;
  readonly probe: Store<ProbeState | null>;
  readonly showOutline: (wish: OutlineWish) => void;
  readonly runProbe: (hosts: readonly string[]) => Promise<boolean>;
  readonly cancelProbe: () => void;
  readonly checkDeeply: () => Promise<boolean>;
  readonly lookUp: (host: string, server: string) => Promise<boolean>;
  readonly openReadiness: () => void;
  readonly openSite: () => void;
  readonly reload: () => void;
}

function prepareTab(
  tabId: number,
  page: Store<PageState | null>,
  isPage: boolean,
  leave: Leave,
): PreparedTab {
  const outline = createStore<OutlineState | null>(null);
  const probe = createStore<ProbeState | null>(null);
  followItem(outlineOf(tabId), outline.set);
  followItem(probeOf(tabId), probe.set);
  return {
    outline,
    probe,
    showOutline: (wish) => {
      // Opened in a tab, it hides the page that is to be outlined.
      const shown = isPage && wish.kind !== 'none' ? showTab(tabId) : Promise.resolve();
      shown.then(() => sendCommand('show-outline', { tabId, wish })).catch(reportError);
    },
    runProbe: (hosts) => startProbe(tabId, hosts),
    cancelProbe: () => void sendCommand('cancel-probe', { tabId }).catch(reportError),
    checkDeeply: () => startDeepCheck(tabId, siteOfPage(page.get())),
    lookUp: (host, server) => startLookUp(tabId, host, server),
    openReadiness: () => leave(openOptionsAt(READINESS_ANCHOR, tabId)),
    openSite: () => leave(openSite(tabId)),
    reload: () => void reloadTab(tabId).catch(reportError),
  };
}

/** The site that the deep check is started for; empty when the tab's page has no host. */
function siteOfPage(page: PageState | null): string {
  return page?.kind === 'record' ? (checkedSite(page.record.url) ?? '') : '';
}
