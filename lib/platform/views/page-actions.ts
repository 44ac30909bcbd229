// The actions that every page of the extension provides to its views: copy, save, and open "Risks explained".
import { openExplain } from '../extension-pages.ts';
import { saveFile } from './save-file.ts';
import type { SavedFile } from './save-file.ts';

export interface PageActions {
  /** Rejects when the browser does not allow access to the clipboard. */
  readonly copy: (text: string) => Promise<void>;
  readonly save: (file: SavedFile) => void;
  readonly explain: (findingId: string | null) => void;
}

/** `leave`: called with the promise of opening another page. */
export function pageActions(leave: (opening: Promise<void>) => void): PageActions {
  return {
    copy: (text) => navigator.clipboard.writeText(text),
    save: saveFile,
    explain: (findingId) => leave(openExplain(findingId ?? undefined)),
  };
}
