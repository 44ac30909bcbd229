// The events that wake the background for trials, and the notification that one ends.
import { endOf } from '../../trials/trial.ts';
import type { Reminder } from '../../trials/trial.ts';
import { keyFor } from '../../words/word-keys.ts';
import { keepAlarm, TRIAL_ALARM } from '../alarms.ts';
import { browser } from '../browser.ts';
import { openOptionsAt } from '../extension-pages.ts';
import { loadWords } from '../load-words.ts';
import { mayNotify } from '../notifications.ts';
import { today } from '../today.ts';
import { storedTrials, watchTrials } from '../trial-storage.ts';
import { remind } from './trial-service.ts';
import type { TrialPorts } from './trial-service.ts';

/** The section of the options page with the trials. */
const TRIALS_ANCHOR = 'trials';

/** Registers everything that can wake the background for trials. Call in the first tick. */
export function startTrialAlarm(complain: (error: unknown) => void): void {
  const check = (): void => void remind(PORTS).catch(complain);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === TRIAL_ALARM) check();
  });
  // Firefox drops alarms on a restart, and no browser makes up for an alarm that it missed.
  browser.runtime.onStartup.addListener(check);
  browser.runtime.onInstalled.addListener(check);
  watchTrials(check);
  listenToClicks();
  browser.permissions.onAdded.addListener(listenToClicks);

  function listenToClicks(): void {
    // Missing until the user allows notifications, which the polyfill's types do not express.
    const notifications = browser.notifications as typeof browser.notifications | undefined;
    if (notifications?.onClicked.hasListener(onClicked) === false)
      notifications.onClicked.addListener(onClicked);
  }
  function onClicked(id: string): void {
    if (id.startsWith(`${TRIAL_ALARM}:`)) openOptionsAt(TRIALS_ANCHOR).catch(complain);
  }
}

const PORTS: TrialPorts = {
  today,
  change: (apply) => storedTrials.change(apply),
  mayNotify,
  notify,
  keepWaking: (isWanted) => keepAlarm(TRIAL_ALARM, isWanted),
};

async function notify({ trial, stage }: Reminder): Promise<void> {
  const words = await loadWords();
  if (stage === 'running') return;
  // A notification of the same trial at the same stage replaces the earlier one.
  await browser.notifications.create(`${TRIAL_ALARM}:${trial.site}:${trial.startedOn}:${stage}`, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icon/app-128.png'),
    title: words.text(keyFor('trials_tell', stage), trial.site),
    message: words.text('trials_notice_text', words.day(endOf(trial))),
  });
}
