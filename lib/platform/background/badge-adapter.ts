// The toolbar button of a tab: icon, badge and tooltip show the same state by shape, sign and words.
import { UNOBSERVED } from '../../record/record-changes.ts';
import type { PageRecord } from '../../record/record.ts';
import type { State, Verdict } from '../../verdict/verdict.ts';
import type { Words } from '../../words/words.ts';
import { describeAbsent, describeVerdict } from '../../words/verdict-words.ts';
import type { Headline } from '../../words/verdict-words.ts';
import { browser } from '../browser.ts';

/** For a page that is not judged. */
const NO_TEXT = '–';
const SIZES = [16, 24, 32, 48] as const;
/** Chosen for contrast with white text in both themes; the shape and the text carry the meaning. */
const COLORS: Readonly<Record<State, string>> = {
  'not-applicable': '#5d6167',
  'nothing-found': '#5d6167',
  notice: '#3d5a80',
  warning: '#8a5a00',
  danger: '#b3261e',
};

/** Paints the buttons of tabs, each only when its appearance changes, because pages report often and the browser reads the icon's file each time. */
export class BadgePainter {
  readonly #looks = new Map<number, string>();

  /** Paints the verdict on a page. */
  async paint({ tabId, documentId }: PageRecord, verdict: Verdict, words: Words): Promise<void> {
    await this.#paint(tabId, documentId, describeVerdict(words, verdict), badgeText(verdict), words);
  }

  /** Paints that the browser denies access to the page. */
  async paintNoAccess({ tabId, documentId }: PageRecord, words: Words): Promise<void> {
    await this.#paint(tabId, documentId, describeAbsent(words, { kind: 'no-access' }), NO_TEXT, words);
  }

  /** A tab that has been closed meanwhile is not an error. */
  async #paint(
    tabId: number,
    documentId: string,
    { state, word, sentence }: Headline,
    text: string,
    words: Words,
  ): Promise<void> {
    const { action } = browser;
    const title = words.text('action_title', word, sentence);
    const look = JSON.stringify([documentId, state, text, title]);
    // An error page appears after its failure was reported and clears the button, so a page without an observed document is painted each time.
    if (documentId !== UNOBSERVED && this.#looks.get(tabId) === look) return;
    try {
      await Promise.all([
        action.setIcon({ tabId, path: iconPaths(state) }),
        action.setBadgeText({ tabId, text }),
        action.setBadgeBackgroundColor({ tabId, color: COLORS[state] }),
        action.setTitle({ tabId, title }),
      ]);
      this.#looks.set(tabId, look);
    } catch (error) {
      if (!/tab/i.test(String(error))) throw error;
    }
  }

  /** The tab navigates or is closed: the browser has cleared the button. */
  forget(tabId: number): void {
    this.#looks.delete(tabId);
  }
}

/** The badge: the number of findings except advice, `!` for danger, empty without findings. */
function badgeText({ state, findings }: Verdict): string {
  switch (state) {
    case 'not-applicable':
      return NO_TEXT;
    case 'nothing-found':
      return '';
    case 'notice':
    case 'warning': {
      const count = findings.filter(({ severity }) => severity !== 'advice').length;
      return count > 99 ? '99+' : String(count);
    }
    case 'danger':
      return '!';
  }
}

/** The paths of the state's icon in every size that toolbars use. */
function iconPaths(state: State): Record<number, string> {
  return Object.fromEntries(SIZES.map((size) => [size, `/icon/${state}-${size}.png`]));
}
