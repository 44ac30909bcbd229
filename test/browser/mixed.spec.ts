// What an owner does about mixed content, on real pages of the lab: outlines in frames and shadow roots in step with the list, and asking whether
// https works for it.
import { join } from 'node:path';
import type { Browser as WebExtension } from 'webextension-polyfill';
import type { Frame, Page } from 'puppeteer-core';
import { build } from 'vite';
import { recordOf } from '../../scripts/browser/records.ts';
import type { OpenBrowser, Tab } from '../../scripts/browser/options.ts';
import { numberEntries } from '../../lib/mixed/entry-id.ts';
import type { NumberedEntry } from '../../lib/mixed/entry-id.ts';
import type { Hit } from '../lab/lab.ts';
import { expect, test } from './in-browser.ts';

/** In an extension's page, where the functions given to evaluate() run; promises are the same in both browsers. */
declare const chrome: WebExtension;

const PLACES = 'https://places.lab.test/';
const THERE = 'https://mixed-https-there.lab.test/';
const SILENT = 'https://mixed-https-silent.lab.test/';

/** The entry whose address ends so, once it is in the record. */
async function entryOf(open: OpenBrowser, { tabId }: Tab, end: string): Promise<NumberedEntry | undefined> {
  const find = async () =>
    numberEntries((await recordOf(open, tabId))?.mixed ?? []).find(({ entry }) => entry.url.endsWith(end));
  await expect.poll(find, { message: end }).toBeDefined();
  return find();
}

/** The same once its element is known: the list of loads may name an address before the look at the document reaches what asks for it. */
async function placedEntryOf(open: OpenBrowser, tab: Tab, end: string): Promise<NumberedEntry> {
  const find = async () => {
    const found = await entryOf(open, tab, end);
    return found?.entry.element ? found : undefined;
  };
  await expect.poll(find, { message: `the element of ${end}` }).toBeDefined();
  const found = await find();
  if (found === undefined) throw new Error(`${end} lost its element`);
  return found;
}

/** What the extension keeps for a tab beside its record. */
async function stored(open: OpenBrowser, kind: 'outline' | 'probe', { tabId }: Tab): Promise<unknown> {
  const text = await open.extensionPage.evaluate(
    async (key) => JSON.stringify((await chrome.storage.session.get(key))[key] ?? null),
    `${kind}:${tabId}`,
  );
  return JSON.parse(text);
}

/** Gives the background an order, as the popup does. */
async function order(open: OpenBrowser, message: Readonly<Record<string, unknown>>): Promise<void> {
  await open.extensionPage.evaluate((sent) => void chrome.runtime.sendMessage(sent), { ...message });
}

async function frameOf(page: Page, host: string): Promise<Frame> {
  const find = (): Frame | undefined => page.frames().find((frame) => frame.url().includes(host));
  await expect.poll(() => find() !== undefined, { message: host }).toBe(true);
  return find() ?? page.mainFrame();
}

/** The host of the outlines in a frame; what is drawn inside of it is in a closed shadow root, out of reach of every script. */
async function hasOutline(frame: Frame): Promise<boolean> {
  return frame.evaluate(() => document.querySelector('html > div[popover]') !== null);
}

/** Whether an element is in the window, through all frames around it. */
async function isSeen(frame: Frame, selector: string): Promise<boolean> {
  return frame.evaluate(async (wanted) => {
    const [outer = '', inner] = wanted.split(' >>> ');
    const host = document.querySelector(outer);
    const element = inner === undefined ? host : host?.shadowRoot?.querySelector(inner);
    if (!element) return false;
    // An observer without a root of its own sees through frames of other sites too.
    return new Promise<boolean>((resolve) => {
      const observer = new IntersectionObserver(([entry]) => {
        observer.disconnect();
        resolve(entry?.isIntersecting === true);
      });
      observer.observe(element);
    });
  }, selector);
}

const PLACES_OF = [
  { name: 'in the page', end: '?places-far', host: 'places.lab.test', selector: '#places-far' },
  {
    name: 'in an open shadow root',
    end: '?places-open',
    host: 'places.lab.test',
    selector: 'open-root >>> #places-open',
  },
  {
    name: 'in a closed shadow root, as its host',
    end: '?places-closed',
    host: 'places.lab.test',
    selector: 'closed-root',
  },
  {
    name: 'in a frame of another site',
    end: '?places-frame',
    host: 'places-frame.lab.test',
    selector: '#places-frame',
  },
  {
    name: 'in a frame inside that frame',
    end: '?places-inner',
    host: 'places-inner.lab.test',
    selector: '#places-inner',
  },
] as const;

for (const { name, end, host, selector } of PLACES_OF) {
  test(`an element is scrolled to and outlined: ${name}`, async ({ open, tab }) => {
    await tab.page.goto(PLACES);
    const { id } = await placedEntryOf(open, tab, end);
    const frame = await frameOf(tab.page, `//${host}`);
    expect(await isSeen(frame, selector)).toBe(false);
    const before = await frame.evaluate(() => document.body.outerHTML);
    await order(open, { type: 'show-outline', tabId: tab.tabId, wish: { kind: 'one', id } });
    await expect.poll(() => hasOutline(frame)).toBe(true);
    await expect.poll(() => isSeen(frame, selector)).toBe(true);
    await expect
      .poll(() => stored(open, 'outline', tab))
      .toMatchObject({ all: false, finds: { [id]: 'shown' } });
    expect(await frame.evaluate(() => document.body.outerHTML)).toBe(before);
    // Escape in the page ends it in whichever frame it is.
    await tab.page.mainFrame().evaluate(() => document.body.focus());
    await tab.page.keyboard.press('Escape');
    await expect.poll(() => hasOutline(frame)).toBe(false);
    await expect.poll(() => stored(open, 'outline', tab)).toBeNull();
  });
}

test('the list and the outline stay in step', async ({ open, tab }) => {
  await tab.page.goto(PLACES);
  const far = await placedEntryOf(open, tab, '?places-far');
  const inner = await placedEntryOf(open, tab, '?places-inner');
  const script = await placedEntryOf(open, tab, 'script.js?places');
  // Chromium slows the timers of a frame that is out of view: its report may come a second after the others.
  for (const end of ['?places-open', '?places-closed', '?places-frame']) await placedEntryOf(open, tab, end);
  const popup = await open.openExtensionPage(`popup.html?tab=${tab.tabId}`);
  const text = () => popup.evaluate(() => document.body.innerText);
  const press = (label: string) =>
    popup.evaluate((name) => {
      for (const button of document.querySelectorAll('button'))
        if ((button.ariaLabel ?? button.innerText).startsWith(name)) return button.click();
      throw new Error(`no button ${name}`);
    }, label);
  const pressed = () =>
    popup.evaluate(() =>
      [...document.querySelectorAll('[aria-pressed=true][aria-label]')].map((button) => button.ariaLabel),
    );
  await expect.poll(text).toContain('Content');
  await press('Content');
  await expect.poll(text).toContain('places-inner');

  await press(`Show on page: number ${far.number}`);
  await expect.poll(pressed).toContain(`Show on page: number ${far.number}`);
  await expect.poll(() => hasOutline(tab.page.mainFrame())).toBe(true);

  await press(`Show on page: number ${inner.number}`);
  await expect.poll(pressed).toContain(`Show on page: number ${inner.number}`);
  await expect.poll(() => hasOutline(tab.page.mainFrame())).toBe(false);
  const frame = await frameOf(tab.page, '//places-inner.lab.test');
  expect(await hasOutline(frame)).toBe(true);

  // A click on the page, in another frame than the outline's.
  await tab.page.bringToFront();
  await tab.page.mouse.click(5, 5);
  await expect.poll(() => hasOutline(frame)).toBe(false);
  await expect.poll(pressed).not.toContain(`Show on page: number ${inner.number}`);

  await press('Show all on the page');
  await expect.poll(text).toContain('5 outlined, with their numbers');
  await expect.poll(text).toContain('nothing of it is drawn');
  expect(await stored(open, 'outline', tab)).toMatchObject({ finds: { [script.id]: 'hidden' } });

  await tab.page.evaluate(() => document.querySelector('#places-far')?.remove());
  await expect.poll(text).toContain('It is no longer in the page.');
  await tab.page.evaluate(() => document.querySelector('iframe')?.remove());
  await expect.poll(text).toContain('Its frame is no longer there, or lets nobody in.');
  // The frames go one after the other.
  await expect.poll(pressed).not.toContain(`Show on page: number ${inner.number}`);
  await press(`Show on page: number ${inner.number}`);
  await expect
    .poll(() => stored(open, 'outline', tab))
    .toMatchObject({ all: false, finds: { [inner.id]: 'frame-gone' } });
  await popup.close();
});

test('what is no load gets no outline', async ({ open, tab }) => {
  await tab.page.goto('https://mixed-words-only.lab.test/');
  await expect.poll(async () => (await recordOf(open, tab.tabId))?.observed).toBe(true);
  await order(open, { type: 'show-outline', tabId: tab.tabId, wish: { kind: 'all' } });
  await expect.poll(() => stored(open, 'outline', tab)).toBeNull();
  expect(await hasOutline(tab.page.mainFrame())).toBe(false);
});

/** Presses a button as a person does: the browser asks for access on a click only. */
async function pressIn(popup: Page, name: string): Promise<void> {
  for (const button of await popup.$$('button')) {
    const text = await button.evaluate((one) => one.textContent ?? '');
    if (text.startsWith(name)) return button.click();
  }
  throw new Error(`no button ${name}`);
}

/** What the lab's https server was asked for by HEAD, which no page of the lab does. */
function probesIn(hits: readonly Hit[], host: string): readonly Hit[] {
  return hits.filter((hit) => hit.scheme === 'https' && hit.host === host && hit.method === 'HEAD');
}

test('asking tells for each address whether https works there', async ({ open, tab, lab }) => {
  await tab.page.goto(THERE);
  await entryOf(open, tab, 'there-no-https.lab.test/a.js');
  await expect.poll(async () => (await recordOf(open, tab.tabId))?.mixed.length).toBe(6);
  expect(probesIn(lab.hits, 'there-back.lab.test')).toEqual([]);
  const popup = await open.openExtensionPage(`popup.html?tab=${tab.tabId}`);
  const text = () => popup.evaluate(() => document.body.innerText);
  await expect.poll(text).toContain('For the owner');
  await pressIn(popup, 'For the owner');
  await pressIn(popup, 'Does https work there?');
  await expect.poll(text).toContain('Asks 4 hosts over https');
  await pressIn(popup, 'Ask now');
  await expect.poll(() => stored(open, 'probe', tab), { timeout: 20_000 }).toMatchObject({ phase: 'done' });
  const certificate = { kind: 'certificate', why: 'wrong-name' };
  expect(await stored(open, 'probe', tab)).toMatchObject({
    answers: {
      'https://files.lab.test/script.js?there': { kind: 'works', status: 200 },
      'https://files.lab.test/none-there.js': { kind: 'missing', status: 404 },
      'https://there-wrong-name.lab.test/a.js': certificate,
      'https://there-wrong-name.lab.test/b.js': certificate,
      'https://there-back.lab.test/a.js': { kind: 'back-to-http', status: 302 },
      'https://there-no-https.lab.test/a.js': { kind: 'no-https' },
    },
  });
  for (const words of [
    'https works: change http to https',
    'Not there (404), though https works',
    'Certificate wrong: Certificate for another name',
    'Leads back to http',
    'No https there',
  ])
    await expect.poll(text).toContain(words);
  // Nothing went out in the clear on the way.
  expect(lab.hits.filter(({ scheme, host }) => scheme === 'http' && host.startsWith('there-'))).toEqual([]);
  await popup.close();
});

test('asking can be stopped, outlives the popup, and leaves with its tab', async ({ open, lab }) => {
  const tab = await open.newTab();
  await tab.page.goto(SILENT);
  await entryOf(open, tab, 'script.js?silent');
  await entryOf(open, tab, '/silent/v1/issuances?domain=clean.lab.test');
  const popup = await open.openExtensionPage(`popup.html?tab=${tab.tabId}`);
  await order(open, { type: 'probe', tabId: tab.tabId, hosts: ['files.lab.test', 'logs.lab.test'] });
  await popup.close();
  await expect
    .poll(() => stored(open, 'probe', tab))
    .toMatchObject({
      phase: 'asking',
      answers: { 'https://files.lab.test/script.js?silent': { kind: 'works' } },
    });
  await expect.poll(() => probesIn(lab.hits, 'logs.lab.test')).toHaveLength(1);
  await order(open, { type: 'cancel-probe', tabId: tab.tabId });
  await expect.poll(() => stored(open, 'probe', tab)).toMatchObject({ phase: 'cancelled' });
  await tab.page.close();
  await expect.poll(() => stored(open, 'probe', tab)).toBeNull();
});

test('every element of any tree is found again by its place', async ({ tab }) => {
  const [bundle] = [
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        write: false,
        minify: false,
        lib: { entry: join(import.meta.dirname, 'places-entry.ts'), formats: ['iife'], name: 'places' },
      },
    }),
  ].flat();
  const code = bundle !== undefined && 'output' in bundle ? bundle.output[0].code : '';
  await tab.page.goto('https://clean.lab.test/');
  expect(await tab.page.evaluate(`${code}; places.tryPlaces(400)`)).toEqual([]);
});
