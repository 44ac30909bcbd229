// In Chromium with its certificate feature: the scenarios where what it reports makes a difference. Of all other pages it reports the lab's usual
// certificate, which it does not report; Firefox, which reports certificates too, walks them.
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import type { OpenBrowser } from '../../scripts/browser/browser-options.ts';
import { isAboutCertificates } from '../lab/scenario.ts';
import { asked } from './asked.ts';
import { optionsFor, test } from './in-browser.ts';
import { allScenarios, check, runnable, walk } from './walk.ts';
import type { Walked } from './walk.ts';

// Some wait for the walk to end.
test.describe.configure({ timeout: 900_000 });

let browser: OpenBrowser;
let walked: ReadonlyMap<string, Promise<Walked>>;
test.beforeAll(async ({ lab, browserKind }) => {
  browser = await openBrowser(optionsFor(browserKind, lab));
  walked = walk(browser, runnable(asked(lab.scenarios), browser).filter(isAboutCertificates));
});
test.afterAll(() => browser.close());

for (const { id, title, browsers } of allScenarios().filter(isAboutCertificates)) {
  test(`${id}: ${title}`, () => {
    test.skip(browsers?.includes(browser.name) === false, `${browser.name} cannot open this page`);
    return check(walked.get(id));
  });
}
