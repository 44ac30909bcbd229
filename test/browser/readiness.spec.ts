// The mini-program check on real pages: what a click reads from a page, without any network request.
import { recordOf } from '../../scripts/browser/extension-records.ts';
import { expect, test } from './in-browser.ts';
import { clickButton, textOf } from './form-controls.ts';

test('the hosts that a page contacted are checked, and its filing number is shown', async ({
  open,
  lab,
  tab,
}) => {
  await tab.page.goto('https://mixed.lab.test/');
  await expect.poll(async () => (await recordOf(open, tab.tabId))?.mixed.length).toBe(1);
  await tab.page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://beian.miit.gov.cn/';
    link.textContent = '粤ICP备2021012345号-1';
    document.body.append(link, '京公网安备11000002000001号');
  });
  const options = await open.openExtensionPage(`options.html?tab=${tab.tabId}#https-needed`);
  await expect.poll(() => textOf(options)).toContain('mixed.lab.test');
  await expect.poll(() => options.evaluate(() => document.activeElement?.id)).toBe('https-needed');
  const asked = lab.hits.length;
  await clickButton(options, 'Check this page');
  await expect.poll(() => textOf(options)).toContain('粤ICP备2021012345号-1');
  const text = await textOf(options);
  expect(text).toContain('The page links the ministry’s site');
  expect(text).not.toContain('11000002000001');
  // The page requested the image over http, whatever the browser did with it.
  expect(text).toMatch(/Rule 2: https and wss only[^]*Address: http:\/\//);
  // No registry assigns names under .test.
  expect(text).toMatch(/mixed\.lab\.test\s+Not allowed\s+Rule 5/);
  expect(lab.hits.length).toBe(asked);
  await options.close();
});

test('a closed page is no longer offered, and a list is checked without any page', async ({ open }) => {
  const tab = await open.newTab();
  await tab.page.goto('https://clean.lab.test/');
  await expect.poll(async () => (await recordOf(open, tab.tabId))?.observed).toBe(true);
  const options = await open.openExtensionPage(`options.html?tab=${tab.tabId}`);
  await expect.poll(() => textOf(options)).toContain('clean.lab.test');
  await tab.page.close();
  await expect.poll(() => textOf(options)).toContain('To check a page, open it');
  await options.focus('textarea');
  await options.keyboard.type('https://shop.example.com\nhttp://cdn.example.net/a.js\n');
  await clickButton(options, 'Check the list');
  await expect.poll(() => textOf(options)).toContain('1 host is not allowed as it is.');
  expect(
    await options.evaluate(() => Array.from(document.querySelectorAll('textarea'), ({ value }) => value)),
  ).toContain('openssl s_client -connect shop.example.com:443 -servername shop.example.com -showcerts');
  await options.close();
});
