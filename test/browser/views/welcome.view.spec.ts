// The welcome page in the gallery: keyboard, the request for access and hidden offers.
import { expect, test } from './gallery-test.ts';

test('every control of the welcome page is reachable with the keyboard alone', async ({ welcome, page }) => {
  await welcome.open('no-access');
  const focused = welcome.focused;
  const names: string[] = [];
  for (let step = 0; step < 8; step += 1) {
    await page.keyboard.press('Tab');
    names.push(
      (await focused.getAttribute('aria-label')) ??
        (await focused.evaluate((element) =>
          element instanceof HTMLInputElement ? (element.labels?.[0]?.innerText ?? '') : element.textContent,
        )),
    );
    await expect(focused).toHaveCSS('outline-style', 'solid');
  }
  expect(names).toEqual([
    'EN English',
    '中 中文',
    'Allow access',
    'What is kept, and for how long',
    'What concerns me as a visitor of sites',
    'Risks explained',
    'Options',
    'Which certificate fits my site?',
  ]);
  await page.getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /owner/ })).toBeChecked();
  await page.getByRole('button', { name: 'Allow access' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText(/^Access is given\./);
  await expect(focused).toHaveText('Allow access');
  await expect(focused).toHaveAttribute('aria-disabled', 'true');
});

test('refused access is reported, and the language changes at once', async ({ welcome, page }) => {
  await welcome.open('no-access', { access: 'refused' });
  await page.getByRole('button', { name: 'Allow access' }).click();
  await expect(page.getByRole('status')).toHaveText('Access was not allowed.');
  await page.getByRole('button', { name: '中 中文' }).click();
  await expect(page.locator('h1')).toHaveText('欢迎');
});

test('hidden offers leave no trace on the welcome page', async ({ welcome, page }) => {
  await welcome.open('offers-hidden');
  await expect(page.getByText(/seller|certificate fits/)).toHaveCount(0);
});
