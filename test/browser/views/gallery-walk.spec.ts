// Walks the gallery: every view in every named state, language and theme, with the checks that apply to all of them.
import {
  EXPLAIN_FIXTURES,
  OPTIONS_FIXTURES,
  POPUP_FIXTURES,
  WELCOME_FIXTURES,
} from '../../fixtures/views.ts';
import { LANGUAGES } from '../../../lib/text/language.ts';
import type { LanguageRow } from '../../../lib/text/language.ts';
import { expect, walkTest as test } from './gallery-test.ts';
import type { GalleryView } from './gallery-view.ts';

// The states are independent of each other, so the workers share them.
test.describe.configure({ mode: 'parallel' });

/** Checks the words, the width, and the accessibility in both themes. */
async function checkView(view: GalleryView, state: string, { id, tag }: LanguageRow): Promise<void> {
  await view.open(state, { lang: id, theme: 'light' });
  await view.unfold();
  expect.soft(await view.leftovers(), 'leftovers').toEqual([]);
  expect.soft(await view.root.getAttribute('lang'), 'lang').toBe(tag);
  expect.soft(await view.overflow(320), 'wider than 320 px').toBeLessThanOrEqual(0);
  expect.soft(await view.overflow(380), 'wider than 380 px').toBeLessThanOrEqual(0);
  expect.soft(await view.findBarriers(), 'barriers').toEqual([]);
  await view.useDarkTheme();
  // The owner's voice is checked along with the dark theme: two checks on one rendering.
  const owner = view.page.getByRole('tab').last();
  if ((await owner.count()) > 0) {
    await owner.click();
    await view.unfold();
    expect.soft(await view.leftovers(), 'leftovers in the owner voice').toEqual([]);
  }
  expect.soft(await view.findBarriers(['color-contrast']), 'barriers in the dark theme').toEqual([]);
}

for (const state of Object.keys(POPUP_FIXTURES)) {
  test(`the popup is complete, fits and is accessible: ${state}`, async ({ popup }) => {
    for (const lang of LANGUAGES) await checkView(popup, state, lang);
  });
}

for (const state of Object.keys(OPTIONS_FIXTURES)) {
  test(`the options are complete, fit and are accessible: ${state}`, async ({ options }) => {
    for (const lang of LANGUAGES) await checkView(options, state, lang);
  });
}

for (const state of Object.keys(EXPLAIN_FIXTURES)) {
  test(`the explanations are complete, fit and are accessible: ${state}`, async ({ explain }) => {
    for (const lang of LANGUAGES) await checkView(explain, state, lang);
  });
}

for (const state of Object.keys(WELCOME_FIXTURES)) {
  test(`the welcome page is complete, fits and is accessible: ${state}`, async ({ welcome }) => {
    for (const lang of LANGUAGES) await checkView(welcome, state, lang);
  });
}
