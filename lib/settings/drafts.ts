// Drafts: the texts in fields of the options page that were not submitted yet. Each field has its own, so that a reload or a crash loses nothing that
// was typed. Storage is hostile input: a value that is no text, or too long, is no draft.
import * as v from 'valibot';

/** The fields that have drafts. */
export const DRAFT_NAMES = [
  'site',
  'host',
  'trial-site',
  'trial-day',
  'addresses',
  'registered',
  'deep-site',
  'look-up-server',
  'sign-up-address',
  'campaign-name',
  'campaign-content',
  'campaign-channel',
  'campaign-language',
  'campaign-term',
] as const;
export type DraftName = (typeof DRAFT_NAMES)[number];

/** Those that belong to the site that is shown, and to no other. */
export const OF_A_SITE = ['site', 'host'] as const satisfies readonly DraftName[];

/** The most characters of a draft: as many as a list of addresses may have. */
export const MAX_DRAFT = 200_000;

/** What a view does with drafts. */
export interface Drafts {
  /** The draft of a field; undefined: none, so the field has its initial text. */
  readonly read: (name: DraftName) => string | undefined;
  /** Keeps the text of a field; null: it has its initial text. Rejects when the browser did not save. */
  readonly write: (name: DraftName, text: string | null) => Promise<void>;
}

/** A draft, or null for none. */
export const draftSchema: v.GenericSchema<unknown, string | null> = v.nullable(
  v.pipe(v.string(), v.maxLength(MAX_DRAFT)),
);
