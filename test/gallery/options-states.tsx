// The options page with named settings and sites; changes last until the page is left.
import { mount } from '../../components/ui/mount.tsx';
import { OptionsView } from '../../components/options/options-view.tsx';
import type { OptionsPort } from '../../components/options/options-view.tsx';
import type { Store } from '../../components/ui/use-store.ts';
import { NO_ANSWERS } from '../../lib/plans/answers.ts';
import { parseCatalogue } from '../../lib/plans/read-catalogue.ts';
import { unseenSite } from '../../lib/plans/site-facts.ts';
import { readTypedHost } from '../../lib/address/site.ts';
import { changeSettings } from '../../lib/settings/settings.ts';
import type { ManagedSetting, Policy, Settings } from '../../lib/settings/settings.ts';
import { isLanguage } from '../../lib/text/language.ts';
import { EXAMPLE_TIME } from '../../lib/verdict/example.ts';
import type { DraftName, Drafts } from '../../lib/settings/drafts.ts';
import { CATALOGUE } from '../fixtures/site-fixtures.ts';
import type { SiteFixture } from '../fixtures/site-fixtures.ts';
import { OPTIONS_FIXTURES } from '../fixtures/views.ts';
import type { OptionsFixture } from '../fixtures/views.ts';
import { ACTIONS, ask } from './actions.ts';
import { galleryWords, readFixture, readLanguage, readParam } from './params.ts';
import { fixedStore } from './fixed-store.ts';
import { onAddress, Shown } from './shown.tsx';

const render = mount(document);
/** The drafts of the shown state; a text typed in one state does not appear in the next. */
let kept = new Map<DraftName, string>();
const drafts: Drafts = {
  read: (name) => kept.get(name),
  write: async (name, text) => {
    if (readParam('save') === 'refused') throw new Error('refused');
    if (text === null) kept.delete(name);
    else kept.set(name, text);
  },
};

const refuseOrDo = async (work: () => void): Promise<void> => {
  if (readParam('save') === 'refused') throw new Error('refused');
  work();
};

function show(fixture: OptionsFixture): void {
  const { settings } = fixture;
  const words = galleryWords(settings.language === 'auto' ? readLanguage() : settings.language);
  render(
    { words: fixedStore(words), actions: ACTIONS, title: ({ text }) => text('options_title') },
    <Shown key={location.search}>
      <OptionsView port={portOf(fixture)} target={null} />
    </Shown>,
  );
}

const today = (): string => '2026-10-20';
const now = (): number => EXAMPLE_TIME;

/** What the page receives from the browser in a state; every change renders the changed state. */
function portOf(fixture: OptionsFixture): OptionsPort {
  const { managed, contacts, trials = [], counts = [], faults = [], diagnostics = [] } = fixture;
  const settings = fixedStore(fixture.settings);
  const plans = plansOf(fixture, settings);
  const { catalogue } = plans;
  const change = (next: Partial<OptionsFixture>): Promise<void> =>
    refuseOrDo(() => show({ ...fixture, ...next }));
  return {
    settings: {
      settings,
      policy: fixedStore({ settings: pick(fixture.settings, managed), faults }),
      change: (wanted) => change({ settings: changeSettings(fixture.settings, wanted) }),
      forgetWarnings: async () => ask('forget warnings'),
      diagnostics: fixedStore(diagnostics),
      diagnosticsOrigin: { version: '1.2.3', userAgent: 'Example/1.0' },
      clearDiagnostics: () => change({ diagnostics: [] }),
      explainUrl: 'explain.html',
    },
    plans,
    trials: {
      settings,
      catalogue,
      trials: fixedStore(trials),
      mayNotify: fixedStore(readParam('notify') === 'allowed'),
      today,
      now,
      change: (work) => change({ trials: work(trials) }),
      askToNotify: async () => {
        ask('notify');
        return false;
      },
      stopNotifying: async () => ask('stop notifying'),
    },
    readiness: {
      page: fixedStore(
        contacts === undefined
          ? null
          : {
              host: 'shop.example.com',
              read: async () => (readParam('read') === 'refused' ? null : contacts),
            },
      ),
      now,
    },
    campaigns: {
      settings,
      catalogue,
      counts: fixedStore(counts),
      today,
      clear: () => change({ counts: [] }),
    },
    drafts,
  };
}

function plansOf(fixture: OptionsFixture, settings: Store<Settings>): OptionsPort['plans'] {
  const { site } = fixture;
  const showSite = (next: Partial<SiteFixture>): void => show({ ...fixture, site: { ...site, ...next } });
  return {
    settings,
    catalogue: fixedStore({
      catalogue: site.catalogue,
      source: site.catalogueSource,
      fault: site.catalogueFault,
    }),
    site: fixedStore(site),
    campaign: fixedStore({ utm_campaign: 'autumn' }),
    now: EXAMPLE_TIME,
    chooseSite: (text) => {
      const own = readTypedHost(text);
      if (own !== null) showSite({ facts: unseenSite(own), answers: NO_ANSWERS });
      return own !== null;
    },
    answer: (answers) => refuseOrDo(() => showSite({ answers })),
    forget: () => refuseOrDo(() => showSite({ answers: NO_ANSWERS })),
    importCatalogue: async (json) =>
      showSite({ catalogue: parseCatalogue(json), catalogueSource: 'imported', catalogueFault: null }),
    resetCatalogue: () =>
      refuseOrDo(() => showSite({ catalogue: CATALOGUE, catalogueSource: 'packaged', catalogueFault: null })),
    count: (event) => document.documentElement.setAttribute('data-event', event),
  };
}

/** The settings that the organisation's policy sets. */
function pick(settings: Settings, managed: readonly ManagedSetting[]): Policy {
  return Object.fromEntries(managed.map((name) => [name, settings[name]]));
}

// The address determines the language; otherwise every state would need a copy per language.
onAddress(() => {
  kept = new Map();
  const fixture = readFixture(OPTIONS_FIXTURES);
  const asked = readLanguage();
  show({ ...fixture, settings: { ...fixture.settings, language: isLanguage(asked) ? asked : 'auto' } });
});
