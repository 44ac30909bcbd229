// The options page with named settings; changes last until the page is left.
import { mount } from '../../components/mount.tsx';
import { OptionsView } from '../../components/options/options-view.tsx';
import { EXAMPLE_TIME } from '../../lib/verdict/example.ts';
import { OPTIONS_FIXTURES } from '../fixtures/views.ts';
import type { OptionsFixture } from '../fixtures/views.ts';
import { galleryWords, readFixture, readLanguage, readParam } from './params.ts';
import { onAddress, Shown } from './shown.tsx';

const view = mount(document);

function show({ settings, managed, contacts }: OptionsFixture): void {
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
          show({ settings: { ...settings, ...patch }, managed, ...(contacts && { contacts }) });
        }}
        readiness={{
          page:
            contacts === undefined
              ? null
              : {
                  host: 'shop.example.com',
                  onRead: async () => (readParam('read') === 'refused' ? null : contacts),
                },
          onCopy: copy,
          now: () => EXAMPLE_TIME,
        }}
      />
    </Shown>,
  );
}

async function copy(text: string): Promise<void> {
  if (readParam('copy') === 'refused') throw new Error('refused');
  document.documentElement.dataset['asked'] = `copy ${text}`;
}

// The address asks for the language here, or every state would need a copy per language.
onAddress(() => {
  const fixture = readFixture(OPTIONS_FIXTURES);
  show({ ...fixture, settings: { ...fixture.settings, language: readLanguage() } });
});
