// What the popup requires from the browser.
import type { OutlineWish } from '../../lib/outline/outline-order.ts';
import type { OutlineState } from '../../lib/outline/outline-state.ts';
import type { ProbeState } from '../../lib/probe/probe.ts';
import type { PageState } from '../../lib/record/page-state.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import type { Language } from '../../lib/text/language.ts';
import type { Store } from '../ui/use-store.ts';

export interface PopupPort {
  readonly settings: Store<Settings>;
  /** null: the tab's page has not reported yet. */
  readonly page: Store<PageState | null>;
  /** null: no tab is known. */
  readonly tab: TabPort | null;
  readonly chooseVoice: (voice: Settings['voice']) => void;
  readonly chooseLanguage: (language: Language) => void;
  readonly openOptions: () => void;
  /** Requests access to web pages; resolves to whether it was granted. */
  readonly allow: () => Promise<boolean>;
  /** ms since epoch. */
  readonly now: () => number;
}

/** The actions that a user can start for a tab, with their results. */
export interface TabPort {
  /** null: nothing is outlined. */
  readonly outline: Store<OutlineState | null>;
  /** null: no host was probed. */
  readonly probe: Store<ProbeState | null>;
  readonly showOutline: (wish: OutlineWish) => void;
  /** Resolves to whether access was granted. */
  readonly runProbe: (hosts: readonly string[]) => Promise<boolean>;
  readonly cancelProbe: () => void;
  /** Resolves to whether the check has started. */
  readonly checkDeeply: () => Promise<boolean>;
  /** Looks a host up in the public logs. Resolves to whether access to the server was granted. */
  readonly lookUp: (host: string, server: string) => Promise<boolean>;
  /** Opens the options at the mini-program check of this page. */
  readonly openReadiness: () => void;
  /** Opens the options at this page's site. */
  readonly openSite: () => void;
  readonly reload: () => void;
}
