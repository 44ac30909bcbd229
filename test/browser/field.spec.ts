// The pages of the corpus "field", as its table expects, in one browser with several tabs.
import { prepareDeepCheck } from '../../scripts/browser/deep-check.ts';
import { isObserving } from '../../scripts/browser/observers.ts';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import type { OpenBrowser } from '../../scripts/browser/browser-options.ts';
import { judge, recordOf } from '../../scripts/browser/extension-records.ts';
import { settle } from '../../scripts/browser/settle.ts';
import { sleep, within } from '../../scripts/browser/until.ts';
import { FIELD_FOLDER, hasField, startField } from '../corpus/field-server.ts';
import type { FieldServer } from '../corpus/field-server.ts';
import { PAGE_CASES } from '../corpus/field-web.ts';
import type { PageCase } from '../corpus/field-web.ts';
import { expect, optionsFor, test } from './in-browser.ts';

const TABS = 4;
/** ms for one page to load and to reach the expected state; only a failing page takes so long. */
const LIMIT = 12_000;
const PATIENCE = 25_000;
/** ms without a change after which a page is at rest, longer than the delay of late reports. */
const QUIET = 2000;

if (!hasField())
  console.warn(`NOT TESTED: the cases from the field are not beside this checkout (${FIELD_FOLDER})`);
test.skip(!hasField(), `no ${FIELD_FOLDER}`);
test.describe.configure({ timeout: 900_000 });

let server: FieldServer;
let open: OpenBrowser;
const seen = new Map<PageCase, Promise<readonly string[]>>();

test.beforeAll(async ({ browserKind, lab }) => {
  server = await startField();
  const { caFile: _lab, ...options } = optionsFor(browserKind, lab);
  open = await openBrowser({ ...options, caFile: server.caFile, map: server.map });
  const lanes: Promise<unknown>[] = Array.from({ length: TABS }, () => Promise.resolve());
  for (const [index, one] of PAGE_CASES.filter(
    ({ browser }) => (browser ?? open.name) === open.name,
  ).entries()) {
    const visit = (lanes[index % TABS] ?? Promise.resolve()).then(() => faultsOf(one));
    lanes[index % TABS] = visit.catch(() => undefined);
    seen.set(one, visit);
  }
});
test.afterAll(async () => {
  await open.close();
  await server.close();
});

for (const one of PAGE_CASES) {
  const { number, folder, host, path = '', deep = false, browser } = one;
  test(`case ${number}: ${host ?? folder}${path}${deep ? ', deep' : ''}${browser === undefined ? '' : `, ${browser}`}`, async () => {
    const visit = seen.get(one);
    test.skip(visit === undefined, 'for another browser');
    const faults = (await visit) ?? [];
    if (one.pending !== undefined && faults.length > 0) {
      console.warn(`NOT YET: case ${number} (${folder}), ${one.pending}: ${faults.join('; ').slice(0, 300)}`);
      test.skip(true, one.pending);
    }
    expect(faults).toEqual([]);
  });
}

/** The differences from the table, once the page is at rest. */
async function faultsOf(one: PageCase): Promise<readonly string[]> {
  const { folder, path = '/', scheme = 'https', deep = false, says, saysNot } = one;
  const host = one.host ?? server.hostOf(folder);
  const tab = await open.newTab();
  try {
    if (deep) await prepareDeepCheck(open, tab.tabId, host);
    // Pages that navigate automatically interrupt the driver; a 401 waits for a password that no user enters.
    await within(open.goTo(tab.page, `${scheme}://${host}${path}`, LIMIT), LIMIT, null).catch(
      () => undefined,
    );
    await settle(
      {
        look: () => recordOf(open, tab.tabId),
        summarize: (record) => JSON.stringify([judge(record), record?.mixed]),
        isBusy: () => isObserving(open, tab.tabId),
        quiet: QUIET,
      },
      ({ seen: record, isSettled, passed }) =>
        // A page that never rests is compared in its current state.
        (isSettled || passed > LIMIT) && (compare(one, record).length === 0 || passed > PATIENCE),
      200,
    );
    const faults = compare(one, await recordOf(open, tab.tabId));
    return says === undefined && saysNot === undefined
      ? faults
      : [...faults, ...(await wordFaults(tab.tabId, one))];
  } finally {
    await within(tab.page.close(), LIMIT, null).catch(() => undefined);
  }
}

function compare(one: PageCase, record: Awaited<ReturnType<typeof recordOf>>): readonly string[] {
  const { state, findings } = judge(record);
  const ids = new Set(findings.map(({ id }): string => id));
  const entries = (record?.mixed ?? []).map(({ url, outcome }) => ({ url, outcome }));
  const told = (part: string) => entries.filter(({ url }) => url.includes(part));
  const faults = [
    ...(one.state !== undefined && one.state !== state ? [`state ${state}`] : []),
    ...(one.notState?.includes(state) === true ? [`state ${state}`] : []),
    ...(one.findings ?? []).filter((id) => !ids.has(id)).map((id) => `no ${id}`),
    ...(one.noFindings ?? []).filter((id) => ids.has(id)),
    ...(one.absent ?? []).flatMap((part) => told(part).map(({ url }) => `listed ${url}`)),
    ...(one.never ?? []).flatMap(({ part, outcomes }) =>
      told(part)
        .filter(({ outcome }) => outcomes.includes(outcome))
        .map(({ url, outcome }) => `${url} ${outcome}`),
    ),
  ];
  for (const { part, outcomes } of one.entries ?? []) {
    const found = told(part);
    if (found.length === 0) faults.push(`not listed: ${part}`);
    else if (outcomes !== undefined && !found.some(({ outcome }) => outcomes.includes(outcome)))
      faults.push(`${part}: ${found.map(({ outcome }) => outcome).join()}`);
  }
  return faults;
}

/** Expected texts that the popup does not show the owner, and forbidden ones that it shows. */
async function wordFaults(tabId: number, { says, saysNot }: PageCase): Promise<readonly string[]> {
  const popup = await open.openExtensionPage(`popup.html?tab=${tabId}`);
  const text = async (): Promise<string> => {
    // All disclosures are opened, in the owner's voice.
    await popup.evaluate(() => {
      for (const button of document.querySelectorAll('button'))
        if (button.getAttribute('aria-expanded') === 'false' || button.dataset['voice'] === 'owner')
          button.click();
    });
    return popup.evaluate(() => document.body.innerText);
  };
  try {
    // The popup shows something for every page: before that, nothing can be missing.
    const wanted = says ?? /HSTS|certificate/i;
    for (let time = 0; time < 80 && !wanted.test(await text()); time += 1) await sleep(250);
    const said = await text();
    return [
      ...(wanted.test(said) ? [] : [`the popup does not say ${String(wanted)}: ${said.slice(0, 400)}`]),
      ...(saysNot?.test(said) === true ? [`the popup says ${String(saysNot)}: ${said.slice(0, 400)}`] : []),
    ];
  } finally {
    await popup.close();
  }
}
