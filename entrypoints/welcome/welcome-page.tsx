// The page that opens once after installation.
import { mount } from '../../components/ui/mount.tsx';
import { Welcome } from '../../components/welcome/welcome-view.tsx';
import { prepareWelcome } from '../../lib/platform/views/prepare-welcome.ts';

const show = mount(document);

async function start(): Promise<void> {
  const { words, actions, port } = await prepareWelcome(navigator.userAgent);
  show(
    {
      words,
      actions,
      title: ({ text }) => `${text('welcome_title')} · ${text('extension_name')}`,
    },
    <Welcome port={port} />,
  );
}

start().catch(reportError);
