// The single writer, with a new worker before every step: no state may exist outside of the store.
import { beforeEach, describe, expect, it } from 'vitest';
import {
  ARRIVAL,
  receiveHeaders,
  followRedirect,
  startNavigation,
} from '../../../../../lib/record/navigation.ts';
import type { PageRecord } from '../../../../../lib/record/record.ts';
import { NO_FIELDS } from '../../../../../lib/record/sightings/observer-report.ts';
import { SessionStore } from '../../../../../lib/platform/background/record/session-store.ts';
import { assess } from '../../../../../lib/verdict/assess.ts';
import { ANSWER, current, open, report, resetStage, stage, TAB, TOP, wake, way } from '../../writer-stage.ts';
import type { Navigation } from '../../../../../lib/record/navigation-record.ts';
import { expectFrames } from '../../../../../lib/record/frame-changes.ts';

function checkDeeply(record: PageRecord): PageRecord {
  return { ...record, deepChecked: true };
}

beforeEach(resetStage);

describe('a page over a redirect', () => {
  it('keeps its navigation, its headers and its fields when the worker is stopped between all steps', async () => {
    const url = 'https://example.com/home';
    await wake().navigate(way('r'), () => startNavigation('r', 'http://example.com/home', 1));
    await wake().navigate(
      way('r'),
      (known) => known && followRedirect(known, { url: known.url, to: url, status: 301, internal: false }),
    );
    await wake().navigate(way('r'), (known) => known && receiveHeaders(known, ANSWER));
    expect(await wake().report(report('a'), { ...TOP, url })).toBe(true);
    await wake().report(report('a', { fields: { ...NO_FIELDS, password: 1 } }), { ...TOP, url });
    await wake().report(report('f', { fields: { ...NO_FIELDS, card: 2 } }), {
      ...TOP,
      frameId: 4,
      url: 'https://pay.example/',
    });
    const record = await current();
    expect(record?.navigation?.hops.map((hop) => hop.url)).toEqual(['http://example.com/home']);
    expect(record?.frames['0']?.fields.password).toBe(1);
    expect(record?.frames['4']?.fields.card).toBe(2);
    expect(record && assess(record).findings.map(({ id }) => id)).toEqual(['insecure-start', 'hsts-missing']);
  });

  it('without a connection that the browser must have reported was not seen completely', async () => {
    const headers = {
      hsts: { maxAge: 31_536_000, includeSubDomains: false, preload: false },
      invalidHsts: null,
      hstsCount: 1,
      upgradesInsecureRequests: false,
      stopsForms: false,
      deepKey: null,
    };
    const answer = (): Navigation =>
      receiveHeaders(startNavigation('r', 'https://example.com/', 1), {
        status: 200,
        fromCache: false,
        headers,
      });
    const gapsAfter = async (needsConnection: boolean): Promise<readonly string[]> => {
      resetStage();
      await wake().navigate(way('r'), answer, needsConnection);
      await wake().report(report('a'), { ...TOP, url: 'https://example.com/' });
      const record = await current();
      return record === null ? ['no record'] : assess(record).gaps.map(({ kind }) => kind);
    };
    expect(await gapsAfter(true)).toEqual(['navigation-not-seen']);
    expect(await gapsAfter(false)).toEqual([]);
  });

  it('gets its headers also when they arrive after the document', async () => {
    await wake().navigate(way('r'), () => startNavigation('r', 'https://example.com/', 1));
    await wake().report(report('a'), { ...TOP, url: 'https://example.com/' });
    await wake().navigate(way('r'), (known) => known && receiveHeaders(known, ANSWER));
    expect((await current())?.navigation?.headers).not.toBeNull();
  });
});

describe('a tab', () => {
  it('returns to an earlier document', async () => {
    await open('http://one.example/', 'a');
    await open('https://two.example/', 'b');
    expect((await current())?.url).toBe('https://two.example/');
    await wake().report(report('a', { secureContext: false }), { ...TOP, url: 'http://one.example/' });
    expect((await current())?.navigation?.requestId).toBe('r-a');
  });

  it('shows the address only, and is not judged, without an observer', async () => {
    await open('https://example.com/', 'a');
    await wake().navigate(way('pdf'), () => startNavigation('pdf', 'https://example.com/file.pdf', 5));
    await wake().settle(TAB, 'https://example.com/file.pdf', false);
    const record = await current();
    expect(record).toMatchObject({ url: 'https://example.com/file.pdf', observed: false });
    expect(record && assess(record)).toMatchObject({ state: 'not-applicable', reason: 'not-observed' });
  });

  it('does not take a changed address of the same document for a new page', async () => {
    await open('https://app.example/', 'a');
    await wake().settle(TAB, 'https://app.example/settings', false);
    expect((await current())?.documentId).toBe('a');
    await wake().report(report('a'), { ...TOP, url: 'https://app.example/settings' });
    expect(await current()).toMatchObject({ documentId: 'a', url: 'https://app.example/settings' });
  });

  it('finds the navigation of a page that changed its address before it reported', async () => {
    const opened = 'https://app.example/#start';
    await wake().navigate(way('r'), () => startNavigation('r', 'https://app.example/', stage.clock));
    await wake().report(report('a', { openedAs: opened }), { ...TOP, url: 'https://app.example/home' });
    expect(await current()).toMatchObject({
      url: 'https://app.example/home',
      navigation: { requestId: 'r' },
    });
  });

  it('rejects a page that claims the address of another origin', async () => {
    await wake().navigate(way('r'), () => startNavigation('r', 'https://bank.example/', stage.clock));
    await wake().report(report('a', { openedAs: 'https://bank.example/' }), {
      ...TOP,
      url: 'https://evil.example/',
    });
    expect((await current())?.navigation).toBeNull();
  });

  it('ignores frames while another page is being loaded: they may belong to that one', async () => {
    await open('https://one.example/', 'a');
    await wake().navigate(way('r'), () => startNavigation('r', 'https://two.example/', stage.clock));
    const frame = report('f', { fields: { ...NO_FIELDS, password: 1 } });
    const source = { ...TOP, frameId: 4, url: 'https://frame.example/' };
    expect(await wake().report(frame, source)).toBe(false);
    await wake().report(report('b'), { ...TOP, url: 'https://two.example/' });
    expect(await wake().report(frame, source)).toBe(true);
    expect((await current())?.frames['4']?.fields.password).toBe(1);
  });

  it('ignores frames until the page around them has reported', async () => {
    const url = 'https://slow.example/';
    await wake().navigate(way('r'), () => startNavigation('r', url, stage.clock));
    await wake().settle(TAB, url, false);
    const source = { ...TOP, frameId: 4, url: 'https://frame.example/' };
    expect(await wake().report(report('f'), source)).toBe(false);
    await wake().report(report('a'), { ...TOP, url });
    expect(await wake().report(report('f'), source)).toBe(true);
  });

  it('continues with its page when a navigation ends without a page', async () => {
    await open('https://one.example/', 'a');
    await wake().navigate(way('r'), () => startNavigation('r', 'https://one.example/file.zip', stage.clock));
    stage.clock += ARRIVAL;
    expect(await wake().report(report('f'), { ...TOP, frameId: 4, url: 'https://frame.example/' })).toBe(
      true,
    );
  });

  it('is not changed from outside while another page is being loaded', async () => {
    await open('https://one.example/', 'a');
    expect(await wake().amend(TAB, checkDeeply)).toBe('amended');
    expect(await wake().amend(TAB, () => null)).toBe('not-concerned');
    await wake().navigate(way('r'), () => startNavigation('r', 'https://two.example/', stage.clock));
    expect(await wake().amend(TAB, checkDeeply)).toBe('on-its-way');
  });

  it('forgets its page on a page of the browser, and everything when it is closed', async () => {
    await open('http://one.example/', 'a');
    await wake().settle(TAB, null, false);
    expect(await current()).toBeNull();
    await open('http://one.example/', 'b');
    await wake().forget(TAB);
    expect([...stage.area.items.keys()].filter((key) => key.includes(String(TAB)))).toEqual([]);
  });

  it('stores a bounded number of documents', async () => {
    for (let index = 0; index < 30; index += 1) await open(`https://example.com/${index}`, `d${index}`);
    expect([...stage.area.items.keys()].filter((key) => key.startsWith('page:')).length).toBeLessThanOrEqual(
      8,
    );
    expect((await current())?.documentId).toBe('d29');
  });
});

describe('a record that is gone', () => {
  const url = 'https://one.example/';
  const frame = { ...TOP, frameId: 4, url: 'https://frame.example/' };

  async function lose(): Promise<void> {
    await open(url, 'a');
    await wake().report(report('f'), frame);
    stage.area.items.set('page:3:a', '{"schema":1}');
  }

  it('is requested again when its page reports something new', async () => {
    await lose();
    expect(await wake().report(report('a', { turn: 'next' }), { ...TOP, url })).toBe('unknown');
    expect(await current()).toBeNull();
    expect(await wake().report(report('a', { turn: 'again' }), { ...TOP, url })).toBe(true);
    expect(stage.lost).toEqual([TAB]);
  });

  it('is not "nothing found" when it exists again, before its frames have reported again', async () => {
    await lose();
    await wake().report(report('a', { turn: 'again' }), { ...TOP, url });
    const record = await current();
    expect(record && assess(record)).toMatchObject({
      reason: 'not-wholly-checked',
      gaps: [
        { kind: 'frames-unheard', count: 1 },
        { kind: 'navigation-not-seen', count: 1 },
      ],
    });
    await wake().amend(TAB, (page) =>
      expectFrames(
        page,
        new Map([
          ['0', 'a'],
          ['4', 'f'],
        ]),
      ),
    );
    const asked = await current();
    expect(asked && assess(asked).gaps).toEqual([
      { kind: 'scan-running', count: 1 },
      { kind: 'navigation-not-seen', count: 1 },
    ]);
    await wake().report(report('f', { turn: 'again' }), frame);
    const heard = await current();
    // The navigation to the page was lost with its record.
    expect(heard && assess(heard).gaps).toEqual([{ kind: 'navigation-not-seen', count: 1 }]);
  });

  it('is requested when one of its frames reports, and the frame waits', async () => {
    await lose();
    expect(await wake().report(report('f', { turn: 'next' }), frame)).toBe(false);
    expect(stage.lost).toEqual([TAB]);
  });

  it('is requested once, and not at every event', async () => {
    await lose();
    const writer = wake();
    for (let index = 0; index < 3; index += 1) await writer.report(report('f', { turn: 'next' }), frame);
    expect(stage.lost).toEqual([TAB]);
  });
});

describe('a frame that the page does not know', () => {
  const frame = { ...TOP, frameId: 4, url: 'https://frame.example/' };
  beforeEach(() => open('https://one.example/', 'a'));

  it('is asked for everything when it reports something new', async () => {
    expect(await wake().report(report('f', { turn: 'next' }), frame)).toBe('unknown');
    expect(await wake().report(report('f', { turn: 'again' }), frame)).toBe(true);
    expect(await wake().report(report('f', { turn: 'next' }), frame)).toBe(true);
  });

  it('needs no answer when it is unloaded', async () =>
    expect(await wake().report(report('f', { turn: 'next', gone: true }), frame)).toBe(true));
});

describe('a report that cannot be read', () => {
  const frame = { ...TOP, frameId: 4, url: 'https://frame.example/' };

  it('is noted once, and its page is no longer "nothing found"', async () => {
    await open('https://one.example/', 'a');
    expect(await wake().reportUnreadable({ type: 'unreadable', documentId: null }, frame)).toBe(true);
    const record = await current();
    expect(record?.frames['4']?.refused).toBe(1);
    expect(record && assess(record)).toMatchObject({ reason: 'not-wholly-checked' });
  });

  it.each([null, 'a'])('of the page itself (%j) is noted too', async (documentId) => {
    await open('https://one.example/', 'a');
    const source = { ...TOP, url: 'https://one.example/' };
    expect(await wake().reportUnreadable({ type: 'unreadable', documentId }, source)).toBe(true);
    expect((await current())?.frames['0']?.refused).toBe(1);
  });

  it('is all that is known of a page when it is the first', async () => {
    const source = { ...TOP, url: 'https://one.example/' };
    await wake().reportUnreadable({ type: 'unreadable', documentId: 'a' }, source);
    const record = await current();
    expect(record && assess(record).state).toBe('not-applicable');
  });

  it('waits for the page that it belongs to', async () => {
    expect(await wake().reportUnreadable({ type: 'unreadable', documentId: 'f' }, frame)).toBe(false);
  });
});

describe('a page that is prerendered', () => {
  const url = 'https://next.example/';
  const ahead = { ...way('p'), prerendered: true };

  it('does not delay the frames of the shown page', async () => {
    await open('https://one.example/', 'a');
    await wake().navigate(ahead, () => startNavigation('p', url, stage.clock));
    expect(await wake().report(report('f'), { ...TOP, frameId: 4, url: 'https://frame.example/' })).toBe(
      true,
    );
    await wake().settle(TAB, 'https://one.example/', false);
    expect((await current())?.documentId).toBe('a');
  });

  it('has its navigation once it is shown', async () => {
    await open('https://one.example/', 'a');
    await wake().navigate(ahead, () => startNavigation('p', url, stage.clock));
    await wake().report(report('b'), { ...TOP, url });
    expect(await current()).toMatchObject({ documentId: 'b', navigation: { requestId: 'p' } });
  });
});

describe('other failures', () => {
  it.each(['net::ERR_ABORTED', 'Error code 2152398850'])(
    '%s leaves the page that was there',
    async (error) => {
      await open('http://one.example/', 'a');
      await wake().fail(TAB, 'http://one.example/file.zip', error);
      expect((await current())?.documentId).toBe('a');
    },
  );

  it('are reported as not loaded, without a statement about the certificate', async () => {
    await wake().fail(TAB, 'https://nowhere.example/', 'net::ERR_NAME_NOT_RESOLVED');
    const record = await current();
    expect(record && assess(record)).toMatchObject({
      state: 'not-applicable',
      reason: 'not-loaded',
      findings: [],
    });
  });
});

describe('storage', () => {
  it('with invalid data starts again without an error', async () => {
    for (const key of ['index', 'tab:3', 'pending:3', 'origins', 'page:3:a'])
      stage.area.items.set(key, '{"garbage":[null]}');
    await open('http://one.example/', 'a');
    expect(await current()).toMatchObject({ url: 'http://one.example/', observed: true });
  });

  it('that is full drops other tabs first and never the page of the change', async () => {
    stage.area.quota = 20_000;
    for (let tab = 10; tab < 60; tab += 1) {
      await wake().report(report('x'), { ...TOP, tabId: tab, url: `https://example.com/${'p'.repeat(500)}` });
    }
    await open('http://one.example/', 'a');
    expect((await current())?.documentId).toBe('a');
  });

  it('that is full of long lists shortens them, forgets no shown page, and makes no verdict milder', async () => {
    const form = {
      what: 'form action',
      via: 'dom',
      outcome: null,
      underPolicy: false,
      element: null,
      source: null,
      count: 1,
    } as const;
    const url = 'https://quiet.example/';
    await wake().report(report('quiet', { sightings: [{ ...form, url: 'http://a.example/' }] }), {
      ...TOP,
      tabId: 90,
      url,
    });
    const long = 'x'.repeat(2000);
    for (const documentId of ['one', 'two'])
      for (let part = 0; part < 6; part += 1)
        await wake().report(
          report(documentId, {
            turn: part === 0 ? 'first' : 'next',
            sightings: Array.from({ length: 500 }, (_, index) => ({
              ...form,
              what: 'img src',
              url: `http://a.example/${part}/${index}/${long}`,
            })),
          }),
          { ...TOP, url: `https://loud.example/${documentId}` },
        );
    const stored = [...stage.area.items.values()].reduce((sum, text) => sum + text.length, 0);
    expect(stored).toBeLessThan(10_000_000);
    const loud = await current();
    expect(loud?.mixedDropped).toBe(3000 - (loud?.mixed.length ?? 0));
    expect(loud?.mixedDropped).toBeGreaterThan(0);
    const source = { ...TOP, tabId: 90, url: `${url}next` };
    expect(await wake().report(report('quiet', { turn: 'next' }), source)).toBe(true);
    const quiet = await new SessionStore(stage.area).change((tx) => tx.currentPage(90));
    expect(quiet && assess(quiet).state).toBe('warning');
  });

  it('that stores nothing more keeps no older record for the page', async () => {
    await open('https://one.example/', 'a');
    stage.area.quota = 0;
    const answer = await wake().report(report('a', { turn: 'next' }), {
      ...TOP,
      url: 'https://one.example/',
    });
    expect(answer).toBe(false);
    expect(await current()).toBeNull();
    const painted = stage.painted.at(-1);
    expect(painted && assess(painted)).toMatchObject({ state: 'not-applicable', reason: 'not-observed' });
    stage.area.quota = Number.POSITIVE_INFINITY;
    const next = report('a', { turn: 'next' });
    expect(await wake().report(next, { ...TOP, url: 'https://one.example/' })).toBe('unknown');
  });

  it('refuses a frame whose page is unknown, so that its observer tries again', async () => {
    expect(await wake().report(report('f'), { ...TOP, frameId: 9, url: 'https://x.example/' })).toBe(false);
  });

  it('paints what was stored', async () => {
    await open('http://one.example/', 'a');
    expect(stage.painted.at(-1)?.url).toBe('http://one.example/');
  });
});

async function revision(): Promise<number> {
  return (await current())?.revision ?? 0;
}

describe('the revision of a record', () => {
  const url = 'https://one.example/';

  it('is raised with every change that is stored', async () => {
    await open(url, 'a');
    const first = await revision();
    expect(first).toBeGreaterThan(0);
    await wake().report(report('a', { turn: 'next' }), { ...TOP, url });
    expect(await revision()).toBe(first + 1);
    await wake().amend(TAB, checkDeeply);
    expect(await revision()).toBe(first + 2);
    expect(stage.painted.at(-1)?.revision).toBe(first + 2);
  });

  it('stays when only the state of the tab is stored', async () => {
    await open(url, 'a');
    const first = await revision();
    expect(await wake().markNoticed(TAB, 'a')).toBe(true);
    expect(await revision()).toBe(first);
  });

  it('continues when a new record replaces an older one', async () => {
    await wake().fail(TAB, url, 'net::ERR_CONNECTION_REFUSED');
    const first = await revision();
    await wake().fail(TAB, url, 'net::ERR_CONNECTION_RESET');
    expect(await revision()).toBe(first + 1);
  });
});
