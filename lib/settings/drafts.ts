// What is written in the fields of the options page and not sent off yet: kept field by field, so that a reload or a crash costs nobody what they
// typed. Storage is hostile input: a text that is none, or is too long, is no draft.
import * as v from 'valibot';

/** The fields, by what is written in them. */
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

/** Those that mean nothing for another site than the one that is shown. */
export const OF_A_SITE = ['site', 'host'] as const satisfies readonly DraftName[];

/** Characters of a draft that are kept: as many as a list of addresses may have. */
export const MAX_DRAFT = 200_000;

/** What a view does with drafts. */
export interface Drafts {
  /** What was written in a field last; undefined: what stands there by itself. */
  readonly read: (name: DraftName) => string | undefined;
  /** Keeps the text of a field; null: it has what stands there by itself. Rejects when the browser did not save. */
  readonly write: (name: DraftName, text: string | null) => Promise<void>;
}

/** A draft, or null for none. */
export const draftSchema: v.GenericSchema<unknown, string | null> = v.nullable(
  v.pipe(v.string(), v.maxLength(MAX_DRAFT)),
);
