// The list of insecure requests in the popup: paging, filters, outlines, deep check, probes, fixes and export.
import { SERVER_FIXES, SERVERS } from '../../../lib/fix/server-fixes.ts';
import { expect, test } from './gallery-test.ts';

test('a list of thousands of insecure requests renders few elements', async ({ popup, page }) => {
  await popup.open('mixed-many');
  await popup.unfold();
  await expect(page.getByText('1 to 20 of 3,000')).toBeVisible();
  await expect(page.getByText('12,345 more sightings are not in this list')).toBeVisible();
  expect(await page.locator('*').count()).toBeLessThan(1500);
});

test('a long list is paged and filtered, and the focus is never lost', async ({ popup, page }) => {
  await popup.openContent('mixed-many');
  await popup.nextPage.focus();
  await page.keyboard.press('Enter');
  await expect(popup.focused).toHaveText('21 to 40 of 3,000');
  expect(await popup.firstNumber()).toBe('21');
  await page.getByRole('button', { name: /^Blocked/ }).click();
  await expect(page.getByText('1 to 20 of 429')).toBeVisible();
  await popup.listFilter.fill('cdn3.example.net');
  await expect(page.getByText(/^1 to 20 of 7\d$/)).toBeVisible();
  for (let turns = 0; turns < 3; turns += 1) await popup.nextPage.click();
  await expect(popup.nextPage).toHaveAttribute('aria-disabled', 'true');
  const last = await popup.firstNumber();
  // The button is marked as disabled, so Playwright presses it only when forced.
  await popup.nextPage.click({ force: true });
  expect(await popup.firstNumber()).toBe(last);
  await popup.listFilter.fill('nothing like this');
  await expect(page.getByText('Nothing in the list fits the filter.')).toBeVisible();
});

test('the worst entries come first, and an entry keeps its number', async ({ popup, page }) => {
  await popup.openContent('mixed-few');
  expect(await popup.shownNumbers()).toEqual(['1', '2', '9', '3', '4', '5', '6', '7', '8']);
  await page.getByRole('button', { name: /^Blocked/ }).click();
  expect(await popup.shownNumbers()).toEqual(['3', '4', '5']);
});

test('an entry is outlined on the page, and the list marks which one', async ({ popup, page }) => {
  await popup.openContent('mixed-few');
  await page.getByRole('button', { name: 'Show on page: number 7' }).click();
  expect(await popup.asked()).toBe('outline 0 image http://img.example.net/hero.jpg');
  await page.getByRole('button', { name: 'Show all on the page' }).click();
  expect(await popup.asked()).toBe('outline all');
  await popup.openContent('mixed-one-outlined');
  const shown = page.getByRole('button', { name: 'Show on page: number 7' });
  await expect(shown).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('Outlined on the page.', { exact: false })).toBeVisible();
  await shown.click();
  expect(await popup.asked()).toBe('outline none');
});

test('the deep check states what it does and why it could not begin', async ({ popup, page }) => {
  await popup.openContent('mixed-few', { access: 'refused' });
  await expect(
    page.getByText('It changes nothing in the page, and nothing leaves this device.', { exact: false }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Deep check' }).click();
  expect(await popup.asked()).toBe('deep-check');
  await expect(page.getByText('The check could not begin: the tab shows another page by now.')).toBeVisible();
});

test('a list from a deep check states that it is complete', async ({ popup, page }) => {
  await popup.openContent('mixed-deep-checked');
  await expect(
    page.getByText('this list is complete since the page was opened', { exact: false }),
  ).toBeVisible();
});

test('a probe names the hosts before it sends any request', async ({ popup, page }) => {
  await popup.open('mixed-few', { voice: 'owner', access: 'refused' });
  await page.getByRole('button', { name: 'Does https work there?' }).click();
  await expect(page.getByText('Asks 7 hosts over https', { exact: false })).toContainText(
    'For 8 addresses, with at most 16 requests.',
  );
  for (const host of ['tracker.example.org', 'files.example.com'])
    await expect(page.getByRole('list', { name: 'Hosts that would be asked' })).toContainText(host);
  await expect(page.getByText('1 address on a private network is not asked', { exact: false })).toBeVisible();
  expect(await popup.asked()).toBeNull();
  await page.getByRole('button', { name: 'Ask now' }).click();
  expect(await popup.asked()).toMatch(/^probe tracker\.example\.org shop\.example\.com /);
  await expect(
    page.getByText('Without access to these hosts they cannot be asked.', { exact: false }),
  ).toBeVisible();
});

test('a running probe shows its progress and can be stopped', async ({ popup, page }) => {
  await popup.open('mixed-probing', { voice: 'owner' });
  await expect(page.getByText('3 of 8 asked')).toBeVisible();
  await page.getByRole('button', { name: 'Stop asking' }).click();
  expect(await popup.asked()).toBe('cancel-probe');
});

test('the fix of every server is copied unchanged', async ({ popup, page }) => {
  await popup.open('mixed-few', { voice: 'owner' });
  await page.getByRole('button', { name: 'One header for the whole page' }).click();
  for (const name of SERVERS) {
    await page.getByLabel('For', { exact: true }).selectOption(name);
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    expect(await popup.asked()).toBe(`copy ${SERVER_FIXES[name]}`);
    expect(await popup.overflow(320), name).toBeLessThanOrEqual(0);
  }
});

test('the list is exported as Markdown and as CSV', async ({ popup, page }) => {
  await popup.open('mixed-probed', { voice: 'owner' });
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  expect(await popup.asked()).toContain('copy ## Requested over http\n');
  await page.getByRole('button', { name: 'Copy as CSV' }).click();
  expect(await popup.asked()).toContain('copy Old address,New address,');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  expect(await popup.asked()).toContain('save shop.example.com-http.csv \uFEFFOld address');
  await expect(page.getByText('Saved to your downloads.')).toBeVisible();
});
