// What the check of a mini program's hosts requires from the browser.
import type { PageContacts } from '../../lib/readiness/contacts.ts';
import type { Store } from '../ui/use-store.ts';

/** The web page that the check was opened for. */
export interface CheckedPage {
  readonly host: string;
  /** Resolves to null when the browser does not allow scripts in it. */
  readonly read: () => Promise<PageContacts | null>;
}

export interface ReadinessPort {
  /** null: none is known. */
  readonly page: Store<CheckedPage | null>;
  /** ms since epoch. */
  readonly now: () => number;
}
