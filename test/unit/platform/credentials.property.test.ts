// No user name and no password of any address is stored, painted, shown, copied, exported or printed, whether the address came from the page, the
// browser's events, or a user on the command line.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { redirectSighting, workerRequest } from '../../../lib/record/sightings/background-sighting.ts';
import { followRedirect, startNavigation } from '../../../lib/record/navigation.ts';
import { addBackgroundSighting } from '../../../lib/record/record-changes.ts';
import type { PageRecord } from '../../../lib/record/record.ts';
import { readAddressList } from '../../../lib/readiness/list.ts';
import { describeInspection, describeUnopened } from '../../../lib/report/inspect-json.ts';
import { writeMarkdown, writeSection } from '../../../lib/report/markdown.ts';
import { mixedReport, mixedTable } from '../../../lib/report/mixed-report.ts';
import { pageReport } from '../../../lib/report/page-report.ts';
import { writeCsv } from '../../../lib/text/csv.ts';
import { assess } from '../../../lib/verdict/assess.ts';
import { wordsIn } from '../../fixtures/built-messages.ts';
import { readHostName } from '../../../scripts/command-line.ts';
import { describeRow } from '../../../scripts/inspect/describe-row.ts';
import { readLoadError } from '../../../scripts/inspect/load-error.ts';
import {
  current,
  report,
  request,
  resetStage,
  stage,
  TAB,
  reportedCertificate,
  TOP,
  wake,
  way,
} from './writer-stage.ts';
import { ONLY_ASKED } from '../../../lib/record/sightings/received-report.ts';
import type { Sighting } from '../../../lib/record/sightings/received-report.ts';

const words = wordsIn('en');
const BROWSER = { name: 'Chrome', engine: 'chromium' } as const;
/** Part of every user name and password below, and of nothing else. */
const SECRET = 'Hu5hHu5h';

/** As a page or a user may write them: short, long enough to be cut, and with characters that the parser encodes. */
const credentials = fc
  .tuple(
    fc.constantFrom('', 'user', `${SECRET}user`),
    fc.constantFrom('', 'p', 'ö ', '@', '%2F', 'x'.repeat(3000), '*'),
    fc.constantFrom('', '!', '%40', '&=+'),
  )
  .map(([user, before, after]) => `${user}:${before}${SECRET}${after}`);

/** An address with credentials, as the URL parser spells it. */
const address = fc
  .tuple(
    fc.constantFrom('http', 'https', 'ws'),
    credentials,
    fc.constantFrom('shop.example', 'cdn.example', '192.168.0.7:8080'),
    fc.constantFrom('', '?q=a@b', '#part'),
  )
  .map(([scheme, user, host, end]) => new URL(`${scheme}://${user}@${host}/x${end}`).href);

const sighting = fc
  .tuple(
    address,
    address,
    fc.constantFrom('img src', 'form action', 'iframe src', 'a href', 'style', 'img-src', 'img'),
    fc.constantFrom('dom', 'sheet', 'timing', 'report', 'stop'),
  )
  .map(([url, source, what, via]): Sighting => ({
    ...ONLY_ASKED,
    url,
    what,
    via,
    source: { url: source.slice(0, 2048), line: 1, column: 1 },
  }));

/** Every view and export of a page. */
function shown(record: PageRecord): string {
  const verdict = assess(record);
  const browser = 'Chrome/156.0';
  const timings = { load: 1, settled: 1, total: 1 };
  const result = describeInspection({ url: record.url, browser, timings, error: null }, { record, verdict });
  return [
    JSON.stringify([record, verdict, result]),
    writeMarkdown(pageReport(words, { record, verdict, browser: BROWSER, madeAt: 0 })),
    writeSection(mixedReport(words, record, null)),
    writeCsv(mixedTable(words, record, null)),
    describeRow(result).join(),
  ].join('\n');
}

/** Everything that was stored, and that was painted at any time. */
function kept(): string {
  return [stage.area, stage.device]
    .flatMap(({ items }) => [...items].flat())
    .concat(stage.painted.map(shown))
    .join('\n');
}

it('of a page, its navigation, its frames and its requests', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(address, { minLength: 4, maxLength: 4 }),
      fc.array(sighting, { maxLength: 6 }),
      async ([page = '', hop = '', frame = '', base = ''], sightings) => {
        resetStage();
        await wake().navigate(way('r'), () =>
          followRedirect(startNavigation('r', hop, 1), { url: hop, to: page, status: 302, internal: false }),
        );
        await wake().connect(request('r', page), {
          certificate: reportedCertificate('secure'),
          override: null,
        });
        const parts = { sightings, base: base.slice(0, 2048), openedAs: page };
        await wake().report(report('a', parts), { ...TOP, url: page });
        await wake().report(report('f', parts), { ...TOP, frameId: 4, url: frame });
        await wake().reportUnreadable(
          { type: 'unreadable', documentId: null },
          { ...TOP, frameId: 5, url: frame },
        );
        for (const seen of [
          workerRequest(frame, hop),
          redirectSighting({ type: 'image', from: hop, to: page, frameId: 7, frameUrl: frame }),
        ])
          await wake().amend(TAB, (record) => addBackgroundSighting(record, seen, 0, true, 'chromium'));
        expect(await current()).toMatchObject({
          navigation: { requestId: 'r' },
          certificates: [{ connection: { state: 'secure' } }],
        });
        expect(kept()).not.toContain(SECRET);
      },
    ),
    { numRuns: 150 },
  ));

it('of a page that was not opened', () =>
  fc.assert(
    fc.asyncProperty(
      address,
      fc.constantFrom(
        'net::ERR_CONNECTION_CLOSED',
        'net::ERR_CERT_DATE_INVALID',
        'net::ERR_TOO_MANY_REDIRECTS',
      ),
      async (url, code) => {
        resetStage();
        const secure = url.replace(/^\w+/, 'https');
        await wake().fail(TAB, secure, code);
        // The browser shows its warning under the http address.
        await wake().settle(TAB, secure.replace('https', 'http'), false);
        await wake().settle(TAB, url, false);
        await wake().showErrorPage(TAB, url, false, true);
        expect(kept()).not.toContain(SECRET);
      },
    ),
    { numRuns: 100 },
  ));

/** As a user may type an address: with too few slashes, with white space, without a scheme, wrong. */
const typed = fc
  .tuple(
    fc.constantFrom(
      'http://',
      'https:',
      ' https:\\\\',
      'ftp://',
      'view-source:http://',
      '',
      '//',
      'htps://',
      'ht\ttp://',
    ),
    credentials,
    fc.constantFrom(
      '@shop.example/',
      '@[::1',
      '@two words/',
      '＠shop.example',
      '@shop.example:99999/a@b',
      '@',
    ),
  )
  .map((parts) => parts.join(''));

it('that a user passes on the command line or in a list', () =>
  fc.assert(
    fc.property(typed, (text) => {
      const driver = new Error(`Protocol error: Cannot navigate to ${text}`);
      const page = { url: text, browser: 'Chrome/156.0', timings: { load: null, settled: null, total: 1 } };
      const results = [
        describeUnopened(text, { kind: 'address', message: driver.message }),
        describeInspection({ ...page, error: readLoadError(driver, 1000, text) }, null),
      ];
      const printed = [
        JSON.stringify(results),
        ...results.flatMap(describeRow),
        // A list is split at white space, and text before a colon is a label there.
        text.includes('//') ? JSON.stringify(readAddressList(text.replace(/\s/g, ''))) : '',
      ];
      try {
        printed.push(readHostName('--host', text));
      } catch (error) {
        printed.push(String(error));
      }
      expect(printed.join('\n')).not.toContain(SECRET);
    }),
    { numRuns: 500 },
  ));
