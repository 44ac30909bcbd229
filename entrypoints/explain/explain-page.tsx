// "Risks explained": joins the language, the catalogue and the address's anchor to the view.
import { mount } from '../../components/ui/mount.tsx';
import { ExplainView } from '../../components/explain/explain-view.tsx';
import { watchSettings, writeSettings } from '../../lib/platform/settings-storage.ts';
import { loadWords } from '../../lib/platform/load-words.ts';
import { FINDINGS } from '../../lib/verdict/finding-list.ts';

const view = mount(document);

async function show(): Promise<void> {
  const words = await loadWords();
  view.render(
    words,
    `${words.text('explain_title')} · ${words.text('extension_name')}`,
    <ExplainView
      findings={FINDINGS}
      target={decodeURIComponent(location.hash.slice(1)) || null}
      onLanguage={(language) => void writeSettings({ language }).catch(reportError)}
    />,
  );
}

const showAgain = (): void => void show().catch(reportError);
showAgain();
addEventListener('hashchange', showAgain);
watchSettings(showAgain);
