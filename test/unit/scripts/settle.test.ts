import { describe, expect, it } from 'vitest';
import { settle } from '../../../scripts/browser/settle.ts';

const QUIET = 20;

/** A value that works through `steps`, one for every check whether it is busy, and rests after the last. */
function worker(steps: readonly string[]) {
  let at = 0;
  return {
    look: async () => steps[at] ?? '',
    isBusy: async () => {
      // It ends between two checks, like an observer whose last report has just been received.
      if (at < steps.length - 1) at += 1;
      return at < steps.length - 1;
    },
    summarize: (seen: string) => seen,
    quiet: QUIET,
  };
}

describe('what changes on its own', () => {
  it('is read once no work is running, not as it was before', async () => {
    const { seen } = await settle(worker(['empty', 'some', 'all']), ({ isSettled }) => isSettled, 1);
    expect(seen).toBe('all');
  });

  it('settles only after a time without a change', async () => {
    const { pause, passed } = await settle(worker(['same']), ({ isSettled }) => isSettled, 1);
    expect(pause).toBeGreaterThanOrEqual(QUIET);
    expect(passed).toBeGreaterThanOrEqual(pause);
  });

  it('does not settle while work is running', async () => {
    const busy = { ...worker(['same']), isBusy: async () => true };
    const { isSettled, pause } = await settle(busy, (moment) => moment.pause > QUIET * 2, 1);
    expect(pause).toBeGreaterThan(QUIET * 2);
    expect(isSettled).toBe(false);
  });

  it('ends when the caller has enough, however much it changes', async () => {
    let turn = 0;
    const restless = { ...worker(['same']), summarize: () => String((turn += 1)) };
    const { passed, changedAt } = await settle(restless, (moment) => moment.passed > QUIET * 2, 1);
    expect(passed).toBeGreaterThan(QUIET * 2);
    expect(changedAt).toBeGreaterThan(0);
  });
});
