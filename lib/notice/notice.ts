// The notice at the top right of an insecure page that asks for sensitive input. It is in a closed shadow root, which the page's styles and scripts
// cannot reach, and made of plain DOM, because it runs in other authors' pages.
import { markDrawn } from './mark.ts';
import { NOTICE_STYLE } from './notice-style.ts';
import { keepOnTop } from './top-layer.ts';
import type { TopLayerPorts } from './top-layer.ts';

/** All texts of the notice, in one language. */
export interface NoticeWords {
  readonly type: 'notice-words';
  /** BCP 47 */
  readonly lang: string;
  readonly label: string;
  readonly sentence: string;
  readonly why: string;
  readonly mute: string;
  readonly close: string;
  readonly fold: string;
}

export interface NoticePorts extends Pick<TopLayerPorts, 'document' | 'shadowRootOf'> {
  readonly setTimeout: (run: () => void, ms: number) => unknown;
  readonly onWhy: () => void;
  readonly onMute: () => void;
}

/** ms until it folds to a tab: long enough to read one line twice. */
const FOLD_AFTER = 12_000;

/** Shows the notice in the page. Returns a function that removes it. */
export function showNotice(
  words: NoticeWords,
  { document, shadowRootOf, setTimeout, onWhy, onMute }: NoticePorts,
): () => void {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  // Not adoptedStyleSheets: Firefox does not let content scripts set them (https://bugzilla.mozilla.org/show_bug.cgi?id=1751346).
  const style = document.createElement('style');
  style.textContent = NOTICE_STYLE;
  markDrawn(host, style);

  const region = document.createElement('section');
  region.lang = words.lang;
  region.setAttribute('aria-label', words.label);
  const sentence = document.createElement('p');
  sentence.append(createShape(document), words.sentence);
  const actions = document.createElement('div');
  const close = makeButton(document, 'close', '×', () => remove());
  close.setAttribute('aria-label', words.close);
  actions.append(
    makeButton(document, 'link', words.why, onWhy),
    makeButton(document, 'link', words.mute, () => {
      onMute();
      remove();
    }),
  );
  const tab = makeButton(document, 'tab', words.fold, () => unfold());
  tab.prepend(createShape(document));
  region.append(sentence, actions, close);
  root.append(style, region, tab);

  const fold = (): void => {
    // Not while the pointer or the focus is on it.
    if (region.matches(':hover, :focus-within')) return void setTimeout(fold, FOLD_AFTER);
    host.classList.add('folded');
    tab.hidden = false;
    region.hidden = true;
  };
  const unfold = (): void => {
    tab.hidden = true;
    region.hidden = false;
    setTimeout(fold, FOLD_AFTER);
  };
  const keepClear = (): void => {
    // Closed, or removed by a newer version of the extension.
    if (!host.isConnected) return document.removeEventListener('focusin', keepClear);
    const isLow = coversFocus(document, host);
    for (const part of [region, tab]) part.classList.toggle('low', isLow);
  };
  document.addEventListener('focusin', keepClear);
  const middle = (): readonly [number, number] => {
    const { left, top, width, height } = (region.hidden ? tab : region).getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  };
  const leave = keepOnTop(host, { document, shadowRootOf, middle });
  const remove = (): void => {
    document.removeEventListener('focusin', keepClear);
    leave();
  };
  unfold();
  keepClear();
  return remove;
}

function makeButton(
  document: Document,
  className: string,
  text: string,
  onClick: () => void,
): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.textContent = text;
  element.addEventListener('click', onClick);
  return element;
}

/** Whether the field that has focus is in the upper right part of the window, where the notice is. */
function coversFocus(document: Document, host: HTMLElement): boolean {
  const field = document.activeElement;
  if (!field || field === host || field === document.body) return false;
  const { top, right } = field.getBoundingClientRect();
  return top < 140 && right > document.documentElement.clientWidth - 400;
}

/** The octagon of the state "Not protected": shape and words, never colour alone. */
function createShape(document: Document): SVGElement {
  const NS = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(NS, 'svg');
  svg.setAttribute('viewBox', '0 0 36 36');
  svg.setAttribute('aria-hidden', 'true');
  const outline = document.createElementNS(NS, 'path');
  outline.setAttribute('d', 'M12 3h12l9 9v12l-9 9H12l-9-9V12Z');
  const mark = document.createElementNS(NS, 'path');
  mark.setAttribute('d', 'M18 10v10M18 25.2v.2');
  svg.append(outline, mark);
  return svg;
}
