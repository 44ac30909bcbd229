// What outlives the session: an override stays known, by hash only, for eight days.
import { beforeEach, describe, expect, it } from 'vitest';
import { startNavigation, receiveHeaders } from '../../../../../lib/record/navigation.ts';
import { DeviceMemory, KEPT } from '../../../../../lib/platform/background/record/device-memory.ts';
import { assess } from '../../../../../lib/verdict/assess.ts';
import { MemoryArea } from '../../memory-area.ts';
import {
  ANSWER,
  current,
  deviceItem,
  endSession,
  open,
  REFUSED,
  report,
  request,
  resetStage,
  stage,
  TAB,
  reportedCertificate,
  TOP,
  wake,
  way,
} from '../../writer-stage.ts';

const REFUSED_PAGE = 'https://expired.example/';

async function verdict(): Promise<{ readonly state: string; readonly certificate: string } | null> {
  const record = await current();
  if (record === null) return null;
  const { state, rows } = assess(record);
  return { state, certificate: rows.certificate.kind };
}

async function openAnswered(url: string, documentId: string): Promise<void> {
  await wake().navigate(way(`r-${documentId}`), () =>
    receiveHeaders(startNavigation(`r-${documentId}`, url, stage.clock), ANSWER),
  );
  await wake().report(report(documentId), { ...TOP, url });
}

beforeEach(resetStage);

describe('an overridden error after the session', () => {
  beforeEach(async () => {
    await wake().fail(TAB, REFUSED_PAGE, REFUSED);
    await open(REFUSED_PAGE, 'a');
    endSession();
  });

  it('is known for the page that is still open, and for other pages of the host', async () => {
    await wake().report(report('b'), { ...TOP, url: REFUSED_PAGE });
    expect(await verdict()).toEqual({ state: 'danger', certificate: 'overridden' });
    await openAnswered(`${REFUSED_PAGE}other`, 'c');
    expect(await verdict()).toEqual({ state: 'danger', certificate: 'overridden' });
  });

  it('means nothing for other hosts', async () => {
    await openAnswered('https://other.example/', 'b');
    expect(await verdict()).toEqual({ state: 'nothing-found', certificate: 'implied' });
  });

  it('is forgotten after eight days', async () => {
    stage.clock += KEPT + 1;
    await openAnswered(REFUSED_PAGE, 'b');
    expect((await verdict())?.certificate).toBe('implied');
  });

  it('is not known in private windows', async () => {
    await wake().report(report('b'), { ...TOP, private: true, url: REFUSED_PAGE });
    expect((await verdict())?.certificate).toBe('not-seen');
  });

  it('is forgotten when the browser reports a valid connection', async () => {
    await wake().connect(request('r', REFUSED_PAGE), {
      certificate: reportedCertificate('secure'),
      override: null,
    });
    await wake().report(report('b'), { ...TOP, url: REFUSED_PAGE });
    endSession();
    await openAnswered(REFUSED_PAGE, 'c');
    expect((await verdict())?.certificate).toBe('implied');
  });
});

describe('an error page after the session', () => {
  beforeEach(async () => {
    await wake().fail(TAB, REFUSED_PAGE, REFUSED);
    endSession();
  });

  it('is still refused, and what is opened behind it is overridden', async () => {
    await wake().settle(TAB, REFUSED_PAGE, false);
    expect(await verdict()).toEqual({ state: 'not-applicable', certificate: 'not-seen' });
    await wake().showErrorPage(TAB, REFUSED_PAGE, false, 'maybe');
    expect(await verdict()).toEqual({ state: 'danger', certificate: 'refused' });
    await openAnswered(REFUSED_PAGE, 'a');
    expect(await verdict()).toEqual({ state: 'danger', certificate: 'overridden' });
  });

  it('is a page that was not opened when no error is remembered', async () => {
    await wake().showErrorPage(TAB, 'https://other.example/', false, true);
    const record = await current();
    expect(record && assess(record)).toMatchObject({ state: 'not-applicable', reason: 'not-loaded' });
  });

  it('is not assumed when no error is remembered and the browser may have other reasons', async () => {
    await wake().showErrorPage(TAB, 'https://other.example/', false, 'maybe');
    expect(await current()).toBeNull();
  });
});

describe('a page whose loading was not seen', () => {
  it('has no certificate, and its state is not "nothing found"', async () => {
    await wake().report(report('a'), { ...TOP, url: 'https://example.com/' });
    expect(await verdict()).toEqual({ state: 'not-applicable', certificate: 'not-seen' });
  });

  it('does not use the navigation of an earlier page at the same address', async () => {
    await openAnswered('https://example.com/', 'a');
    await openAnswered('https://other.example/', 'b');
    await wake().report(report('c'), { ...TOP, url: 'https://example.com/' });
    expect((await current())?.navigation).toBeNull();
    await wake().report(report('a'), { ...TOP, url: 'https://example.com/' });
    expect((await current())?.navigation?.requestId).toBe('r-a');
  });
});

function memory(area: MemoryArea): DeviceMemory {
  return new DeviceMemory({ stored: deviceItem(area), now: () => 0 });
}

describe('the device', () => {
  const error = { kind: 'expired', code: 'ERR_CERT_DATE_INVALID', overridden: true } as const;

  it('stores no origin, and other hashes on another device', async () => {
    const [one, two] = [new MemoryArea(), new MemoryArea()];
    for (const area of [one, two]) await memory(area).remember('https://secret.example', { ...error, at: 1 });
    const [first, second] = [one, two].map((area) => [...area.items.values()].join());
    expect(first).not.toContain('secret');
    expect(first).not.toBe(second);
  });

  it('is bounded and drops the oldest', async () => {
    const area = new MemoryArea();
    for (let index = 0; index < 210; index += 1)
      await memory(area).remember(`https://${index}.example`, { ...error, at: index + 1 });
    expect(await memory(area).recall('https://0.example')).toBeNull();
    expect(await memory(area).recall('https://209.example')).toMatchObject({ at: 210 });
  });

  it('starts again from invalid stored data', async () => {
    const area = new MemoryArea();
    area.items.set('certificate-errors', '{"salt":"zz","errors":7}');
    expect(await memory(area).recall('https://a.example')).toBeNull();
    await memory(area).remember('https://a.example', { ...error, at: 1 });
    expect(await memory(area).recall('https://a.example')).toMatchObject({ at: 1 });
  });
});
