// What a view knows of the page it is opened for, before any judgement.
import type { PageRecord } from './record.ts';

export type PageState =
  /** The browser does not let the extension look at this site. */
  | { readonly kind: 'no-access' }
  /** The extension may look, but nothing was reported: the page was open before the extension was. */
  | { readonly kind: 'not-observed'; readonly url: string | null }
  | { readonly kind: 'record'; readonly record: PageRecord };
