// The drafts of the options page: in `storage.local`, and those that belong to the site that is shown where that site is kept too, in the page's own
// memory. What is written for a private window is kept nowhere.
import * as v from 'valibot';
import { DRAFT_NAMES, draftSchema, MAX_DRAFT, OF_A_SITE } from '../../settings/drafts.ts';
import type { DraftName, Drafts } from '../../settings/drafts.ts';
import { draftKey } from '../storage-keys.ts';
import { defineItem } from '../storage.ts';
import type { StoredItem } from '../stored-item.ts';

export interface DraftOptions {
  /** The page, or the tab that it was opened for, is in a private window. */
  readonly isPrivate: boolean;
  /** The page's own memory: it outlives a reload, not the tab. */
  readonly memory: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

/** The drafts as they were kept; invalid ones are none. */
export async function openDrafts({ isPrivate, memory }: DraftOptions): Promise<Drafts> {
  const drafts = new Map<DraftName, string>();
  if (!isPrivate)
    for (const [name, text] of await Promise.all(DRAFT_NAMES.map(readDraft)))
      if (text !== null) drafts.set(name, text);
  return {
    read: (name) => drafts.get(name),
    write: async (name, text) => {
      if (text === null) drafts.delete(name);
      else drafts.set(name, text);
      if (isPrivate) return;
      // The beginning of a text that is too long is better than nothing.
      const kept = text?.slice(0, MAX_DRAFT);
      if (isOfSite(name)) keepInPage(name, kept);
      else await itemOf(name).set(kept);
    },
  };

  async function readDraft(name: DraftName): Promise<readonly [DraftName, string | null]> {
    if (!isOfSite(name)) return [name, await itemOf(name).get()];
    return [name, v.parse(v.fallback(draftSchema, null), memory.getItem(draftKey(name)))];
  }

  function keepInPage(name: DraftName, text: string | undefined): void {
    if (text === undefined) memory.removeItem(draftKey(name));
    else memory.setItem(draftKey(name), text);
  }
}

/** Each field has its own: what is typed is written in one step, which a reload cannot cut in two. */
function itemOf(name: DraftName): StoredItem<string | null> {
  return defineItem(draftKey(name), { schema: draftSchema, fallback: null });
}

function isOfSite(name: DraftName): boolean {
  return OF_A_SITE.some((one) => one === name);
}
