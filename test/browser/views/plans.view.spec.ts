// The plans among the options: from a site's hosts to a plan, its price and its trial.
import { expect, test } from './gallery-test.ts';

test('a site is followed to its plan with the keyboard alone', async ({ options, page }) => {
  await options.open('site-single-host');
  await expect(options.matchingPlan).toHaveText('Basic, DV');
  await page.getByLabel('Another host').focus();
  await page.keyboard.type('shop.example.com');
  await page.keyboard.press('Enter');
  await expect(options.matchingPlan).toHaveText('Advanced, DV wildcard');
  await page.getByRole('checkbox', { name: /^shop\.example\.com/ }).focus();
  await page.keyboard.press('Space');
  await expect(options.matchingPlan).toHaveText('Basic, DV');
  await page.getByRole('slider', { name: 'Term' }).focus();
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('slider')).toHaveAttribute('aria-valuetext', '3 years');
  await expect(page.getByText('CN¥700', { exact: true }).last()).toBeVisible();
  await page.getByRole('radio', { name: 'Price below: Basic, DV' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: 'What a term costs: Standard, DV' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(options.focused).toHaveCSS('outline-style', 'solid');
});

test('an invalid host stays in its field, with the reason', async ({ options, page }) => {
  await options.open('default');
  await options.site.fill('no host');
  await options.site.press('Enter');
  await expect(options.site).toHaveAttribute('aria-invalid', 'true');
  await expect(options.site).toHaveValue('no host');
  await expect(page.getByText('This is no host name or address.')).toBeVisible();
  expect(await options.findBarriers(), 'barriers with an error').toEqual([]);
  await options.site.fill('https://shop.example.com:8443/basket');
  await options.site.press('Enter');
  await expect(page.getByRole('checkbox', { name: /^shop\.example\.com/ })).toBeChecked();
});

test('without a sign-up address there is a text that requests the trial, and no link', async ({
  options,
  page,
}) => {
  await options.open('site-single-host');
  await expect(options.sellerLink).toHaveCount(0);
  await page.getByRole('button', { name: 'Ask the seller for the trial' }).click();
  const request = page.getByLabel('Text of the request');
  await expect(request).toHaveValue(/free of charge for 3 months: Basic, DV\. .* 1 year\.$/);
  await options.tellSeller.check();
  await expect(request).toHaveValue(/It is for example\.com\.$/);
  await page.getByRole('button', { name: 'Copy text' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  expect(await options.asked()).toBe(`copy ${await request.inputValue()}`);
  await expect(page.getByRole('link', { name: 'Write a mail' })).toHaveAttribute(
    'href',
    /^mailto:\?subject=/,
  );
});

test('the trial link is shown in full, and contains the domain only when ticked', async ({
  options,
  page,
}) => {
  await options.open('site-five-hosts');
  const base = 'https://seller.example/trial?plan=advanced&level=DV&years=3&lang=en';
  await expect(options.sellerLink).toHaveAttribute('href', base);
  await expect(options.sellerLink).toHaveAttribute('rel', 'noopener noreferrer');
  await expect(page.getByText(base, { exact: true })).toBeVisible();
  await options.tellSeller.check();
  await expect(options.sellerLink).toHaveAttribute('href', `${base}&site=example.com`);
  // No address contains the observed hosts or pages.
  await expect(page.locator('a[href*="shop"]')).toHaveCount(0);
});

test('a hostile catalogue is shown as text', async ({ options, page }) => {
  await options.open('site-imported-hostile');
  await options.unfold();
  await expect(page.locator('img, script:not([src])')).toHaveCount(0);
  const text = await page.locator('main').innerText();
  expect(text).toContain('<img src=x onerror=alert(1)>');
  expect(text).toContain('⟨U+202E⟩');
  expect(text).not.toMatch(/[\p{Cf}\u200B]/u);
  const href = await options.sellerLink.getAttribute('href');
  expect(new URL(href ?? '').origin).toBe('https://seller.example');
});

test('a forbidden sign-up address is named, and changes nothing', async ({ options, page }) => {
  await options.open('default');
  const field = options.signUpAddress;
  for (const [address, fault] of [
    ['http://seller.example/', 'it must begin with https://'],
    ['https://seller.example/?u={url}', 'there is no placeholder of this name'],
    ['https://me@seller.example/', 'it may not contain a user name'],
  ] as const) {
    await field.fill(address);
    await field.press('Enter');
    await expect(page.getByText(fault)).toBeVisible();
  }
  expect(await options.findBarriers(), 'barriers with an error').toEqual([]);
  await expect(options.sellerLink).toHaveCount(0);
  await field.fill('https://seller.example/{plan}');
  await field.press('Enter');
  await expect(options.sellerLink).toHaveAttribute('href', 'https://seller.example/basic');
});

for (const state of ['site-five-hosts', 'site-two-levels', 'site-government']) {
  test(`the options fit when enlarged to 200 %: ${state}`, async ({ options, page }) => {
    await options.open(state, { lang: 'zh_CN' });
    await options.unfold();
    // A window of 1280 by 1024 pixels, enlarged to twice the size.
    expect.soft(await options.overflow(640), state).toBeLessThanOrEqual(0);
    await expect(page.getByRole('slider')).toBeVisible();
  });
}

test('offers that the organisation hides leave no trace in the options', async ({ options, page }) => {
  await options.open('offers-hidden');
  await expect(page.getByRole('heading', { name: 'Matching plan' })).toHaveCount(0);
});
