// The drafts of the options page: in `storage.local`, and those that belong to the site that is shown where that site is kept too, in the page's own
// memory. What is written for a private window is kept nowhere.
import { DRAFT_NAMES, draftKey, MAX_DRAFT, OF_A_SITE, readDrafts } from '../../settings/drafts.ts';
import type { DraftName, Drafts } from '../../settings/drafts.ts';
import { browser } from '../browser.ts';

export interface DraftOptions {
  /** The page, or the tab that it was opened for, is in a private window. */
  readonly isPrivate: boolean;
  /** The page's own memory: it outlives a reload, not the tab. */
  readonly memory: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

export async function openDrafts({ isPrivate, memory }: DraftOptions): Promise<Drafts> {
  const { local } = browser.storage;
  const stored = isPrivate ? {} : await local.get(DRAFT_NAMES.map(draftKey));
  const own = isPrivate ? [] : OF_A_SITE.map((name) => [draftKey(name), memory.getItem(draftKey(name))]);
  const drafts = readDrafts({ ...stored, ...Object.fromEntries(own) });
  return {
    read: (name) => drafts.get(name),
    write: async (name, text) => {
      if (text === null) drafts.delete(name);
      else drafts.set(name, text);
      if (isPrivate) return;
      // The beginning of a text that is too long is better than nothing.
      const kept = text?.slice(0, MAX_DRAFT) ?? null;
      if (isOfSite(name)) keepInPage(name, kept);
      else if (kept === null) await local.remove(draftKey(name));
      else await local.set({ [draftKey(name)]: kept });
    },
  };

  function keepInPage(name: DraftName, text: string | null): void {
    if (text === null) memory.removeItem(draftKey(name));
    else memory.setItem(draftKey(name), text);
  }
}

function isOfSite(name: DraftName): boolean {
  return OF_A_SITE.some((one) => one === name);
}
