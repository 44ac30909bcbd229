// The noted trials in `storage.local`, the alarm that wakes the background for them, and the notification that says one ends.
import type { Day } from '../text/day.ts';
import { writeDay } from '../text/day.ts';
import { endOf, isWaiting, readTrials } from '../trials/trial.ts';
import type { Reminder, Trial } from '../trials/trial.ts';
import { keyFor } from '../words/word-keys.ts';
import { browser } from './browser.ts';
import { TRIALS_KEY as KEY } from './storage-keys.ts';
import { openOptionsAt } from './extension-pages.ts';
import { remind } from './background/trial-service.ts';
import type { TrialPorts } from './background/trial-service.ts';
import { alone } from './stored.ts';
import { loadWords } from './load-words.ts';

const ALARM = 'trials';
/** Minutes between two looks at the calendar. Short enough that a clock set anew costs hours and not days. */
const PERIOD = 360;

/** Where on the options page the trials are. */
export const TRIALS_ANCHOR = 'trials';

/** Today where the browser is. */
export function today(): Day {
  const now = new Date();
  return writeDay(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

export async function storedTrials(): Promise<readonly Trial[]> {
  return readTrials((await browser.storage.local.get(KEY))[KEY]);
}

/** Changes the trials, and nobody else meanwhile. Rejects when the browser could not store them. */
export async function changeTrials(change: (trials: readonly Trial[]) => readonly Trial[]): Promise<void> {
  await alone(KEY, async () => {
    const trials = change(await storedTrials());
    if (trials.length === 0) await browser.storage.local.remove(KEY);
    else await browser.storage.local.set({ [KEY]: trials });
    // Not left to the background, which may be asleep.
    await keepWaking(trials.some(isWaiting));
  });
}

/** Calls back whenever the trials change, or whether they may be told of. */
export function watchTrials(onChange: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (KEY in changes) onChange();
  });
  browser.permissions.onAdded.addListener(onChange);
  browser.permissions.onRemoved.addListener(onChange);
}

export async function mayNotify(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['notifications'] });
}

/** Asks for notifications; false when the person said no. Call from a click. */
export async function askToNotify(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['notifications'] });
}

/** Gives the right to notify back. */
export async function stopNotifying(): Promise<void> {
  await browser.permissions.remove({ permissions: ['notifications'] });
}

/** Registers everything that can wake the background for trials. Call in the first tick. */
export function startReminding(complain: (error: unknown) => void): void {
  const look = (): void => void remind(PORTS).catch(complain);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) look();
  });
  // Firefox keeps no alarm over a restart, and no browser rings for one that it slept through.
  browser.runtime.onStartup.addListener(look);
  browser.runtime.onInstalled.addListener(look);
  watchTrials(look);
  listenToClicks();
  browser.permissions.onAdded.addListener(listenToClicks);

  function listenToClicks(): void {
    // Not there until the person allows notifications; the polyfill's types do not know that.
    const notifications = browser.notifications as typeof browser.notifications | undefined;
    if (notifications?.onClicked.hasListener(onClicked) === false)
      notifications.onClicked.addListener(onClicked);
  }
  function onClicked(id: string): void {
    if (id.startsWith(`${ALARM}:`)) openOptionsAt(TRIALS_ANCHOR).catch(complain);
  }
}

const PORTS: TrialPorts = {
  today,
  read: storedTrials,
  write: (trials) => browser.storage.local.set({ [KEY]: trials }),
  alone: (work) => alone(KEY, work),
  canTell: mayNotify,
  tell,
  keepWaking,
};

async function keepWaking(isWanted: boolean): Promise<void> {
  if (!isWanted) await browser.alarms.clear(ALARM);
  // Making one that is there already would begin its time anew.
  else if ((await browser.alarms.get(ALARM)) === undefined)
    await browser.alarms.create(ALARM, { periodInMinutes: PERIOD });
}

async function tell({ trial, stage }: Reminder): Promise<void> {
  const words = await loadWords();
  if (stage === 'running') return;
  // The same trial at the same stage takes the place of its earlier notification.
  await browser.notifications.create(`${ALARM}:${trial.site}:${trial.startedOn}:${stage}`, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icon/app-128.png'),
    title: words.text(keyFor('trials_tell', stage), trial.site),
    message: words.text('trials_tell_text', words.day(endOf(trial))),
  });
}
