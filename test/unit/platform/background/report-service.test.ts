// A report is answered after it is stored, never for a page without access, and later work cannot change the answer.
import { beforeEach, describe, expect, it } from 'vitest';
import { takeReport } from '../../../../lib/platform/background/report-service.ts';
import type { ReportAnswer } from '../../../../lib/record/sightings/observer-report.ts';
import { report, TOP } from '../writer-stage.ts';

const SOURCE = { ...TOP, url: 'https://example.com/' };
const calls: string[] = [];
const stage = { isAllowed: true, answer: true as ReportAnswer, fails: false };
beforeEach(() => {
  calls.length = 0;
  Object.assign(stage, { isAllowed: true, answer: true, fails: false });
});

async function follow(call: string): Promise<void> {
  calls.push(call);
  if (stage.fails) throw new Error(call);
}

function take(frameId: number, what: Parameters<typeof takeReport>[1] = report('a')): Promise<ReportAnswer> {
  return takeReport(
    {
      writer: {
        report: async () => {
          calls.push('report');
          return stage.answer;
        },
        reportUnreadable: async () => {
          calls.push('unreadable');
          return stage.answer;
        },
      },
      isAllowed: async () => stage.isAllowed,
      onStored: () => follow('stored'),
      onPageStored: (tabId) => follow(`page ${tabId}`),
      complain: (error) => void calls.push(`complain ${String(error)}`),
    },
    what,
    { ...SOURCE, frameId },
  );
}

describe('takeReport', () => {
  it('stores the report of a page, and then starts the work that depends on it', async () => {
    expect(await take(0)).toBe(true);
    expect(calls).toEqual(['report', 'stored', `page ${TOP.tabId}`]);
  });

  it('stores the report of a frame', async () => {
    expect(await take(4)).toBe(true);
    expect(calls).toEqual(['report', 'stored']);
  });

  it('refuses a page without access', async () => {
    stage.isAllowed = false;
    expect(await take(0)).toBe(false);
    expect(calls).toEqual([]);
  });

  it.each([false, 'unknown'] as const)('answers %j when the writer does, and no more', async (answer) => {
    stage.answer = answer;
    expect(await take(0)).toBe(answer);
    expect(calls).toEqual(['report']);
  });

  it('answers true when later work fails', async () => {
    stage.fails = true;
    expect(await take(0)).toBe(true);
    expect(calls).toContain('complain Error: stored');
    expect(calls).toContain(`complain Error: page ${TOP.tabId}`);
  });

  it('has an unreadable report noted', async () => {
    expect(await take(0, { type: 'unreadable', documentId: null })).toBe(true);
    expect(calls).toEqual(['unreadable']);
  });
});
