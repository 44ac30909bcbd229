import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import { prepareDeepCheck } from '../../scripts/browser/deep-check.ts';
import { recordOf } from '../../scripts/browser/records.ts';
import { sleep } from '../../scripts/browser/until.ts';
import { describeMixedEntry } from '../../lib/report/inspect-mixed.ts';
import { startCorpus } from './pages.ts';
const [browser, mode, out, filter, ports = '8281'] = process.argv.slice(2) as [
  'chromium' | 'firefox',
  string,
  string,
  string?,
  string?,
];
const corpus = await startCorpus([Number(ports), Number(ports) + 1]);
const open = await openBrowser({
  browser,
  extensionDir: join(
    import.meta.dirname,
    '..',
    '..',
    '.output',
    browser === 'firefox' ? 'firefox-mv3' : 'chrome-mv3',
  ),
  headless: true,
  caFile: corpus.caFile,
  map: corpus.map,
  ...(browser === 'firefox' ? { preferences: { 'extensions.webextOptionalPermissionPrompts': false } } : {}),
});
const results: unknown[] = [];
const queue = corpus.pages.filter((p) => !filter || new RegExp(filter).test(p.id)).slice();
const work = async () => {
  for (let p = queue.shift(); p; p = queue.shift()) {
    const tab = await open.newTab();
    try {
      if (mode === 'deep') await prepareDeepCheck(open, tab.tabId, new URL(p.url).hostname);
      await open.goTo(tab.page, p.url, 20000).catch(() => {});
      await sleep(p.settle ?? 900);
      for (const act of p.act ?? []) {
        await tab.page.evaluate(act).catch(() => {});
      }
      let last = '',
        quiet = 0,
        rec = null as Awaited<ReturnType<typeof recordOf>>;
      for (let i = 0; i < 60 && quiet < 12; i++) {
        await sleep(100);
        rec = await recordOf(open, tab.tabId);
        const t = JSON.stringify(rec?.mixed);
        quiet = t === last ? quiet + 1 : 0;
        last = t;
      }
      results.push({
        id: p.id,
        type: p.type,
        mode: p.mode,
        expect: p.expect,
        status: p.status,
        truth: p.insecureUrls,
        deep: rec?.deepChecked,
        mixed: rec?.mixed.map(describeMixedEntry),
      });
    } catch (e) {
      results.push({ id: p.id, error: String(e) });
    }
    await tab.page.close().catch(() => {});
  }
};
await Promise.all([1, 2, 3, 4].map(work));
writeFileSync(out, results.map((r) => JSON.stringify(r)).join('\n'));
await open.close();
corpus.close();
console.log(results.length);
