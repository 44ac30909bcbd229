// The options page with named settings; changes last until the page is left.
import { mount } from '../../components/mount.tsx';
import { OptionsView } from '../../components/options/options-view.tsx';
import { OPTIONS_FIXTURES } from '../fixtures/views.ts';
import type { OptionsFixture } from '../fixtures/views.ts';
import { galleryWords, readFixture, readLanguage, readParam } from './params.ts';
import { onAddress, Shown } from './shown.tsx';

const view = mount(document);

function show({ settings, managed }: OptionsFixture): void {
  const words = galleryWords(settings.language === 'auto' ? readLanguage() : settings.language);
  view.render(
    words,
    words.text('options_title'),
    <Shown key={location.search}>
      <OptionsView
        settings={settings}
        managed={managed}
        explainUrl="explain.html"
        onChange={async (patch) => {
          if (readParam('save') === 'refused') throw new Error('refused');
          show({ settings: { ...settings, ...patch }, managed });
        }}
      />
    </Shown>,
  );
}

// The address asks for the language here, or every state would need a copy per language.
onAddress(() => {
  const { settings, managed } = readFixture(OPTIONS_FIXTURES);
  show({ settings: { ...settings, language: readLanguage() }, managed });
});
