// The drafts of the options page: in `storage.local`, or, for drafts about the shown site, in the page's session storage, like that site.
// A draft for a private window is not stored.
import * as v from 'valibot';
import { DRAFT_NAMES, draftSchema, MAX_DRAFT, OF_A_SITE } from '../../settings/drafts.ts';
import type { DraftName, Drafts } from '../../settings/drafts.ts';
import { draftKey } from '../storage-keys.ts';
import { defineItem } from '../storage.ts';
import type { StoredItem } from '../stored-item.ts';

export interface DraftOptions {
  /** The page, or its tab, is in a private window. */
  readonly isPrivate: boolean;
  /** The page's session storage: it survives a reload, but not the tab. */
  readonly memory: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

/** Reads the stored drafts; an invalid one is ignored. */
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
      // Of a text that is too long the beginning is kept.
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

/** Each field has its own item: a draft is written in one step, which a reload cannot interrupt. */
function itemOf(name: DraftName): StoredItem<string | null> {
  return defineItem(draftKey(name), { schema: draftSchema, fallback: null });
}

function isOfSite(name: DraftName): boolean {
  return OF_A_SITE.some((one) => one === name);
}
