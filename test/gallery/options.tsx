// The options page with named settings and sites; changes last until the page is left.
import { ActionsProvider } from '../../components/ui/actions-context.tsx';
import { mount } from '../../components/ui/mount.tsx';
import { OptionsView } from '../../components/options/options-view.tsx';
import { NO_ANSWERS } from '../../lib/plans/answers.ts';
import { parseCatalogue } from '../../lib/plans/read-catalogue.ts';
import { unseenSite } from '../../lib/plans/site-facts.ts';
import { readTypedHost } from '../../lib/address/site.ts';
import { changeSettings } from '../../lib/settings/settings.ts';
import { isLanguage } from '../../lib/text/language.ts';
import { EXAMPLE_TIME } from '../../lib/verdict/example.ts';
import type { DraftName, Drafts } from '../../lib/settings/drafts.ts';
import { CATALOGUE } from '../fixtures/site-fixtures.ts';
import { OPTIONS_FIXTURES } from '../fixtures/views.ts';
import type { OptionsFixture } from '../fixtures/views.ts';
import { ACTIONS, ask } from './actions.ts';
import { galleryWords, readFixture, readLanguage, readParam } from './params.ts';
import { onAddress, Shown } from './shown.tsx';

const view = mount(document);
/** Of the state that is shown; what tests type in one is not there in the next. */
let kept = new Map<DraftName, string>();
const drafts: Drafts = {
  read: (name) => kept.get(name),
  write: async (name, text) => {
    if (readParam('save') === 'refused') throw new Error('refused');
    if (text === null) kept.delete(name);
    else kept.set(name, text);
  },
};

function show(fixture: OptionsFixture): void {
  const {
    settings,
    managed,
    site,
    contacts,
    trials = [],
    counts = [],
    faults = [],
    diagnostics = [],
  } = fixture;
  const words = galleryWords(settings.language === 'auto' ? readLanguage() : settings.language);
  const change = async (next: Partial<OptionsFixture>): Promise<void> => {
    if (readParam('save') === 'refused') throw new Error('refused');
    show({ ...fixture, ...next });
  };
  view.render(
    words,
    words.text('options_title'),
    <Shown key={location.search}>
      <ActionsProvider actions={ACTIONS}>
        <OptionsView
          settings={settings}
          managed={managed}
          explainUrl="explain.html"
          target={null}
          onChange={(wanted) => change({ settings: changeSettings(settings, wanted) })}
          onForgetWarnings={async () => ask('forget warnings')}
          diagnostics={{
            diagnostics,
            origin: { version: '1.2.3', userAgent: 'Example/1.0' },
            onClear: () => change({ diagnostics: [] }),
          }}
          campaign={{ utm_campaign: 'autumn' }}
          policyFaults={faults}
          onEvent={(event) => document.documentElement.setAttribute('data-event', event)}
          campaigns={{
            counts,
            today: '2026-10-20',
            onClear: () => change({ counts: [] }),
          }}
          drafts={drafts}
          reminder={{
            trials,
            today: '2026-10-20',
            months: 3,
            mayNotify: readParam('notify') === 'allowed',
            onChange: (work) => change({ trials: work(trials) }),
            onAskToNotify: async () => {
              ask('notify');
              return false;
            },
            onStopNotifying: async () => ask('stop notifying'),
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
            now: () => EXAMPLE_TIME,
          }}
          plans={{
            ...site,
            now: EXAMPLE_TIME,
            onSite: (text) => {
              const own = readTypedHost(text);
              if (own !== null)
                show({ ...fixture, site: { ...site, facts: unseenSite(own), answers: NO_ANSWERS } });
              return own !== null;
            },
            onAnswers: (answers) => change({ site: { ...site, answers } }),
            onForget: () => change({ site: { ...site, answers: NO_ANSWERS } }),
            onImport: async (json) => {
              const catalogue = parseCatalogue(json);
              show({
                ...fixture,
                site: { ...site, catalogue, catalogueSource: 'imported', catalogueFault: null },
              });
            },
            onReset: () =>
              change({
                site: { ...site, catalogue: CATALOGUE, catalogueSource: 'packaged', catalogueFault: null },
              }),
          }}
        />
      </ActionsProvider>
    </Shown>,
  );
}

// The address asks for the language here, or every state would need a copy per language.
onAddress(() => {
  kept = new Map();
  const fixture = readFixture(OPTIONS_FIXTURES);
  const asked = readLanguage();
  show({ ...fixture, settings: { ...fixture.settings, language: isLanguage(asked) ? asked : 'auto' } });
});
