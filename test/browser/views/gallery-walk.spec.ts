// Walks the gallery: every view in every named state, language and theme, with the checks that apply to all of them.
import {
  EXPLAIN_FIXTURES,
  OPTIONS_FIXTURES,
  POPUP_FIXTURES,
  WELCOME_FIXTURES,
} from '../../fixtures/views.ts';
import { expect, walkTest as test } from './gallery-test.ts';
import { LANGUAGES } from '../../../lib/text/language.ts';
import type { LanguageRow } from '../../../lib/text/language.ts';
import { PSEUDO } from '../../gallery/pseudo.ts';
import type { GalleryView } from './gallery-view.ts';

// The states are independent of each other: every worker takes some.
test.describe.configure({ mode: 'parallel' });

/** Words, width, and barriers in both themes. */
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

/** In every language; and that the view has room for longer words than any of them has. */
async function checkLanguages(view: GalleryView, state: string): Promise<void> {
  for (const language of LANGUAGES) await checkView(view, state, language);
  await view.open(state, { lang: PSEUDO.id, theme: 'light' });
  await view.unfold();
  // Its texts stand between these brackets.
  expect.soft(await view.page.locator('body').innerText(), 'pseudo-language').toContain('⟦');
  for (const width of [320, 380])
    expect.soft(await view.overflow(width), `wider than ${width} px with long words`).toBeLessThanOrEqual(0);
}

for (const state of Object.keys(POPUP_FIXTURES)) {
  test(`the popup is complete, fits and is accessible: ${state}`, async ({ popup }) => {
    await checkLanguages(popup, state);
  });
}

for (const state of Object.keys(OPTIONS_FIXTURES)) {
  test(`the options are complete, fit and are accessible: ${state}`, async ({ options }) => {
    await checkLanguages(options, state);
  });
}

for (const state of Object.keys(EXPLAIN_FIXTURES)) {
  test(`the explanations are complete, fit and are accessible: ${state}`, async ({ explain }) => {
    await checkLanguages(explain, state);
  });
}

for (const state of Object.keys(WELCOME_FIXTURES)) {
  test(`the welcome page is complete, fits and is accessible: ${state}`, async ({ welcome }) => {
    await checkLanguages(welcome, state);
  });
}
