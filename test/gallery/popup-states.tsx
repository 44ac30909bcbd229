// The popup in a named state. Each of its requests to the browser is written to `data-asked`, so that a test can read it.
import '../../components/popup/popup-page.css';
import { mount } from '../../components/ui/mount.tsx';
import { PopupView } from '../../components/popup/popup-view.tsx';
import { DEFAULT_LOOK_UP_SERVER } from '../../lib/look-up/query.ts';
import { EXAMPLE_TIME } from '../../lib/verdict/example.ts';
import { POPUP_FIXTURES } from '../fixtures/views.ts';
import { ACTIONS, ask } from './actions.ts';
import { galleryWords, readFixture, readLanguage, readParam, readVoice } from './params.ts';
import { galleryTools } from './gallery-tools.ts';
import { fixedStore } from './fixed-store.ts';
import { onAddress, Shown } from './shown.tsx';

document.documentElement.dataset['page'] = '';
const render = mount(document);

function show(language: string, voice: 'visitor' | 'owner'): void {
  const words = galleryWords(language);
  const fixture = readFixture(POPUP_FIXTURES);
  render(
    { words: fixedStore(words), actions: ACTIONS, title: ({ text }) => text('extension_name') },
    <Shown key={location.search}>
      <PopupView
        page={fixture.page}
        voice={voice}
        browser={fixture.browser}
        now={() => EXAMPLE_TIME}
        onVoice={(next) => show(language, next)}
        onLanguage={(next) => show(next, voice)}
        onOptions={() => ask('options')}
        onReadiness={() => ask('readiness')}
        onSite={() => ask('site')}
        mixed={galleryTools(fixture, ask)}
        lookUp={{
          server: DEFAULT_LOOK_UP_SERVER,
          onAsk: async (host) => {
            ask(`look-up ${host}`);
            return readParam('access') !== 'refused';
          },
        }}
        onAllow={async () => {
          ask('allow');
          return false;
        }}
        onReload={() => ask('reload')}
      />
    </Shown>,
  );
}

onAddress(() => show(readLanguage(), readVoice()));
