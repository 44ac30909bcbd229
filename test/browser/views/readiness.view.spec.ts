// The mini-program check among the options: of an open page and of a typed list of addresses.
import { expect, test } from './gallery-test.ts';
import { LANGUAGES } from '../../../lib/text/language.ts';
import { wordsIn } from '../../fixtures/built-messages.ts';

for (const { id: lang } of LANGUAGES) {
  test(`the mini-program check is complete, fits and is accessible: ${lang}`, async ({ options, page }) => {
    await options.open('with-a-page', { lang, theme: 'light' });
    await page.getByRole('button', { name: wordsIn(lang).text('readiness_page_check') }).click();
    await expect(options.section('https-needed').getByRole('status').first()).toHaveText(/3/);
    expect(await options.leftovers(), 'leftovers').toEqual([]);
    expect(await options.overflow(320), 'wider than 320 px').toBeLessThanOrEqual(0);
    expect(await options.findBarriers(), 'barriers').toEqual([]);
    await options.useDarkTheme();
    expect(await options.findBarriers(['color-contrast']), 'barriers in the dark theme').toEqual([]);
  });
}

test('the result for a page is copied as lists, CSV and JSON', async ({ options, page }) => {
  await options.open('with-a-page');
  await page.getByRole('button', { name: 'Check this page' }).click();
  const lists = page.getByRole('textbox', { name: 'request, uploadFile, downloadFile' });
  await expect(lists).toHaveValue(
    /^https:\/\/img\.example\.com:8443\nhttps:\/\/[^]*\nhttps:\/\/shop\.example\.com$/,
  );
  await page.getByRole('button', { name: 'Copy as CSV' }).click();
  expect(await options.asked()).toContain(
    'wechat-mini-program,cdn.example.net,request,not-allowed,2 encrypted,',
  );
  await page.getByRole('button', { name: 'Copy as JSON' }).click();
  expect(await options.asked()).toContain('"ruleSet": "wechat-mini-program"');
});

test('a typed list is checked line by line, and a line that is no address is named', async ({
  options,
  page,
}) => {
  await options.open('with-a-page');
  await page.getByRole('button', { name: 'Check this page' }).click();
  const field = page.getByLabel('Addresses, one a line');
  await page.getByRole('button', { name: 'Check the list' }).click();
  await expect(page.getByText('There is no address in the list yet.')).toBeVisible();
  await field.fill('https://a.example.com/\n<img src=x onerror=alert(1)>\n');
  await page.getByLabel('Registered in the console already (optional)').fill('https://example.com');
  await page.getByRole('button', { name: 'Check the list' }).click();
  await expect(page.getByText('Rule 7: Every host by itself')).toBeVisible();
  await expect(page.getByText('Line 2: <img src=x onerror=alert(1)>')).toBeVisible();
});

test('a page that cannot be read is reported', async ({ options, page }) => {
  await options.open('with-a-page', { read: 'refused' });
  await page.getByRole('button', { name: 'Check this page' }).click();
  await expect(page.getByText('The page could not be read.')).toBeVisible();
});
