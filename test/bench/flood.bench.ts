// The cost of the extension for a page that causes thousands of violations: four contenders in turn, in one run, so that other load affects
// all of them; only ratios are quoted.
//
//   npm run bench:flood -- --rounds 5
import { parseArgs } from 'node:util';
import { prepareDeepCheck } from '../../scripts/browser/deep-check.ts';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import type { OpenBrowser } from '../../scripts/browser/browser-options.ts';
import { startLab } from '../lab/lab.ts';
import { OUTPUT } from './contenders.ts';
import { FLOOD, flood, FLOOD_OF_ITS_OWN, FLOOD_OF_STYLES, FLOODS } from './flood-page.ts';
import type { Fare } from './flood-page.ts';
import { median, spread } from './statistics.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const SECONDS = 10;

const lab = await startLab({ groups: [FLOODS] });
const common = { browser: 'chromium', headless: true, caFile: lab.caFile, map: lab.map } as const;
const bare = await openBrowser({ ...common, extensionDir: null });
const own = await openBrowser({ ...common, extensionDir: OUTPUT });

interface Contender {
  readonly title: string;
  readonly open: OpenBrowser;
  readonly url: string;
  readonly deep: boolean;
  readonly fares: Fare[];
}
const contender = (title: string, open: OpenBrowser, url: string, deep = false): Contender => ({
  title,
  open,
  url,
  deep,
  fares: [],
});
/** The first of each group is the baseline of the others. */
const GROUPS: readonly (readonly Contender[])[] = [
  [
    contender('unencrypted loads, reported by the page’s own policy, no extension', bare, FLOOD_OF_ITS_OWN),
    contender('the same, with the extension', own, FLOOD_OF_ITS_OWN),
    contender('unencrypted loads under the deep check', own, FLOOD, true),
    contender('unencrypted loads, with the extension, no policy', own, FLOOD),
    contender('unencrypted loads, no policy, no extension', bare, FLOOD),
  ],
  [
    contender('style attributes, stopped by the page’s own policy, no extension', bare, FLOOD_OF_STYLES),
    contender('the same, with the extension', own, FLOOD_OF_STYLES),
  ],
];

async function run({ open, url, deep, fares }: Contender): Promise<void> {
  const { page, tabId } = await open.newTab();
  if (deep) await prepareDeepCheck(open, tabId, new URL(url).hostname);
  await open.goTo(page, url, 30_000);
  fares.push(await flood(page, SECONDS));
  await page.close();
}

function describe({ title, fares }: Contender, base: readonly Fare[]): string {
  const ratios = fares.map(({ caused }, round) => (base[round]?.caused ?? NaN) / caused);
  const of = (part: keyof Fare): string => median(fares.map((fare) => fare[part])).toFixed(0);
  return (
    `${title.padEnd(72)} ×${median(ratios).toFixed(2)} time per violation (middle half ${spread(ratios, 2)}); ` +
    `${of('caused')} in ${SECONDS} s, ${of('blocked')} ms blocked, longest task ${of('longest')} ms`
  );
}

try {
  console.log(`${own.version}, ${values.rounds} rounds of ${SECONDS} s, in turn`);
  for (const group of GROUPS) {
    for (let round = 0; round < Number(values.rounds); round += 1)
      for (let turn = 0; turn < group.length; turn += 1) {
        const next = group[(round + turn) % group.length];
        if (next !== undefined) await run(next);
      }
    for (const each of group) console.log(describe(each, group[0]?.fares ?? []));
  }
} finally {
  await bare.close();
  await own.close();
  await lab.close();
}
