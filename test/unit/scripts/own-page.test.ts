// A caller that needs the extension's own page after it was closed receives the reason.
import { EventEmitter } from 'node:events';
import type { Browser, Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { OwnPageError, watchOwnPage } from '../../../scripts/browser/own-page.ts';

/** Pages and browsers emit events; nothing else of them is used here. */
const newPage = (): Page => new EventEmitter() as unknown as Page;
const newBrowser = (): Browser =>
  Object.assign(new EventEmitter(), {
    process: () => ({ exitCode: null, signalCode: 'SIGKILL' }),
  }) as unknown as Browser;

/** `emit` of either, which its types keep to the driver. */
function emit(of: Page | Browser, event: string): void {
  (of as unknown as EventEmitter).emit(event, new Error('from the driver'));
}

it('is returned while it is open', () => {
  const page = newPage();
  expect(watchOwnPage(newBrowser(), page).get()).toBe(page);
});

it.each([
  ['a crash', (_browser: Browser, page: Page) => emit(page, 'error'), /crashed/],
  ['a tab that is gone', (_browser: Browser, page: Page) => emit(page, 'close'), /closed or discarded/],
  [
    'a browser that ended, which closes its pages first',
    (browser: Browser, page: Page) => {
      emit(page, 'close');
      emit(browser, 'disconnected');
    },
    /ended by itself .*SIGKILL/,
  ],
])('%s is named', (_what, happen, expected) => {
  const [browser, page] = [newBrowser(), newPage()];
  const own = watchOwnPage(browser, page);
  happen(browser, page);
  expect(() => own.get()).toThrow(OwnPageError);
  expect(() => own.get()).toThrow(expected);
});

it('a browser that is closed intentionally is reported before its end', () => {
  const [browser, page] = [newBrowser(), newPage()];
  const own = watchOwnPage(browser, page);
  own.close();
  emit(page, 'close');
  emit(browser, 'disconnected');
  expect(() => own.get()).toThrow(/was closed while something was still at work/);
});

it('is replaced by another page, and the end of the earlier one does not matter', () => {
  const [first, second] = [newPage(), newPage()];
  const own = watchOwnPage(newBrowser(), first);
  emit(first, 'close');
  own.put(second);
  emit(first, 'error');
  expect(own.get()).toBe(second);
});
