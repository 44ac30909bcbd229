// What a view knows about its page, before any judgement.
import type { PageRecord } from './record.ts';

export type PageState =
  /** The browser denies the extension access to this site. */
  | { readonly kind: 'no-access' }
  /** The extension has access, but nothing was reported: the page is older than the extension. */
  | { readonly kind: 'not-observed'; readonly url: string | null }
  | { readonly kind: 'record'; readonly record: PageRecord };
