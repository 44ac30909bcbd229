// The one map of messages. All of them are commands to the background; views read storage themselves. Every message is checked twice: who
// sent it, as the browser says, and what it looks like.
import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import { readReport } from '../page/read-report.ts';
import type { ObserverReport } from '../page/report.ts';
import { browser } from './browser.ts';
import type { ReportSource } from './record-keeper.ts';

/** What a person did with the notice on a page. */
export type NoticeAction = 'why' | 'mute';

export interface CommandHandlers {
  /** True when the report was stored. */
  readonly report: (report: ObserverReport, source: ReportSource) => Promise<boolean>;
  readonly notice: (action: NoticeAction, source: ReportSource) => Promise<void>;
  /** From a page of the extension: look the host of a tab's page up. */
  readonly lookUp: (tabId: number, host: string) => Promise<void>;
  /** From a page of the extension: check a site in a tab; true when that has begun. */
  readonly deepCheck: (tabId: number, site: string, reload: boolean) => Promise<boolean>;
}

const noticeCommand = v.object({ type: v.literal('notice-action'), action: v.picklist(['why', 'mute']) });

const lookUpCommand = v.object({
  type: v.literal('look-up'),
  tabId: v.number(),
  host: v.pipe(v.string(), v.maxLength(253)),
});

const deepCheckCommand = v.object({
  type: v.literal('deep-check'),
  tabId: v.number(),
  site: v.pipe(v.string(), v.maxLength(253)),
  reload: v.boolean(),
});

/** Tells the background to check the page in a tab; true when it is being loaded again. */
export async function sendDeepCheck(tabId: number, site: string): Promise<boolean> {
  return (await browser.runtime.sendMessage({ type: 'deep-check', tabId, site, reload: true })) === true;
}

/** Tells the background to look a host up; resolves when that is over. */
export async function sendLookUp(tabId: number, host: string): Promise<void> {
  await browser.runtime.sendMessage({ type: 'look-up', tabId, host });
}

/** Answers messages; anything that is not a command of ours gets no answer. Call in the first tick. */
export function listenToCommands(handlers: CommandHandlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (isOwnPage(sender)) {
      const order = v.safeParse(lookUpCommand, message);
      if (order.success)
        return handlers.lookUp(order.output.tabId, order.output.host).then(() => true);
      const check = v.safeParse(deepCheckCommand, message);
      return check.success
        ? handlers.deepCheck(check.output.tabId, check.output.site, check.output.reload)
        : undefined;
    }
    const source = readSource(sender);
    if (source === null) return undefined;
    const report = readReport(message);
    if (report !== null) return handlers.report(report, source);
    const notice = v.safeParse(noticeCommand, message);
    // The notice stands in the main frame only.
    if (notice.success && source.frameId === 0)
      return handlers.notice(notice.output.action, source).then(() => true);
    return undefined;
  });
}

/** A page of this extension, in a tab or not; no page of the web has such an address. */
function isOwnPage({ id, url }: Runtime.MessageSender): boolean {
  return id === browser.runtime.id && url?.startsWith(browser.runtime.getURL('')) === true;
}

/** Only content scripts of this extension, in a tab, on a web page. */
function readSource({ id, tab, frameId, url }: Runtime.MessageSender): ReportSource | null {
  if (id !== browser.runtime.id || tab?.id === undefined || frameId === undefined || url === undefined)
    return null;
  if (frameId === 0 && !/^https?:/.test(url)) return null;
  return { tabId: tab.id, frameId, url, private: tab.incognito };
}
