// What the notice needs of the browser: its words come as a message, what a person does with it goes back as one.
import { showNotice } from '../notice/notice.ts';
import type { NoticeWords } from '../notice/notice.ts';

interface ExtensionApi {
  readonly runtime: {
    sendMessage(message: unknown): Promise<unknown>;
    readonly onMessage: { addListener(listener: (message: unknown) => undefined): void };
  };
}

/** Marks the window of a page whose notice already listens: the script may be put in twice. */
const LISTENING = Symbol.for('https-trust-inspector.notice');

/** Listens for the notice's words and shows them, one notice at a time. */
export function listenForNotice(window: Window & typeof globalThis): void {
  // Content scripts have a world of their own, so the page sees neither the mark nor these globals.
  const world = window as unknown as Record<symbol, boolean> &
    Readonly<Record<'browser' | 'chrome', ExtensionApi>>;
  if (world[LISTENING] === true) return;
  world[LISTENING] = true;
  const { runtime } = world.browser ?? world.chrome;
  const act = (action: 'why' | 'mute'): void => {
    runtime.sendMessage({ type: 'notice-action', action }).catch((error: unknown) => console.warn(error));
  };
  let shown: HTMLElement | null = null;
  runtime.onMessage.addListener((message) => {
    if (!isNoticeWords(message)) return undefined;
    shown?.remove();
    shown = showNotice(message, {
      document: window.document,
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
