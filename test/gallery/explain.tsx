// "Risks explained", opened at a named anchor.
import { mount } from '../../components/mount.tsx';
import { ExplainView } from '../../components/explain/explain-view.tsx';
import { FINDINGS } from '../../lib/verdict/findings/index.ts';
import type { Language } from '../../lib/words/words.ts';
import { EXPLAIN_FIXTURES } from '../fixtures/views.ts';
import './gallery.css';
import { applyTheme, galleryWords, readFixture, readLanguage } from './params.ts';

applyTheme();
const view = mount(document);
const target = readFixture(EXPLAIN_FIXTURES);

function show(language: Language): void {
  const words = galleryWords(language);
  view.render(
    words,
    words.text('explain_title'),
    <ExplainView findings={FINDINGS} target={target} onLanguage={show} />,
  );
}

show(readLanguage());
