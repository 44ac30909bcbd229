// The welcome page: joins the browser's access, the settings and the words to the view.
import { mount } from '../../components/ui/mount.tsx';
import { WelcomeView } from '../../components/welcome/welcome-view.tsx';
import { BROWSER } from '../../lib/platform/browser.ts';
import { requestAccess, watchAccess } from '../../lib/platform/views/tab-orders.ts';
import { readSettings, watchSettings, writeSettings } from '../../lib/platform/settings-storage.ts';
import { loadWords } from '../../lib/platform/load-words.ts';
import type { Settings } from '../../lib/settings/settings.ts';

const view = mount(document);
let hasAccess: boolean | null = null;
let shown = 0;

async function show(): Promise<void> {
  const turn = ++shown;
  const [settings, words] = await Promise.all([readSettings(), loadWords()]);
  // A later turn has newer answers of the browser.
  if (turn !== shown) return;
  view.render(
    words,
    `${words.text('welcome_title')} · ${words.text('extension_name')}`,
    <WelcomeView
      hasAccess={hasAccess}
      button={navigator.userAgent.includes('Android') ? 'phone' : BROWSER}
      voice={settings.voice}
      hasOffers={!settings.hideOffers}
      optionsUrl="/options.html"
      explainUrl="/explain.html"
      onAllow={requestAccess}
      onVoice={(voice) => change({ voice })}
      onLanguage={(language) => change({ language })}
    />,
  );
}

function change(patch: Partial<Settings>): void {
  // What the browser did not keep is shown as it was.
  writeSettings(patch).catch(reportError).finally(showAgain);
}

function showAgain(): void {
  show().catch(reportError);
}

watchAccess((next) => {
  hasAccess = next;
  showAgain();
});
watchSettings(showAgain);
