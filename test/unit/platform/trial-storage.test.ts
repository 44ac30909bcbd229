// Trials in storage, and the alarm that their ends need.
import { beforeEach, expect, it, vi } from 'vitest';
import type { Trial } from '../../../lib/trials/trial.ts';
import { changeTrials, storedTrials } from '../../../lib/platform/trial-storage.ts';
import { MemoryArea } from './memory-area.ts';
import { stage } from './memory-browser.ts';

vi.mock('../../../lib/platform/browser.ts', () => import('./memory-browser.ts'));

const TRIAL: Trial = {
  site: 'a.example',
  startedOn: '2026-11-30',
  months: 3,
  told: 'running',
  decision: null,
};

beforeEach(() => {
  stage.local = new MemoryArea();
  stage.alarms.clear();
});

it('are changed one after the other, and wake the background while one of them waits', async () => {
  await Promise.all(
    ['a.example', 'b.example'].map((site) => changeTrials((trials) => [...trials, { ...TRIAL, site }])),
  );
  expect((await storedTrials.get()).map(({ site }) => site)).toEqual(['a.example', 'b.example']);
  expect([...stage.alarms]).toEqual(['trials']);
  await changeTrials((trials) => trials.map((trial) => ({ ...trial, decision: 'bought' as const })));
  expect(stage.alarms.size).toBe(0);
});

it('clear the alarm when the last one is removed', async () => {
  await changeTrials(() => [TRIAL]);
  await changeTrials(() => []);
  expect(stage.local.items.size).toBe(0);
});

it('stay as they were in a full storage, and set no alarm', async () => {
  stage.local.quota = 10;
  await expect(changeTrials(() => [TRIAL])).rejects.toThrow('quota');
  expect(await storedTrials.get()).toEqual([]);
  expect(stage.alarms.size).toBe(0);
});

it('leave out invalid entries, and keep the others', async () => {
  await stage.local.set({ trials: [{ site: 7 }, TRIAL] });
  expect(await storedTrials.get()).toEqual([TRIAL]);
});
