// Decides when a page gets the notice and hands it its words. The notice's own script is put into the page only then, so that pages which
// don't need it pay nothing for it.
import { classifyAddress, parseAddress } from '../../address/address.ts';
import type { PageRecord } from '../../record/record.ts';
import { assess } from '../../verdict/assess.ts';
import type { Words } from '../../words/words.ts';
import { browser } from '../browser.ts';
import type { NoticeWords } from '../../notice/notice.ts';
import { isMuted, readSettings } from '../settings-storage.ts';

/** Findings that the notice speaks of, worst first, with the sentence it says. */
const SENTENCES = [
  ['password-over-http', 'notice_password'],
  ['card-over-http', 'notice_card'],
  ['one-time-code-over-http', 'notice_one_time_code'],
] as const;

/** Whether this page asks for sensitive input without protection, and the visitor wants to be told. */
export async function wantsNotice(record: PageRecord, isPrivate: boolean): Promise<boolean> {
  const address = classifyAddress(record.url);
  if (address !== 'http-public' && address !== 'http-private') return false;
  const ids = new Set(assess(record).findings.map(({ id }) => id));
  if (!SENTENCES.some(([id]) => ids.has(id))) return false;
  const { notice } = await readSettings();
  return notice && !(await isMuted(parseAddress(record.url)?.hostname ?? '', isPrivate));
}

/** Shows the notice in a tab's main frame. A page that went away meanwhile, or does not let scripts in, has none. */
export async function showNotice(record: PageRecord, words: Words): Promise<void> {
  const ids = new Set(assess(record).findings.map(({ id }) => id));
  const sentence = SENTENCES.find(([id]) => ids.has(id))?.[1] ?? 'notice_password';
  const notice: NoticeWords = {
    type: 'notice-words',
    lang: words.locale,
    label: words.text('notice_label'),
    sentence: words.text(sentence),
    why: words.text('notice_why'),
    mute: words.text('notice_mute_site'),
    close: words.text('notice_close'),
    fold: words.text('notice_fold'),
  };
  const { tabId } = record;
  await browser.scripting.executeScript({ target: { tabId }, files: ['/notice.js'] });
  await browser.tabs.sendMessage(tabId, notice, { frameId: 0 });
}
