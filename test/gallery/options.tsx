// The options page with named settings; changes last until the page is left.
import { mount } from '../../components/mount.tsx';
import { OptionsView } from '../../components/options/options-view.tsx';
import type { Settings } from '../../lib/settings/settings.ts';
import { OPTIONS_FIXTURES } from '../fixtures/views.ts';
import { galleryWords, readFixture, readLanguage, readParam } from './params.ts';
import { onAddress, Shown } from './shown.tsx';

const view = mount(document);

function show(settings: Settings): void {
  const words = galleryWords(settings.language === 'auto' ? readLanguage() : settings.language);
  view.render(
    words,
    words.text('options_title'),
    <Shown key={location.search}>
      <OptionsView
        settings={settings}
        explainUrl="explain.html"
        onChange={async (patch) => {
          if (readParam('save') === 'refused') throw new Error('refused');
          show({ ...settings, ...patch });
        }}
      />
    </Shown>,
  );
}

// The address asks for the language here, or every state would need a copy per language.
onAddress(() => show({ ...readFixture(OPTIONS_FIXTURES), language: readLanguage() }));
