// The options page with named settings; changes last until the page is left.
import { mount } from '../../components/mount.tsx';
import { OptionsView } from '../../components/options/options-view.tsx';
import type { Settings } from '../../lib/settings/settings.ts';
import { OPTIONS_FIXTURES } from '../fixtures/views.ts';
import './gallery.css';
import { applyTheme, galleryWords, readFixture, readLanguage } from './params.ts';

applyTheme();
const view = mount(document);
const canSave = new URLSearchParams(location.search).get('save') !== 'refused';

function show(settings: Settings): void {
  const words = galleryWords(settings.language === 'auto' ? readLanguage() : settings.language);
  view.render(
    words,
    words.text('options_title'),
    <OptionsView
      settings={settings}
      explainUrl="explain.html"
      onChange={async (patch) => {
        if (!canSave) throw new Error('refused');
        show({ ...settings, ...patch });
      }}
    />,
  );
}

// The address asks for the language here, or every state would need a copy per language.
show({ ...readFixture(OPTIONS_FIXTURES), language: readLanguage() });
