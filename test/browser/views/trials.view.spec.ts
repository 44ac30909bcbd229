// The trials among the options: noting one, deciding, exporting and deleting.
import { expect, test } from './gallery-test.ts';

test('a trial is noted with the keyboard, decided, exported and deleted', async ({ options, page }) => {
  await options.open('with-trials');
  const site = options.trialSite;
  await site.fill('no host!');
  await site.press('Enter');
  await expect(page.getByText('This is no host name.')).toBeVisible();
  await expect(site).toHaveAttribute('aria-invalid', 'true');
  await site.fill('new.example.com');
  await page.getByLabel('Started on').fill('2026-09-30');
  await site.press('Enter');
  await expect(page.getByText('Started Sep 30, 2026, ends Dec 30, 2026')).toBeVisible();
  await expect(site).toHaveValue('');
  await page.getByRole('button', { name: 'Calendar entry for new.example.com' }).click();
  expect(await options.asked()).toContain('save trial-new.example.com.ics BEGIN:VCALENDAR');
  await page.getByRole('button', { name: 'When it ends' }).last().click();
  await page.getByRole('button', { name: 'I have replaced it' }).click();
  await expect(page.getByText('Replaced. No more reminders.')).toBeVisible();
  await page.getByRole('button', { name: 'Allow notifications' }).click();
  await expect(page.getByText('Notifications were not allowed.')).toBeVisible();
  await page.getByRole('button', { name: 'Export as JSON' }).first().click();
  expect(await options.asked()).toContain('"endsOn": "2026-12-30"');
  await page.getByRole('button', { name: 'Delete all' }).click();
  expect(await options.findBarriers(), 'barriers while it asks').toEqual([]);
  await page.getByRole('button', { name: 'Keep them' }).click();
  await page.getByRole('button', { name: 'Delete all' }).click();
  await page.getByRole('button', { name: 'Yes, delete' }).click();
  await expect(page.getByText('No trial is noted.')).toBeVisible();
});

test('a trial that the browser does not save stays in its form, with the error', async ({
  options,
  page,
}) => {
  await options.open('with-trials', { save: 'refused' });
  await options.trialSite.fill('new.example.com');
  await page.getByRole('button', { name: 'Note this trial' }).click();
  // One error is beside the form; the other, at the top, is about the draft that could not be kept.
  await expect(page.getByRole('alert').filter({ hasText: 'did not save' })).toHaveCount(2);
  await expect(options.trialSite).toHaveValue('new.example.com');
});
