// The options page: joins the stored settings to the view.
import { mount } from '../../components/mount.tsx';
import { OptionsView } from '../../components/options/options-view.tsx';
import { readPolicy, readSettings, watchSettings, writeSettings } from '../../lib/platform/settings.ts';
import { loadWords } from '../../lib/platform/words.ts';
import { MANAGED_SETTINGS } from '../../lib/settings/settings.ts';
import type { Settings } from '../../lib/settings/settings.ts';

const view = mount(document);

async function show(settings: Settings): Promise<void> {
  const [words, policy] = await Promise.all([loadWords(), readPolicy()]);
  const managed = MANAGED_SETTINGS.filter((name) => name in policy);
  view.render(
    words,
    `${words.text('options_title')} · ${words.text('extension_name')}`,
    <OptionsView settings={settings} managed={managed} onChange={writeSettings} explainUrl="/explain.html" />,
  );
}

readSettings().then(show).catch(reportError);
watchSettings((settings) => void show(settings).catch(reportError));
