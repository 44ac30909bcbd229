// Any sequence of reports, including hostile ones, of several frames in any order, with workers stopped and records lost in between: nothing throws,
// everything is bounded, no frame's reports make another frame's results milder, and every loss leaves a gap.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../../lib/record/sightings/read-report.ts';
import type { PageRecord } from '../../../lib/record/record.ts';
import { sizeOf } from '../../../lib/record/record-size.ts';
import type {
  ObserverReport,
  RawSighting,
  ReportAnswer,
} from '../../../lib/record/sightings/observer-report.ts';
import { assess } from '../../../lib/verdict/assess.ts';
import { current, open, report, resetStage, stage, TAB, TOP, wake } from './writer-stage.ts';
import { expectFrames } from '../../../lib/record/frame-changes.ts';

const URL = 'https://one.example/';
const FRAMES = [0, 4, 5] as const;
type FrameId = (typeof FRAMES)[number];

/** The requests of frames: each from a host of its own, so that the frames have none in common. */
const sightingOf = (frameId: FrameId): fc.Arbitrary<RawSighting> =>
  fc.record({
    url: fc.nat(30).map((index) => `http://frame${frameId}.example/${index}`),
    what: fc.constantFrom('img src', 'script src', 'form action', 'a href', 'video src'),
    via: fc.constantFrom('dom', 'timing'),
    metas: fc.nat(3),
    outcome: fc.constantFrom(null, 'blocked', 'upgraded', 'loaded'),
    element: fc.constant(null),
    source: fc.constant(null),
    count: fc.integer({ min: 1, max: 3 }),
  });

type Step =
  | { readonly do: 'report'; readonly frameId: FrameId; readonly sightings: readonly RawSighting[] }
  /** A part of a report, or all of it, has another shape than it should. */
  | { readonly do: 'garble'; readonly frameId: FrameId; readonly key: string; readonly value: unknown }
  | { readonly do: 'lose' };

const frame = fc.constantFrom(...FRAMES);
const good: fc.Arbitrary<Step> = frame.chain((frameId) =>
  fc
    .array(sightingOf(frameId), { maxLength: 5 })
    .map((sightings) => ({ do: 'report', frameId, sightings }) as const),
);
const garbled: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('garble'),
  frameId: frame,
  key: fc.constantFrom('sightings', 'hosts', 'fields', 'dropped', 'scan', 'openedAs', 'documentId'),
  value: fc.anything(),
});
const steps = fc.array(fc.oneof({ weight: 5, arbitrary: good }, garbled, fc.constant<Step>({ do: 'lose' })), {
  maxLength: 12,
});

/** The frames of one page with their observers, which send everything again when they are asked to. */
class Page {
  readonly #all = new Map<FrameId, readonly RawSighting[]>(FRAMES.map((frameId) => [frameId, []]));
  readonly #acknowledged = new Set<FrameId>();
  refused = false;

  async play(step: Step): Promise<void> {
    switch (step.do) {
      case 'lose':
        stage.area.items.set(`page:${TAB}:1-1-1-1`, '{"schema":1}');
        return;
      case 'report':
        this.#all.set(step.frameId, [...(this.#all.get(step.frameId) ?? []), ...step.sightings]);
        await this.#report(step.frameId, step.sightings);
        return;
      case 'garble':
        await this.#garble(step);
    }
  }

  /** Every frame reports once more, and sends everything if it is asked to. */
  async settle(): Promise<void> {
    for (const frameId of FRAMES) await this.#report(frameId, []);
    const asked = stage.lost.splice(0);
    if (asked.length === 0) return;
    const documents = new Map(FRAMES.map((frameId) => [String(frameId), idOf(frameId)]));
    await wake().amend(TAB, (page) => (page.framesUnheard ? expectFrames(page, documents) : null));
    for (const frameId of FRAMES) await this.#send(frameId, 'again');
  }

  async #report(frameId: FrameId, sightings: readonly RawSighting[]): Promise<void> {
    const turn = this.#acknowledged.has(frameId) ? 'next' : 'first';
    const answer = await deliver(frameId, message(idOf(frameId), { turn, sightings }));
    if (answer === 'unknown') await this.#send(frameId, 'again');
    // Not received: kept, and sent with the next one.
    else if (answer) this.#acknowledged.add(frameId);
  }

  async #send(frameId: FrameId, turn: 'again'): Promise<void> {
    const answer = await deliver(
      frameId,
      message(idOf(frameId), { turn, sightings: this.#all.get(frameId) ?? [] }),
    );
    if (answer !== true) throw new Error(`everything was sent again, and the answer was ${answer}`);
  }

  async #garble({ frameId, key, value }: Extract<Step, { do: 'garble' }>): Promise<void> {
    const turn = this.#acknowledged.has(frameId) ? 'next' : 'first';
    const garbledMessage = { ...message(idOf(frameId), { turn }), [key]: value };
    const read = readReport(garbledMessage);
    const answer = await deliver(frameId, garbledMessage);
    if (read?.type === 'report' && answer === true) this.#acknowledged.add(frameId);
    if (answer === true && (read?.type === 'unreadable' || (read?.refused ?? 0) > 0)) this.refused = true;
  }

  /** What the frame has reported. */
  sightings(frameId: FrameId): readonly RawSighting[] {
    return this.#all.get(frameId) ?? [];
  }
}

/** In the form of an observer's message. */
function message(documentId: string, parts: Partial<ObserverReport>): ObserverReport {
  return { ...report(documentId), sightings: [], metas: [], ...parts };
}

function idOf(frameId: FrameId): string {
  return frameId === 0 ? '1-1-1-1' : `2-2-2-${frameId}`;
}

async function deliver(frameId: FrameId, sent: unknown): Promise<ReportAnswer> {
  const read = readReport(sent);
  const source = { ...TOP, frameId, url: frameId === 0 ? URL : `https://frame${frameId}.example/` };
  if (read === null) throw new Error('no report');
  return read.type === 'report' ? wake().report(read, source) : wake().reportUnreadable(read, source);
}

async function playAll(all: readonly Step[]): Promise<{ readonly page: Page; readonly record: PageRecord }> {
  resetStage();
  await open(URL, '1-1-1-1');
  const page = new Page();
  for (const step of all) await page.play(step);
  await page.settle();
  await page.settle();
  const record = await current();
  if (record === null) throw new Error('no record');
  return { page, record };
}

function findingsOf(record: PageRecord): readonly string[] {
  return assess(record)
    .findings.filter(({ severity }) => severity !== 'advice')
    .map(({ id }) => id);
}

describe('any sequence of reports', () => {
  it('never throws, ends in a record of bounded size, and is not "nothing found" when something was refused', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const { page, record } = await playAll(all);
        expect(sizeOf(record)).toBeLessThan(1_000_000);
        // With the record, the refused parts are lost too; the repeated reports contain none.
        const mustShow = page.refused && !all.some((step) => step.do === 'lose');
        const isShown = assess(record).gaps.some(({ kind }) => kind === 'reports-refused');
        expect(isShown || !mustShow).toBe(true);
      }),
    );
  });

  it('of other frames keeps every finding of a frame', async () => {
    await fc.assert(
      fc.asyncProperty(frame, steps, async (frameId, some) => {
        // A lost record leaves a gap, and no finding, until every frame has sent everything again: the property below.
        const all = some.filter((step) => step.do !== 'lose');
        const own = all.filter((step) => step.do === 'report' && step.frameId === frameId);
        const alone = findingsOf((await playAll(own)).record);
        const together = findingsOf((await playAll(all)).record);
        expect(together).toEqual(expect.arrayContaining([...alone]));
      }),
    );
  });

  it('that was lost is sent again, or leaves a gap', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(good, { maxLength: 8 }), fc.array(fc.nat(8)), async (all, losses) => {
        const undisturbed = (await playAll(all)).record;
        const disturbed = all.flatMap((step, index): readonly Step[] =>
          losses.includes(index) ? [step, { do: 'lose' }] : [step],
        );
        const { record } = await playAll([...disturbed, { do: 'lose' }]);
        expect(findingsOf(record)).toEqual(findingsOf(undisturbed));
        expect(assess(record).state).toBe(assess(undisturbed).state);
      }),
    );
  });
});
