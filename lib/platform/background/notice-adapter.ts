// The notice service's access to the browser. The notice's script is added to a page only when it is shown, so that other pages do not pay for it.
import type { NoticeWords } from '../../notice/notice.ts';
import type { Words } from '../../words/words.ts';
import { browser } from '../browser.ts';
import { openPopupPage } from '../extension-pages.ts';
import { loadWords } from '../load-words.ts';
import { isMuted, mute, readSettings } from '../settings-storage.ts';
import type { NoticeFinding, NoticePorts } from './notice-service.ts';
import type { RecordWriter } from './record/record-writer.ts';

const SENTENCES = {
  'password-over-http': 'notice_password',
  'card-over-http': 'notice_card',
  'one-time-code-over-http': 'notice_one_time_code',
} as const satisfies Record<NoticeFinding, string>;

export function noticePorts(writer: RecordWriter): NoticePorts {
  return {
    writer,
    isWanted: async (host, isPrivate) => (await readSettings()).notice && !(await isMuted(host, isPrivate)),
    show: showNotice,
    words: loadWords,
    mute,
    explain: openPopupPage,
  };
}

async function showNotice(tabId: number, finding: NoticeFinding, words: Words): Promise<void> {
  const notice: NoticeWords = {
    type: 'notice-words',
    lang: words.locale,
    label: words.text('notice_label'),
    sentence: words.text(SENTENCES[finding]),
    why: words.text('notice_why'),
    mute: words.text('notice_mute_site'),
    close: words.text('notice_close'),
    fold: words.text('notice_fold'),
  };
  await browser.scripting.executeScript({ target: { tabId }, files: ['/notice.js'] });
  await browser.tabs.sendMessage(tabId, notice, { frameId: 0 });
}
