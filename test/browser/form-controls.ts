// Actions of browser tests on the options page, for both browsers.
import type { Page } from 'puppeteer-core';
import { expect } from './in-browser.ts';

export async function textOf(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText);
}

/** Presses the first button whose text or accessible name is this. Throws when there is none. */
export async function clickButton(page: Page, name: string): Promise<void> {
  const isThere = await page.evaluate((wanted) => {
    const button = Array.from(document.querySelectorAll('button')).find(
      (one) => one.textContent === wanted || one.getAttribute('aria-label') === wanted,
    );
    button?.click();
    return button !== undefined;
  }, name);
  if (!isThere) throw new Error(`There is no button "${name}".`);
}

/** Types into the field that a label names in a section of the page; `section`: id of its heading. */
export async function typeInto(page: Page, section: string, label: string, text: string): Promise<void> {
  await page.evaluate(
    (id, wanted) => {
      const labels = document.querySelectorAll<HTMLLabelElement>(`section[aria-labelledby="${id}"] label`);
      const field = Array.from(labels).find((one) => one.textContent.startsWith(wanted))?.control;
      if (!(field instanceof HTMLElement)) throw new Error(`There is no field "${wanted}".`);
      field.focus();
    },
    section,
    label,
  );
  await page.keyboard.type(text);
}

/** Reloads the page. Firefox's driver receives no event when the reload of such a page has finished. */
export async function reload(page: Page): Promise<void> {
  await page.evaluate(() => {
    // This mark identifies the document before the reload, however often the page has been reloaded.
    document.documentElement.dataset['before'] = '';
    setTimeout(() => location.reload());
  });
  await expect
    .poll(() => page.evaluate(() => 'before' in document.documentElement.dataset).catch(() => true))
    .toBe(false);
}
