// The options page with named settings; changes last until the page is left.
import { mount } from '../../components/mount.tsx';
import { OptionsView } from '../../components/options/options-view.tsx';
import { EXAMPLE_TIME } from '../../lib/verdict/example.ts';
import { OPTIONS_FIXTURES } from '../fixtures/views.ts';
import type { OptionsFixture } from '../fixtures/views.ts';
import { galleryWords, readFixture, readLanguage, readParam } from './params.ts';
import { onAddress, Shown } from './shown.tsx';

const view = mount(document);

function show(fixture: OptionsFixture): void {
  const { settings, managed, contacts, trials = [] } = fixture;
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
          show({ ...fixture, settings: { ...settings, ...patch } });
        }}
        reminder={{
          trials,
          today: '2026-10-20',
          months: 3,
          mayNotify: readParam('notify') === 'allowed',
          onChange: async (change) => {
            if (readParam('save') === 'refused') throw new Error('refused');
            show({ ...fixture, trials: change(trials) });
          },
          onAskToNotify: async () => {
            ask('notify');
            return false;
          },
          onStopNotifying: async () => ask('stop notifying'),
          onSave: ({ name, text }) => ask(`save ${name} ${text}`),
          now: () => EXAMPLE_TIME,
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
  ask(`copy ${text}`);
}

/** What the view asked of the browser, for tests to read. */
function ask(what: string): void {
  document.documentElement.dataset['asked'] = what;
}

// The address asks for the language here, or every state would need a copy per language.
onAddress(() => {
  const fixture = readFixture(OPTIONS_FIXTURES);
  show({ ...fixture, settings: { ...fixture.settings, language: readLanguage() } });
});
