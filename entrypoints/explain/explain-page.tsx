// "Risks explained", at the anchor in its address.
import { ExplainView } from '../../components/explain/explain-view.tsx';
import { mount } from '../../components/ui/mount.tsx';
import { createStore } from '../../lib/platform/views/create-store.ts';
import { chooseLanguage, preparePage } from '../../lib/platform/views/prepare-page.ts';
import { FINDINGS } from '../../lib/verdict/finding-list.ts';

const show = mount(document);

async function start(): Promise<void> {
  const { words, actions } = await preparePage();
  const target = createStore(readTarget());
  addEventListener('hashchange', () => target.set(readTarget()));
  show(
    {
      words,
      actions,
      title: ({ text }) => `${text('explain_title')} · ${text('extension_name')}`,
    },
    <ExplainView findings={FINDINGS} target={target} onLanguage={chooseLanguage} />,
  );
}

function readTarget(): string | null {
  return decodeURIComponent(location.hash.slice(1)) || null;
}

start().catch(reportError);
