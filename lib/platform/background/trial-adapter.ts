// What wakes the background for trials, and the notification that says that one ends.
import { endOf } from '../../trials/trial.ts';
import type { Reminder } from '../../trials/trial.ts';
import { keyFor } from '../../words/word-keys.ts';
import { browser } from '../browser.ts';
import { openOptionsAt } from '../extension-pages.ts';
import { loadWords } from '../load-words.ts';
import { TRIALS_KEY } from '../storage-keys.ts';
import { alone } from '../stored.ts';
import {
  keepWaking,
  mayNotify,
  storedTrials,
  today,
  TRIALS_ALARM,
  TRIALS_ANCHOR,
  watchTrials,
} from '../trial-storage.ts';
import { remind } from './trial-service.ts';
import type { TrialPorts } from './trial-service.ts';

/** Registers everything that can wake the background for trials. Call in the first tick. */
export function startReminding(complain: (error: unknown) => void): void {
  const look = (): void => void remind(PORTS).catch(complain);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === TRIALS_ALARM) look();
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
    if (id.startsWith(`${TRIALS_ALARM}:`)) openOptionsAt(TRIALS_ANCHOR).catch(complain);
  }
}

const PORTS: TrialPorts = {
  today,
  read: storedTrials,
  write: (trials) => browser.storage.local.set({ [TRIALS_KEY]: trials }),
  alone: (work) => alone(TRIALS_KEY, work),
  canTell: mayNotify,
  tell,
  keepWaking,
};

async function tell({ trial, stage }: Reminder): Promise<void> {
  const words = await loadWords();
  if (stage === 'running') return;
  // The same trial at the same stage takes the place of its earlier notification.
  await browser.notifications.create(`${TRIALS_ALARM}:${trial.site}:${trial.startedOn}:${stage}`, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icon/app-128.png'),
    title: words.text(keyFor('trials_tell', stage), trial.site),
    message: words.text('trials_tell_text', words.day(endOf(trial))),
  });
}
