// The options page: joins the stored settings to the view.
import { mount } from '../../components/mount.tsx';
import { OptionsView } from '../../components/options/options-view.tsx';
import { readSettings, watchSettings, writeSettings } from '../../lib/platform/settings.ts';
import { loadWords } from '../../lib/platform/words.ts';
import type { Settings } from '../../lib/settings/settings.ts';

const view = mount(document);

async function show(settings: Settings): Promise<void> {
  const words = await loadWords();
  view.render(
    words,
    `${words.text('options_title')} · ${words.text('extension_name')}`,
    <OptionsView settings={settings} onChange={writeSettings} explainUrl="/explain.html" />,
  );
}

readSettings().then(show).catch(reportError);
watchSettings((settings) => void show(settings).catch(reportError));
