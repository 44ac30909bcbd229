// What every page of the extension starts with: the settings, the words in the chosen language, and the actions of its views.
import type { Settings, SettingsChange } from '../../settings/settings.ts';
import type { Language } from '../../text/language.ts';
import type { Words } from '../../words/words.ts';
import { loadWords } from '../load-words.ts';
import { readSettings, watchSettings, writeSettings } from '../settings-storage.ts';
import { openStore } from './create-store.ts';
import type { Store, WritableStore } from './create-store.ts';
import { pageActions } from './page-actions.ts';
import type { PageActions } from './page-actions.ts';

export interface PreparedPage {
  readonly settings: WritableStore<Settings>;
  readonly words: Store<Words>;
  readonly actions: PageActions;
}

/** What an entry point mounts: a view's port and the common parts of every page. */
export interface Prepared<Port> extends Pick<PreparedPage, 'words' | 'actions'> {
  readonly port: Port;
}

/** `leave`: called with the promise of opening another page. */
export async function preparePage(
  leave: (opening: Promise<void>) => void = reportFailure,
): Promise<PreparedPage> {
  const [settings, words] = await Promise.all([
    openStore(readSettings, watchSettings),
    openStore(loadWords, watchSettings),
  ]);
  return { settings, words, actions: pageActions(leave) };
}

/** Changes settings where no view shows whether the browser saved them; a failure is reported. */
export function changeSettings(change: SettingsChange): void {
  writeSettings(change).catch(reportError);
}

/** Changes the language of the extension. */
export function chooseLanguage(language: Language): void {
  changeSettings({ language });
}

function reportFailure(opening: Promise<void>): void {
  opening.catch(reportError);
}
