// Chromium's own reports about a page's insecure content: the issues of its DevTools, read over the protocol at the same time as the extension.
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
  /** The issues of the tab's document, without duplicates. */
  readonly issues: () => readonly Issue[];
  readonly stop: () => Promise<void>;
}

/** Watches a tab from its next document on, including its frames in other processes. */
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
    // A worker has no Audits domain; a removed frame has no domain at all.
    await own.send('Audits.enable').catch(() => undefined);
    await own
      .send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true })
      .catch(() => undefined);
  };
  await watch(session);
  session.on('Page.frameNavigated', ({ frame }) => {
    // The document is new, so issues of the previous one are dropped.
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

/** Whether an issue is a defect of the page: content is missing, or data would be sent unencrypted. */
export function isTelling({ kind, resolution }: Issue): boolean {
  return resolution === 'MixedContentBlocked' || kind === 'Form';
}

/**
 * The exceptions, described in docs/mixed-content.md: outside of the deep check a WebSocket is in no element and in no resource timing; the module of
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
