// Errors in the background and messages that it refused in this session: a bounded list that the user can read and copy. It contains no address, no
// host and no content of a page.
import * as v from 'valibot';
import { readAs } from '../schema/schema.ts';
import type { Infer } from '../schema/schema.ts';

/** The most entries that are stored; the oldest are removed first. */
export const MAX_DIAGNOSTICS = 50;
/** The longest text of an error, in UTF-16 units. */
const MAX_TEXT = 300;
/** The same before names are removed, which makes the text shorter. */
const MAX_READ = 1000;

const refused = v.object({
  kind: v.literal('refused'),
  /** The command's name; null for an unknown one. */
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

/** An incident without its time. */
const incident = v.variant('kind', [refused, failed]);
export type Incident = Infer<typeof incident>;

const diagnostic = v.object({
  incident,
  /** The last time, ms since epoch. */
  at: v.number(),
  /** The number of equal incidents. */
  count: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
export type Diagnostic = Infer<typeof diagnostic>;

const list = v.pipe(v.array(diagnostic), v.maxLength(MAX_DIAGNOSTICS));

/** Returns the diagnostics from session storage of any content, the latest last. */
export function readDiagnostics(value: unknown): readonly Diagnostic[] {
  return readAs(list, value) ?? [];
}

/** Adds an incident at the end. An equal one is counted instead, so that many of one kind do not displace the others. */
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

/** Turns an error into an incident, without anything that could identify a page. */
export function describeError(error: unknown): Incident {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const place = /([\w-]{1,50}\.js):(\d{1,7}):(\d{1,7})/.exec(stack)?.[0] ?? null;
  return { kind: 'error', text: hideNames(cut(text)).slice(0, MAX_TEXT), place };
}

/**
 * Hides addresses, hosts and IP addresses in an error's text. Every name with a dot counts as a host, except one that is called (`tabs.get(`), which
 * is a function of the browser.
 */
function hideNames(text: string): string {
  return text
    .replace(/\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s"'<>]*/gi, '<address>')
    .replace(/\[[0-9a-f:.]*:[0-9a-f:.]*\]/gi, '<host>')
    .replace(/[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+(\(?)/gu, (name, called) =>
      called === '' ? '<host>' : name,
    );
}

/** Cuts a text at the end of a word: a part of a host would not be recognised and hidden. */
function cut(text: string): string {
  return text.length <= MAX_READ ? text : text.slice(0, MAX_READ).replace(/\S*$/, '');
}
