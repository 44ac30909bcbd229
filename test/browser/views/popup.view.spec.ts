// The popup in the gallery: keyboard, menu, requests to the browser, hostile text, forced colours and reduced motion.
import { expect, test } from './gallery-test.ts';

test('every control of the popup is reachable with the keyboard alone', async ({ popup, page }) => {
  await popup.open('http-password');
  const names: string[] = [];
  for (let step = 0; step < 8; step += 1) {
    await page.keyboard.press('Tab');
    names.push(
      (await popup.focused.getAttribute('aria-label')) ??
        (await popup.focused.innerText()).split('\n')[0] ??
        '',
    );
    await expect(popup.focused).toHaveCSS('outline-style', 'solid');
  }
  expect(names).toEqual([
    'EN English',
    '中 中文',
    'More actions',
    'Connection',
    'Certificate',
    'Content',
    expect.stringMatching(/^For visitors/),
    'Evidence',
  ]);

  await page.keyboard.press('Enter');
  await expect(popup.focused).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: /^For the owner/ })).toBeFocused();
  await expect(page.getByRole('tab', { name: /^For the owner/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('tab', { name: /^For visitors/ })).toBeFocused();
});

test('the menu opens, moves and closes with the keyboard alone', async ({ popup, page }) => {
  await popup.open('http-page');
  await popup.menuButton.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Risks explained' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('menuitem', { name: 'Copy report' })).toBeFocused();
  expect(await popup.findBarriers()).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(popup.menuButton).toBeFocused();
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(popup.root).toHaveAttribute('data-asked', 'options');
});

test('the menu opens the mini-program check of the page', async ({ popup, page }) => {
  await popup.open('http-page');
  await popup.menuButton.click();
  await page.getByRole('menuitem', { name: 'Mini-program check' }).click();
  expect(await popup.asked()).toBe('readiness');
});

test('a refused request for access is reported', async ({ popup, page }) => {
  await popup.open('no-access');
  await page.getByRole('button', { name: 'Allow access' }).click();
  await expect(popup.root).toHaveAttribute('data-asked', 'allow');
  await expect(page.getByText('Access was not allowed.')).toBeVisible();
});

test('a reload is offered only where the page may be reloaded', async ({ popup, page }) => {
  await popup.open('not-observed-record');
  await page.getByRole('button', { name: 'Reload this page' }).click();
  await expect(popup.root).toHaveAttribute('data-asked', 'reload');

  await popup.open('not-observed-hidden');
  await expect(page.getByRole('button', { name: 'Reload this page' })).toHaveCount(0);
});

test('a finding opens its explanation, and the language changes at once', async ({ popup, page }) => {
  await popup.open('http-page');
  await page.getByRole('button', { name: /^More about/ }).click();
  await expect(popup.root).toHaveAttribute('data-asked', 'explain http-page');
  await page.getByRole('button', { name: '中 中文' }).click();
  await expect(page.locator('h1')).toHaveText('未受保护');
});

test('the report is copied as Markdown', async ({ popup, page }) => {
  await popup.open('mixed-blocked');
  await page.getByRole('button', { name: 'Copy report' }).click();
  await expect(page.getByText('Copied as Markdown')).toBeVisible();
  await expect(popup.root).toHaveAttribute('data-asked', /^copy # `shop\.example\.com`: Needs attention\n/);
});

test('a report that the clipboard refuses is shown, selected for copying', async ({ popup, page }) => {
  await popup.open('mixed-blocked', { copy: 'refused' });
  await page.getByRole('button', { name: 'Copy report' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  const report = page.getByRole('textbox');
  await expect(report).toHaveValue(/http:\/\/cdn\.example\.net\/reviews\.js/);
  const selected = await report.evaluate(
    (area: HTMLTextAreaElement) => area.selectionEnd - area.selectionStart,
  );
  expect(selected).toBeGreaterThan(100);
  expect(await popup.findBarriers()).toEqual([]);
});

for (const state of ['hostile', 'mixed-hostile', 'certificate-hostile']) {
  test(`hostile text is shown as text: ${state}`, async ({ popup, page }) => {
    let dialogs = 0;
    page.on('dialog', (dialog) => {
      dialogs += 1;
      void dialog.dismiss();
    });
    await popup.open(state);
    await popup.unfold();
    await expect(page.locator('img, a, script:not([src])')).toHaveCount(0);
    const text = await page.locator('body').innerText();
    expect(text).toContain('<img src=x onerror=alert(1)>');
    expect(text).toContain('⟨U+202E⟩');
    expect(text).not.toMatch(/[\p{Cf}\u200B]/u);
    // The state contains an organisation name of 100 kB.
    expect(text.length).toBeLessThan(20_000);
    expect(dialogs).toBe(0);
  });
}

test.describe('with forced colours', () => {
  test.beforeEach(({ page }) => page.emulateMedia({ forcedColors: 'active' }));

  test('shapes, focus and the selected tab stay distinct in the popup', async ({ popup, page }) => {
    await popup.open('http-card');
    const canvas = await popup.paint('body', 'background-color');
    expect(await popup.paint('header svg path', 'stroke')).not.toBe(canvas);
    expect(await popup.paint('[role=tab][aria-selected=true]', 'border-bottom-color')).not.toBe(canvas);
    expect(await popup.paint('[aria-pressed=true]', 'background-color')).not.toBe(canvas);
    await page.keyboard.press('Tab');
    await expect(popup.focused).toHaveCSS('outline-style', 'solid');
  });
});

test.describe('with reduced motion', () => {
  test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }));

  test('nothing is animated in the popup', async ({ popup, page }) => {
    await popup.open('loading');
    await expect(page.locator('h1')).toHaveCSS('animation-name', 'none');
    await expect(page.locator('h1')).toHaveCSS('opacity', '1');
  });
});
