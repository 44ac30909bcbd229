// The options page. `?tab=ID` opens it for the page in that tab; an anchor opens it at a section.
import { OptionsView } from '../../components/options/options-view.tsx';
import { mount } from '../../components/ui/mount.tsx';
import { prepareOptions } from '../../lib/platform/views/prepare-options.ts';

const show = mount(document);

async function start(): Promise<void> {
  const { words, actions, port } = await prepareOptions(location.search, sessionStorage);
  show(
    {
      words,
      actions,
      title: ({ text }) => `${text('options_title')} · ${text('extension_name')}`,
    },
    <OptionsView port={port} target={location.hash === '' ? null : location.hash.slice(1)} />,
  );
}

start().catch(reportError);
