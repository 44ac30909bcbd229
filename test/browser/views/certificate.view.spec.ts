// The certificate in the popup: coverage of a host, export, and the look-up in public logs.
import { expect, test } from './gallery-test.ts';

test('a certificate answers whether it would cover a host', async ({ popup, page }) => {
  await popup.openCertificate('certificate-ov');
  const field = page.getByLabel('Would it cover …?');
  const answers = [
    ['img.example.com', 'Yes: by *.example.com'],
    ['example.com', 'No: *.example.com never covers the name itself'],
    ['a.b.example.com', 'No: *.example.com covers one level only'],
    ['example.net', 'No: a domain that is not in the list'],
    ['192.0.2.7', 'No: this address is not in the list'],
    ['not a host', 'This is no host name or address.'],
  ] as const;
  for (const [host, answer] of answers) {
    await field.fill(host);
    await expect(page.getByText(answer, { exact: true })).toBeVisible();
  }
  await field.fill('');
  await expect(page.getByText('This is no host name or address.')).toHaveCount(0);
});

test('a certificate is copied and saved as PEM, alone and with its chain', async ({ popup, page }) => {
  await popup.openCertificate('certificate-ov');
  await page.getByRole('button', { name: 'Copy as PEM' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const pem = (await popup.asked()) ?? '';
  expect(pem).toMatch(/^copy -----BEGIN CERTIFICATE-----\n[\w+/=\n]+\n-----END CERTIFICATE-----\n?$/);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  expect(await popup.asked()).toBe(pem.replace('copy ', 'save shop.example.com.pem '));
  await page.getByRole('button', { name: 'Save with chain' }).click();
  expect((await popup.asked())?.match(/BEGIN CERTIFICATE/g)).toHaveLength(3);
  await page.getByRole('button', { name: 'Copy fingerprint' }).click();
  expect(await popup.asked()).toMatch(/^copy [0-9a-f]{64}$/);
});

test('a certificate that the clipboard refuses is reported', async ({ popup, page }) => {
  await popup.openCertificate('certificate-ov', { copy: 'refused' });
  await page.getByRole('button', { name: 'Copy as PEM' }).click();
  await expect(page.getByText('The browser did not let it into the clipboard.')).toBeVisible();
});

test('a look-up states what it sends, and what a refusal means', async ({ popup, page }) => {
  await popup.openCertificate('clean-implied', { access: 'refused' });
  await expect(page.getByText('Sends the name shop.example.com to api.certspotter.com.')).toBeVisible();
  expect(await popup.asked()).toBeNull();
  await page.getByRole('button', { name: 'Look up this host' }).click();
  expect(await popup.asked()).toBe('look-up shop.example.com');
  await expect(
    page.getByText('Without access to api.certspotter.com the look-up cannot be made.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Copy address' }).click();
  expect(await popup.asked()).toBe('copy chrome://flags/#web-request-security-info');
});
