// The table of commands: every message that the background takes. Views read the storage themselves and send commands only. To add a command, add a row
// here and a handler in background/background.ts; `sendCommand` (views) and `CommandMessage` (content scripts) know it then.
//
// Who sent a message is judged by what the browser reports (background/command-listener.ts), its content by the reader of its row.
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

/** `read` gives the command in a message, or null when the message has another shape. */
interface Row<Allowed extends AllowedSender, Content> {
  readonly from: Allowed;
  readonly read: (message: unknown) => Content | null;
}

const tabId = v.number();
/** No host has a longer name (RFC 1035, 2.3.4). */
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
  /** Look the host of a tab's page up in the public logs. */
  'look-up': row('own-page', { tabId, host }),
  /** Check a site in a tab; `reload`: at once. Answers false when it did not begin. */
  'deep-check': row('own-page', { tabId, site: host, reload: v.boolean() }),
  /** Outline elements of a tab's page. */
  'show-outline': row('own-page', { tabId, wish }),
  /** Request these hosts of a tab's page over https. */
  probe: row('own-page', { tabId, hosts }),
  'cancel-probe': row('own-page', { tabId }),
  'clear-diagnostics': row('own-page', {}),
  /** The observer's report: hostile input, with a reader of its own. */
  report: { from: 'any-frame', read: readReport },
  /** What the user did with the notice, which stands in the main frame alone. */
  'notice-action': row('main-frame', { action: v.picklist(['why', 'mute']) }),
  /** The user ended the outlines, or their time is over. */
  'outline-ended': row('any-frame', {}),
  /** Outlined elements have left the frame. */
  'outline-lost': row('any-frame', {
    ids: v.pipe(v.array(entryId), v.maxLength(MAX_OUTLINED)),
  }),
} as const satisfies Record<string, Row<AllowedSender, unknown>>;

export type CommandType = keyof typeof COMMANDS;

/** A command as its handler gets it. */
export type Command<Type extends CommandType> = NonNullable<ReturnType<(typeof COMMANDS)[Type]['read']>>;

/** The commands that pages of the extension send. */
export type PageCommandType = {
  [Type in CommandType]: (typeof COMMANDS)[Type]['from'] extends 'own-page' ? Type : never;
}[CommandType];

/** A command as content scripts send it. */
export type CommandMessage<Type extends Exclude<CommandType, PageCommandType>> = Type extends 'report'
  ? ObserverReport
  : { readonly type: Type } & Command<Type>;

/** True when the command was carried out; `unknown` is an answer to reports alone. */
export type CommandAnswer = ReportAnswer;

/** Whether a word is a command's. */
export function isCommandType(type: string): type is CommandType {
  return Object.hasOwn(COMMANDS, type);
}

/** A row whose messages have these entries beside their type. */
function row<Allowed extends AllowedSender, Entries extends v.ObjectEntries>(
  from: Allowed,
  entries: Entries,
): Row<Allowed, Infer<v.ObjectSchema<Entries, undefined>>> {
  const schema = v.object(entries);
  return { from, read: (message) => readAs(schema, message) };
}
