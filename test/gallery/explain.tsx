// "Risks explained", opened at a named anchor.
import { mount } from '../../components/ui/mount.tsx';
import { ExplainView } from '../../components/explain/explain-view.tsx';
import { FINDINGS } from '../../lib/verdict/finding-list.ts';
import { EXPLAIN_FIXTURES } from '../fixtures/views.ts';
import { galleryWords, readFixture, readLanguage } from './params.ts';
import { onAddress, Shown } from './shown.tsx';

const view = mount(document);

function show(language: string): void {
  const words = galleryWords(language);
  view.render(
    words,
    words.text('explain_title'),
    <Shown key={location.search}>
      <ExplainView findings={FINDINGS} target={readFixture(EXPLAIN_FIXTURES)} onLanguage={show} />
    </Shown>,
  );
}

onAddress(() => show(readLanguage()));
