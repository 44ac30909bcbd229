// Connects the notice in a page with the background: its texts arrive as a message, and the user's answer is sent as a command.
import type { CommandMessage } from '../commands.ts';
import { showNotice } from '../../notice/notice.ts';
import type { NoticeWords } from '../../notice/notice.ts';

interface ExtensionApi {
  readonly runtime: {
    /** Undefined after the extension was updated or removed. */
    readonly id?: string;
    sendMessage(message: unknown): Promise<unknown>;
    readonly onMessage: { addListener(listener: (message: unknown) => undefined): void };
  };
  readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
}
/** In Firefox this is a property on elements, in Chromium a function. */
interface FirefoxElement extends Element {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}

/** Marks the extension's script world in a page whose notice already listens: the script may be added twice. */
const LISTENING = Symbol.for('https-trust-inspector.notice');

/** Receives the notice's texts and shows them, one notice at a time. */
export function listenForNotice(window: Window & typeof globalThis): void {
  // The browser's globals and the extension's mark, which the types lack. Not from `window`: in Firefox that is the page's, without them.
  const world = globalThis as unknown as Record<symbol, boolean> &
    Readonly<Record<'browser' | 'chrome', ExtensionApi>>;
  if (world[LISTENING] === true) return;
  world[LISTENING] = true;
  const api = world.browser ?? world.chrome;
  const { runtime } = api;
  let remove: (() => void) | null = null;
  const act = (action: CommandMessage<'notice-action'>['action']): void => {
    // The extension was updated or removed: nothing would answer, and a newer version shows its own notice.
    if (runtime?.id === undefined) return remove?.();
    runtime
      .sendMessage({ type: 'notice-action', action } satisfies CommandMessage<'notice-action'>)
      .catch((error: unknown) => console.warn(error));
  };
  runtime.onMessage.addListener((message) => {
    if (!isNoticeWords(message)) return undefined;
    remove?.();
    remove = showNotice(message, {
      document: window.document,
      shadowRootOf: (element: FirefoxElement) =>
        (runtime?.id === undefined ? null : api.dom?.openOrClosedShadowRoot(element)) ??
        element.openOrClosedShadowRoot ??
        null,
      setTimeout: (run, ms) => window.setTimeout(run, ms),
      onWhy: () => act('why'),
      onMute: () => act('mute'),
    });
    return undefined;
  });
}

function isNoticeWords(message: unknown): message is NoticeWords {
  return (
    typeof message === 'object' && message !== null && 'type' in message && message.type === 'notice-words'
  );
}
