// The notice in the browser: its script and words, the hosts where it is off, and the page that explains it.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { noticePorts } from '../../../../lib/platform/background/notice-adapter.ts';
import { messagesOf, wordsIn } from '../../../fixtures/built-messages.ts';
import { MemoryArea } from '../memory-area.ts';
import { setPolicy, stage } from '../memory-browser.ts';
import { TAB, wake } from '../writer-stage.ts';

const tabs = vi.hoisted(() => ({
  calls: new Array<unknown>(),
  scriptFailure: null as Error | null,
  messageFailure: null as Error | null,
}));

vi.mock('../../../../lib/platform/browser.ts', async () => {
  const { browser } = await import('../memory-browser.ts');
  return {
    browser: {
      ...browser,
      i18n: { getUILanguage: () => 'zh-CN' },
      runtime: { getURL: (path: string) => `chrome-extension://own/${path.replace(/^\//, '')}` },
      scripting: {
        executeScript: async (injection: object) => {
          if (tabs.scriptFailure !== null) throw tabs.scriptFailure;
          tabs.calls.push(injection);
        },
      },
      tabs: {
        create: async (tab: object) => void tabs.calls.push(tab),
        sendMessage: async (...message: unknown[]) => {
          if (tabs.messageFailure !== null) throw tabs.messageFailure;
          tabs.calls.push(message);
        },
      },
    },
  };
});

const words = wordsIn('en');
const ports = noticePorts(wake());

beforeEach(() => {
  stage.local = new MemoryArea();
  stage.session = new MemoryArea();
  setPolicy({});
  Object.assign(tabs, { calls: [], scriptFailure: null, messageFailure: null });
});

describe('show', () => {
  it.each([
    ['password-over-http', 'notice_password'],
    ['card-over-http', 'notice_card'],
    ['one-time-code-over-http', 'notice_one_time_code'],
  ] as const)('for %s starts the script in the page, then sends its words', async (finding, sentence) => {
    await ports.show(TAB, finding, words);
    expect(tabs.calls).toEqual([
      { target: { tabId: TAB }, files: ['/notice.js'] },
      [
        TAB,
        {
          type: 'notice-words',
          lang: 'en',
          label: words.text('notice_label'),
          sentence: words.text(sentence),
          why: words.text('notice_why'),
          mute: words.text('notice_mute_site'),
          close: words.text('notice_close'),
          fold: words.text('notice_fold'),
        },
        // The top frame only: a frame of the page must not receive the words.
        { frameId: 0 },
      ],
    ]);
  });

  it('rejects and sends no words when the browser allows no script in the page', async () => {
    tabs.scriptFailure = new Error('Cannot access contents of the page.');
    await expect(ports.show(TAB, 'card-over-http', words)).rejects.toThrow('Cannot access');
    expect(tabs.calls).toEqual([]);
  });

  it('rejects when the page is left before it receives the words', async () => {
    tabs.messageFailure = new Error('Receiving end does not exist.');
    await expect(ports.show(TAB, 'card-over-http', words)).rejects.toThrow('Receiving end');
  });
});

describe('isWanted', () => {
  it('is true for a host where nothing was changed', async () => {
    expect(await ports.isWanted('shop.example', false)).toBe(true);
    expect(await ports.isWanted('shop.example', true)).toBe(true);
  });

  it('is false everywhere when the notice is off in the settings', async () => {
    await stage.local.set({ settings: { notice: false } });
    expect(await ports.isWanted('shop.example', false)).toBe(false);
  });

  it('is false everywhere when the policy turns the notice off', async () => {
    setPolicy({ notice: false });
    expect(await ports.isWanted('shop.example', false)).toBe(false);
  });

  it('is false for a muted host in every window, and true for other hosts', async () => {
    await ports.mute('shop.example', false);
    expect(await ports.isWanted('shop.example', false)).toBe(false);
    expect(await ports.isWanted('shop.example', true)).toBe(false);
    expect(await ports.isWanted('other.example', false)).toBe(true);
  });

  it('stays true in other windows for a host that is muted in a private window', async () => {
    await ports.mute('shop.example', true);
    expect(await ports.isWanted('shop.example', true)).toBe(false);
    expect(await ports.isWanted('shop.example', false)).toBe(true);
    expect(stage.local.items.size).toBe(0);
  });
});

it('mute rejects when the browser cannot store the host, which then stays unmuted', async () => {
  stage.local.quota = 0;
  await expect(ports.mute('shop.example', false)).rejects.toThrow('quota');
  expect(await ports.isWanted('shop.example', false)).toBe(true);
});

it('explain opens the popup’s text of the tab as a page', async () => {
  await ports.explain(TAB);
  expect(tabs.calls).toEqual([{ url: `chrome-extension://own/popup.html?tab=${TAB}` }]);
});

it('words are in the browser’s language, and a failed read of the package is tried again', async () => {
  const fetched: string[] = [];
  const read = vi.fn<(url: string) => Promise<Response>>(async (url) => {
    fetched.push(url);
    return Response.json(messagesOf('zh_CN'));
  });
  read.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  vi.stubGlobal('fetch', read);
  await expect(ports.words()).rejects.toThrow('Failed to fetch');
  expect((await ports.words()).text('notice_why')).toBe(wordsIn('zh_CN').text('notice_why'));
  await ports.words();
  expect(fetched).toEqual(['chrome-extension://own/_locales/zh_CN/messages.json']);
});
