// The one map of messages. All of them are commands to the background; views read storage themselves. Every message is checked twice: who
// sent it, as the browser says, and what it looks like.
import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import { MAX_OUTLINED } from '../outline/outline-order.ts';
import type { OutlineWish } from '../outline/outline-order.ts';
import { readReport } from '../record/sightings/read-report.ts';
import type { UnreadableReport } from '../record/sightings/read-report.ts';
import type { ReportAnswer } from '../record/sightings/observer-report.ts';
import { MAX_PROBED_HOSTS } from '../probe/plan.ts';
import { browser } from './browser.ts';
import type { ReceivedReport, ReportSource } from '../record/sightings/received-report.ts';

/** What a person did with the notice on a page. */
export type NoticeAction = 'why' | 'mute';

export interface CommandHandlers {
  readonly report: (report: ReceivedReport, source: ReportSource) => Promise<ReportAnswer>;
  /** True when that was noted. */
  readonly reportUnreadable: (report: UnreadableReport, source: ReportSource) => Promise<ReportAnswer>;
  readonly notice: (action: NoticeAction, source: ReportSource) => Promise<void>;
  /** From a page of the extension: look the host of a tab's page up. */
  readonly lookUp: (tabId: number, host: string) => Promise<void>;
  /** From a page of the extension: check a site in a tab; true when that has begun. */
  readonly deepCheck: (tabId: number, site: string, reload: boolean) => Promise<boolean>;
  /** From a page of the extension: outline elements of a tab's page. */
  readonly outline: (tabId: number, wish: OutlineWish) => Promise<void>;
  /** From a frame: outlined elements are gone from it. */
  readonly outlineLost: (ids: readonly string[], source: ReportSource) => Promise<void>;
  /** From a page of the extension: ask these hosts whether https works for what a tab's page asks for. */
  readonly probe: (tabId: number, hosts: readonly string[]) => Promise<void>;
  readonly cancelProbe: (tabId: number) => Promise<void>;
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

const entryId = v.pipe(v.string(), v.maxLength(4096));
const wish = v.variant('kind', [
  v.object({ kind: v.literal('one'), id: entryId }),
  v.object({ kind: v.literal('all') }),
  v.object({ kind: v.literal('none') }),
]);
const outlineCommand = v.object({ type: v.literal('show-outline'), tabId: v.number(), wish });
const probeCommand = v.object({
  type: v.literal('probe'),
  tabId: v.number(),
  hosts: v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(MAX_PROBED_HOSTS)),
});
const cancelProbeCommand = v.object({ type: v.literal('cancel-probe'), tabId: v.number() });
const ownCommand = v.variant('type', [
  lookUpCommand,
  deepCheckCommand,
  outlineCommand,
  probeCommand,
  cancelProbeCommand,
]);

const outlineReport = v.variant('type', [
  v.object({ type: v.literal('outline-ended') }),
  v.object({ type: v.literal('outline-lost'), ids: v.pipe(v.array(entryId), v.maxLength(MAX_OUTLINED)) }),
]);

/** Tells the background to look a host up; resolves when that is over. */
export async function sendLookUp(tabId: number, host: string): Promise<void> {
  await browser.runtime.sendMessage({ type: 'look-up', tabId, host });
}

/** Tells the background what to outline in a tab's page; resolves when that is drawn. */
export async function sendOutline(tabId: number, outlineWish: OutlineWish): Promise<void> {
  await browser.runtime.sendMessage({ type: 'show-outline', tabId, wish: outlineWish });
}

/** Tells the background to ask hosts; resolves when that is over. */
export async function sendProbe(tabId: number, hosts: readonly string[]): Promise<void> {
  await browser.runtime.sendMessage({ type: 'probe', tabId, hosts });
}

export async function sendCancelProbe(tabId: number): Promise<void> {
  await browser.runtime.sendMessage({ type: 'cancel-probe', tabId });
}

/** Answers messages; anything that is not a command of ours gets no answer. Call in the first tick. */
export function listenToCommands(handlers: CommandHandlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (isOwnPage(sender)) {
      const order = v.safeParse(ownCommand, message);
      return order.success ? obey(order.output, handlers) : undefined;
    }
    const source = readSource(sender);
    if (source === null) return undefined;
    const report = readReport(message);
    if (report?.type === 'report') return handlers.report(report, source);
    if (report !== null) return handlers.reportUnreadable(report, source);
    const notice = v.safeParse(noticeCommand, message);
    // The notice stands in the main frame only.
    if (notice.success && source.frameId === 0)
      return handlers.notice(notice.output.action, source).then(() => true);
    const outline = v.safeParse(outlineReport, message);
    if (!outline.success) return undefined;
    const { output } = outline;
    return output.type === 'outline-ended'
      ? handlers.outline(source.tabId, { kind: 'none' }).then(() => true)
      : handlers.outlineLost(output.ids, source).then(() => true);
  });
}

/** Does what was ordered; resolves to the answer. */
async function obey(order: v.InferOutput<typeof ownCommand>, handlers: CommandHandlers): Promise<boolean> {
  switch (order.type) {
    case 'look-up':
      await handlers.lookUp(order.tabId, order.host);
      return true;
    case 'deep-check':
      return handlers.deepCheck(order.tabId, order.site, order.reload);
    case 'show-outline':
      await handlers.outline(order.tabId, order.wish);
      return true;
    case 'probe':
      await handlers.probe(order.tabId, order.hosts);
      return true;
    case 'cancel-probe':
      await handlers.cancelProbe(order.tabId);
      return true;
  }
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
