// The list of all states, in every language and theme.
import { createRoot } from 'react-dom/client';
import '../../components/ui/tokens.css';
import { EXPLAIN_FIXTURES, OPTIONS_FIXTURES, POPUP_FIXTURES, WELCOME_FIXTURES } from '../fixtures/views.ts';
import { GALLERY_LANGUAGES } from './params.ts';

const VIEWS = {
  popup: POPUP_FIXTURES,
  options: OPTIONS_FIXTURES,
  explain: EXPLAIN_FIXTURES,
  welcome: WELCOME_FIXTURES,
};
const VARIANTS = GALLERY_LANGUAGES.flatMap(({ id }) =>
  ['light', 'dark'].map((theme) => ({ lang: id, theme })),
);

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <main>
      <h1>Gallery</h1>
      {Object.entries(VIEWS).map(([view, fixtures]) => (
        <section key={view}>
          <h2>{view}</h2>
          <ul>
            {Object.keys(fixtures).map((state) => (
              <li key={state}>
                {state}:{' '}
                {VARIANTS.map(({ lang, theme }) => (
                  <span key={lang + theme}>
                    <a href={`${view}.html?state=${state}&lang=${lang}&theme=${theme}`}>
                      {lang} {theme}
                    </a>{' '}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </main>,
  );
}
