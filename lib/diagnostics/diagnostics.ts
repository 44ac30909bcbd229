// What went wrong in the background in this session: messages that it refused, and errors. A bounded list that the user can read and copy. It holds no
// address, no host and no content of a page.
import * as v from 'valibot';
import { readAs } from '../schema/schema.ts';
import type { Infer } from '../schema/schema.ts';

/** Entries kept: the oldest make room. */
export const MAX_DIAGNOSTICS = 50;
/** Longest text of an error, in UTF-16 units. */
const MAX_TEXT = 300;
/** The same before names are hidden, which makes it shorter. */
const MAX_READ = 1000;

const refused = v.object({
  kind: v.literal('refused'),
  /** The command's name; null when it is none that is known. */
  type: v.nullable(v.pipe(v.string(), v.maxLength(40))),
  why: v.picklist(['unknown-type', 'wrong-sender', 'wrong-shape']),
  sender: v.picklist(['own-page', 'main-frame', 'sub-frame', 'other-extension', 'other-page']),
});

const failed = v.object({
  kind: v.literal('error'),
  text: v.pipe(v.string(), v.maxLength(MAX_TEXT)),
  /** File, line and column in the extension, `background.js:1:234`; null: unknown. */
  place: v.nullable(v.pipe(v.string(), v.maxLength(80))),
});

/** What happened, without when. */
const incident = v.variant('kind', [refused, failed]);
export type Incident = Infer<typeof incident>;

const diagnostic = v.object({
  incident,
  /** The last time, ms since epoch. */
  at: v.number(),
  /** How often the same happened. */
  count: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
export type Diagnostic = Infer<typeof diagnostic>;

const list = v.pipe(v.array(diagnostic), v.maxLength(MAX_DIAGNOSTICS));

/** The diagnostics in whatever the session's storage held, the last one at the end. */
export function readDiagnostics(value: unknown): readonly Diagnostic[] {
  return readAs(list, value) ?? [];
}

/** Adds an incident at the end. One that is there already is counted instead, so that a flood of one kind does not push out the others. */
export function addIncident(
  diagnostics: readonly Diagnostic[],
  added: Incident,
  at: number,
): readonly Diagnostic[] {
  const content = JSON.stringify(added);
  const known = diagnostics.find((each) => JSON.stringify(each.incident) === content);
  const others = diagnostics.filter((each) => each !== known);
  return [...others, { incident: added, at, count: (known?.count ?? 0) + 1 }].slice(-MAX_DIAGNOSTICS);
}

/** An error as an incident, without what could name a page. */
export function describeError(error: unknown): Incident {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const place = /([\w-]{1,50}\.js):(\d{1,7}):(\d{1,7})/.exec(stack)?.[0] ?? null;
  return { kind: 'error', text: hideNames(cut(text)).slice(0, MAX_TEXT), place };
}

/**
 * Hides addresses, hosts and IP addresses in an error's text. Every name with a dot counts as a host, but for one that is called (`tabs.get(`), which is
 * a function of the browser.
 */
function hideNames(text: string): string {
  return text
    .replace(/\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s"'<>]*/gi, '<address>')
    .replace(/\[[0-9a-f:.]*:[0-9a-f:.]*\]/gi, '<host>')
    .replace(/[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+(\(?)/gu, (name, called) =>
      called === '' ? '<host>' : name,
    );
}

/** The beginning of a text, up to the last whole word: what is left of a host that is cut would not be hidden. */
function cut(text: string): string {
  return text.length <= MAX_READ ? text : text.slice(0, MAX_READ).replace(/\S*$/, '');
}
