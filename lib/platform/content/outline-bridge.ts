// Connects the outlines in a frame with the background: drawing commands arrive as messages and are answered; when the user removes the outlines, a
// command is sent.
import type { CommandMessage } from '../commands.ts';
import { drawOutlines } from '../../outline/outline.ts';
import type { ShownOutlines } from '../../outline/outline.ts';
import type { OutlineOrder } from '../../outline/outline-order.ts';
import type { OutlineAnswer } from '../../outline/outline-state.ts';

type Reply = (answer: OutlineAnswer) => void;

interface ExtensionApi {
  readonly runtime: {
    /** Undefined after the extension was updated or removed. */
    readonly id?: string;
    sendMessage(message: unknown): Promise<unknown>;
    readonly onMessage: {
      addListener(listener: (message: unknown, sender: unknown, reply: Reply) => undefined): void;
    };
  };
}

/** Marks the extension's script world in a frame whose outlines already listen: the script may be added twice. */
const LISTENING = Symbol.for('https-trust-inspector.outline');

/** Receives drawing commands. Escape, a click and the time limit remove the outlines in every frame of the page. */
export function listenForOutlines(window: Window & typeof globalThis): void {
  // The browser's globals and the extension's mark, which the types lack. Not from `window`: in Firefox that is the page's, without them.
  const world = globalThis as unknown as Record<symbol, boolean> &
    Readonly<Record<'browser' | 'chrome', ExtensionApi>>;
  if (world[LISTENING] === true) return;
  world[LISTENING] = true;
  const { runtime } = world.browser ?? world.chrome;
  const say = (message: CommandMessage<'outline-ended' | 'outline-lost'>): void => {
    // The extension was updated or removed: nothing would receive it.
    if (runtime?.id === undefined) return stop();
    runtime.sendMessage(message).catch((error: unknown) => console.warn(error));
  };
  let shown: ShownOutlines | null = null;
  let timer = 0;

  const stop = (): void => {
    shown?.remove();
    shown = null;
    window.clearTimeout(timer);
    window.removeEventListener('keydown', onKey, true);
    window.removeEventListener('pointerdown', end, true);
  };
  // The background makes the other frames remove theirs.
  const end = (): void => {
    stop();
    say({ type: 'outline-ended' });
  };
  const onKey = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') end();
  };

  runtime.onMessage.addListener((message, _sender, reply) => {
    if (!isOrder(message)) return undefined;
    stop();
    if (message.lasts > 0) {
      shown = drawOutlines(message, { window, onLost: (ids) => say({ type: 'outline-lost', ids }) });
      timer = window.setTimeout(end, message.lasts);
      window.addEventListener('keydown', onKey, true);
      window.addEventListener('pointerdown', end, true);
    }
    reply(shown?.answer ?? {});
    return undefined;
  });
}

function isOrder(message: unknown): message is OutlineOrder {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'outline';
}
