// Receives messages to the background: checks the sender by what the browser reports, parses the message by the row of its command, and calls the
// handler. A refused message gets no answer. Refused messages and failures of handlers are stored for the user's diagnostics.
import type { Runtime } from 'webextension-polyfill';
import type { ReportSource } from '../../record/sightings/received-report.ts';
import { browser } from '../browser.ts';
import { COMMANDS, isCommandType } from '../commands.ts';
import type { AllowedSender, Command, CommandAnswer, CommandType } from '../commands.ts';

/** The sender of a message. Only frames of web pages, in a tab, have a source. */
export type CommandSender =
  | { readonly kind: 'own-page' }
  | { readonly kind: 'main-frame' | 'sub-frame'; readonly source: ReportSource }
  | { readonly kind: 'other-extension' | 'other-page' };

/** A message that was refused. `type`: null when it is not a command's. */
export interface RefusedMessage {
  readonly type: CommandType | null;
  readonly why: 'unknown-type' | 'wrong-sender' | 'wrong-shape';
  readonly sender: CommandSender['kind'];
}

type Source<Allowed extends AllowedSender> = Allowed extends 'own-page' ? null : ReportSource;
type Handler<Read, From> = (command: Read, source: From) => Promise<CommandAnswer | void>;

/** One handler for each command. `source`: the frame that sent it; null for pages of the extension. Without an answer the result is true. */
export type CommandHandlers = {
  readonly [Type in CommandType]: Handler<Command<Type>, Source<(typeof COMMANDS)[Type]['from']>>;
};

/** This extension, as the browser identifies it. */
export interface Self {
  readonly id: string;
  /** The prefix of its pages' addresses. */
  readonly baseUrl: string;
}

/** The recorder of refused messages and failed handlers. */
export interface CommandLog {
  readonly noteRefused: (refused: RefusedMessage) => void;
  readonly complain: (error: unknown) => void;
}

/** Starts to listen. Call in the first tick. */
export function listenToCommands(handlers: CommandHandlers, log: CommandLog): void {
  const { runtime } = browser;
  runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const self = { id: runtime.id, baseUrl: runtime.getURL('') };
    return receiveMessage(message, readSender(sender, self), handlers, log);
  });
}

/**
 * Carries out the command in a message. Undefined: the message was refused. A failure is recorded: frames receive false, pages of the extension
 * receive the error.
 */
export function receiveMessage(
  message: unknown,
  sender: CommandSender,
  handlers: CommandHandlers,
  log: CommandLog,
): Promise<CommandAnswer> | undefined {
  const type = typeOf(message);
  if (type === null) log.noteRefused({ type, why: 'unknown-type', sender: sender.kind });
  return type === null ? undefined : receive(type, message, sender, handlers, log);
}

function receive(
  type: CommandType,
  message: unknown,
  sender: CommandSender,
  handlers: CommandHandlers,
  log: CommandLog,
): Promise<CommandAnswer> | undefined {
  const { from, read } = COMMANDS[type];
  if (!isAllowed(sender, from)) {
    log.noteRefused({ type, why: 'wrong-sender', sender: sender.kind });
    return undefined;
  }
  const command = read(message);
  if (command === null) {
    log.noteRefused({ type, why: 'wrong-shape', sender: sender.kind });
    return undefined;
  }
  // The row of this handler has parsed the command and checked its sender; the type checker cannot follow that.
  const handler = handlers[type] as Handler<unknown, ReportSource | null>;
  return handler(command, 'source' in sender ? sender.source : null).then(
    (answer) => answer ?? true,
    (error: unknown) => {
      log.complain(error);
      // In Chromium content scripts would receive the polyfill's envelope of the error, which looks like an answer and contains the error's text.
      if ('source' in sender) return false;
      throw error;
    },
  );
}

/** The sender of a message, as the browser reports it. */
export function readSender({ id, tab, frameId, url }: Runtime.MessageSender, self: Self): CommandSender {
  if (id !== self.id) return { kind: 'other-extension' };
  if (url?.startsWith(self.baseUrl) === true) return { kind: 'own-page' };
  if (tab?.id === undefined || frameId === undefined || url === undefined) return { kind: 'other-page' };
  // Frames may have an address of their page, e.g. `about:srcdoc`.
  if (frameId === 0 && !/^https?:/.test(url)) return { kind: 'other-page' };
  const source = { tabId: tab.id, frameId, url, private: tab.incognito };
  return { kind: frameId === 0 ? 'main-frame' : 'sub-frame', source };
}

function isAllowed({ kind }: CommandSender, from: AllowedSender): boolean {
  switch (from) {
    case 'own-page':
    case 'main-frame':
      return kind === from;
    case 'any-frame':
      return kind === 'main-frame' || kind === 'sub-frame';
  }
}

function typeOf(message: unknown): CommandType | null {
  if (typeof message !== 'object' || message === null || !('type' in message)) return null;
  return typeof message.type === 'string' && isCommandType(message.type) ? message.type : null;
}
