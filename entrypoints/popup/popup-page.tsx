// The popup. With `?tab=ID` it is opened in a tab.
import '../../components/popup/popup-page.css';
import { PopupContainer } from '../../components/popup/popup-container.tsx';
import { mount } from '../../components/ui/mount.tsx';
import { preparePopup } from '../../lib/platform/views/prepare-popup.ts';
import { identifyBrowser } from '../../lib/words/browser-identity.ts';

const isPage = new URLSearchParams(location.search).has('tab');
// On phones the popup fills the screen.
if (isPage || navigator.userAgent.includes('Android')) document.documentElement.dataset['page'] = '';

const show = mount(document);

async function start(): Promise<void> {
  const { words, actions, port } = await preparePopup(location.search, isPage);
  show(
    { words, actions, title: ({ text }) => text('extension_name') },
    <PopupContainer port={port} browser={identifyBrowser(navigator)} />,
  );
}

start().catch(reportError);
