// The campaigns among the options: links, QR codes and counts.
import { expect, test } from './gallery-test.ts';

test('a campaign gets a link and a QR code per channel', async ({ options, page }) => {
  await options.open('campaigns');
  await page.getByLabel('Campaign', { exact: true }).fill('autumn 2026');
  await page.getByLabel('Channel').selectOption('print');
  await page.getByRole('button', { name: 'Copy link: Basic, DV' }).click();
  expect(await options.asked()).toBe(
    'copy https://seller.example/try?plan=basic&level=DV&years=1&lang=en&utm_source=print&utm_medium=qr&utm_campaign=autumn%202026',
  );
  await expect(page.getByRole('link', { name: 'Open to test: Basic, DV' })).toHaveAttribute(
    'rel',
    'noopener noreferrer',
  );
  await page.getByRole('button', { name: 'QR code' }).first().click();
  await page.getByRole('button', { name: 'Save as SVG' }).click();
  expect(await options.asked()).toMatch(/^save print-basic-DV\.svg <svg xmlns/);
  await page.getByRole('button', { name: 'Copy all channels as CSV' }).click();
  expect((await options.asked())?.split('\r\n')).toHaveLength(22);
});

test('counts are shown by campaign and day, exported and cleared', async ({ options, page }) => {
  await options.open('campaigns');
  await page.getByRole('button', { name: 'By campaign and day' }).click();
  await expect(page.getByText('campaign <img src=x onerror=alert(1)>⟨U+202E⟩')).toBeVisible();
  await page.getByRole('button', { name: 'Export as CSV' }).click();
  expect(await options.asked()).toContain('2026-10-11,autumn,31,12,3');
  await page.getByRole('button', { name: 'Clear counts' }).click();
  await expect(page.getByText('Nothing was counted.')).toHaveCount(3);
});

test('without a sign-up address there is no campaign link', async ({ options, page }) => {
  await options.open('campaigns-unset');
  await expect(page.getByText('No sign-up address is set.')).toBeVisible();
});
