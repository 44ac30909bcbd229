// Every command from every kind of sender: the sender is the one that the browser reports, never one in the message.
import type { Runtime } from 'webextension-polyfill';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readSender, receiveMessage } from '../../../../lib/platform/background/command-listener.ts';
import type {
  CommandHandlers,
  CommandSender,
  RefusedMessage,
} from '../../../../lib/platform/background/command-listener.ts';
import { COMMANDS } from '../../../../lib/platform/commands.ts';
import type { AllowedSender, CommandAnswer, CommandType } from '../../../../lib/platform/commands.ts';
import { MAX_OUTLINED } from '../../../../lib/outline/outline-order.ts';
import { MAX_PROBED_HOSTS } from '../../../../lib/probe/plan.ts';

vi.mock('../../../../lib/platform/browser.ts', () => ({ browser: {} }));

const SELF = { id: 'own-id', baseUrl: 'chrome-extension://own-id/' };
const PAGE = 'https://example.com/';
// The other fields of a tab are not read.
const tab = { id: 7, incognito: false } as NonNullable<Runtime.MessageSender['tab']>;
const POPUP = { id: SELF.id, url: `${SELF.baseUrl}popup.html` };
const FRAME = { id: SELF.id, tab, frameId: 4, url: PAGE };

type Kind = CommandSender['kind'];
const SENDERS: Readonly<Record<string, readonly [Runtime.MessageSender, Kind]>> = {
  'the popup': [POPUP, 'own-page'],
  'an own page in a tab': [{ ...POPUP, tab, frameId: 0 }, 'own-page'],
  'an own page in a frame': [{ ...POPUP, tab, frameId: 2 }, 'own-page'],
  'a main frame': [{ ...FRAME, frameId: 0 }, 'main-frame'],
  'a main frame without encryption': [{ ...FRAME, frameId: 0, url: 'http://example.com/' }, 'main-frame'],
  'a sub frame': [FRAME, 'sub-frame'],
  'a sub frame with an address of its page’s': [{ ...FRAME, url: 'about:srcdoc' }, 'sub-frame'],
  'a main frame that is no web page': [{ ...FRAME, frameId: 0, url: 'file:///etc/hosts' }, 'other-page'],
  'a page of another extension in a tab, under our id': [
    { ...FRAME, frameId: 0, url: 'chrome-extension://other-id/page.html' },
    'other-page',
  ],
  'a page whose address only begins like ours': [
    { ...FRAME, frameId: 0, url: 'chrome-extension://own-id.example/' },
    'other-page',
  ],
  'a content script without a tab': [{ id: SELF.id, frameId: 0, url: PAGE }, 'other-page'],
  'a content script in a tab without an id': [
    { ...FRAME, tab: { incognito: false } as typeof tab },
    'other-page',
  ],
  'a content script without a frame': [{ id: SELF.id, tab, url: PAGE }, 'other-page'],
  'a sender without an address': [{ id: SELF.id, tab, frameId: 0 }, 'other-page'],
  'our own id alone': [{ id: SELF.id }, 'other-page'],
  'another extension': [{ id: 'other-id', url: 'chrome-extension://other-id/page.html' }, 'other-extension'],
  'another extension with our address': [{ ...POPUP, id: 'other-id' }, 'other-extension'],
  'another extension’s content script': [{ ...FRAME, id: 'other-id' }, 'other-extension'],
  nobody: [{}, 'other-extension'],
};

const ALLOWED: Readonly<Record<AllowedSender, readonly Kind[]>> = {
  'own-page': ['own-page'],
  'any-frame': ['main-frame', 'sub-frame'],
  'main-frame': ['main-frame'],
};

/** A message of each command, with the arguments of its handler. */
const MESSAGES: Readonly<Record<CommandType, object>> = {
  'look-up': { tabId: 7, host: 'example.com' },
  'deep-check': { tabId: 7, site: 'example.com', reload: true },
  'show-outline': { tabId: 7, wish: { kind: 'one', id: 'a' } },
  probe: { tabId: 7, hosts: ['example.com'] },
  'cancel-probe': { tabId: 7 },
  'clear-diagnostics': {},
  report: { documentId: '1-2-3-4' },
  'notice-action': { action: 'mute' },
  'outline-ended': {},
  'outline-lost': { ids: ['a'] },
};
const TYPES = Object.keys(COMMANDS) as readonly CommandType[];

let calls: unknown[] = [];
let refused: RefusedMessage[] = [];
let complaints: unknown[] = [];
let answer: () => Promise<CommandAnswer | void> = async () => undefined;
beforeEach(() => {
  calls = [];
  refused = [];
  complaints = [];
  answer = async () => undefined;
});

// One handler for each type; the tests check its arguments.
const handlers = Object.fromEntries(
  TYPES.map((type) => [
    type,
    (command: unknown, source: unknown) => {
      calls.push([type, command, source]);
      return answer();
    },
  ]),
) as unknown as CommandHandlers;

function send(message: unknown, sender: Runtime.MessageSender): Promise<CommandAnswer> | undefined {
  return receiveMessage(message, readSender(sender, SELF), handlers, {
    noteRefused: (each) => refused.push(each),
    complain: (error) => complaints.push(error),
  });
}

describe.each(Object.entries(SENDERS))('from %s', (_name, [sender, kind]) => {
  it(`is from: ${kind}`, () => {
    expect(readSender(sender, SELF).kind).toBe(kind);
  });

  it.each(TYPES)('“%s” is carried out or refused by its row', async (type) => {
    const isAllowed = ALLOWED[COMMANDS[type].from].includes(kind);
    const done = send({ type, ...MESSAGES[type] }, sender);
    expect(await done).toBe(isAllowed ? true : undefined);
    expect(calls).toHaveLength(isAllowed ? 1 : 0);
    expect(refused).toEqual(isAllowed ? [] : [{ type, why: 'wrong-sender', sender: kind }]);
  });

  it.each([
    ['of an unknown type', { type: 'unknown' }],
    ['named like a property of every object', { type: 'constructor' }],
    ['whose type is no text', { type: 7 }],
    ['without a type', {}],
    ['that is a text', 'report'],
    ['that is nothing', null],
    ['that is undefined', undefined],
  ])('a message %s is refused', (_what, message) => {
    expect(send(message, sender)).toBeUndefined();
    expect(calls).toEqual([]);
    expect(refused).toEqual([{ type: null, why: 'unknown-type', sender: kind }]);
  });
});

describe('a handler', () => {
  it.each(TYPES.filter((type) => type !== 'report'))('of “%s” gets the command without its type', (type) => {
    const sender = COMMANDS[type].from === 'own-page' ? POPUP : { ...FRAME, frameId: 0 };
    void send({ type, ...MESSAGES[type], surplus: 'x' }, sender);
    const source = { tabId: 7, frameId: 0, url: PAGE, private: false };
    expect(calls).toEqual([[type, MESSAGES[type], COMMANDS[type].from === 'own-page' ? null : source]]);
  });

  it('gets the tab, the frame and the window from the browser', () => {
    void send(
      { type: 'outline-ended', tabId: 1, frameId: 1, private: false },
      { ...FRAME, tab: { ...tab, incognito: true } },
    );
    expect(calls).toEqual([['outline-ended', {}, { tabId: 7, frameId: 4, url: PAGE, private: true }]]);
  });

  it('that returns an answer has it sent', async () => {
    answer = async () => false;
    expect(await send({ type: 'cancel-probe', tabId: 7 }, POPUP)).toBe(false);
    answer = async () => 'unknown';
    expect(await send({ type: 'report' }, FRAME)).toBe('unknown');
  });

  it('that fails is recorded: a frame receives false and sends again, a page of the extension receives the error', async () => {
    const error = new Error('failed');
    answer = () => Promise.reject(error);
    await expect(send({ type: 'cancel-probe', tabId: 7 }, POPUP)).rejects.toBe(error);
    expect(await send({ type: 'report' }, FRAME)).toBe(false);
    expect(complaints).toEqual([error, error]);
  });
});

describe('a message of the wrong shape is refused:', () => {
  const long = 'x'.repeat(254);
  it.each<readonly [string, CommandType, object]>([
    ['a look-up without a host', 'look-up', { tabId: 7 }],
    ['a look-up of too long a host', 'look-up', { tabId: 7, host: long }],
    ['a look-up for a tab that is no number', 'look-up', { tabId: '7', host: 'a' }],
    ['a deep check of too long a site', 'deep-check', { tabId: 7, site: long, reload: true }],
    ['a deep check without a word on reloading', 'deep-check', { tabId: 7, site: 'a' }],
    ['an outline of something else', 'show-outline', { tabId: 7, wish: { kind: 'some' } }],
    [
      'an outline of too long an id',
      'show-outline',
      { tabId: 7, wish: { kind: 'one', id: 'x'.repeat(4097) } },
    ],
    ['a probe of too many hosts', 'probe', { tabId: 7, hosts: Array(MAX_PROBED_HOSTS + 1).fill('a') }],
    ['a probe of too long a host', 'probe', { tabId: 7, hosts: ['x'.repeat(301)] }],
    ['a cancelled probe of no tab', 'cancel-probe', {}],
    ['an unknown action in the notice', 'notice-action', { action: 'close' }],
    ['lost outlines without ids', 'outline-lost', {}],
    ['too many lost outlines', 'outline-lost', { ids: Array(MAX_OUTLINED + 1).fill('a') }],
  ])('%s', (_what, type, content) => {
    const sender = COMMANDS[type].from === 'own-page' ? POPUP : { ...FRAME, frameId: 0 };
    expect(send({ type, ...content }, sender)).toBeUndefined();
    expect(calls).toEqual([]);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ type, why: 'wrong-shape' });
  });
});

it('a report that cannot be read is still a command: the page must not count as completely checked', () => {
  void send({ type: 'report', documentId: '1-2-3-4' }, FRAME);
  expect(calls).toMatchObject([['report', { type: 'unreadable', documentId: '1-2-3-4' }, { frameId: 4 }]]);
});
