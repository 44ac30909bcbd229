// "Risks explained", opened at a named anchor.
import { mount } from '../../components/ui/mount.tsx';
import { ExplainView } from '../../components/explain/explain-view.tsx';
import { FINDINGS } from '../../lib/verdict/finding-list.ts';
import { EXPLAIN_FIXTURES } from '../fixtures/views.ts';
import { ACTIONS } from './actions.ts';
import { galleryWords, readFixture, readLanguage } from './params.ts';
import { fixedStore } from './fixed-store.ts';
import { onAddress, Shown } from './shown.tsx';

const render = mount(document);

function show(language: string): void {
  const words = galleryWords(language);
  render(
    { words: fixedStore(words), actions: ACTIONS, title: ({ text }) => text('explain_title') },
    <Shown key={location.search}>
      <ExplainView findings={FINDINGS} target={fixedStore(readFixture(EXPLAIN_FIXTURES))} onLanguage={show} />
    </Shown>,
  );
}

onAddress(() => show(readLanguage()));
