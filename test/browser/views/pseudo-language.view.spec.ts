// Every view in the pseudo-language, longer and accented English: no page is wider than its window, and no text is cut off or overflows its box.
import {
  EXPLAIN_FIXTURES,
  OPTIONS_FIXTURES,
  POPUP_FIXTURES,
  WELCOME_FIXTURES,
} from '../../fixtures/views.ts';
import { PSEUDO } from '../../gallery/pseudo.ts';
import { expect, walkTest as test } from './gallery-test.ts';
import type { GalleryView } from './gallery-view.ts';
import { findMisfits } from './text-fit.ts';

// The states are independent of each other, so the workers share them.
test.describe.configure({ mode: 'parallel' });

/** A small phone, and the widest popup. px */
const WIDTHS = [320, 380] as const;

/** Both voices, everything unfolded, at each width. */
async function checkFit(view: GalleryView, state: string): Promise<void> {
  await view.open(state, { lang: PSEUDO.id, theme: 'light' });
  await expect(view.root).toHaveAttribute('lang', PSEUDO.tag);
  await view.unfold();
  for (const width of WIDTHS) expect.soft(await findMisfits(view.page, width), `${width} px`).toEqual([]);
  const owner = view.page.getByRole('tab').last();
  if ((await owner.count()) === 0) return;
  await owner.click();
  await view.unfold();
  for (const width of WIDTHS)
    expect.soft(await findMisfits(view.page, width), `owner, ${width} px`).toEqual([]);
}

for (const state of Object.keys(POPUP_FIXTURES)) {
  test(`the popup has room for a longer language: ${state}`, async ({ popup }) => checkFit(popup, state));
}

for (const state of Object.keys(OPTIONS_FIXTURES)) {
  test(`the options have room for a longer language: ${state}`, async ({ options }) =>
    checkFit(options, state));
}

for (const state of Object.keys(EXPLAIN_FIXTURES)) {
  test(`the explanations have room for a longer language: ${state}`, async ({ explain }) =>
    checkFit(explain, state));
}

for (const state of Object.keys(WELCOME_FIXTURES)) {
  test(`the welcome page has room for a longer language: ${state}`, async ({ welcome }) =>
    checkFit(welcome, state));
}

test('a text that is cut off or overflows its box is found', async ({ popup }) => {
  await popup.open('http-page', { lang: PSEUDO.id });
  const cutBy = async (css: string): Promise<number> => {
    await popup.page.evaluate((text) => {
      const heading = document.querySelector<HTMLElement>('h1, h2');
      if (heading === null) throw new Error('no heading');
      heading.style.cssText = text;
    }, css);
    return (await findMisfits(popup.page, 320)).length;
  };
  expect(await cutBy('')).toBe(0);
  expect(await cutBy('white-space: nowrap; overflow: hidden')).toBeGreaterThan(0);
  expect(await cutBy('white-space: nowrap; width: 60px')).toBeGreaterThan(0);
  expect(await cutBy('height: 10px; overflow: hidden')).toBeGreaterThan(0);
  expect(await cutBy('width: 900px')).toBeGreaterThan(0);
});
