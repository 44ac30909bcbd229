// Notifications with a background that may be stopped at any moment, missed alarms, and a missing permission.
import { describe, expect, it } from 'vitest';
import { remind } from '../../../../lib/platform/background/trial-service.ts';
import type { TrialPorts } from '../../../../lib/platform/background/trial-service.ts';
import type { Trial } from '../../../../lib/trials/trial.ts';

const TRIAL: Trial = {
  site: 'shop.example.com',
  startedOn: '2026-11-30',
  months: 3,
  told: 'running',
  decision: null,
};

/** A browser whose trials survive a restart of the background. */
function browserWith(trial: Trial | null, isAllowed = true) {
  const state = {
    trials: (trial === null ? [] : [trial]) as readonly Trial[],
    today: '2026-12-01',
    isAllowed,
    isWaking: false,
    told: [] as string[],
    writes: 0,
    /** The background is stopped after the notification and before the write. */
    isStoppedBeforeWriting: false,
  };
  const ports: TrialPorts = {
    today: () => state.today,
    change: async (apply) => {
      const trials = await apply(state.trials);
      if (trials === state.trials) return;
      if (state.isStoppedBeforeWriting) throw new Error('stopped');
      state.writes += 1;
      state.trials = trials;
    },
    mayNotify: async () => state.isAllowed,
    notify: async ({ stage }) => void state.told.push(stage),
    keepWaking: async (isWanted) => {
      state.isWaking = isWanted;
    },
  };
  return { state, look: () => remind(ports) };
}

describe('remind', () => {
  it('keeps the alarm for as long as a notification is to come, and no longer', async () => {
    const { state, look } = browserWith(TRIAL);
    await look();
    expect(state).toMatchObject({ told: [], isWaking: true, writes: 0 });
    for (const today of ['2027-02-14', '2027-02-14', '2027-02-26', '2027-02-28', '2027-03-20']) {
      state.today = today;
      await look();
    }
    expect(state).toMatchObject({ told: ['two-weeks', 'three-days', 'ended'], isWaking: false, writes: 3 });
  });

  it('shows a missed notification on the next start, once', async () => {
    const { state, look } = browserWith(TRIAL);
    state.today = '2027-06-01';
    await look();
    await look();
    expect(state.told).toEqual(['ended']);
  });

  it('shows it again when the background was stopped before it was stored', async () => {
    const { state, look } = browserWith(TRIAL);
    state.today = '2027-02-20';
    state.isStoppedBeforeWriting = true;
    await expect(look()).rejects.toThrow('stopped');
    state.isStoppedBeforeWriting = false;
    await look();
    expect(state.told).toEqual(['two-weeks', 'two-weeks']);
    await look();
    expect(state.told).toHaveLength(2);
  });

  it('shows nothing without permission, and what is due once it is granted', async () => {
    const { state, look } = browserWith(TRIAL, false);
    state.today = '2027-02-20';
    await look();
    expect(state).toMatchObject({ told: [], isWaking: true, writes: 0 });
    state.isAllowed = true;
    await look();
    expect(state.told).toEqual(['two-weeks']);
  });

  it.each([
    ['nothing is noted', null],
    ['the owner has decided', { ...TRIAL, decision: 'bought' } satisfies Trial],
  ])('sleeps when %s', async (_why, trial) => {
    const { state, look } = browserWith(trial);
    state.today = '2027-02-28';
    await look();
    expect(state).toMatchObject({ told: [], isWaking: false });
  });
});
