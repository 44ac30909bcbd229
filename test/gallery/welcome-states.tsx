// The welcome page in a named state.
import { mount } from '../../components/ui/mount.tsx';
import { WelcomeView } from '../../components/welcome/welcome-view.tsx';
import { WELCOME_FIXTURES } from '../fixtures/views.ts';
import type { WelcomeFixture } from '../fixtures/views.ts';
import { ACTIONS } from './actions.ts';
import { galleryWords, readFixture, readLanguage, readParam } from './params.ts';
import { fixedStore } from './fixed-store.ts';
import { onAddress, Shown } from './shown.tsx';

const render = mount(document);

function show(language: string, fixture: WelcomeFixture): void {
  const words = galleryWords(language);
  render(
    { words: fixedStore(words), actions: ACTIONS, title: ({ text }) => text('welcome_title') },
    <Shown key={location.search}>
      <WelcomeView
        {...fixture}
        optionsUrl="options.html"
        explainUrl="explain.html"
        onAllow={async () => {
          const hasAccess = readParam('access') !== 'refused';
          show(language, { ...fixture, hasAccess });
          return hasAccess;
        }}
        onVoice={(voice) => show(language, { ...fixture, voice })}
        onLanguage={(next) => show(next, fixture)}
      />
    </Shown>,
  );
}

onAddress(() => show(readLanguage(), readFixture(WELCOME_FIXTURES)));
