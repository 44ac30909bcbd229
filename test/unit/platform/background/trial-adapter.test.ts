// The events that start the check of the trials, and the notifications: with permission, without it, and after it is granted.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTrialAlarm } from '../../../../lib/platform/background/trial-adapter.ts';
import { storedTrials } from '../../../../lib/platform/trial-storage.ts';
import type { Trial } from '../../../../lib/trials/trial.ts';
import { messagesOf, wordsIn } from '../../../fixtures/built-messages.ts';
import { MemoryArea } from '../memory-area.ts';
import { setPolicy, stage } from '../memory-browser.ts';
import { settled } from '../memory-event.ts';
import { device, events, resetDevice } from '../trial-browser.ts';

vi.mock('../../../../lib/platform/browser.ts', () => import('../trial-browser.ts'));

const TRIAL: Trial = {
  site: 'shop.example.com',
  startedOn: '2026-11-30',
  months: 3,
  told: 'running',
  decision: null,
};
const ID = 'trials:shop.example.com:2026-11-30:two-weeks';

const complaints: string[] = [];
const complain = (error: unknown): void => void complaints.push(String(error));

/** The number of listeners of each event. */
function registered(): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(events).map(([name, { listeners }]) => [name, listeners.length]));
}

/** Stores the trial, and returns after all work that this starts. */
async function store(trial: Trial): Promise<void> {
  await stage.local.set({ trials: [trial] });
  await settled();
}

beforeEach(() => {
  stage.local = new MemoryArea();
  stage.alarms.clear();
  setPolicy({});
  complaints.length = 0;
  resetDevice();
  // The last two weeks of the trial.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2027, 1, 20) });
  vi.stubGlobal('fetch', async () => Response.json(messagesOf('en')));
});

afterEach(() => vi.useRealTimers());

describe('startTrialAlarm', () => {
  it('registers every listener in the first tick, and none later', async () => {
    startTrialAlarm(complain);
    const first = registered();
    expect(first).toEqual({
      onAlarm: 1,
      onStartup: 1,
      onInstalled: 1,
      onAdded: 2,
      onRemoved: 1,
      onClicked: 1,
    });
    expect(stage.local.listeners.size).toBe(1);
    events.onStartup.fire();
    await settled();
    expect(registered()).toEqual(first);
  });

  it.each([
    ['the alarm', () => events.onAlarm.fire({ name: 'trials' })],
    ['a start of the browser', () => events.onStartup.fire()],
    ['an installation', () => events.onInstalled.fire()],
    ['a granted permission', () => events.onAdded.fire()],
    ['a withdrawn permission', () => events.onRemoved.fire()],
  ])('checks the trials after %s, and shows what is due once', async (_what, fire) => {
    await store(TRIAL);
    startTrialAlarm(complain);
    await settled();
    expect(device.shown).toEqual([]);
    fire();
    fire();
    await settled();
    expect(device.shown.map(([id]) => id)).toEqual([ID]);
    expect([...stage.alarms]).toEqual(['trials']);
    expect(complaints).toEqual([]);
  });

  it('checks the trials when the user changes them, and clears the alarm after the last one', async () => {
    startTrialAlarm(complain);
    await store(TRIAL);
    expect(device.shown.map(([id]) => id)).toEqual([ID]);
    await store({ ...TRIAL, decision: 'bought' });
    expect(device.shown).toHaveLength(1);
    expect(stage.alarms.size).toBe(0);
  });

  it('ignores other alarms', async () => {
    await store(TRIAL);
    startTrialAlarm(complain);
    events.onAlarm.fire({ name: 'other' });
    await settled();
    expect(device.shown).toEqual([]);
  });
});

describe('a notification', () => {
  it('has the site in its title and the last day in its text', async () => {
    const words = wordsIn('en');
    startTrialAlarm(complain);
    await store(TRIAL);
    expect(device.shown).toEqual([
      [
        ID,
        {
          type: 'basic',
          iconUrl: 'chrome-extension://own/icon/app-128.png',
          title: words.text('trials_tell_two_weeks', TRIAL.site),
          message: words.text('trials_notice_text', words.day('2027-02-28')),
        },
      ],
    ]);
  });

  it('that the browser refuses is reported, and shown by the next check', async () => {
    startTrialAlarm(complain);
    device.notifyFailure = new Error('Unable to download all specified images.');
    await store(TRIAL);
    expect(complaints).toEqual(['Error: Unable to download all specified images.']);
    expect(await storedTrials.get()).toEqual([TRIAL]);
    device.notifyFailure = null;
    events.onAlarm.fire({ name: 'trials' });
    await settled();
    expect(device.shown.map(([id]) => id)).toEqual([ID]);
    expect(await storedTrials.get()).toEqual([{ ...TRIAL, told: 'two-weeks' }]);
  });
});

describe('without the permission', () => {
  beforeEach(() => {
    device.mayNotify = false;
  });

  it('starts without the API, shows nothing, and keeps the alarm', async () => {
    startTrialAlarm(complain);
    await store(TRIAL);
    expect(device.shown).toEqual([]);
    expect(complaints).toEqual([]);
    expect([...stage.alarms]).toEqual(['trials']);
  });

  it('shows what is due as soon as it is granted, and listens to clicks once from then on', async () => {
    startTrialAlarm(complain);
    await store(TRIAL);
    device.mayNotify = true;
    events.onAdded.fire();
    // Another permission.
    events.onAdded.fire();
    await settled();
    expect(device.shown.map(([id]) => id)).toEqual([ID]);
    events.onClicked.fire(ID);
    await settled();
    expect(device.opened).toHaveLength(1);
  });
});

describe('a click', () => {
  it('on a notification of a trial opens the trials on the options page', async () => {
    startTrialAlarm(complain);
    events.onClicked.fire(ID);
    await settled();
    expect(device.opened).toEqual([{ url: 'chrome-extension://own/options.html#trials' }]);
  });

  it.each(['trials', 'other:shop.example.com', ''])('on the notification %j opens nothing', async (id) => {
    startTrialAlarm(complain);
    events.onClicked.fire(id);
    await settled();
    expect(device.opened).toEqual([]);
  });

  it('without a window for the page is reported', async () => {
    startTrialAlarm(complain);
    device.openFailure = new Error('No current window');
    events.onClicked.fire(ID);
    await settled();
    expect(complaints).toEqual(['Error: No current window']);
  });
});
