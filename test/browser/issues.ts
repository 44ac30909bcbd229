// What Chromium itself reports of a page's insecure content: the issues of its DevTools, read over the protocol beside the extension.
// https://chromedevtools.github.io/devtools-protocol/tot/Audits/#type-MixedContentIssueDetails
import type { CDPSession, Page } from 'puppeteer-core';

export interface Issue {
  readonly url: string;
  /** e.g. `Script`, `Image`, `Form`. */
  readonly kind: string;
  /** e.g. `MixedContentBlocked`, `MixedContentAutomaticallyUpgraded`, `MixedContentWarning`. */
  readonly resolution: string;
}

export interface IssueWatch {
  /** Every issue of the document that the tab shows, each once. */
  readonly issues: () => readonly Issue[];
  readonly stop: () => Promise<void>;
}

/** Watches a tab from its next document on; frames that Chromium puts into another process too. */
export async function watchIssues(page: Page): Promise<IssueWatch> {
  const found = new Map<string, Issue>();
  const session = await page.createCDPSession();
  const watch = async (own: CDPSession): Promise<void> => {
    own.on('Audits.issueAdded', ({ issue }) => {
      const details = issue.details.mixedContentIssueDetails;
      if (details === undefined) return;
      const { insecureURL: url, resourceType: kind = 'unknown', resolutionStatus: resolution } = details;
      found.set(`${kind} ${resolution} ${url}`, { url, kind, resolution });
    });
    own.on('sessionattached', (child: CDPSession) => void watch(child).catch(() => undefined));
    // A worker has no Audits; a frame that is gone has nothing.
    await own.send('Audits.enable').catch(() => undefined);
    await own
      .send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true })
      .catch(() => undefined);
  };
  await watch(session);
  session.on('Page.frameNavigated', ({ frame }) => {
    // Another document: reports about the one before no longer count.
    if (frame.parentId === undefined) found.clear();
  });
  await session.send('Page.enable');
  return {
    issues: () => [...found.values()],
    stop: () => session.detach().catch(() => undefined),
  };
}

/** As text. */
export function describeIssue({ kind, resolution, url }: Issue): string {
  return `${kind} ${resolution} ${url}`;
}

/** Whether an issue means that a page is not all right: something is missing on it, or would be sent in the clear. */
export function isTelling({ kind, resolution }: Issue): boolean {
  return resolution === 'MixedContentBlocked' || kind === 'Form';
}

/**
 * The exceptions, as docs/mixed-content.md has them: outside of the deep check a WebSocket is in no element and in no list of loads; the module of
 * an audio worklet is blocked without a report and without an entry anywhere; Chromium warns of a form that the page's own `form-action` or a
 * sandbox stops, and of one that only closes its dialog. There is no other.
 */
export function isUnseen({ url }: Issue, deep: boolean): boolean {
  return (
    /m=s-(?:audioworklet|form-dialog)|\?(?:field-form-(?:policy|dialog$)|field-sandbox(?:-page)?$|srcdoc$)/.test(
      url,
    ) ||
    (!deep && url.startsWith('ws:'))
  );
}
