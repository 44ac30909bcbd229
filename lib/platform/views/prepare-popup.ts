// The popup, or the same as a page of its own: the newest of each fact about a tab's page, and what the user can order for it.
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
  orderDeepCheck,
  orderLookUp,
  orderProbe,
  reloadTab,
  requestAccess,
  shownTab,
  showTab,
} from './tab-orders.ts';
import { watchPage } from './watch-page.ts';
import { followItem, outlineOf, probeOf } from './watch-value.ts';

/** The section of the options with the mini-program check. */
const READINESS_ANCHOR = 'https-needed';
/** ms within which the browser usually answers; before that there is nothing to show. */
const USUAL_ANSWER = 150;

/** Takes the opening of another page. */
type Leave = (opening: Promise<void>) => void;

interface PopupPort {
  readonly settings: Store<Settings>;
  /** null: the page that the tab shows has not reported yet. */
  readonly page: Store<PageState | null>;
  readonly tab: PreparedTab | null;
  readonly chooseVoice: (voice: Settings['voice']) => void;
  readonly openOptions: () => void;
  readonly chooseLanguage: typeof chooseLanguage;
  readonly now: () => number;
  readonly allow: () => Promise<boolean>;
}

/** `isPage`: it is a page of its own and stays when another one opens. Resolves once the page is known, or when the browser is slow. */
export async function preparePopup(search: string, isPage: boolean): Promise<Prepared<PopupPort>> {
  // A popup closes by itself when another page takes the focus, but not in every browser.
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
      // Shown at once; if the browser cannot store it, it applies for as long as the popup is open.
      settings.set({ ...settings.get(), voice });
      changeSettings({ voice });
    },
    chooseLanguage,
    openOptions: () => leave(openOptions()),
    allow: async () => {
      const isAllowed = await requestAccess();
      // Access changes no record, so nothing else would say that there is more to see now.
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

/** What the user can order for a tab, with the results. */
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
      // As a page of its own it covers the page that is to be outlined.
      const shown = isPage && wish.kind !== 'none' ? showTab(tabId) : Promise.resolve();
      shown.then(() => sendCommand('show-outline', { tabId, wish })).catch(reportError);
    },
    runProbe: (hosts) => orderProbe(tabId, hosts),
    cancelProbe: () => void sendCommand('cancel-probe', { tabId }).catch(reportError),
    checkDeeply: () => orderDeepCheck(tabId, siteOfPage(page.get())),
    lookUp: (host, server) => orderLookUp(tabId, host, server),
    openReadiness: () => leave(openOptionsAt(READINESS_ANCHOR, tabId)),
    openSite: () => leave(openSite(tabId)),
    reload: () => void reloadTab(tabId).catch(reportError),
  };
}

/** The site that the deep check is started for; empty when the tab shows no page with a host. */
function siteOfPage(page: PageState | null): string {
  return page?.kind === 'record' ? (checkedSite(page.record.url) ?? '') : '';
}
