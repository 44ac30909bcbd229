// The single writer, with a new worker before every step: nothing may live outside of the store.
import { beforeEach, describe, expect, it } from 'vitest';
import { ARRIVAL, followRedirect, receiveHeaders, startNavigation } from '../../../lib/page/navigation.ts';
import type { ConnectionReport, PageRecord } from '../../../lib/page/record.ts';
import { NO_FIELDS } from '../../../lib/page/report.ts';
import type { ObserverReport } from '../../../lib/page/report.ts';
import { RecordKeeper } from '../../../lib/platform/record-keeper.ts';
import type { PageRequest } from '../../../lib/platform/record-keeper.ts';
import { SessionStore } from '../../../lib/platform/session-store.ts';
import { assess } from '../../../lib/verdict/assess.ts';
import { MemoryArea } from './area.ts';

const TAB = 3;
const TOP = { tabId: TAB, frameId: 0, private: false };
const REFUSED = 'net::ERR_CERT_DATE_INVALID';
let area: MemoryArea;
let painted: PageRecord[];
let clock: number;

/** A background that was just woken. */
function wake(): RecordKeeper {
  return new RecordKeeper({
    store: new SessionStore(area),
    now: () => (clock += 1),
    engine: 'chromium',
    isPrivateTab: async () => false,
    onChange: (record) => painted.push(record),
  });
}

function report(documentId: string, parts: Partial<ObserverReport> = {}): ObserverReport {
  return {
    type: 'report',
    documentId,
    openedAs: '',
    secureContext: true,
    fields: NO_FIELDS,
    sightings: [],
    hosts: [],
    upgrades: false,
    dropped: 0,
    gone: false,
    ...parts,
  };
}

async function current(): Promise<PageRecord | null> {
  return new SessionStore(area).currentPage(TAB);
}

function told(state: ConnectionReport['state']): ConnectionReport {
  return {
    browser: 'chromium',
    at: 1,
    state,
    chain: [],
    sha256: null,
    protocol: null,
    cipherSuite: null,
    keyExchange: null,
    extendedValidation: null,
    encryptedClientHello: null,
    rootIsBuiltIn: null,
  };
}

function request(requestId: string, url: string): PageRequest {
  return { tabId: TAB, requestId, url };
}

async function open(url: string, documentId: string): Promise<void> {
  await wake().navigate(TAB, `r-${documentId}`, () => startNavigation(`r-${documentId}`, url, clock));
  await wake().report(report(documentId), { ...TOP, url });
}

function checkDeeply(record: PageRecord): PageRecord {
  return { ...record, deepChecked: true };
}

beforeEach(() => {
  area = new MemoryArea();
  painted = [];
  clock = 1000;
});

describe('a page over a redirect', () => {
  it('keeps its way, its headers and its fields through a worker killed between all steps', async () => {
    const url = 'https://example.com/home';
    await wake().navigate(TAB, 'r', () => startNavigation('r', 'http://example.com/home', 1));
    await wake().navigate(
      TAB,
      'r',
      (known) => known && followRedirect(known, { url: known.url, to: url, status: 301, internal: false }),
    );
    await wake().navigate(
      TAB,
      'r',
      (known) =>
        known &&
        receiveHeaders(known, {
          status: 200,
          fromCache: false,
          headers: { hsts: null, upgradesInsecureRequests: false, deepChecked: false },
        }),
    );
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

  it('gets its headers even when they come after the document', async () => {
    await wake().navigate(TAB, 'r', () => startNavigation('r', 'https://example.com/', 1));
    await wake().report(report('a'), { ...TOP, url: 'https://example.com/' });
    await wake().navigate(
      TAB,
      'r',
      (known) =>
        known &&
        receiveHeaders(known, {
          status: 200,
          fromCache: false,
          headers: { hsts: null, upgradesInsecureRequests: false, deepChecked: false },
        }),
    );
    expect((await current())?.navigation?.headers).not.toBeNull();
  });
});

describe('a tab', () => {
  it('goes back to a document that it had before', async () => {
    await open('http://one.example/', 'a');
    await open('https://two.example/', 'b');
    expect((await current())?.url).toBe('https://two.example/');
    await wake().report(report('a', { secureContext: false }), { ...TOP, url: 'http://one.example/' });
    expect((await current())?.navigation?.requestId).toBe('r-a');
  });

  it('shows the address alone where no observer runs, and never as judged', async () => {
    await open('https://example.com/', 'a');
    await wake().navigate(TAB, 'pdf', () => startNavigation('pdf', 'https://example.com/file.pdf', 5));
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

  it('finds the way of a page that gave itself another address before it reported', async () => {
    const opened = 'https://app.example/#start';
    await wake().navigate(TAB, 'r', () => startNavigation('r', 'https://app.example/', clock));
    await wake().report(report('a', { openedAs: opened }), { ...TOP, url: 'https://app.example/home' });
    expect(await current()).toMatchObject({
      url: 'https://app.example/home',
      navigation: { requestId: 'r' },
    });
  });

  it('does not believe a page that it was opened as one of another origin', async () => {
    await wake().navigate(TAB, 'r', () => startNavigation('r', 'https://bank.example/', clock));
    await wake().report(report('a', { openedAs: 'https://bank.example/' }), {
      ...TOP,
      url: 'https://evil.example/',
    });
    expect((await current())?.navigation).toBeNull();
  });

  it('takes nothing from frames while another page is on its way: they may be of that one', async () => {
    await open('https://one.example/', 'a');
    await wake().navigate(TAB, 'r', () => startNavigation('r', 'https://two.example/', clock));
    const frame = report('f', { fields: { ...NO_FIELDS, password: 1 } });
    const source = { ...TOP, frameId: 4, url: 'https://frame.example/' };
    expect(await wake().report(frame, source)).toBe(false);
    await wake().report(report('b'), { ...TOP, url: 'https://two.example/' });
    expect(await wake().report(frame, source)).toBe(true);
    expect((await current())?.frames['4']?.fields.password).toBe(1);
  });

  it('takes nothing from frames as long as the page around them has not reported', async () => {
    const url = 'https://slow.example/';
    await wake().navigate(TAB, 'r', () => startNavigation('r', url, clock));
    await wake().settle(TAB, url, false);
    const source = { ...TOP, frameId: 4, url: 'https://frame.example/' };
    expect(await wake().report(report('f'), source)).toBe(false);
    await wake().report(report('a'), { ...TOP, url });
    expect(await wake().report(report('f'), source)).toBe(true);
  });

  it('goes on with its page when what was on its way never came', async () => {
    await open('https://one.example/', 'a');
    await wake().navigate(TAB, 'r', () => startNavigation('r', 'https://one.example/file.zip', clock));
    clock += ARRIVAL;
    expect(await wake().report(report('f'), { ...TOP, frameId: 4, url: 'https://frame.example/' })).toBe(
      true,
    );
  });

  it('is not changed from outside while another page is on its way', async () => {
    await open('https://one.example/', 'a');
    expect(await wake().amend(TAB, checkDeeply)).toBe('amended');
    expect(await wake().amend(TAB, () => null)).toBe('not-concerned');
    await wake().navigate(TAB, 'r', () => startNavigation('r', 'https://two.example/', clock));
    expect(await wake().amend(TAB, checkDeeply)).toBe('on-its-way');
  });

  it('forgets its page on a page of the browser, and everything when it closes', async () => {
    await open('http://one.example/', 'a');
    await wake().settle(TAB, null, false);
    expect(await current()).toBeNull();
    await open('http://one.example/', 'b');
    await wake().forget(TAB);
    expect([...area.items.keys()].filter((key) => key.includes(String(TAB)))).toEqual([]);
  });

  it('keeps a bounded number of documents', async () => {
    for (let index = 0; index < 30; index += 1) await open(`https://example.com/${index}`, `d${index}`);
    expect([...area.items.keys()].filter((key) => key.startsWith('page:')).length).toBeLessThanOrEqual(8);
    expect((await current())?.documentId).toBe('d29');
  });
});

describe('a refused certificate', () => {
  const url = 'https://expired.example/';

  it('is what the tab shows', async () => {
    await wake().fail(TAB, url, REFUSED);
    const record = await current();
    expect(record?.refusal).toMatchObject({ kind: 'date-invalid', code: 'ERR_CERT_DATE_INVALID' });
    expect(record && assess(record).findings.map(({ id }) => id)).toEqual(['certificate-date-invalid']);
  });

  it('is still shown when the tab settles on the page before while the error page is on its way', async () => {
    await wake().navigate(TAB, 'r', () => startNavigation('r', url, 1));
    await wake().fail(TAB, url, REFUSED);
    await wake().settle(TAB, 'about:blank', false);
    await wake().settle(TAB, url, false);
    expect((await current())?.refusal?.kind).toBe('date-invalid');
  });

  it('is still shown when the browser tells of the failure before it tells of the request', async () => {
    await wake().fail(TAB, url, REFUSED);
    await wake().navigate(TAB, 'late', () => startNavigation('late', url, 1));
    await wake().settle(TAB, 'about:blank', false);
    await wake().settle(TAB, url, false);
    expect((await current())?.refusal?.kind).toBe('date-invalid');
  });

  it('gives way to a page that loads at last where no observer runs', async () => {
    await wake().fail(TAB, url, REFUSED);
    await wake().settle(TAB, url, false);
    await wake().navigate(TAB, 'again', () => startNavigation('again', url, clock + 1));
    await wake().settle(TAB, url, false);
    expect((await current())?.refusal).toBeNull();
  });

  it('that was overridden stays visible on every page of the origin', async () => {
    await wake().fail(TAB, url, REFUSED);
    await open(url, 'a');
    expect((await current())?.override).toMatchObject({ kind: 'date-invalid', source: 'earlier-refusal' });
    await open('https://other.example/', 'b');
    expect((await current())?.override).toBeNull();
    await open(`${url}more`, 'c');
    expect((await current())?.override).toMatchObject({ kind: 'date-invalid' });
  });

  it('is not claimed to be overridden when the visitor went elsewhere and the owner mended it', async () => {
    await wake().fail(TAB, url, REFUSED);
    await open('https://other.example/', 'a');
    await open(url, 'b');
    expect((await current())?.override).toBeNull();
  });

  it('is forgotten when the browser says that the connection is fine', async () => {
    await wake().fail(TAB, url, REFUSED);
    await open(url, 'a');
    await wake().connect(request('r-a', url), { connection: told('secure'), override: null });
    expect((await current())?.override).toBeNull();
    await open(url, 'b');
    expect((await current())?.override).toBeNull();
  });

  it('keeps the exact reason when the browser only says that something is wrong', async () => {
    await wake().fail(TAB, url, REFUSED);
    await open(url, 'a');
    await wake().connect(request('r-a', url), {
      connection: told('broken'),
      override: { kind: 'invalid', code: 'broken', source: 'browser', refusedAt: null },
    });
    expect((await current())?.override).toMatchObject({ kind: 'date-invalid', source: 'browser' });
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

  it('say that the page did not load, and nothing of its certificate', async () => {
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
  it('that holds garbage gives a fresh start, not a crash', async () => {
    for (const key of ['index', 'tab:3', 'pending:3', 'origins', 'page:3:a'])
      area.items.set(key, '{"garbage":[null]}');
    await open('http://one.example/', 'a');
    expect(await current()).toMatchObject({ url: 'http://one.example/', observed: true });
  });

  it('that is full lets go of other tabs first and never of the page at hand', async () => {
    area.quota = 20_000;
    for (let tab = 10; tab < 60; tab += 1) {
      await wake().report(report('x'), { ...TOP, tabId: tab, url: `https://example.com/${'p'.repeat(500)}` });
    }
    await open('http://one.example/', 'a');
    expect((await current())?.documentId).toBe('a');
  });

  it('refuses a frame whose page is unknown, so that its observer tries again', async () => {
    expect(await wake().report(report('f'), { ...TOP, frameId: 9, url: 'https://x.example/' })).toBe(false);
  });

  it('paints what it stored', async () => {
    await open('http://one.example/', 'a');
    expect(painted.at(-1)?.url).toBe('http://one.example/');
  });
});

describe('certificates of the session', () => {
  const url = 'https://example.com/';

  async function openTold(documentId: string, at: number): Promise<void> {
    const id = `t-${documentId}`;
    await wake().navigate(TAB, id, () => startNavigation(id, url, clock));
    const connection = { ...told('secure'), at, sha256: 'ab'.repeat(32) };
    await wake().connect(request(id, url), { connection, override: null });
    await wake().report(report(documentId), { ...TOP, url });
  }

  it('are remembered for a later page of the origin of which the browser tells nothing', async () => {
    await openTold('a', 77);
    expect((await current())?.connection?.at).toBe(77);
    await open('https://example.com/next', 'b');
    expect(await current()).toMatchObject({ connection: null, remembered: { at: 77 } });
    await open('https://www.example.com/', 'c');
    expect((await current())?.remembered).toBeNull();
  });

  it('give way to what the browser tells with the page, whichever comes first', async () => {
    await openTold('a', 77);
    const id = 'late';
    await wake().navigate(TAB, id, () => startNavigation(id, url, clock));
    await wake().report(report('b'), { ...TOP, url });
    expect((await current())?.remembered?.at).toBe(77);
    await wake().connect(request(id, url), { connection: { ...told('secure'), at: 99 }, override: null });
    expect(await current()).toMatchObject({ connection: { at: 99 }, remembered: null });
  });

  it('are told before the answer in one browser and after it in the other', async () => {
    const connection = { ...told('secure'), at: 55 };
    for (const isFirst of [true, false]) {
      if (isFirst) await wake().connect(request('r', url), { connection, override: null });
      await wake().navigate(TAB, 'r', (known) => known ?? startNavigation('r', url, clock));
      if (!isFirst) await wake().connect(request('r', url), { connection, override: null });
      await wake().report(report('a'), { ...TOP, url });
      expect((await current())?.connection?.at).toBe(55);
      await wake().forget(TAB);
    }
  });

  it('of an address that leads elsewhere are not those of the page, whenever they come', async () => {
    const to = 'http://example.com/';
    const hop = { url, to, status: 302, internal: false };
    const connection = { ...told('secure'), at: 55 };
    for (const isFirst of [true, false]) {
      if (isFirst) await wake().connect(request('r', url), { connection, override: null });
      await wake().navigate(TAB, 'r', (known) =>
        followRedirect(known ?? startNavigation('r', url, clock), hop),
      );
      if (!isFirst) await wake().connect(request('r', url), { connection, override: null });
      await wake().report(report('a'), { ...TOP, url: to });
      expect(await current()).toMatchObject({ url: to, connection: null, navigation: { requestId: 'r' } });
      await wake().forget(TAB);
    }
  });

  it('are apart for private windows', async () => {
    await openTold('a', 77);
    await wake().report(report('p'), { ...TOP, private: true, url });
    expect((await current())?.remembered).toBeNull();
  });

  it('make no page fail when the storage is full', async () => {
    await openTold('a', 77);
    area.quota = [...area.items.values()].reduce((sum, text) => sum + text.length, 0) + 1500;
    await openTold('b', 88);
    expect((await current())?.connection?.at).toBe(88);
  });
});

describe('a look-up', () => {
  const base = { host: 'example.com', server: 'logs.example', at: 5 } as const;
  const asking = { ...base, state: 'asking' } as const;
  const failed = { ...base, state: 'failed', reason: 'too-slow', status: null, retryAt: null } as const;

  it('is kept with the page, and for the next page of the host', async () => {
    await open('https://example.com/', 'a');
    expect(await wake().lookUp(TAB, asking)).toMatchObject({ lookUp: asking });
    expect(painted.at(-1)?.lookUp).toEqual(asking);
    await wake().lookUp(TAB, failed);
    await open('https://example.com/next', 'b');
    expect((await current())?.lookUp).toEqual(failed);
  });

  it('that is under way concerns its page alone', async () => {
    await open('https://example.com/', 'a');
    await wake().lookUp(TAB, asking);
    await open('https://example.com/next', 'b');
    expect((await current())?.lookUp).toBeNull();
  });

  it('is dropped when the tab shows another host by now', async () => {
    await open('https://other.example/', 'a');
    expect(await wake().lookUp(TAB, asking)).toBeNull();
    expect((await current())?.lookUp).toBeNull();
  });
});
