// The table of commands: every message that the background accepts. Views read the storage themselves and only send commands. To add a command, add a
// row here and a handler in background/background.ts; `sendCommand` (views) and `CommandMessage` (content scripts) then accept it.
//
// The sender of a message is checked by what the browser reports (background/command-listener.ts), its content by the reader of its row.
import * as v from 'valibot';
import { MAX_OUTLINED } from '../outline/outline-order.ts';
import { MAX_PROBED_HOSTS } from '../probe/plan.ts';
import type { ObserverReport, ReportAnswer } from '../record/sightings/observer-report.ts';
import { readReport } from '../record/sightings/read-report.ts';
import { readAs } from '../schema/schema.ts';
import type { Infer } from '../schema/schema.ts';

/**
 * Who may send a command:
 * - `own-page`: a page of this extension, in a tab or not.
 * - `any-frame`: a content script of this extension, in any frame of a web page.
 * - `main-frame`: the same, in the main frame alone.
 */
export type AllowedSender = 'own-page' | 'any-frame' | 'main-frame';

/** `read` returns the command in a message, or null when the message has another shape. */
interface Row<Allowed extends AllowedSender, Content> {
  readonly from: Allowed;
  readonly read: (message: unknown) => Content | null;
}

const tabId = v.number();
/** The longest name of a host (RFC 1035, 2.3.4). */
const host = v.pipe(v.string(), v.maxLength(253));
const hosts = v.pipe(
  v.array(v.pipe(v.string(), v.maxLength(300))),
  v.maxLength(MAX_PROBED_HOSTS),
  v.readonly(),
);
const entryId = v.pipe(v.string(), v.maxLength(4096));
const wish = v.variant('kind', [
  v.object({ kind: v.literal('one'), id: entryId }),
  v.object({ kind: v.literal('all') }),
  v.object({ kind: v.literal('none') }),
]);

export const COMMANDS = {
  /** Look up the host of a tab's page in the certificate logs. */
  'look-up': row('own-page', { tabId, host }),
  /** Check a site in a tab; `reload`: immediately. Returns false when the check did not begin. */
  'deep-check': row('own-page', { tabId, site: host, reload: v.boolean() }),
  /** Outline elements of a tab's page. */
  'show-outline': row('own-page', { tabId, wish }),
  /** Probe these hosts of a tab's page for https. */
  probe: row('own-page', { tabId, hosts }),
  'cancel-probe': row('own-page', { tabId }),
  'clear-diagnostics': row('own-page', {}),
  /** The observer's report: hostile input, with a reader of its own. */
  report: { from: 'any-frame', read: readReport },
  /** The user's choice in the notice, which is only in the main frame. */
  'notice-action': row('main-frame', { action: v.picklist(['why', 'mute']) }),
  /** The user removed the outlines, or their time is over. */
  'outline-ended': row('any-frame', {}),
  /** Outlined elements have left the frame. */
  'outline-lost': row('any-frame', {
    ids: v.pipe(v.array(entryId), v.maxLength(MAX_OUTLINED)),
  }),
} as const satisfies Record<string, Row<AllowedSender, unknown>>;

export type CommandType = keyof typeof COMMANDS;

/** A command as its handler receives it. */
export type Command<Type extends CommandType> = NonNullable<ReturnType<(typeof COMMANDS)[Type]['read']>>;

/** The commands of the extension's pages. */
export type PageCommandType = {
  [Type in CommandType]: (typeof COMMANDS)[Type]['from'] extends 'own-page' ? Type : never;
}[CommandType];

/** A command in the form of content scripts. */
export type CommandMessage<Type extends Exclude<CommandType, PageCommandType>> = Type extends 'report'
  ? ObserverReport
  : { readonly type: Type } & Command<Type>;

/** True when the command was carried out; only reports are answered with `unknown`. */
export type CommandAnswer = ReportAnswer;

/** Whether a text is the type of a command. */
export function isCommandType(type: string): type is CommandType {
  return Object.hasOwn(COMMANDS, type);
}

/** A row for messages with these entries besides their type. */
function row<Allowed extends AllowedSender, Entries extends v.ObjectEntries>(
  from: Allowed,
  entries: Entries,
): Row<Allowed, Infer<v.ObjectSchema<Entries, undefined>>> {
  const schema = v.object(entries);
  return { from, read: (message) => readAs(schema, message) };
}
