// The toolbar button of a tab: icon, badge and tooltip say the same, by shape, sign and words.
import type { State, Verdict } from '../verdict/verdict.ts';
import type { Words } from '../words/words.ts';
import { describeVerdict } from '../words/verdict-words.ts';
import { browser } from './browser.ts';

const SIZES = [16, 24, 32, 48] as const;
/** Chosen for contrast with white text in both themes; the shape and the text carry the meaning. */
const COLORS: Readonly<Record<State, string>> = {
  'not-applicable': '#5d6167',
  'nothing-found': '#5d6167',
  notice: '#3d5a80',
  warning: '#8a5a00',
  danger: '#b3261e',
};

/** Paints a tab's button. A tab that was closed meanwhile is no error. */
export async function paintBadge(tabId: number, verdict: Verdict, words: Words): Promise<void> {
  const { action } = browser;
  const { word, sentence } = describeVerdict(words, verdict);
  const title = words.text('action_title', word, sentence);
  try {
    await Promise.all([
      action.setIcon({ tabId, path: iconPaths(verdict.state) }),
      action.setBadgeText({ tabId, text: badgeText(verdict) }),
      action.setBadgeBackgroundColor({ tabId, color: COLORS[verdict.state] }),
      action.setTitle({ tabId, title }),
    ]);
  } catch (error) {
    if (!/tab/i.test(String(error))) throw error;
  }
}

/** The sign beside the icon: how many things deserve a look, `!` for danger, nothing where nothing was found. */
export function badgeText({ state, findings }: Verdict): string {
  switch (state) {
    case 'not-applicable':
      return '–';
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

/** Paths of the state's icon in every size that toolbars use. */
export function iconPaths(state: State): Record<number, string> {
  return Object.fromEntries(SIZES.map((size) => [size, `/icon/${state}-${size}.png`]));
}
