// The outlines of mixed content on real pages of the lab, in frames and shadow roots, consistent with the list.
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { build } from 'vite';
import { recordOf } from '../../scripts/browser/extension-records.ts';
import { expect, test } from './in-browser.ts';
import { order, placedEntryOf, stored } from './mixed-page.ts';

const PLACES = 'https://places.lab.test/';

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
    // An observer without its own root works across frames of other sites too.
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
    // Escape in the page removes the outline in any frame.
    await tab.page.mainFrame().evaluate(() => document.body.focus());
    await tab.page.keyboard.press('Escape');
    await expect.poll(() => hasOutline(frame)).toBe(false);
    await expect.poll(() => stored(open, 'outline', tab)).toBeNull();
  });
}

test('the list and the outline stay consistent', async ({ open, tab }) => {
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
  // The frames are removed one after the other.
  await expect.poll(pressed).not.toContain(`Show on page: number ${inner.number}`);
  await press(`Show on page: number ${inner.number}`);
  await expect
    .poll(() => stored(open, 'outline', tab))
    .toMatchObject({ all: false, finds: { [inner.id]: 'frame-gone' } });
  await popup.close();
});

test('an element without a request gets no outline', async ({ open, tab }) => {
  await tab.page.goto('https://mixed-words-only.lab.test/');
  await expect.poll(async () => (await recordOf(open, tab.tabId))?.observed).toBe(true);
  await order(open, { type: 'show-outline', tabId: tab.tabId, wish: { kind: 'all' } });
  await expect.poll(() => stored(open, 'outline', tab)).toBeNull();
  expect(await hasOutline(tab.page.mainFrame())).toBe(false);
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
  expect(await tab.page.evaluate(`${code}; places.placesOfNone()`)).toEqual([null, null, null]);
  // The position of a long list's last element is counted in steps, that of its neighbour from there.
  expect(await tab.page.evaluate(`${code}; places.countSteps(3000)`)).toEqual([2999, 1]);
});
