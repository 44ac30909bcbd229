// The options page: joins the stored settings, and with `?tab=ID` the page in that tab, to the view.
import { mount } from '../../components/mount.tsx';
import { OptionsView } from '../../components/options/options-view.tsx';
import type { ReadinessPort } from '../../components/options/readiness-section.tsx';
import { parseAddress } from '../../lib/page/address.ts';
import type { PageState } from '../../lib/page/page-state.ts';
import { readContacts } from '../../lib/platform/page-contacts.ts';
import { namedTab } from '../../lib/platform/pages.ts';
import { saveFile } from '../../lib/platform/save-file.ts';
import {
  askToNotify,
  changeTrials,
  mayNotify,
  stopNotifying,
  storedTrials,
  today,
  watchTrials,
} from '../../lib/platform/trials.ts';
import { watchPage } from '../../lib/platform/record-view.ts';
import { readPolicy, readSettings, watchSettings, writeSettings } from '../../lib/platform/settings.ts';
import { TRIAL_MONTHS } from '../../lib/reminder/trial.ts';
import { loadWords } from '../../lib/platform/words.ts';
import { MANAGED_SETTINGS } from '../../lib/settings/settings.ts';
import type { Settings } from '../../lib/settings/settings.ts';

const view = mount(document);
const tabId = namedTab(location.search);
const state: { settings: Settings | null; page: PageState | null } = { settings: null, page: null };

async function show(): Promise<void> {
  const [words, policy, trials, isNotifying] = await Promise.all([
    loadWords(),
    readPolicy(),
    storedTrials(),
    mayNotify(),
  ]);
  if (state.settings === null) return;
  const managed = MANAGED_SETTINGS.filter((name) => name in policy);
  view.render(
    words,
    `${words.text('options_title')} · ${words.text('extension_name')}`,
    <OptionsView
      settings={state.settings}
      managed={managed}
      onChange={writeSettings}
      explainUrl="/explain.html"
      readiness={{ page: readinessPage(state.page), onCopy: copy, now: Date.now }}
      reminder={{
        trials,
        today: today(),
        months: TRIAL_MONTHS,
        mayNotify: isNotifying,
        onChange: changeTrials,
        onAskToNotify: askToNotify,
        onStopNotifying: stopNotifying,
        onSave: saveFile,
        now: Date.now,
      }}
    />,
  );
}

function copy(text: string): Promise<void> {
  return navigator.clipboard.writeText(text);
}

/** The page in the named tab, if it is one of the web. */
function readinessPage(page: PageState | null): ReadinessPort['page'] {
  if (tabId === null || page === null || page.kind === 'no-access') return null;
  const url = page.kind === 'record' ? page.record.url : page.url;
  const address = url === null ? null : parseAddress(url);
  if (address === null || !/^https?:$/.test(address.protocol)) return null;
  return { host: address.host, onRead: () => readContacts(tabId, page) };
}

async function use(settings: Settings): Promise<void> {
  state.settings = settings;
  await show();
}

readSettings().then(use).catch(reportError);
watchTrials(() => void show().catch(reportError));
watchSettings((settings) => void use(settings).catch(reportError));
if (tabId !== null)
  watchPage(tabId, (page) => {
    state.page = page;
    show().catch(reportError);
  });
