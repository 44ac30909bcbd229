// The settings among the options: language, notice, the look-up's server and the values set by policy.
import { expect, test } from './gallery-test.ts';

test('a changed setting is shown at once', async ({ options, page }) => {
  await options.open('muted-sites');
  const notice = page.getByRole('checkbox').first();
  await notice.check();
  await expect(notice).toBeChecked();
  await page.getByRole('button', { name: 'Show the notice again on printer.example' }).click();
  await expect(page.getByText('printer.example')).toHaveCount(0);
  await expect(page.getByText('xn--bcher-kva.example')).toBeVisible();
  await page.getByRole('radio', { name: '中文（简体）' }).check();
  await expect(page.locator('h1')).toHaveText('选项');
});

test('a setting that the browser does not save is reported and unchanged', async ({ options, page }) => {
  await options.open('default', { save: 'refused' });
  const notice = page.getByRole('checkbox').first();
  await notice.click();
  await expect(page.getByText('The browser did not save this. Try again.')).toBeVisible();
  await expect(notice).toBeChecked();
});

test('the server of the look-up is changed, and a wrong address changes nothing', async ({
  options,
  page,
}) => {
  await options.open('default');
  const field = options.lookUpServer;
  await expect(field).toHaveValue('https://api.certspotter.com/v1/issuances');
  await field.fill('http://logs.example/');
  await field.press('Enter');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('This is no address that can be asked.')).toBeVisible();
  await expect(field).toHaveValue('http://logs.example/');
  expect(await options.findBarriers(), 'barriers with an error').toEqual([]);
  await field.fill('https://logs.example/v1');
  await field.blur();
  await expect(page.getByText('This is no address that can be asked.')).toHaveCount(0);
  await page.getByRole('button', { name: 'Use the default' }).click();
  await expect(field).toHaveValue('https://api.certspotter.com/v1/issuances');
});

test('settings that an organisation decides cannot be changed', async ({ options, page }) => {
  await options.open('managed');
  await expect(page.getByText('Your organisation decided some of these settings.')).toBeVisible();
  await expect(options.lookUpServer).toBeDisabled();
  await expect(page.getByRole('checkbox').first()).toBeDisabled();
});

test('the diagnostics are copied as plain text, and cleared', async ({ options, page }) => {
  await options.open('with-diagnostics');
  const card = page.getByRole('group', { name: 'Diagnostics' });
  await expect(card.getByText('4 problems')).toBeVisible();
  await card.getByRole('button', { name: 'Copy' }).click();
  await expect(card.getByText('Copied.')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute(
    'data-asked',
    /^copy HTTPS Trust Inspector 1\.2\.3\nExample\/1\.0\n/,
  );
  await expect(page.locator('html')).toHaveAttribute(
    'data-asked',
    /No tab with id: 7\. at background\.js:1:234 \(2×\)/,
  );
  await card.getByRole('button', { name: 'Clear' }).click();
  await expect(card.getByText('No problems')).toBeVisible();
  await expect(card.getByRole('button', { name: 'Clear' })).toHaveCount(0);
});

test('diagnostics that could not be cleared stay', async ({ options, page }) => {
  await options.open('with-diagnostics', { save: 'refused' });
  const card = page.getByRole('group', { name: 'Diagnostics' });
  await card.getByRole('button', { name: 'Clear' }).click();
  await expect(card.getByText('Could not be cleared.')).toBeVisible();
  await expect(card.getByText('4 problems')).toBeVisible();
});
